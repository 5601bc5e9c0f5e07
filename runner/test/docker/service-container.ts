import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { $, type ProcessOutput } from 'zx/core';

const docker = $({ quiet: true, nothrow: true });

/**
 * Containers of one test, on a network of its own, and its volumes. Disposing of it removes them all, with what the
 * engine made for them.
 */
export class ServiceBench implements AsyncDisposable {
  readonly #id = `estaleiro-test-${randomBytes(4).toString('hex')}`;
  readonly #label = `estaleiro.test=${this.#id}`;

  static async make(): Promise<ServiceBench> {
    const bench = new ServiceBench();
    await ok(docker`docker network create --label ${bench.#label} ${bench.#id}`);
    return bench;
  }

  /** A container's full name; on the network it goes by the short one. */
  name(short: string): string {
    return `${this.#id}-${short}`;
  }

  async volume(short: string): Promise<string> {
    await ok(docker`docker volume create --label ${this.#label} ${this.name(short)}`);
    return this.name(short);
  }

  /** Makes a container with these files (path → content; scripts may be executed) and starts it. */
  async start(
    short: string,
    image: string,
    options: readonly string[] = [],
    command: readonly string[] = [],
    files: Readonly<Record<string, string | Buffer>> = {},
  ): Promise<void> {
    const placed = [
      '--name',
      this.name(short),
      '--network',
      this.#id,
      '--network-alias',
      short,
      '--label',
      this.#label,
    ];
    await ok(docker`docker create ${placed} ${options} ${image} ${command}`);
    await this.put(short, files);
    await ok(docker`docker start ${this.name(short)}`);
  }

  /** Copies files into a container: those that begin with `#!` may be executed. */
  async put(short: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'estaleiro-service-'));
    try {
      const file = join(folder, 'file');
      for (const [path, content] of Object.entries(files)) {
        await writeFile(file, content);
        await ok($({ quiet: true })`chmod ${String(content).startsWith('#!') ? '0755' : '0644'} ${file}`);
        await ok(docker`docker cp ${file} ${this.name(short)}:${path}`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Runs a command in a container of its own, on the same network, as another service would. */
  run(image: string, command: readonly string[], options: readonly string[] = []): Promise<ProcessOutput> {
    const placed = ['--network', this.#id, '--label', this.#label];
    return docker`docker run --rm ${placed} ${options} ${image} ${command}`;
  }

  exec(short: string, ...command: readonly string[]): Promise<ProcessOutput> {
    return docker`docker exec ${this.name(short)} ${command}`;
  }

  /** `docker stop`, `docker start`, `docker kill`, `docker restart`; `docker rm` takes the anonymous volumes along. */
  async change(short: string, verb: 'stop' | 'start' | 'kill' | 'restart' | 'rm'): Promise<void> {
    const options = verb === 'rm' ? ['--force', '--volumes'] : [];
    await ok(docker`docker ${verb} ${options} ${this.name(short)}`);
  }

  /** What the container wrote, each stream for itself. */
  async logs(short: string): Promise<{ out: string; err: string }> {
    const { stdout, stderr } = await ok(docker`docker logs ${this.name(short)}`);
    return { out: stdout, err: stderr };
  }

  /** Waits until the container has ended; its exit code. */
  async exitCode(short: string): Promise<number> {
    return Number((await ok(docker`timeout 60 docker wait ${this.name(short)}`)).stdout);
  }

  /** Waits until this succeeds in the container. */
  async until(short: string, ...command: readonly string[]): Promise<void> {
    const once = async () => {
      const { exitCode, stderr } = await this.exec(short, ...command);
      if (exitCode !== 0) throw new Error(`${command.join(' ')} in ${short}: ${exitCode} ${stderr}`);
    };
    await vi.waitFor(once, { timeout: 60_000, interval: 50 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const filter = `label=${this.#label}`;
    const remove = async (list: string[], removal: string[]) => {
      const found = (await docker`docker ${list} --quiet --filter ${filter}`).stdout.split(/\s+/).filter(Boolean);
      if (found.length > 0) await ok(docker`docker ${removal} ${found}`);
    };
    await remove(['ps', '--all'], ['rm', '--force', '--volumes']);
    await remove(['network', 'ls'], ['network', 'rm']);
    await remove(['volume', 'ls'], ['volume', 'rm']);
  }
}

async function ok(running: PromiseLike<ProcessOutput>): Promise<ProcessOutput> {
  const output = await running;
  if (output.exitCode !== 0) throw new Error(output.stderr || `exit code ${output.exitCode}`);
  return output;
}
