import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, EngineError, type Journal } from './engine.ts';
import { isDead, newSession } from './sessions.ts';

/** Something that an experiment has disturbed, and that is to be put right again whatever happens to the experiment. */
export interface Disturbance {
  readonly session: string;
  /** The engine's address, as `DOCKER_HOST` says it. */
  readonly engine: string;
  /** The id of a container that was running and is to run again. */
  readonly container: string;
}

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
    const entry: Disturbance = { session: this.#session, engine: engine.address, container };
    await mkdir(this.#folder, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(entry));
    await rename(`${file}.new`, file);
    return () => rm(file, { force: true });
  }

  /** Puts right on this engine what processes that are no more have left disturbed. */
  async putRight(engine: Engine): Promise<void> {
    for (const name of await this.#files()) {
      const file = join(this.#folder, name);
      const entry = await readEntry(file);
      if (entry === undefined || entry.engine !== engine.address || !isDead(entry.session)) continue;
      await startIfThere(engine, entry.container);
      await rm(file, { force: true });
    }
  }

  async #files(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter(name => name.endsWith('.json'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** Undefined for what is no entry of ours, or was struck out meanwhile. */
async function readEntry(file: string): Promise<Disturbance | undefined> {
  try {
    const entry = JSON.parse(await readFile(file, 'utf8')) as Partial<Disturbance>;
    const { session, engine, container } = entry;
    if (typeof session !== 'string' || typeof engine !== 'string' || typeof container !== 'string') return undefined;
    return { session, engine, container };
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
