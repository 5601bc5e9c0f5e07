import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../base/language.ts';
import type { BindingReport } from '../../../roles/binding-report.ts';
import { fakeContainer, fakeFacts } from '../../../test/fakes/facts.ts';
import { fiveChallenges } from '../../../test/fakes/five-challenges.ts';
import type { Attempt, State } from '../../state.ts';
import { effectsOf, home, opened, press, report, reportOf, tell } from '../../test/scene.ts';
import { screenView } from '../../views/screen.ts';
import { tourMessages } from '../tour/texts.ts';
import { disruptionsOf } from './plan.ts';

const size = { columns: 80, rows: 24 };
const calling = { 'periodic-requests': 'pass' } as const;
const server = (how: BindingReport['how']): BindingReport[] => {
  const name = how === 'none' || how === 'ambiguous' ? undefined : 'servidor';
  return [{ role: 'server', name, how, because: [], candidates: [] }];
};
const disrupt = { kind: 'key', intent: 'disrupt' } as const;
const attemptOf = ({ attempt }: State): Attempt => {
  if (attempt === undefined) throw new Error('no challenge is open');
  return attempt;
};
const scene = (
  bindings: BindingReport[],
  verdicts: Parameters<typeof reportOf>[0] = calling,
  language: Language = 'en',
) => tell(opened(language, size), report(reportOf(verdicts, bindings)));
const text = (state: State) =>
  screenView(state)
    .map(line => line.map(part => part.text).join(''))
    .join('\n')
    .replace(/\s+/g, ' ');

it('knows of each challenge what is disturbed, and how', () => {
  const plan = fiveChallenges.map(({ number, roles }) => {
    const attempt = attemptOf(press(home('en', size, fiveChallenges), `choose ${number}`));
    return disruptionsOf(attempt).map(({ action, role }) => `${action} ${roles.find(one => one === role)?.suggested}`);
  });
  expect(plan).toEqual([['restart server'], [], ['stop postgres'], ['stop provider'], ['stop orders']]);
});

describe.each(languages)('in %s', language => {
  const t = tourMessages[language].disrupt;

  it('says at the first d what would be done, to which container, and that it is put right', () => {
    const shown = text(press(scene(server('name'), calling, language), 'disrupt'));
    expect(shown).toContain(t.title);
    expect(shown).toContain(t.restart('servidor').replaceAll('`', ''));
    expect(shown).toContain(t.afterwards);
    expect(shown).toContain(t.answer.replaceAll('`', ''));
  });

  it('says what is needed where it cannot be done', () => {
    const asked = (bindings: BindingReport[], verdicts = calling as Parameters<typeof reportOf>[0]) =>
      text(press(scene(bindings, verdicts, language), 'disrupt'));
    const role = { en: 'the server', 'pt-BR': 'o servidor' }[language];
    expect(asked(server('structure'))).toContain(t.obstacle.guessed(role, 'servidor').replaceAll('`', ''));
    expect(asked(server('none'))).toContain(t.obstacle.nobody(role));
    expect(asked(server('ambiguous'))).toContain(t.obstacle.several(role).replaceAll('`', ''));
    expect(asked(server('name'), {})).toContain(t.cannot);
    expect(asked(server('name'), {})).not.toContain(t.answer.replaceAll('`', ''));
  });

  it('says where a challenge has nothing that disturbs', () => {
    const second = press(home(language, size, fiveChallenges), 'choose 2', 'disrupt');
    expect(text(second)).toContain(t.nothing);
    expect(effectsOf(second, disrupt)).toEqual([]);
  });
});

it('does it at the second d, and not at any other key', () => {
  const asked = press(scene(server('bind')), 'disrupt');
  expect(effectsOf(scene(server('bind')), disrupt)).toEqual([]);
  expect(effectsOf(asked, disrupt)).toEqual([{ to: 'watch', kind: 'disrupt', watch: attemptOf(asked).watch }]);
  expect(attemptOf(press(asked, 'disrupt')).disruption).toBe('running');
  for (const key of ['down', 'back', 'hint'] as const) {
    expect(attemptOf(press(asked, key)).disruption).toBeUndefined();
    expect(effectsOf(asked, { kind: 'key', intent: key }).filter(({ to }) => to === 'watch')).toEqual([]);
  }
});

it('asks for nothing new while it is being done, and shows that it is', () => {
  const running = press(scene(server('name')), 'disrupt', 'disrupt');
  expect(effectsOf(running, disrupt)).toEqual([]);
  expect(text(running)).toContain(tourMessages.en.disrupt.running);
});

it('may disturb what lab up made, and stops nothing that was run with --rm', () => {
  const third = press(home('en', size, fiveChallenges), 'choose 3');
  const { challenge } = attemptOf(third);
  const bindings: BindingReport[] = [
    { role: 'postgres', name: 'db', how: 'structure', because: [], candidates: [] },
    { role: 'api', name: 'api', how: 'structure', because: [], candidates: [] },
  ];
  const made = reportOf({}, bindings);
  const objectives = challenge.objectives.map(({ id, title, points, bonus }) => ({
    ...made.objectives[0],
    ...{ id, title: title.en, points, bonus, verdict: 'pass' },
  }));
  const known = tell(third, report({ ...made, objectives } as typeof made));
  const obstacle = (change: Parameters<typeof fakeContainer>[1]) => {
    const facts = fakeFacts({ containers: [fakeContainer('db', change)] });
    return disruptionsOf(attemptOf(tell(known, { kind: 'facts', facts })))[0]?.obstacle?.kind;
  };
  expect(obstacle({})).toBe('guessed');
  expect(obstacle({ labels: { 'estaleiro.challenge': challenge.id } })).toBeUndefined();
  expect(obstacle({ autoRemove: true, labels: { 'estaleiro.challenge': challenge.id } })).toBe('would-be-gone');
});

it('is over with the next complete verdicts, and shows what came of it', () => {
  const running = press(scene(server('name')), 'disrupt', 'disrupt');
  const pending = tell(running, report(reportOf(calling, server('name')), ['by-name']));
  expect(attemptOf(pending).disruption).toBe('running');
  const over = tell(pending, report(reportOf(calling, server('name'))));
  expect(attemptOf(over)).toMatchObject({ disruption: undefined, chosen: 'survives-restart' });
});
