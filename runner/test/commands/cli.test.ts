import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pruneNothing } from '../docker/prune-nothing.ts';

/** The command line as people have it: the bundle, on the real engine. */
const root = join(import.meta.dirname, '../../..');
const lab = join(root, 'runner/lab');
const label = 'estaleiro.challenge=01-networked-containers';
/** A container that never runs is no solution. */
const idle = `lab-cli-test-${process.pid}`;
const wrongServer = ['--bind', `server=${idle}`];
let folder: string;

/** The machine's own Node, where it is one that cannot run the lab. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map(place => join(place, 'node'))
  .find(node => existsSync(node) && /^v(1\d|20|21)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `lab`; `during` sees it running, with all that it has said so far. */
function run(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  during?: (kill: (signal: NodeJS.Signals) => void, said: string) => void,
): Promise<Ended> {
  const child = spawn(lab, words, {
    cwd: folder,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Sooner than a test's own deadline: what a test cleans up waits for the end of it.
    timeout: 110_000,
  });
  let out = '';
  let err = '';
  const heard = () => during?.(signal => child.kill(signal), out + err);
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text;
    heard();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, out, err }));
  });
}

/** Node's option for a clock that is so far ahead. */
function shiftedClock(aheadMs: number): string {
  const shift = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...values) { super(...(values.length === 0 ? [Real.now() + ${aheadMs}] : values)); }
    static now() { return Real.now() + ${aheadMs}; }
  };`;
  return `--import data:text/javascript,${encodeURIComponent(shift)}`;
}

function docker(...words: string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** What `lab up 1` made and is still there. */
function ours(): string[] {
  return [
    docker('ps', '--all', '--filter', `label=${label}`, '--format', '{{.Names}}'),
    docker('network', 'ls', '--filter', `label=${label}`, '--format', '{{.Name}}'),
    docker('volume', 'ls', '--filter', `label=${label}`, '--format', '{{.Name}}'),
  ].flatMap(text => text.split('\n').filter(name => name !== ''));
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'runner/bundle.ts')], { stdio: 'inherit' });
  folder = mkdtempSync(join(tmpdir(), 'lab cli '));
  docker('create', '--name', idle, 'lab/node:26');
});
afterAll(async () => {
  await run(['down', '1']);
  docker('rm', '--force', idle);
  rmSync(folder, { recursive: true, force: true });
});

describe('the launcher', () => {
  test('is what npx finds', () => {
    const version = execFileSync('npx', ['lab', '--version'], { cwd: root, encoding: 'utf8' });
    expect(version.trim()).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });

  test('finds its checkout through links, from anywhere', async () => {
    const links = mkdtempSync(join(tmpdir(), 'lab links '));
    try {
      execFileSync('ln', ['-s', lab, join(links, 'one')]);
      execFileSync('ln', ['-s', 'one', join(links, 'lab')]);
      const out = execFileSync(join(links, 'lab'), ['list', '--json'], { cwd: '/', encoding: 'utf8' });
      expect(JSON.parse(out)).toHaveProperty('schema', 'lab.list/1');
      const bySearch = execFileSync('sh', ['-c', 'lab list --json'], {
        cwd: '/',
        encoding: 'utf8',
        env: { ...process.env, PATH: `${links}:${process.env.PATH}` },
      });
      expect(bySearch).toBe(out);
    } finally {
      rmSync(links, { recursive: true, force: true });
    }
  });

  test.skipIf(oldNode === undefined)('started by a Node that is too old, it goes on with the project’s own', () => {
    const listed = execFileSync(oldNode ?? '', [join(root, 'dist/main.js'), 'list', '--json'], { encoding: 'utf8' });
    expect(JSON.parse(listed)).toHaveProperty('schema', 'lab.list/1');
    const wrong = spawnSync(oldNode ?? '', [join(root, 'dist/main.js'), 'nonsense']);
    expect(wrong.status).toBe(2);
  });

  test('without a bundle it says what to do', async () => {
    const checkout = join(folder, 'checkout');
    execFileSync('mkdir', ['-p', join(checkout, 'runner')]);
    execFileSync('cp', [lab, join(checkout, 'runner/lab')]);
    const ended = await new Promise<Ended>(resolve => {
      const child = spawn(join(checkout, 'runner/lab'), ['list'], { env: { ...process.env, LC_ALL: 'pt_BR.UTF-8' } });
      let err = '';
      child.stderr.on('data', text => {
        err += text;
      });
      child.once('close', code => resolve({ code, out: '', err }));
    });
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('não está instalado');
    expect(ended.err).toContain('npm ci');
    rmSync(checkout, { recursive: true });
  });
});

describe('without an engine', () => {
  const nowhere = { DOCKER_HOST: 'unix:///nowhere/at/all.sock' };

  test.each([
    [['verify', '1']],
    [['verify', '1', '--json']],
    [['verify', '1', '--watch']],
    [['up', '1']],
    [['down', '1']],
    [['hint', '1', '--level', '3']],
    [['images', 'list']],
  ])('lab %j says so and ends with 3', async words => {
    const { code, out, err } = await run(words, nowhere);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('unix:///nowhere/at/all.sock');
    expect(err).toContain('What to do:');
    expect(err).not.toMatch(/^ {4}at /m);
  });

  test('a hint still names the first idea, and that nothing was checked', async () => {
    const { code, out, err } = await run(['hint', '1'], nowhere);
    expect(code).toBe(3);
    expect(out).toContain('The idea:');
    expect(err).toContain('could not be checked');
  });

  test('what needs none works', async () => {
    expect((await run(['list'], nowhere)).code).toBe(0);
    expect((await run(['start', '1', 'copy of 1'], nowhere)).code).toBe(0);
    expect((await run(['start', '1', 'copy of 1'], nowhere)).code).toBe(2);
    expect((await run(['completion', 'bash'], nowhere)).code).toBe(0);
  });

  test('something that is no engine is not waited for long', async () => {
    const path = join(folder, 'deaf.sock');
    const deaf = createServer(() => {});
    await new Promise<void>(resolve => deaf.listen(path, resolve));
    try {
      const { code, err } = await run(['verify', '1'], { DOCKER_HOST: `unix://${path}` });
      expect(code).toBe(3);
      expect(err).not.toMatch(/^ {4}at /m);
    } finally {
      deaf.close();
    }
  });
});

describe('--bind', () => {
  test.each([['foo'], ['=x'], ['nope=server']])('%s is wrong usage', async bind => {
    const { code, out, err } = await run(['verify', '1', '--bind', bind]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('server, client');
  });

  test('a container that is not there is wrong usage', async () => {
    const { code, err } = await run(['verify', '1', '--bind', 'server=not-there-at-all', '--lang', 'pt']);
    expect(code).toBe(2);
    expect(err).toContain('“not-there-at-all” não existe');
  });
});

describe('up, verify, hint, down', () => {
  test('up makes what it shows, verify finds all of it right, and down leaves nothing', {
    timeout: 300_000,
  }, async () => {
    const up = await run(['up', '1']);
    expect(up).toMatchObject({ code: 0 });
    expect(up.out).toContain('$ docker network create app-net\n');
    expect(up.out).not.toContain(label);
    expect(ours().sort()).toEqual(['app-net', 'client', 'server']);

    const verified = await run(['verify', '1', '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ schema: 'lab.verify/2', score: { earned: 20, possible: 20 } });

    const text = await run(['verify', '1', '--output', 'report.txt', '--bind', 'server=server']);
    expect([text.code, text.out]).toEqual([0, '']);
    for (const aheadMs of [3_600_000, -3_600_000]) {
      const shifted = await run(['verify', '1'], { NODE_OPTIONS: shiftedClock(aheadMs) });
      expect([shifted.code, shifted.err], `a lab whose clock is ${aheadMs} ms ahead\n${shifted.out}`).toEqual([0, '']);
    }
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('20');

    const again = await run(['up', '1']);
    expect(again.code).toBe(0);
    expect(again.err).toContain('already up');

    const down = await run(['down', '1']);
    expect(down.code).toBe(0);
    expect(down.out.match(/^Removed /gm)).toHaveLength(3);
    expect(ours()).toEqual([]);
    expect(await run(['down', '1'])).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to remove') });

    const after = await run(['verify', '1', ...wrongServer]);
    expect(after.code).toBe(1);
    for (const word of ['observed', 'expected', 'why', 'next']) expect(after.out).toContain(word);
    const hint = await run(['hint', '1', '--level', '3', ...wrongServer]);
    expect(hint).toMatchObject({ code: 0, out: expect.stringContaining('The command: docker ') });
  });

  test('names of the learner’s own are left alone, and told', async () => {
    docker('network', 'create', 'app-net');
    try {
      const { code, err } = await run(['up', '1']);
      expect(code).toBe(3);
      expect(err).toContain('network app-net');
      expect(err).toContain('docker network rm app-net');
      expect(ours()).toEqual([]);
      expect(docker('network', 'ls', '--filter', 'name=^app-net$', '--format', '{{.Name}}')).toBe('app-net');
    } finally {
      docker('network', 'rm', 'app-net');
    }
  });

  test('a step that fails is quoted, and what the run had made is removed', async () => {
    // A docker command that does everything but build.
    const bin = mkdtempSync(join(tmpdir(), 'lab-bin-'));
    const real = execFileSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\n[ "$1" = build ] && { echo "no space left on device" >&2; exit 1; }\nexec '${real}' "$@"\n`;
    writeFileSync(join(bin, 'docker'), script, { mode: 0o755 });
    try {
      const { code, err } = await run(['up', '1'], { PATH: `${bin}:${process.env.PATH}` });
      expect(code).toBe(3);
      expect(err).toContain('A step failed: docker build --tag server server');
      expect(err).toContain('no space left on device');
      expect(err).toContain('was removed');
      expect(ours()).toEqual([]);
    } finally {
      rmSync(bin, { recursive: true });
    }
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle of up leaves nothing behind', async signal => {
    let sent = false;
    const ended = await run(['up', '1'], {}, (kill, said) => {
      if (sent || !said.includes('$ docker run --detach --name server')) return;
      sent = true;
      kill(signal);
    });
    expect(ended.code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(ended.err).not.toMatch(/^ {4}at /m);
    expect(ours()).toEqual([]);
  });

  test('watch tells the verdicts, whatever is pruned, and Ctrl-C is how it ends', async () => {
    const watched = `${idle}-watched`;
    const program = "require('http').createServer((_, answer) => answer.end('hi')).listen(8080)";
    docker('network', 'create', watched);
    try {
      docker('run', '--detach', '--name', watched, '--network', watched, 'lab/node:26', '-e', program);
      let hasPruned = false;
      let sent = false;
      const ended = await run(['verify', '1', '--watch', '--bind', `server=${watched}`], {}, (kill, said) => {
        if (!hasPruned && said.includes('01-networked-containers')) {
          hasPruned = true;
          for (const words of pruneNothing) docker(...words);
          docker('rm', '--force', watched);
        }
        if (sent || !said.includes('not yet: The server answers HTTP')) return;
        sent = true;
        kill('SIGINT');
      });
      expect(ended.code).toBe(1);
      expect(ended.err).toBe('Watching the engine. Ctrl-C ends it.\n');
    } finally {
      spawnSync('docker', ['rm', '--force', watched]);
      docker('network', 'rm', watched);
    }
  });
});
