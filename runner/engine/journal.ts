import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, EngineError, type Journal } from './engine.ts';
import { isDead, newSession } from './sessions.ts';

/** Something that an experiment has disturbed, and that is to be put right again whatever happens to the experiment. */
export interface Disturbance {
  readonly session: string;
  /** The engine's address, as `DOCKER_HOST` says it. */
  readonly engine: string;
  /** The id of a container that was running and is to run again. */
  readonly container: string;
  /** When it was noted, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * In milliseconds. An engine that was told to stop a container goes on with it when the one who told it is gone. The lab's stops give the
 * container 2 s (see `duringOutage`): after this long, a container that runs stays running.
 */
const stopMs = 4_000;

/** A folder that is not there, stands under a file, or belongs to somebody else. */
const notThere = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'];

/**
 * What experiments have disturbed and not yet put right, on disk: written before the disturbance, removed after the
 * repair. A process that is killed in between leaves its entry for the next `lab`.
 */
export class FileJournal implements Journal {
  readonly #folder: string;
  readonly #session = newSession();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async note(engine: Engine, container: string): Promise<() => Promise<void>> {
    const file = join(this.#folder, `${randomUUID()}.json`);
    const entry: Disturbance = { session: this.#session, engine: engine.address, container, at: Date.now() };
    await mkdir(this.#folder, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(entry));
    await rename(`${file}.new`, file);
    return () => rm(file, { force: true });
  }

  /** Puts right on this engine what processes that are no more have left disturbed. */
  async putRight(engine: Engine): Promise<void> {
    await Promise.all((await this.#files()).map(name => putRight(engine, join(this.#folder, name))));
  }

  async #files(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter(name => name.endsWith('.json'));
    } catch (error) {
      // Where nothing can be read, nothing can have been noted by us: `note` refuses there, before anything is disturbed.
      if (notThere.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  }
}

async function putRight(engine: Engine, file: string): Promise<void> {
  const entry = await readEntry(file);
  if (entry === undefined || entry.engine !== engine.address || !isDead(entry.session)) return;
  await startIfThere(engine, entry.container);
  const mayStillStopMs = entry.at + stopMs - Date.now();
  if (mayStillStopMs > 0) {
    await pause(mayStillStopMs);
    await startIfThere(engine, entry.container);
  }
  await rm(file, { force: true });
}

/** Undefined for what is no entry of ours, or was struck out meanwhile. */
async function readEntry(file: string): Promise<Disturbance | undefined> {
  try {
    const entry = JSON.parse(await readFile(file, 'utf8')) as Partial<Disturbance>;
    const { session, engine, container, at } = entry;
    const isEntry = typeof session === 'string' && typeof engine === 'string' && typeof container === 'string';
    return isEntry ? { session, engine, container, at: at ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

/** The learner may have removed it meanwhile, which is as good. */
async function startIfThere(engine: Engine, container: string): Promise<void> {
  try {
    await engine.start(container);
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind === 'unreachable' || error.kind === 'deadline') throw error;
  }
}
