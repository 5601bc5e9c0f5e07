import { describe, expect, it } from 'vitest';
import { languages } from '../../../base/language.ts';
import { lineWidth } from '../../../base/text/line.ts';
import type { Intent } from '../../intent.ts';
import { initialState, type State } from '../../state.ts';
import { effectsOf, happen, home, press } from '../../test/scene.ts';
import { screenView } from '../../views/screen.ts';
import type { EngineEventForScreen } from './engine-state.ts';

const trouble = { message: 'No engine answers.', why: 'Nothing listens.', next: ['apt-get install docker.io'] };
const missing: EngineEventForScreen = { kind: 'missing', trouble, canSetUp: true };
const found: EngineEventForScreen = { kind: 'found', source: 'DOCKER_HOST' };
const said = (line: string): EngineEventForScreen => ({ kind: 'said', line });

/** The screen as it opens: nothing is known of an engine. */
function fresh(language: 'en' | 'pt-BR' = 'en', size = { columns: 80, rows: 24 }): State {
  return initialState({ ...home(language, size), now: 0 });
}
function tell(state: State, ...events: EngineEventForScreen[]): State {
  return events.reduce((now, event) => happen(now, { kind: 'engine', event }), state);
}
const asked = (state: State, intent: Intent) => effectsOf(state, { kind: 'key', intent });
const look = (provide: boolean) => ({ to: 'engine', kind: 'look', provide, language: 'en' }) as const;
const examine = { to: 'engine', kind: 'examine', language: 'en' } as const;
const text = (state: State) =>
  screenView(state)
    .map(line => line.map(part => part.text).join(''))
    .join('\n');

describe('the page', () => {
  it('opens by itself where there is no engine, and closes by itself when there is one', () => {
    const without = tell(fresh(), missing);
    expect(without.reading).toBe('doctor');
    expect(text(without)).toMatch(/✖ No engine answers\.\n +Nothing listens\./);
    const there = tell(without, found);
    expect(there.reading).toBeUndefined();
    expect(text(there)).toContain('Pick a challenge');
  });

  it('stays closed once the learner has closed it, and says on the screen where to look', () => {
    const closed = tell(press(tell(fresh(), missing), 'back'), missing);
    expect(closed.reading).toBeUndefined();
    expect(text(closed)).toContain('✖ No engine yet · D says what to do');
  });

  it('stays open where the learner has opened it', () => {
    const opened = press(tell(fresh(), missing), 'doctor', 'doctor');
    expect(tell(opened, found, { kind: 'images-ready' }).reading).toBe('doctor');
  });

  it('covers neither another page nor the shell', () => {
    expect(tell(press(fresh(), 'help'), missing).reading).toBe('help');
    const typing = { ...fresh(), shell: { ...fresh().shell, open: true, focused: true } };
    expect(tell(typing, missing).reading).toBeUndefined();
  });

  it('opens where the images could not be made, says why, and tries again on r', () => {
    const failed = tell(fresh(), found, said('1 of 3'), { kind: 'images-failed', trouble });
    expect(failed.reading).toBe('doctor');
    expect(text(failed).replace(/\s+/g, ' ')).toContain('could not be made ready No engine answers. Nothing listens.');
    const again = press(failed, 'recheck');
    expect(asked(failed, 'recheck')).toEqual([look(false), examine]);
    expect(tell(again, found, { kind: 'images-ready' }).reading).toBeUndefined();
  });

  it('says in words what was found, and leaves out what it has said already', () => {
    const findings = [
      { id: 'engine', ok: false, what: 'No engine answers' },
      { id: 'disk', ok: 'warning', what: 'Only 2 GB free', fix: 'Make room' },
    ] as const;
    const shown = text(tell(fresh(), missing, { kind: 'examined', findings }));
    expect(shown).toMatch(/! worth knowing: Only 2 GB free\n +What to do: Make room/);
    expect(shown.match(/No engine answers/g)).toHaveLength(1);
  });
});

describe('the engine', () => {
  it('is looked for when the screen opens', () => {
    expect(effectsOf(fresh(), { kind: 'started' })).toEqual([look(false)]);
  });

  it('is examined once when the page opens, and again when it stands otherwise, as long as the page is open', () => {
    const ready = tell(fresh(), found, { kind: 'images-ready' });
    expect(asked(ready, 'doctor')).toEqual([examine]);
    const open = press(ready, 'doctor');
    const hears = (state: State, event: EngineEventForScreen) => effectsOf(state, { kind: 'engine', event });
    expect(hears(open, { kind: 'images-ready' })).toEqual([]);
    expect(hears(open, missing)).toEqual([examine]);
    expect(hears(ready, missing)).toEqual([examine]);
    expect(hears(press(ready, 'help'), missing)).toEqual([]);
    expect(asked(open, 'doctor')).toEqual([]);
    expect(asked(open, 'back')).toEqual([]);
  });

  it('is not told of once the page is closed', () => {
    const closed = press(tell(fresh(), missing), 'back');
    expect(tell(closed, { kind: 'examined', findings: [] }).doctor.findings).toBeUndefined();
  });
});

describe('the set-up', () => {
  it('is one key away, shows what it does, and goes on by itself', () => {
    expect(asked(tell(fresh(), missing), 'set-up')).toEqual([look(true)]);
    const working = tell(
      press(tell(fresh(), missing), 'set-up'),
      said('Installing the engine…'),
      said('  unpacking docker.io'),
    );
    expect(text(working)).toMatch(/Setting up an engine\n +Installing the engine…\n +unpacking docker\.io/);
    expect([...asked(working, 'set-up'), ...asked(working, 'recheck')]).toEqual([]);
    expect(tell(working, found).reading).toBeUndefined();
  });

  it('says what went wrong, what to do, and can be tried again', () => {
    const failed = tell(press(tell(fresh(), missing), 'set-up'), said('x'), missing);
    expect(text(failed)).toMatch(/What to do\n +→ apt-get install docker\.io\n\n +Press u to try once more/);
    expect(asked(failed, 'set-up')).toEqual([look(true)]);
  });

  it('is not offered where the lab cannot do it', () => {
    const state = tell(fresh(), { ...missing, canSetUp: false } as EngineEventForScreen);
    expect(text(state)).toContain('→ apt-get install docker.io');
    expect(text(state)).not.toContain('u set up');
    expect(asked(state, 'set-up')).toEqual([]);
  });
});

it('looks again in the language that the learner has changed to', () => {
  const state = tell(fresh(), missing);
  const inPortuguese = { language: 'pt-BR' } as const;
  expect(asked(state, 'language').filter(({ to }) => to === 'engine')).toEqual([
    { ...look(false), ...inPortuguese },
    { ...examine, ...inPortuguese },
  ]);
  const well = tell(fresh(), found, { kind: 'images-ready' });
  expect(asked(well, 'language').filter(({ to }) => to === 'engine')).toEqual([]);
});

it('shows on the list how far the images are, and on the challenge what it waits for', () => {
  const building = tell(fresh(), found, said('2 of 5: lab/node:26'));
  expect(text(building)).toContain('2 of 5: lab/node:26');
  expect(text(press(building, 'open')).replace(/\s+/g, ' ')).toContain("as soon as the lab's images are ready");
  expect(text(press(building, 'open'))).toMatch(/… Server and client share.* waiting +4/);
  const done = tell(building, { kind: 'images-ready' });
  expect(text(done)).not.toContain('2 of 5');
});

it.each(
  languages.flatMap(language =>
    [
      [60, 18],
      [80, 24],
      [200, 60],
    ].map(([columns, rows]) => ({ language, columns: columns ?? 0, rows: rows ?? 0 })),
  ),
)('fills $columns×$rows exactly, in $language', ({ language, columns, rows }) => {
  const long = { ...trouble, message: 'word '.repeat(60), next: ['x'.repeat(300)] };
  for (const state of [
    fresh(language, { columns, rows }),
    tell(fresh(language, { columns, rows }), { kind: 'missing', trouble: long, canSetUp: true }),
    press(tell(fresh(language, { columns, rows }), missing), 'set-up'),
    tell(fresh(language, { columns, rows }), found, said('y'.repeat(300)), { kind: 'images-failed', trouble: long }),
  ]) {
    const lines = screenView(state);
    expect(lines).toHaveLength(rows);
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(columns - 2);
  }
});
