import { homedir } from 'node:os';
import type { Lab } from '../../app/lab.ts';
import { CouldNotTell, type ExitCode, exitCode, messageOf } from '../../base/errors.ts';
import { readableSize } from '../../base/readable-size.ts';
import { type FoundEngine, findEngine } from '../../setup/find-engine.ts';
import { engineFolders } from '../../setup/own-engine/engine-folders.ts';
import { type OwnEngineOptions, startOwnEngine, stopOwnEngine } from '../../setup/own-engine/own-engine.ts';
import { type OwnEngineStatus, ownEngineStatus } from '../../setup/own-engine/own-engine-status.ts';
import { findBeforeOwn } from '../../setup/provide-engine.ts';
import { canProvide, thisSystem } from '../../setup/system.ts';
import { setupMessages } from '../../setup/texts/setup.ts';

/** `lab engine start`: provides the lab's own engine, unless one answers already. */
export async function engineStart(lab: Lab): Promise<ExitCode> {
  const t = setupMessages[lab.language];
  const system = thisSystem();
  const found = await findBeforeOwn({ env: lab.env, home: homedir(), language: lab.language });
  const isOwn = found?.address === `unix://${engineFolders(lab.env).socket}` || found?.source === t.socket.own;
  // Our own is started again all the same: where it runs, that only mends the link to its socket.
  if (found !== undefined && !(isOwn && canProvide(system))) {
    lab.err.write(`${t.answersAlready(found.source, found.address)}\n`);
    return exitCode.ok;
  }
  if (!canProvide(system)) {
    throw new CouldNotTell(t.noEngine, { why: t.whyNotProvided(system), next: t.steps(system) });
  }
  await startOwnEngine(options(lab));
  return exitCode.ok;
}

/** `lab engine stop`: stops the lab's own engine; no other is ever stopped. */
export async function engineStop(lab: Lab): Promise<ExitCode> {
  const t = setupMessages[lab.language];
  const how = await stopOwnEngine(options(lab));
  lab.err.write(`${how === 'stopped' ? t.stopped : t.notRunning}\n`);
  return exitCode.ok;
}

/** `lab engine status`: which engine the lab uses, and how its own one is. `--json` writes `lab.engine/1`. */
export async function engineStatus(lab: Lab, { json = false }: { json?: boolean } = {}): Promise<ExitCode> {
  const [own, used] = await Promise.all([
    ownEngineStatus(lab.env),
    find(lab).catch((error: unknown) => messageOf(error)),
  ]);
  lab.out.write(json ? `${JSON.stringify(asJson(used, own), undefined, 2)}\n` : asText(lab, used, own));
  return exitCode.ok;
}

function asJson(used: FoundEngine | string | undefined, own: OwnEngineStatus): unknown {
  const problem = typeof used === 'string' ? { problem: used } : {};
  const engine = typeof used === 'object' ? { address: used.address, source: used.source } : null;
  return { schema: 'lab.engine/1', used: engine, ...problem, own: { ...own, pid: own.pid ?? null } };
}

function asText({ language }: Lab, used: FoundEngine | string | undefined, own: OwnEngineStatus): string {
  const t = setupMessages[language].status;
  const uses =
    typeof used === 'object' ? `${used.source} (${used.address})` : [t.usedNone, used ?? []].flat().join('. ');
  const state = own.answers ? t.running : own.running ? t.silent : t.notRunning;
  const size = own.dataBytes === undefined ? '' : ` (${readableSize(own.dataBytes, language)})`;
  const details = own.running
    ? [`${t.pid}: ${own.pid}`, `${t.socket}: ${own.socket}`, `${t.data}: ${own.data}${size}`, `${t.log}: ${own.log}`]
    : own.dataBytes === undefined
      ? []
      : [`${t.data}: ${own.data}${size}`];
  return [`${t.used}: ${uses}`, `${t.own}: ${state}`, ...details.map(line => `  ${line}`), ''].join('\n');
}

function find({ env, language }: Lab): Promise<FoundEngine | undefined> {
  return findEngine({ env, home: homedir(), language });
}

function options({ env, err, language, signal }: Lab): OwnEngineOptions {
  return { env, t: setupMessages[language], say: line => err.write(`${line}\n`), signal };
}
