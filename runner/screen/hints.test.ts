import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { languages } from '../base/language.ts';
import { shownCommand } from './hints.ts';
import type { Intent } from './intent.ts';
import type { State } from './state.ts';
import { allIds, effectsOf, opened, press, report, reportOf, tell } from './test/scene.ts';
import { screenView } from './views/screen.ts';
import { tourMessages } from './widgets/tour/texts.ts';

const size = { columns: 100, rows: 30 };
const server = { role: 'server', name: 'servidor', because: [], candidates: [] };
const hints = (count: number): Intent[] => Array(count).fill('hint');
const next = (command: string) => reportOf({}, undefined, { next: command });
const text = (state: State) =>
  screenView(state)
    .map(line => line.map(part => part.text).join(''))
    .join('\n')
    .replace(/\s+/g, ' ');

describe.each(languages)('in %s', language => {
  const [objective] = networkedContainers.objectives;
  const t = tourMessages[language].hints;
  const start = tell(opened(language, size), report(next('docker network create app-net')));
  const plain = (words: string | undefined) => words?.replaceAll('`', '') ?? 'nothing';
  const parts = [
    plain(objective?.idea[language]),
    plain(objective?.feature[language]),
    'docker network create app-net',
  ].map(part => part.slice(0, 60));

  it.each([0, 1, 2, 3])('level %i shows its part and no other', level => {
    const shown = text(press(start, ...hints(level)));
    const seen = parts.filter(part => shown.includes(part));
    // The feature may be named by the command's own words, but the command itself comes last.
    if (level === 3) expect(seen).toContain(parts[2]);
    else expect(shown).not.toContain('$ docker');
    if (level !== 1) expect(seen).not.toContain(parts[0]);
    if (level === 1 || level === 2) expect(seen).toContain(parts[level - 1]);
    if (level < 3) expect(shown).toContain(plain(t.offer[level]));
    else expect(shown).toContain(plain(`${t.command} ${t.typeIt}`));
  });

  it('offers to disturb, where only that is left to be found out', () => {
    const verdicts = Object.fromEntries(
      allIds.map(id => [id, id === 'survives-restart' ? 'unknown' : 'pass'] as const),
    );
    const found = report(reportOf(verdicts, [{ ...server, how: 'name' }]));
    expect(text(press(tell(opened(language, size), found), 'last'))).toContain(plain(t.tryIt));
    const guessed = report(reportOf(verdicts, [{ ...server, how: 'structure' }]));
    expect(text(press(tell(opened(language, size), guessed), 'last'))).toContain(plain(t.offer[0]));
  });

  it('says where no command is known', () => {
    expect(text(press(tell(opened(language, size), report(next(''))), ...hints(3)))).toContain(plain(t.noCommand));
  });
});

it('shows another command only when it is asked for, too', () => {
  const asked = press(tell(opened('en', size), report(next('docker build --tag server server'))), ...hints(3));
  const attemptAfter = tell(asked, report(next('docker run --name server server')));
  expect(text(asked)).toContain('$ docker build');
  expect(text(attemptAfter)).not.toContain('$ docker');
  expect(text(press(attemptAfter, 'hint'))).toContain('$ docker run --name server server');
});

describe('run it for me', () => {
  const third = press(tell(opened('en', size), report(next('docker network create app-net'))), ...hints(3));

  const asked = (state: State) => effectsOf(state, { kind: 'key', intent: 'run-for-me' });

  it('types the command of the third hint into the shell, as often as that is asked for', () => {
    const type = {
      to: 'shell',
      kind: 'type',
      challenge: networkedContainers,
      command: 'docker network create app-net',
    };
    expect(asked(third)).toMatchObject([{ kind: 'open', size: { columns: 98 } }, type, { kind: 'resize' }]);
    const once = press(third, 'run-for-me');
    expect(once.shell).toMatchObject({ open: true, focused: false });
    expect(asked(once)).toMatchObject([{ kind: 'open' }, type]);
  });

  it('does nothing before that, nor where the objective is met', () => {
    expect(asked(press(third, 'hint'))).toEqual([]);
    const met = tell(third, report(reportOf(Object.fromEntries(allIds.map(id => [id, 'pass'])))));
    expect(asked(met)).toEqual([]);
    const { attempt } = met;
    expect(attempt === undefined ? '' : shownCommand(attempt)).toBeUndefined();
  });
});
