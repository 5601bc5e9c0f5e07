import { execFile } from 'node:child_process';
import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';

/**
 * What TypeScript has against the definitions and texts in these folders, by folder; its words are English. `root` is the
 * lab's checkout, whose compiler and settings count. What is wrong elsewhere is not told.
 */
export async function problemsOfTypes(
  folders: readonly string[],
  root: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Message[]>> {
  const config = await mkdtemp(join(tmpdir(), 'estaleiro-types-'));
  try {
    const files = (await Promise.all(folders.map(definitionFiles))).flat();
    await writeFile(join(config, 'tsconfig.json'), JSON.stringify(settings(root, files)));
    const output = await compile(root, config, signal);
    if (typeof output !== 'string') return new Map(folders.map(folder => [folder, [output]]));
    const told = problemsIn(output, config);
    // What is wrong with the settings is about no file, and then nothing was looked at.
    const whole = /^error TS\d+: .*$/m.exec(output)?.[0];
    if (whole !== undefined)
      return new Map(folders.map(folder => [folder, [say('author.types-unchecked', { reason: whole })]]));
    const own = await Promise.all(folders.map(async folder => [folder, told(await realpath(folder))] as const));
    return new Map(own);
  } finally {
    await rm(config, { recursive: true, force: true });
  }
}

async function definitionFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => /^(?:texts[\\/])?[\w-]+\.ts$/.test(name)).map(name => join(folder, name));
}

function settings(root: string, files: readonly string[]) {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      typeRoots: [join(root, 'node_modules/@types')],
      // A folder of one's own need not say in a package.json that it has modules in it.
      module: 'preserve',
      moduleResolution: 'bundler',
    },
    include: [],
    // The kinds of checks say there what they may be told.
    files: [join(root, 'runner/checks/registry.ts'), ...files],
  };
}

/** What the compiler writes, or why there is none. It ends with an exit code above zero where something is wrong. */
function compile(root: string, config: string, signal: AbortSignal): Promise<string | Message> {
  const compiler = join(root, 'node_modules/typescript/lib/tsc.js');
  const args = [compiler, '--noEmit', '--pretty', 'false', '--project', join(config, 'tsconfig.json')];
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: config, signal, maxBuffer: 16 * 1024 * 1024 }, (error, stdout) => {
      if (signal.aborted) failed(signal.reason);
      else if (error === null || typeof error.code === 'number') done(error && stdout === '' ? untold(error) : stdout);
      else done(untold(error));
    });
  });
}

const untold = (error: Error): Message => {
  const lines = messageOf(error).split('\n');
  const reason = lines.find(line => line.startsWith('Error: ')) ?? lines[0] ?? '';
  return say('author.types-unchecked', { reason: reason.replace('Error: ', '') });
};

/** What is told of the files in a folder, each by its path there. Pure. */
function problemsIn(output: string, cwd: string): (folder: string) => Message[] {
  const lines = output.matchAll(/^(\S.*)\((\d+),\d+\): error TS\d+: (.*)$/gm);
  const told = [...lines].map(([, path = '', line = '', reason = '']) => ({
    file: resolve(cwd, path),
    line: Number(line),
    reason,
  }));
  return folder =>
    told
      .filter(({ file }) => file.startsWith(folder + sep))
      .map(({ file, line, reason }) => say('author.types', { path: relative(folder, file), line, reason }));
}
