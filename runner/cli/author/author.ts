import { join } from 'node:path';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { renderTable } from '../../app/table.ts';
import { problemsOfFiles } from '../../author/files.ts';
import { type OpenChallenge, openChallenge } from '../../author/open-challenge.ts';
import { claimsOf, type Proof, prove } from '../../author/prove.ts';
import { type ExitCode, exitCode, messageOf } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { findChallenge } from '../../challenge/load.ts';
import { problemsOf } from '../../challenge/validate.ts';
import { tellReport } from '../../verdict/tell-report.ts';

/**
 * `lab author check [N|FOLDER]…`: proves challenges: their data, their files, and on the engine that the starter fails, the
 * solution passes, and each sabotage fails exactly what it says. Exit code 0 where everything holds, 1 otherwise. What it
 * says to authors is in English.
 */
export async function authorCheck(lab: Lab, words: readonly string[]): Promise<ExitCode> {
  const opened = await Promise.all(words.length === 0 ? catalogue(lab) : words.map(word => open(lab, word)));
  const inFiles = await Promise.all(opened.map(problemsIn));
  for (const problem of inFiles.flat()) lab.out.write(`✖ ${problem}\n`);
  // What cannot even be read has no verdicts worth waiting for.
  if (inFiles.some(problems => problems.length > 0)) return exitCode.notMet;
  const connected = await lab.connect();
  await prepareImages(
    lab,
    connected,
    opened.map(({ challenge }) => challenge),
  );
  const rows: string[][] = [];
  let allHold = true;
  for (const one of opened) {
    for (const claim of claimsOf(one.challenge)) {
      lab.signal.throwIfAborted();
      lab.err.write(`… ${one.challenge.id} ${claim.script}\n`);
      const proof = await proveOnce(lab, connected, one, claim);
      allHold &&= proof.holds;
      rows.push(proof.row);
      if (proof.detail !== undefined) lab.err.write(proof.detail);
    }
  }
  lab.out.write(renderTable([['', 'CHALLENGE', 'SCRIPT', 'IS TO FAIL', 'FAILED', 'SECONDS'], ...rows]));
  return allHold ? exitCode.ok : exitCode.notMet;
}

const catalogue = (lab: Lab) =>
  lab.challenges.map(async challenge => ({ challenge, folder: join(lab.root, 'challenges', challenge.id) }));

async function open(lab: Lab, word: string): Promise<OpenChallenge> {
  const known = findChallenge(lab.challenges, word);
  if (known !== undefined) return { challenge: known, folder: join(lab.root, 'challenges', known.id) };
  return openChallenge(word, lab.cwd);
}

async function problemsIn({ challenge, folder }: OpenChallenge): Promise<string[]> {
  const inData = problemsOf(challenge);
  const inFiles = await problemsOfFiles(challenge, folder);
  return [...inData, ...inFiles.map(problem => `${challenge.id}: ${problem}`)];
}

interface Row {
  readonly holds: boolean;
  readonly row: string[];
  readonly detail?: string;
}

async function proveOnce(
  lab: Lab,
  connected: ConnectedEngine,
  { challenge, folder }: OpenChallenge,
  claim: ReturnType<typeof claimsOf>[number],
): Promise<Row> {
  const toFail = claim.fails === undefined ? 'something' : claim.fails.join(', ') || 'nothing';
  const env = {
    ...lab.env,
    ...(connected.engine.address.startsWith('unix://') ? { DOCKER_HOST: connected.engine.address } : {}),
  };
  try {
    const proof = await prove(challenge, folder, claim, connected, { signal: lab.signal, env });
    const row = [
      proof.holds ? '✔' : '✖',
      challenge.id,
      claim.script,
      toFail,
      proof.failed.join(', ') || 'nothing',
      (proof.ms / 1_000).toFixed(1),
    ];
    return { holds: proof.holds, row, ...(proof.holds ? {} : { detail: verdictsOf(challenge, proof) }) };
  } catch (error) {
    lab.signal.throwIfAborted();
    return {
      holds: false,
      row: ['✖', challenge.id, claim.script, toFail, 'could not be run', ''],
      detail: `  ${messageOf(error)}\n`,
    };
  }
}

function verdictsOf(challenge: Challenge, { report }: Proof): string {
  return tellReport(report, challenge, 'en')
    .objectives.map(({ id, verdict, observed }) => `  ${verdict.padEnd(7)} ${id}: ${observed}\n`)
    .join('');
}
