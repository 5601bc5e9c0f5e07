import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { apiPostgresRedis } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { tourMessages } from '../../screen/widgets/tour/texts.ts';
import { bundleLab, openLab } from './lab.ts';
import { docker } from './workbench.ts';

const language = 'pt-BR';
const t = tourMessages[language];
const { objectives, steps, id } = apiPostgresRedis;
/** The first step's build may have to install packages. */
const buildingMs = 240_000;

const left = async () =>
  (
    await Promise.all(
      ['ps --all', 'network ls', 'volume ls'].map(list =>
        docker(...list.split(' '), '--quiet', '--filter', `label=estaleiro.challenge=${id}`),
      ),
    )
  ).flatMap(ids => ids.split('\n').filter(one => one !== ''));

/** Only what carries the label. The screen may have failed to do it. */
async function clear(): Promise<void> {
  const of = (list: string) => docker(...list.split(' '), '--quiet', '--filter', `label=estaleiro.challenge=${id}`);
  for (const [list, remove] of [
    ['ps --all', 'rm --force --volumes'],
    ['network ls', 'network rm'],
    ['volume ls', 'volume rm'],
  ] as const) {
    const ids = (await of(list)).split('\n').filter(one => one !== '');
    if (ids.length > 0) await docker(...remove.split(' '), ...ids);
  }
}

beforeAll(async () => {
  bundleLab();
  await clear();
});
afterEach(clear);

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** An objective beside the steps, with its sign: enough of its title to find it in its column. */
const objective = (one: (typeof objectives)[number], sign: string) =>
  new RegExp(`${sign} ${literally(one.title[language].split(' ').slice(0, 4).join(' '))}`);

it('solves challenge 3 through the guided tour, tries the outage, and removes all of it', {
  timeout: 400_000,
}, async () => {
  const state = await mkdtemp(join(tmpdir(), 'estaleiro-tour-'));
  try {
    const env = { LANG: 'pt_BR.UTF-8', LAB_STATE_DIR: state };
    await using lab = openLab({ columns: 140, rows: 40, env });
    await lab.sees(apiPostgresRedis.title[language]);
    lab.type('3');
    await lab.sees(/✖ /);
    lab.type('s');
    await lab.sees(t.ask.title);
    lab.type('s');
    for (const [index, step] of steps.entries()) {
      await lab.sees(t.step(index + 1, steps.length));
      await lab.sees(`$ ${step.command.slice(0, 40)}`);
      lab.type('\r');
      await lab.sees(`✔ ${t.exit(0)}`, step.command.startsWith('docker build') ? buildingMs : 60_000);
      if (index === 0) lab.resize(80, 24);
      if (index === 1) lab.resize(140, 40);
      if (index < steps.length - 1) lab.type('\r');
    }
    await lab.sees(t.allGreen, 60_000);
    for (const one of objectives) if (!one.bonus) await lab.sees(objective(one, '✔'));
    await lab.sees(new RegExp(`✔ .*← ${steps.length}`));

    lab.type('\u001b');
    await lab.sees(walkthroughMessages[language].allMet);
    lab.type('d');
    await lab.sees(t.disrupt.title);
    await lab.sees(t.disrupt.stop('postgres').replaceAll('`', '').slice(0, 40));
    lab.type('d');
    await lab.sees(/20\/20 \+4/, 90_000);
    expect(await docker('inspect', '--format', '{{.State.Running}}', 'postgres')).toBe('true');

    lab.type('s');
    await lab.sees(t.allGreen);
    for (const one of objectives) await lab.sees(objective(one, '✔'));
    lab.type('x');
    await lab.sees(new RegExp(`✔ ${t.removed}.*postgres`), 60_000);
    expect(await left()).toEqual([]);
    await lab.sees(objective(objectives[0] ?? never(), '✖'), 60_000);
    lab.type('q');
    expect(await lab.ends()).toBe(0);
  } finally {
    await rm(state, { recursive: true, force: true });
  }
});

function never(): never {
  throw new Error('the challenge has no objectives');
}
