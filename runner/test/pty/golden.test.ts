import { beforeAll, expect, test } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { bundleLab, openLab } from './lab.ts';
import type { TestTerminal } from './terminal.ts';

beforeAll(bundleLab);

const settings = [
  { language: 'en', locale: 'en_US.UTF-8', columns: 80, rows: 24 },
  { language: 'pt-BR', locale: 'pt_BR.UTF-8', columns: 80, rows: 24 },
  { language: 'en', locale: 'en_US.UTF-8', columns: 140, rows: 40 },
  { language: 'pt-BR', locale: 'pt_BR.UTF-8', columns: 140, rows: 40 },
] as const;

/** Something is still being found out. */
const spinner = /[⠀-⣿]/;

/*
 * The screens as people see them, on a real terminal, kept as files to be read and reviewed: `vitest -u` writes them anew.
 * An engine without anything of a challenge on it shows the same everywhere, but for what `steady` takes out.
 */
test.for(settings)('the screens are as reviewed: $language at $columns×$rows', async setting => {
  const { language, locale, columns, rows } = setting;
  const t = walkthroughMessages[language];
  const golden = (screen: string) => `golden/${screen}.${columns}x${rows}.${language}.txt`;
  await using lab = openLab({ columns, rows, env: { LANG: locale } });
  const shows = (screen: string) => expect(steady(lab)).toMatchFileSnapshot(golden(screen));
  await lab.sees(networkedContainers.title[language]);
  await lab.sees(`q ${t.key.quit}`);
  await lab.loses(spinner);
  await shows('home');
  lab.type('b');
  await lab.sees(`── ${t.brief}`);
  await shows('brief');
  lab.type('\u001b');
  await lab.loses(`── ${t.brief}`);
  lab.type('1');
  await lab.sees(new RegExp(`${t.state.unmet} +4`));
  await lab.sees(t.checkedAgo(0));
  await shows('challenge');
  lab.type('m');
  await lab.sees(`▶ ${t.panel.map}`);
  await shows('map');
  lab.type('v');
  await lab.sees(`── ${t.page.report}`);
  await shows('report');
  lab.type('?');
  await lab.sees(`── ${t.help}`);
  await shows('help');
});

/** The screen without what differs from one run, or one machine, to the next: times, versions, where the engine is. */
function steady(lab: TestTerminal): string {
  const text = lab
    .rows()
    .map(row => row.replace(/^( *● Engine ).*$/, '$1…').replace(/\d\d:\d\d(:\d\d)?/g, '··:··'))
    .map(row => row.replace(/\d{4}-\d\d-\d\d.*$/, '…'))
    .join('\n');
  return `${text}\n`;
}
