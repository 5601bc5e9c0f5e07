import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canProvide, thisSystem } from '../../setup/system.ts';
import { openEngineProxy } from './engine-proxy.ts';
import { bundleLab, openLab } from './lab.ts';

const state = mkdtempSync(join(tmpdir(), 'estaleiro-doctor-'));
beforeAll(bundleLab);
afterAll(() => rmSync(state, { recursive: true, force: true }));

describe('with an engine that comes and goes', () => {
  it('opens without one, says what to do, and goes on when there is one', async () => {
    await using proxy = await openEngineProxy();
    await proxy.shut();
    await using terminal = openLab({ rows: 30, env: { DOCKER_HOST: proxy.address, LAB_STATE_DIR: state } });
    await terminal.sees('── Doctor');
    // How the line is broken depends on how long the path is.
    await terminal.sees(/\bno\s+engine\s+answers\s+there/);
    await terminal.sees('→ Start that engine');
    await terminal.sees('fine: Node');
    terminal.type('l');
    await terminal.sees('→ Inicie esse engine');
    await terminal.sees('tudo certo: Node');
    terminal.type('l');
    await terminal.sees('→ Start that engine');
    terminal.type('\u001b');
    await terminal.sees('No engine yet · D says what to do');
    terminal.type('1');
    await terminal.sees('as soon as there is an engine');
    await proxy.open();
    await terminal.sees(/[✔✖] Server and client share/);
    await terminal.sees('checked just now');

    // It goes away again: the doctor is one key away, and from there all goes on.
    await proxy.shut();
    await terminal.sees('The engine does not answer');
    terminal.type('D');
    await terminal.sees('to be fixed');
    terminal.type('r');
    await terminal.sees('→ Start that engine');
    await proxy.open();
    await terminal.sees('The engine answers');
    await terminal.sees('The lab images are there');
    terminal.type('\u001b');
    await terminal.sees('checked just now');
    terminal.type('q');
    expect(await terminal.ends()).toBe(0);
  });
});

it('offers the set-up where the lab may do it, and not where LAB_SETUP says no', async () => {
  // Where the lab's own engine would listen, and does not.
  const env = { DOCKER_HOST: `unix://${join(state, 'own', 'docker.sock')}`, LAB_ENGINE_DIR: join(state, 'own') };
  for (const [setting, offer] of [
    [undefined, canProvide(thisSystem())],
    ['no', false],
  ] as const) {
    await using terminal = openLab({ env: { ...env, LAB_SETUP: setting, LAB_STATE_DIR: state } });
    await terminal.sees('── Doctor');
    await terminal.sees(offer ? 'Press u to have it set up' : 'What to do');
    if (setting === 'no') await terminal.sees('LAB_SETUP=no');
    terminal.type('q');
    expect(await terminal.ends()).toBe(0);
  }
});
