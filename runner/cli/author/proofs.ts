import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { renderTable } from '../../app/table.ts';
import { type Claim, claimsOf, type Proof, prove } from '../../author/prove.ts';
import { authorMessages } from '../../author/texts/author.ts';
import { messageOf } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { say } from '../../language/say.ts';
import { inLanguage } from '../../language/tell.ts';
import { tellReport } from '../../verdict/tell-report.ts';

/** A challenge that can be tried on an engine. */
export interface Provable {
  readonly challenge: Challenge;
  readonly folder: string;
  /** The folder's name. */
  readonly name: string;
}

/**
 * Proves the claims of these challenges on the engine, one after the other, and writes a line for each: all of them, or those
 * of the named sabotages. Returns whether all hold.
 */
export async function proveAll(lab: Lab, provable: readonly Provable[], sabotage: readonly string[]): Promise<boolean> {
  const t = authorMessages[lab.language];
  const connected = await lab.connect();
  await prepareImages(
    lab,
    connected,
    provable.map(({ challenge }) => challenge),
  );
  const rows: Row[] = [];
  for (const one of provable) {
    const claims = claimsOf(one.challenge);
    const asked = claims.filter(({ script }) => sabotage.some(name => script === `sabotage/${name}`));
    for (const claim of sabotage.length === 0 ? claims : asked) {
      lab.signal.throwIfAborted();
      lab.err.write(`${t.proving(one.name, claim.script)}\n`);
      const row = await proveOnce(lab, connected, one, claim);
      rows.push(row);
      if (row.detail !== undefined) lab.err.write(row.detail);
    }
  }
  lab.out.write(renderTable([t.heads, ...rows.map(({ cells }) => cells)]));
  return rows.every(({ holds }) => holds);
}

interface Row {
  readonly holds: boolean;
  readonly cells: readonly string[];
  readonly detail?: string;
}

async function proveOnce(
  lab: Lab,
  connected: ConnectedEngine,
  { challenge, folder, name }: Provable,
  claim: Claim,
): Promise<Row> {
  const t = authorMessages[lab.language];
  const toFail = claim.fails === undefined ? t.something : claim.fails.join(', ') || t.nothing;
  const notRun = (why: string): Row => ({
    holds: false,
    cells: ['✖', name, claim.script, toFail, t.notRun, ''],
    detail: `  ${why}\n`,
  });
  const script = join(claim.script, 'up.sh');
  const canRun = await access(join(folder, script), constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!canRun) return notRun(inLanguage(say('author.script', { path: script }), lab.language));
  const { address } = connected.engine;
  const env = { ...lab.env, ...(address.startsWith('unix://') ? { DOCKER_HOST: address } : {}) };
  try {
    const proof = await prove(challenge, folder, claim, connected, { signal: lab.signal, env });
    const failed = proof.failed.join(', ') || t.nothing;
    const cells = [proof.holds ? '✔' : '✖', name, claim.script, toFail, failed, (proof.ms / 1_000).toFixed(1)];
    return { holds: proof.holds, cells, ...(proof.holds ? {} : { detail: verdictsOf(lab, challenge, proof) }) };
  } catch (error) {
    lab.signal.throwIfAborted();
    return notRun(lastWords(error));
  }
}

/** What a script wrote before it failed: its last lines, without the command that ran it. */
function lastWords(error: unknown): string {
  const written = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const lines = written === '' ? [messageOf(error)] : written.split('\n').slice(-4);
  return lines.join('\n  ');
}

function verdictsOf({ language }: Lab, challenge: Challenge, { report }: Proof): string {
  return tellReport(report, challenge, language)
    .objectives.map(({ id, verdict, observed }) => `  ${verdict.padEnd(7)} ${id}: ${observed}\n`)
    .join('');
}
