import { existsSync, statSync } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { CouldNotTell } from '../base/errors.ts';
import { type Language, languageOfEnvironment } from '../base/language.ts';
import type { EngineAddress } from '../engine/address.ts';
import { answerDeadlineMs, whyNoAnswer } from './ask-engine.ts';
import { DockerConfigFault, dockerConfigFolder, readDockerConfig, readDockerContext } from './docker-config.ts';
import { parseEngineAddress, socketPathOf } from './engine-address.ts';
import { engineChoice } from './engine-choice.ts';
import { type KnownSocket, knownSockets } from './known-sockets.ts';
import { engineFolders } from './own-engine/engine-folders.ts';
import { type Silence, silenceKind } from './silence.ts';
import { type System, thisSystem } from './system.ts';
import { setupMessages } from './texts/setup.ts';
import { unusableEngine } from './unusable-engine.ts';

/** An engine that answers, and how it was found. */
export interface FoundEngine extends EngineAddress {
  /** For people: `DOCKER_HOST`, `context colima`, `the lab's own engine`… */
  readonly source: string;
}

type Words = (typeof setupMessages)['en'];

/** Where to look: the environment, the home folder, and the language to complain in (the locale's where none is given). */
export interface WhereToLook {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly language?: Language;
  /** For tests: the usual sockets, and the machine. */
  readonly sockets?: readonly KnownSocket[];
  readonly system?: System;
}

/**
 * The engine that the Docker CLI would use, or one on a usual socket; `undefined` if there is none. What the person chose
 * (DOCKER_HOST, a context) is never swapped for another: where it is broken or silent, this throws a CouldNotTell that says so.
 * Where a usual socket's engine is there and cannot be used, it throws an UnusableEngine: the person's containers may be with
 * it. `ask` is how to see whether an engine answers.
 */
export async function findEngine(where: WhereToLook, ask = whyNoAnswer): Promise<FoundEngine | undefined> {
  const { env, home, language = languageOfEnvironment(env) } = where;
  const t = setupMessages[language];
  const folder = dockerConfigFolder(env, home);
  const own = engineFolders(env).socket;
  try {
    const choice = await engineChoice(env, folder, () => readDockerConfig(folder));
    if (choice.kind === 'none') {
      const { sockets = knownSockets(env, home, own), system = thisSystem() } = where;
      return await firstSocket(sockets, own, { t, system, ask });
    }
    const chosen =
      choice.kind === 'host'
        ? { address: choice.address, tls: choice.tls }
        : await readDockerContext(folder, choice.name);
    const source = choice.kind === 'host' ? 'DOCKER_HOST' : t.context(choice.name);
    const culprit = choice.kind === 'host' ? 'DOCKER_HOST' : t.contextChosenBy(choice.name, choice.chosenBy);
    const [start, forget] = choice.kind === 'host' ? t.fixHost : t.fixContext(choice.chosenBy);
    const parsed = parseEngineAddress(chosen.address);
    if ('fault' in parsed) {
      throw new CouldNotTell(t.badAddress(culprit, chosen.address), {
        why: t.addressFault[parsed.fault],
        next: [start, forget],
      });
    }
    const { address } = parsed;
    const silence = await ask({ ...chosen, address });
    if (silence === undefined) return { address, source, ...(chosen.tls ? { tls: chosen.tls } : {}) };
    const path = socketPathOf(address);
    const kind = silenceKind(silence);
    if (path !== undefined) {
      if (kind === 'forbidden') throw forbidden(path, t);
      if (await leadsTo(path, own)) {
        // An address that the lab itself can bring to life is not a dead end.
        if (kind === 'absent' || kind === 'dead') return undefined;
        throw unusableEngine({ socket: { id: 'own', path }, kind, silence }, where.system ?? thisSystem(), t);
      }
    }
    throw new CouldNotTell(t.noAnswerFrom(culprit, address), {
      why: whyOf(silence, path !== undefined, t),
      next: [kind === 'hung' ? t.unusable.fixChosenHung : start, forget],
    });
  } catch (error) {
    if (!(error instanceof DockerConfigFault)) throw error;
    if (error.kind === 'unknown-context')
      throw new CouldNotTell(t.unknownContext(error.message), { next: t.fixUnknown });
    throw new CouldNotTell(t.badConfig(error.file), { why: error.message, next: t.fixConfig(error.file) });
  }
}

/**
 * The first engine that answers. One that is there and does not answer ends the search: what stands behind it in the list
 * is another engine, without the person's containers. A socket that nobody listens on, or that may not be opened, hides none.
 */
async function firstSocket(
  sockets: readonly KnownSocket[],
  own: string,
  { t, system, ask }: { t: Words; system: System; ask: typeof whyNoAnswer },
): Promise<FoundEngine | undefined> {
  let firstFault: CouldNotTell | undefined;
  for (const { id: usualId, path } of sockets.filter(socket => existsSync(socket.path))) {
    const address = `unix://${path}`;
    const id = (await sameFile(path, own)) ? 'own' : usualId;
    const silence = await ask({ address });
    if (silence === undefined) return { address, source: t.socket[id] };
    const kind = silenceKind(silence);
    if (kind === 'absent') continue;
    if (kind === 'forbidden') {
      firstFault ??= forbidden(path, t);
    } else if (kind !== 'dead') {
      throw unusableEngine({ socket: { id, path }, kind, silence }, system, t);
    } else if (id !== 'own' && isSocket(path)) {
      // The lab's own that has ended is started again: no other engine comes beside it. And a folder is no engine's.
      firstFault ??= unusableEngine({ socket: { id, path }, kind, silence }, system, t);
    }
  }
  if (firstFault !== undefined) throw firstFault;
  return undefined;
}

/** A silence in the reader's words; the system's own where there are no better ones. */
function whyOf(silence: Silence, isSocket: boolean, { unusable: { why: t } }: Words): string {
  const kind = silenceKind(silence);
  if (kind === 'hung') return t.hung(answerDeadlineMs / 1_000);
  if (kind === 'dead') return t.dead;
  // Over a network, a file that is missing is one of TLS.
  return kind === 'absent' && isSocket ? t.absent : silence.why;
}

function forbidden(path: string, t: Words): CouldNotTell {
  return new CouldNotTell(t.forbidden(path), { why: t.forbiddenWhy, next: t.fixForbidden(userInfo().username) });
}

/** True for the path itself and for a link to it, also where nothing is there. */
async function leadsTo(path: string, target: string): Promise<boolean> {
  return path === target || (await readlink(path).catch(() => undefined)) === target;
}

function isSocket(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isSocket() ?? false;
}

async function sameFile(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other));
  } catch {
    return false;
  }
}
