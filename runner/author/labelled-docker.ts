import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { label } from '../engine/labels.ts';

const run = promisify(execFile);

/**
 * The docker command as a learner has it, but everything that it makes carries a label of this object's own, so that
 * disposing of it removes just that: containers, networks, volumes and images.
 */
export class LabelledDocker implements AsyncDisposable {
  readonly #folder: string;
  readonly #label = `${label.author}=${randomBytes(6).toString('hex')}`;

  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** `env` says which engine, as it does to docker; this process's where none is given. */
  static async make(env: NodeJS.ProcessEnv = process.env): Promise<LabelledDocker> {
    const docker = new LabelledDocker(await mkdtemp(join(tmpdir(), 'estaleiro-docker-')), env);
    const { stdout } = await run('sh', ['-c', 'command -v docker']);
    const shim = join(docker.#folder, 'docker');
    await writeFile(shim, shimScript(stdout.trim(), docker.#label));
    await chmod(shim, 0o755);
    return docker;
  }

  /**
   * Runs a shell script (a path) or a line of shell (`-c`, line) with this `docker` first on the PATH. What it leaves in
   * `$TMPDIR` goes with the rest.
   */
  async sh(...args: string[]): Promise<string> {
    const env = { ...this.#env, PATH: `${this.#folder}${delimiter}${this.#env.PATH}`, TMPDIR: this.#folder };
    const { stdout } = await run('sh', args, { env, maxBuffer: 16 * 1024 * 1024 });
    return stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const filter = `--filter label=${this.#label}`;
    const remove = (list: string, removal: string) =>
      run('sh', ['-c', `docker ${list} | xargs -r docker ${removal}`], { env: this.#env });
    await remove(`ps --all --quiet ${filter}`, 'rm --force --volumes');
    await remove(`network ls --quiet ${filter}`, 'network rm');
    await remove(`volume ls --quiet ${filter}`, 'volume rm');
    await remove(`images --quiet ${filter} | sort -u`, 'rmi --force');
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function shimScript(docker: string, label: string): string {
  return `#!/bin/sh
case "$1 $2" in
  "network create" | "volume create") verb="$1 $2"; shift 2; exec ${docker} $verb --label ${label} "$@" ;;
  "run "* | "create "* | "build "*) verb="$1"; shift; exec ${docker} "$verb" --label ${label} "$@" ;;
esac
exec ${docker} "$@"
`;
}
