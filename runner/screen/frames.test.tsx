import { renderToString } from 'ink';
import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { languages } from '../base/language.ts';
import { textWidth } from '../base/text/width.ts';
import type { Verdict } from '../checks/verdict.ts';
import { fakeFacts } from '../test/fakes/facts.ts';
import { verbatim } from '../test/fakes/verbatim.ts';
import { Screen } from './components/screen.tsx';
import type { Size, State } from './state.ts';
import {
  allIds,
  change,
  facts,
  happen,
  home,
  learnersBindings,
  learnersFacts,
  opened,
  press,
  report,
  reportOf,
  tell,
} from './test/scene.ts';
import { walkthroughMessages } from './texts/screen.ts';
import { mapMessages } from './widgets/map/texts.ts';
import { tourMessages } from './widgets/tour/texts.ts';

const sizes: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 18 },
  { columns: 100, rows: 30 },
  { columns: 127, rows: 33 },
  { columns: 140, rows: 40 },
  { columns: 200, rows: 60 },
  { columns: 40, rows: 10 },
];

const half: Record<string, Verdict> = {
  'custom-network': 'pass',
  'server-answers': 'pass',
  'periodic-requests': 'unknown',
  'by-name': 'blocked',
};
const all = Object.fromEntries(allIds.map(id => [id, 'pass' as const]));
const longWinded = {
  finding: verbatim(`${'The log of `cliente` ends in: \u001b[31mSyntaxError: '.repeat(6)}\n${'x'.repeat(300)}`),
  next: `docker run --detach --name ${'n'.repeat(90)} --env "GREETING=${'hello '.repeat(30)}" image`,
};

/** Every state that the screen can be in. */
const scenes: Readonly<Record<string, (start: (of: 'home' | 'challenge') => State) => State>> = {
  list: start => start('home'),
  'before the first look': start => start('challenge'),
  'nothing done': start => tell(start('challenge'), report(reportOf({}))),
  'half done, one pending': start =>
    tell(
      start('challenge'),
      report(reportOf({}), ['periodic-requests']),
      change('container', 'create', { name: 'servidor', image: 'meu-servidor' }),
      change('network', 'connect', { name: 'minha-rede', container: 'f00d' }),
      report(reportOf(half, learnersBindings), ['periodic-requests']),
    ),
  hint: start => press(tell(start('challenge'), report(reportOf(half))), 'hint', 'hint', 'hint'),
  map: start => press(tell(start('challenge'), facts(learnersFacts), report(reportOf(half, learnersBindings))), 'map'),
  'map of nothing': start => press(tell(start('challenge'), facts(fakeFacts()), report(reportOf({}))), 'map'),
  'map, before the first look': start => press(start('challenge'), 'map'),
  'command log': start =>
    press(tell(start('challenge'), report(reportOf({})), change('network', 'create', {})), 'commands'),
  'with the shell': start => press(tell(start('challenge'), report(reportOf({}))), 'shell'),
  'the shell alone': start => press(tell(start('challenge'), report(reportOf({}))), 'zoom'),
  'much to say': start => tell(start('challenge'), report(reportOf(half, learnersBindings, longWinded))),
  'much to say, hint': start =>
    press(
      tell(start('challenge'), report(reportOf(half, learnersBindings, longWinded))),
      ...(['hint', 'hint', 'hint'] as const),
    ),
  'asked for the solution': start => press(tell(start('challenge'), report(reportOf(half))), 'solution'),
  'asked for outages': start =>
    press(
      tell(start('challenge'), report(reportOf({ ...half, 'periodic-requests': 'pass' }, learnersBindings))),
      'disrupt',
    ),
  'much to say, scrolled': start =>
    press(tell(start('challenge'), report(reportOf(half, learnersBindings, longWinded))), 'page-down', 'page-down'),
  complete: start =>
    tell(start('challenge'), report(reportOf({ ...all, 'survives-restart': 'fail' }, learnersBindings))),
  'complete with the bonus': start => tell(start('challenge'), report(reportOf(all, learnersBindings))),
  'engine gone': start =>
    tell(start('challenge'), report(reportOf(half)), { kind: 'engine-lost', message: `connect ${'E'.repeat(200)}` }),
  'look failed': start =>
    tell(start('challenge'), report(reportOf(half)), { kind: 'look-failed', message: `500 ${'E'.repeat(200)}` }),
  'watch broken': start => {
    const state = tell(start('challenge'), report(reportOf(half)));
    return happen(state, { kind: 'watch-ended', watch: state.attempt?.watch ?? 0, message: 'a bug' });
  },
  brief: start => press(start('challenge'), 'brief', 'page-down'),
  help: start => press(start('challenge'), 'help'),
  'list with a solved challenge': start => press(tell(start('challenge'), report(reportOf(all))), 'back'),
};

function frame(state: State): string[] {
  return renderToString(<Screen state={state} colour />, { columns: state.size.columns }).split('\n');
}

describe.each(languages)('in %s', language => {
  describe.each(sizes)('at $columns×$rows', size => {
    it.each(Object.entries(scenes))('fits the terminal: %s', (_name, scene) => {
      const lines = frame(scene(of => (of === 'home' ? home(language, size) : opened(language, size))));
      expect(lines.length).toBeLessThanOrEqual(size.rows);
      expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(size.columns);
      expect(lines.join('')).not.toContain('\u001b');
    });
  });

  const size = { columns: 80, rows: 24 };
  const t = walkthroughMessages[language];
  const shown = (name: string) => {
    const scene = scenes[name];
    if (scene === undefined) throw new Error(`no scene ${name}`);
    return frame(scene(of => (of === 'home' ? home(language, size) : opened(language, size)))).join('\n');
  };

  it('says how each objective stands in a sign and a word', () => {
    const text = shown('half done, one pending');
    expect(text).toMatch(new RegExp(`✔ .*${t.state.met} +4`));
    expect(text).toMatch(new RegExp(`✖ .*${t.state.unmet} +3`));
    expect(text).toMatch(new RegExp(`○ .*${t.state.blocked} +4`));
    expect(text).toMatch(new RegExp(`${t.state.waiting} +4`));
  });

  it('tells observed, expected and why of the first objective that is not met, and how to get a hint', () => {
    const text = shown('nothing done');
    for (const label of [t.observed, t.expected, t.why]) expect(text).toContain(label);
    expect(text).toContain(tourMessages[language].hints.offer[0]?.replaceAll('`', ''));
    expect(text).not.toContain('docker run');
  });

  it('shows the command that helps at the third hint', () => {
    expect(shown('hint')).toContain(t.next);
    expect(shown('hint')).toContain('$ docker run --detach --name client --network app-net \\');
  });

  it('keeps the command in sight however much there is to say', () => {
    expect(shown('much to say, hint')).toContain(`${t.next}  `);
    expect(shown('much to say')).toContain('PgDn');
  });

  it('names who plays which part, and how that was found', () => {
    const [server] = networkedContainers.roles;
    const map = mapMessages[language];
    expect(shown('map')).toContain(`servidor · ${server?.title[language]}, ${map.detail.how.name}`);
    expect(shown('map of nothing')).toContain(map.missing);
  });

  it('shows an engine that does not answer and what is done about it', () => {
    const text = shown('engine gone');
    expect(text).toContain(t.engineLost);
    expect(text).toContain(t.retrying);
    expect(text).toMatch(/✔ .*4/);
  });

  it('shows that a look failed and what is done about it', () => {
    const text = shown('look failed');
    expect(text).toContain(t.lookFailed);
    expect(text).toContain(t.retrying);
    expect(text).toMatch(/✔ .*4/);
  });

  it('celebrates, and names the bonus that is left', () => {
    expect(shown('complete')).toContain(t.allMet);
    expect(shown('complete').replace(/\s+/g, ' ')).toContain(
      t.bonusLeft(networkedContainers.objectives.at(-1)?.title[language] ?? '', 2),
    );
    expect(shown('complete with the bonus')).toContain(t.bonusEarned(2));
    expect(shown('complete with the bonus')).toContain('20/20 +2');
  });

  it.each(Object.keys(scenes))('shows the way out: %s', name => {
    const way = name === 'with the shell' ? `Ctrl-T ${t.key.lab}` : `q ${t.key.quit}`;
    expect(shown(name).split('\n').at(-1)).toContain(way);
  });
});

it('lists as many challenges as there are, and keeps the cursor in sight', () => {
  const many = Array.from({ length: 14 }, (_, index) => ({
    ...networkedContainers,
    id: `c${index}`,
    number: index + 1,
  }));
  const size = { columns: 80, rows: 24 };
  const last = press(home('en', size, many), 'last');
  const lines = frame(last);
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.join('\n')).toContain('❯ 14');
});
