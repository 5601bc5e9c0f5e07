import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairedMicroservices } from '../../../challenges/04-paired-microservices/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { type Language, languages } from '../../base/language.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { homeMessages } from '../../screen/texts/home.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { tourMessages } from '../../screen/widgets/tour/texts.ts';
import { openLab } from '../pty/lab.ts';
import type { TestTerminal } from '../pty/terminal.ts';
import { svgOf } from './svg.ts';

/*
 * `npm run pictures`: makes the pictures of the README from the real program on a real engine: challenge 1 is solved by
 * hand in the shell inside, as a learner would, challenge 4 by the guided tour, and the screen is drawn cell by cell. Needs an
 * engine on which the names of their briefs are free; everything made is removed.
 */
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'docs/pictures');
const size = { columns: 132, rows: 38 };
const [enter, toShell, toList] = ['\r', '\u0014', '\u001b'];
const builtMs = 180_000;

for (const language of languages) await picturesIn(language);

async function picturesIn(language: Language): Promise<void> {
  const t = walkthroughMessages[language];
  await using docker = await LabelledDocker.make();
  await using home = await temporaryFolder();
  writeFileSync(join(home.path, '.bashrc'), "PS1='\\[\\e[36m\\]\\W\\[\\e[0m\\] $ '\n");
  const env = {
    LANG: language === 'en' ? 'en_US.UTF-8' : 'pt_BR.UTF-8',
    HOME: home.path,
    SHELL: '/bin/bash',
    // What is typed inside is labelled on its way, so that it can be removed without asking for names.
    PATH: await docker.sh('-c', 'printf %s "$PATH"'),
    LAB_STATE_DIR: join(home.path, 'state'),
  };
  await using lab = openLab({ ...size, cwd: home.path, env });
  const draw = (name: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.${language}.svg`), svgOf(lab.cells(), 'Estaleiro'));
  };
  await lab.sees(homeMessages[language].pickOne.slice(0, 16));
  lab.type('1');
  await lab.sees(t.panel.objectives);
  lab.type(toShell);
  await lab.sees(/01-networked-containers \$/);
  await command(lab, 'docker network create app-net');
  await command(lab, 'docker build --quiet --tag server server');
  await command(lab, 'docker run --detach --name server --network app-net server', /✔.*\n.*✔/);
  await settled(lab);
  draw('challenge');
  await command(lab, 'docker build --quiet --tag client client');
  await command(
    lab,
    'docker run --detach --name client --network app-net --env SERVER_URL=http://server:8080 client',
    new RegExp(t.allMet),
  );
  await settled(lab);
  draw('solved');
  lab.type(toShell);
  await lab.sees(t.key.quit);
  lab.type(toList);
  await lab.sees(new RegExp(`✔ ${progressMessages[language].state.done}`));
  draw('home');
  await tour(lab, language);
  draw('tour');
  lab.type('x');
  await lab.sees(`✔ ${tourMessages[language].removed}`, builtMs);
  lab.type('q');
  await lab.ends();
}

/** Goes through the solution of challenge 4, step by step. */
async function tour(lab: TestTerminal, language: Language): Promise<void> {
  const t = tourMessages[language];
  const { steps, number } = pairedMicroservices;
  lab.type(String(number));
  await lab.sees(walkthroughMessages[language].state.unmet, builtMs);
  lab.type('ss');
  for (const step of steps.keys()) {
    await lab.sees(t.step(step + 1, steps.length));
    lab.type(enter);
    await lab.sees(`✔ ${t.exit(0)}`, builtMs);
    if (step < steps.length - 1) lab.type(enter);
  }
  await lab.sees(t.allGreen, builtMs);
}

/** Types a command into the shell inside, and waits until it has ended and for what it brings about. */
async function command(lab: TestTerminal, text: string, brings?: RegExp): Promise<void> {
  lab.type(text);
  await lab.sees(`$ ${text.slice(0, 40)}`);
  lab.type(enter);
  await lab.sees(/-containers \$( {3}| *$)/m, builtMs);
  if (brings !== undefined) await lab.sees(brings, builtMs);
}

/** Until nothing on the screen changes for a while: what is drawn is then a whole frame. */
async function settled(lab: TestTerminal): Promise<void> {
  for (let before = '', now = lab.rows().join('\n'); before !== now; now = lab.rows().join('\n')) {
    before = now;
    await new Promise(resolve => setTimeout(resolve, 900));
  }
}

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'estaleiro-pictures-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
