import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ended, folder, lab, root, run } from './lab-process.ts';

/** The machine's own Node, where it is one that cannot run the lab. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map(place => join(place, 'node'))
  .find(node => existsSync(node) && /^v(1\d|20|21)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })));

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
