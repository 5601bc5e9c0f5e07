import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { languages } from '../../base/language.ts';
import type { LogLine } from '../../engine/facts.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import type { Press } from '../intent.ts';
import { reduce } from '../reducer.ts';
import type { State } from '../state.ts';
import { createStore } from '../store.ts';
import { allIds, change, home, learnersBindings, noon, opened, press, report, reportOf, tell } from '../test/scene.ts';
import { linearMessages } from '../texts/linear.ts';
import { linearPage } from './page.ts';
import { spokenText } from './spoken.ts';
import { nothingTold, toldOf } from './told.ts';
import { createTranscript, linearSize } from './transcript.ts';

const drawing = /[─-╿▀-▟⠀-⣿✔✖○●•❯▶↑↓]|\p{Cc}| {2}/u;

/** A transcript, and what it says of each event. */
function listen(start: State) {
  const store = createStore(reduce, start);
  const transcript = createTranscript(store, () => noon);
  let heard = 0;
  const news = () => {
    const said = transcript.said();
    const lines = said.slice(heard);
    heard = said.length;
    return lines;
  };
  const after = (work: () => void) => {
    work();
    return news();
  };
  return {
    first: news(),
    press: (...presses: (string | Press)[]) =>
      after(() => {
        for (const one of presses)
          transcript.dispatch({ kind: 'press', press: typeof one === 'string' ? { input: one } : one });
      }),
    live: (event: Parameters<typeof tell>[1]) =>
      after(() => {
        const watch = store.getState().attempt?.watch ?? 0;
        store.dispatch({ kind: 'live', watch, event, at: noon });
      }),
    logs: (...texts: string[]) =>
      after(() => {
        const lines = texts.map((text): LogLine => ({ at: new Date(noon).toISOString(), stream: 'stdout', text }));
        const { session } = store.getState().logs;
        store.dispatch({ kind: 'logs', event: { session, news: { kind: 'lines', lines, leftOut: 0 } } });
      }),
    tick: () => after(() => store.dispatch({ kind: 'tick', now: noon + 60_000 })),
  };
}

const enter: Press = { input: '', return: true };
const esc: Press = { input: '', escape: true };
const down: Press = { input: '', downArrow: true };

const facts = fakeFacts({
  containers: [
    fakeContainer('servidor', {
      networks: [fakeAttachment('app-net', '172.18.0.2')],
      ports: [{ container: 8080, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 8080 }] }],
    }),
  ],
  networks: [fakeNetwork('app-net')],
});

describe('the list', () => {
  const list = listen(home('en', linearSize, fiveChallenges));

  it('is said once, one challenge a line, with the keys at the end', () => {
    expect(list.first[0]).toBe(linearMessages.en.mode);
    expect(list.first.filter(line => line.startsWith('Challenge '))).toHaveLength(5);
    expect(list.first.at(-1)).toMatch(/^Keys: Up, Down move; Enter open; .*question mark help; q quit\.$/);
  });

  it('says where the cursor goes, and nothing else', () => {
    expect(list.press(down)).toEqual(['Selected: 2, SQLite in a volume.']);
    expect(list.tick()).toEqual([]);
  });
});

describe('a challenge', () => {
  it('says objectives, map and the objective in focus; then only what turns', () => {
    const lab = listen(opened('en', linearSize));
    lab.live({ kind: 'facts', facts });
    const first = lab.live(report(reportOf({}, learnersBindings)));
    expect(first.filter(line => line.startsWith('Objective '))).toHaveLength(networkedContainers.objectives.length);
    expect(first.join('\n')).toContain('Selected: Server and client share a network that you created.\nObserved: ');
    expect(lab.live(report(reportOf({}, learnersBindings)))).toEqual([]);
    expect(lab.live(report(reportOf({ 'server-answers': 'pass' }, learnersBindings)))).toEqual([
      'Objective 2 of 7: The server answers HTTP at its address on the network, met, 4 points.',
      '4 of 20 points.',
    ]);
    expect(lab.live(change('network', 'create', { name: 'rede' }))).toHaveLength(1);
  });

  it('tells the map in sentences', () => {
    const lab = listen(
      tell(opened('en', linearSize), { kind: 'facts', facts }, report(reportOf({}, learnersBindings))),
    );
    expect(lab.first).toContain(
      'servidor plays the server, is on network app-net at 172.18.0.2, publishes port 8080, running.',
    );
    expect(lab.press('m').join('\n')).toContain('Selected: ');
  });

  it('says only the objective that the learner goes to, and each hint', () => {
    const lab = listen(tell(opened('en', linearSize), report(reportOf({}))));
    const moved = lab.press(down);
    expect(moved[0]).toBe('Selected: The server answers HTTP at its address on the network.');
    expect(moved.length).toBeLessThan(7);
    expect(lab.press('h').join(' ')).toContain('Hint 1 of 3');
  });

  it('answers for the shell, which is left out', () => {
    const lab = listen(opened('pt-BR', linearSize));
    expect(lab.press('t')).toEqual([linearMessages['pt-BR'].shellLeftOut]);
    expect(lab.press({ input: 't', ctrl: true })).toEqual([linearMessages['pt-BR'].shellLeftOut]);
  });

  it('says that the engine is gone, once, and that it is back', () => {
    const lab = listen(tell(opened('en', linearSize), report(reportOf({}))));
    expect(lab.live({ kind: 'engine-lost', message: 'gone' })[0]).toMatch(/^The engine does not answer\./);
    expect(lab.live({ kind: 'engine-lost', message: 'still gone' })).toEqual([]);
    expect(lab.live({ kind: 'engine-back' }).join(' ')).toMatch(/engine/);
    expect(lab.live({ kind: 'look-failed', message: 'a bug' }).join(' ')).toMatch(/could not check.*: a bug.*trying/);
  });

  it('comes back to a page with few words', () => {
    const lab = listen(tell(opened('en', linearSize), report(reportOf({}))));
    expect(lab.press('b').length).toBeGreaterThan(10);
    const back = lab.press(esc);
    expect(back[0]).toBe('Challenge 1 of 1: Networked containers.');
    expect(back.length).toBeLessThan(9);
    expect(back.at(-1)).toMatch(/^Keys: /);
  });
});

describe('a log', () => {
  it('says each line as it comes, and what is found', () => {
    const lab = listen(tell(opened('en', linearSize), report(reportOf({}, learnersBindings))));
    expect(lab.press('o').join('\n')).toContain('Log of servidor, opening the log…');
    expect(lab.logs('one', 'two').slice(-2)).toEqual(['one', 'two']);
    expect(lab.logs('three')).toEqual(['three']);
    expect(lab.press('/')[0]).toBe(linearMessages.en.typeSearch);
    expect(lab.press('t', 'w', 'o')).toEqual([]);
    expect(lab.press(enter)[0]).toBe('Found, 1 of 1: two');
    expect(lab.logs('four')).toEqual([]);
    expect(lab.press('G').join('\n')).toContain('four');
  });
});

describe.each(languages)('in %s', language => {
  it('draws nothing, on any page', () => {
    const passing = Object.fromEntries(allIds.map(id => [id, 'pass' as const]));
    const states = [reportOf({}, learnersBindings), reportOf(passing, learnersBindings)].map(made =>
      tell(opened(language, linearSize), { kind: 'facts', facts }, report(made)),
    );
    const intents = ['report', 'brief', 'help', 'doctor', 'logs', 'map', 'commands', 'solution', 'disrupt'] as const;
    const all = [home(language, linearSize, fiveChallenges), ...states].flatMap(state => [
      state,
      ...intents.map(intent => press(state, intent)),
      press(state, 'solution', 'solution'),
    ]);
    for (const state of all) {
      const { lines } = toldOf(nothingTold, linearPage(state));
      expect(lines.length).toBeGreaterThan(1);
      // A command may well have two spaces in it.
      for (const line of lines.filter(one => !one.includes('docker'))) expect(line).not.toMatch(drawing);
    }
  });
});

it('leaves signs out, and puts commas for columns', () => {
  const t = linearMessages.en;
  expect(spokenText(' ✔ Docker     20.10', t)).toBe('Docker, 20.10');
  expect(spokenText('── Map ─────', t)).toBe('Map');
  expect(spokenText('  $ docker ps', t)).toBe('command: docker ps');
});
