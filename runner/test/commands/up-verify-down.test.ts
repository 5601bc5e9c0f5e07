import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pruneNothing } from '../docker/prune-nothing.ts';
import { folder, run } from './lab-process.ts';

const label = 'estaleiro.challenge=01-networked-containers';
/** A container that never runs is no solution. */
const idle = `lab-cli-test-${process.pid}`;
const wrongServer = ['--bind', `server=${idle}`];

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
  docker('create', '--name', idle, 'lab/node:26');
});
afterAll(async () => {
  await run(['down', '1']);
  docker('rm', '--force', idle);
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
