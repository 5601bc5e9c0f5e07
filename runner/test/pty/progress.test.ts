import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundleLab, openLab } from './lab.ts';

beforeAll(bundleLab);

it('goes on where it was left, in the language that was chosen', async () => {
  const state = mkdtempSync(join(tmpdir(), 'lab-pty-progress-'));
  const saved = () => JSON.parse(readFileSync(join(state, 'progress.json'), 'utf8'));
  try {
    {
      await using terminal = openLab({ env: { LAB_STATE_DIR: state } });
      await terminal.sees(/❯ 1 .*\n.*not begun/);
      terminal.type('2');
      await terminal.sees(/[✔✖] /);
      terminal.type('h');
      await terminal.sees('Hint 1');
      terminal.type('\u001b');
      await terminal.sees(/❯ 2 .*\n.*▸ begun/);
      terminal.type('l');
      await terminal.sees(/❯ 2 .*\n.*▸ iniciado/);
      terminal.type('q');
      expect(await terminal.ends()).toBe(0);
    }
    expect(saved()).toMatchObject({
      schema: 'lab.progress/1',
      language: 'pt-BR',
      challenges: { '02-sqlite-volume': { hints: { 'named-volume': 1 } } },
    });
    expect(saved().challenges['02-sqlite-volume'].spentMs).toBeGreaterThan(0);

    await using terminal = openLab({ env: { LAB_STATE_DIR: state } });
    await terminal.sees(/2 .*\n.*▸ iniciado/);
    terminal.type('q');
    expect(await terminal.ends()).toBe(0);
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});
