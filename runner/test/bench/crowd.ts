import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const atOnce = 5;

/** Containers that have nothing to do with any challenge, as other people's projects would be. */
export class Crowd implements AsyncDisposable {
  readonly #label: string;

  private constructor(label: string) {
    this.#label = label;
  }

  /** Starts `size` containers, each of them one process that sleeps (some 1 MB), on a network of theirs. */
  static async gather(size: number): Promise<Crowd> {
    const name = `bench-crowd-${process.pid}`;
    const crowd = new Crowd(`estaleiro.bench=${name}`);
    try {
      await run('docker', ['network', 'create', '--label', crowd.#label, name]);
      const names = Array.from({ length: size }, (_, index) => `${name}-${index}`);
      const one = async () => {
        for (let next = names.pop(); next !== undefined; next = names.pop()) await crowd.#start(next, name);
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return crowd;
    } catch (error) {
      await crowd[Symbol.asyncDispose]();
      throw error;
    }
  }

  async #start(name: string, network: string): Promise<void> {
    const how = ['--detach', '--name', name, '--label', this.#label, '--network', network];
    await run('docker', ['run', ...how, '--entrypoint', 'sleep', 'lab/node:26-dev', 'infinity']);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const filter = ['--filter', `label=${this.#label}`];
    const list = (...words: string[]) =>
      spawnSync('docker', [...words, '--quiet', ...filter], { encoding: 'utf8' })
        .stdout.split('\n')
        .filter(Boolean);
    const containers = list('ps', '--all');
    if (containers.length > 0) spawnSync('docker', ['rm', '--force', '--volumes', ...containers], { stdio: 'ignore' });
    const networks = list('network', 'ls');
    if (networks.length > 0) spawnSync('docker', ['network', 'rm', ...networks], { stdio: 'ignore' });
  }
}
