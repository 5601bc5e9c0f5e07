import { existsSync } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { EngineAddress } from '../engine/address.ts';
import { CouldNotTell } from '../errors.ts';
import { type Language, languageOfEnvironment } from '../language/language.ts';
import { setupMessages } from '../language/setup.ts';
import { whyNoAnswer } from './ask-engine.ts';
import { DockerConfigFault, dockerConfigFolder, readDockerConfig, readDockerContext } from './docker-config.ts';
import { parseEngineAddress, socketPathOf } from './engine-address.ts';
import { engineChoice } from './engine-choice.ts';
import { engineFolders } from './engine-folders.ts';
import { type KnownSocket, knownSockets } from './known-sockets.ts';

/** An engine that answers, and how it was found. */
export interface FoundEngine extends EngineAddress {
  /** For people: `DOCKER_HOST`, `context colima`, `the lab's own engine`… */
  readonly source: string;
}

/** Where to look: the environment, the home folder, and the language to complain in (the locale's where none is given). */
export interface WhereToLook {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly language?: Language;
}

/**
 * The engine that the Docker CLI would use, or one on a usual socket; undefined where none answers. What the person chose
 * (DOCKER_HOST, a context) is never swapped for another: where it is broken or silent, this throws a CouldNotTell that says so.
 * `ask` is how to see whether an engine answers.
 */
export async function findEngine(where: WhereToLook, ask = whyNoAnswer): Promise<FoundEngine | undefined> {
  const { env, home, language = languageOfEnvironment(env) } = where;
  const t = setupMessages[language];
  const folder = dockerConfigFolder(env, home);
  const own = engineFolders(env).socket;
  try {
    const choice = await engineChoice(env, folder, () => readDockerConfig(folder));
    if (choice.kind === 'none') return await firstSocket(knownSockets(env, home, own), own, t, ask);
    const chosen =
      choice.kind === 'host'
        ? { address: choice.address, tls: choice.tls }
        : await readDockerContext(folder, choice.name);
    const source = choice.kind === 'host' ? 'DOCKER_HOST' : t.context(choice.name);
    const culprit = choice.kind === 'host' ? 'DOCKER_HOST' : t.contextChosenBy(choice.name, choice.chosenBy);
    const next = choice.kind === 'host' ? t.fixHost : t.fixContext(choice.chosenBy);
    const parsed = parseEngineAddress(chosen.address);
    if ('fault' in parsed) {
      throw new CouldNotTell(t.badAddress(culprit, chosen.address), { why: t.addressFault[parsed.fault], next });
    }
    const { address } = parsed;
    const silence = await ask({ ...chosen, address });
    if (silence === undefined) return { address, source, ...(chosen.tls ? { tls: chosen.tls } : {}) };
    const path = socketPathOf(address);
    // An address that the lab itself can bring to life is not a dead end.
    if (path !== undefined && (await leadsTo(path, own)) && isAbsent(silence.code)) return undefined;
    if (path !== undefined && isForbidden(silence.code)) throw forbidden(path, t);
    throw new CouldNotTell(t.noAnswerFrom(culprit, address), { why: silence.why, next });
  } catch (error) {
    if (!(error instanceof DockerConfigFault)) throw error;
    if (error.kind === 'unknown-context')
      throw new CouldNotTell(t.unknownContext(error.message), { next: t.fixUnknown });
    throw new CouldNotTell(t.badConfig(error.file), { why: error.message, next: t.fixConfig(error.file) });
  }
}

async function firstSocket(
  sockets: readonly KnownSocket[],
  own: string,
  t: (typeof setupMessages)['en'],
  ask: typeof whyNoAnswer,
): Promise<FoundEngine | undefined> {
  const closed: string[] = [];
  for (const { id, path } of sockets.filter(socket => existsSync(socket.path))) {
    const address = `unix://${path}`;
    const silence = await ask({ address });
    if (silence === undefined) return { address, source: t.socket[(await sameFile(path, own)) ? 'own' : id] };
    if (isForbidden(silence.code)) closed.push(path);
  }
  const [first] = closed;
  if (first !== undefined) throw forbidden(first, t);
  return undefined;
}

function forbidden(path: string, t: (typeof setupMessages)['en']): CouldNotTell {
  return new CouldNotTell(t.forbidden(path), { why: t.forbiddenWhy, next: t.fixForbidden(userInfo().username) });
}

const isForbidden = (code: string) => code === 'EACCES' || code === 'EPERM';
const isAbsent = (code: string) => code === 'ENOENT' || code === 'ECONNREFUSED';

/** True for the path itself and for a link to it, also where nothing is there. */
async function leadsTo(path: string, target: string): Promise<boolean> {
  return path === target || (await readlink(path).catch(() => undefined)) === target;
}

async function sameFile(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other));
  } catch {
    return false;
  }
}
