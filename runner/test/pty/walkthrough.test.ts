import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import type { Language } from '../../base/language.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { bundleLab, openLab } from './lab.ts';
import type { TestTerminal } from './terminal.ts';

beforeAll(bundleLab);

const focus = '\u0014';
const settings = [
  { language: 'pt-BR', locale: 'pt_BR.UTF-8', columns: 80, rows: 24, other: { columns: 100, rows: 30 } },
  { language: 'en', locale: 'en_US.UTF-8', columns: 140, rows: 40, other: { columns: 90, rows: 26 } },
] as const;

test.for(settings)(
  'challenge 1 is solved in the shell inside, breaks, and is mended: $language at $columns×$rows',
  {
    timeout: 240_000,
  },
  async ({ language, locale, columns, rows, other }) => {
    await using docker = await LabelledDocker.make();
    await using home = await learnersHome();
    const env = {
      LANG: locale,
      HOME: home.path,
      SHELL: '/bin/bash',
      PATH: await docker.sh('-c', 'printf %s "$PATH"'),
      LAB_STATE_DIR: join(home.path, 'state'),
    };
    await using lab = openLab({ columns, rows, cwd: home.path, env });
    const t = walkthroughMessages[language];
    await lab.sees(networkedContainers.title[language]);
    lab.type('1');
    await lab.sees(`▶ ${t.panel.objectives}`);
    await sees(lab, language, 'custom-network', t.state.unmet);
    lab.type(focus);
    await lab.sees(/\$ *$/m);
    const type = (command: string) => lab.type(`${command}\r`);
    type('docker network create rede-da-ana');
    type(
      'docker build --quiet --tag servidor server && docker build --quiet --tag cliente client && echo prontos$((1+1))',
    );
    await lab.sees('prontos2', 180_000);
    type('docker run --detach --name servidor --network rede-da-ana servidor');
    await sees(lab, language, 'server-answers', t.state.met);
    lab.resize(other.columns, other.rows);
    await sees(lab, language, 'own-image', t.state.met);
    type('docker run --detach --name cliente --network rede-da-ana --env SERVER_URL=http://servidor:8080 cliente');
    await lab.sees(t.allMet, 60_000);
    // As many rows as it takes to see all of them at once.
    lab.resize(140, 40);
    for (const { id, bonus } of networkedContainers.objectives) if (!bonus) await sees(lab, language, id, t.state.met);
    lab.resize(columns, rows);
    type('docker network disconnect rede-da-ana cliente');
    await sees(lab, language, 'custom-network', t.state.unmet);
    await lab.loses(t.allMet);
    type('docker network connect rede-da-ana cliente');
    await lab.sees(t.allMet, 60_000);
    await sees(lab, language, 'custom-network', t.state.met);
    // The keys are the lab's again; the shell stays where it is.
    lab.type(focus);
    await lab.sees(t.key.quit);
    lab.type('q');
    expect(await lab.ends()).toBe(0);
    expect(lab.isFullScreen()).toBe(false);
    await lab.sees('20');
  },
);

/** The objective's row has that word; the list is scrolled to it where it is short. */
async function sees(lab: TestTerminal, language: Language, id: string, word: string): Promise<void> {
  const title = networkedContainers.objectives.find(objective => objective.id === id)?.title[language] ?? id;
  await lab.sees(new RegExp(`${title.slice(0, 24).replaceAll(/[()?.]/g, '.')}.* ${word} `), 60_000);
}

async function learnersHome(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'estaleiro-learner-'));
  await writeFile(join(path, '.bashrc'), "PS1='$ '\n");
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
