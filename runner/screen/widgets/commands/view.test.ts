import { describe, expect, it } from 'vitest';
import { languages } from '../../../base/language.ts';
import { lineWidth } from '../../../base/text/line.ts';
import type { LiveEvent } from '../../../live/live-event.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage } from '../../../test/fakes/facts.ts';
import type { Attempt, State } from '../../state.ts';
import { change, facts, opened, press, report, reportOf, tell } from '../../test/scene.ts';
import { layoutOf } from '../../views/layout.ts';
import { commandLogMessages } from './texts.ts';
import { commandLogLines } from './view.ts';

const size = { columns: 80, rows: 24 };

function attemptOf({ attempt }: State): Attempt {
  if (attempt === undefined) throw new Error('no challenge is open');
  return attempt;
}

/** The log as wide and high as the screen draws it. */
function rows(state: State): string[] {
  const { side, commands } = layoutOf(attemptOf(state).challenge, state.size, state.shell);
  return commandLogLines(state, attemptOf(state), side, commands).map(line => line.map(part => part.text).join(''));
}

/** A network for each number. */
const networks = (from: number, to: number): LiveEvent[] =>
  Array.from({ length: to - from }, (_, index) =>
    change('network', 'create', { name: `net-${from + index}` }, `${index}`),
  );
const log = (...events: LiveEvent[]) => press(tell(opened('en', size), ...events), 'commands');

it('shows a container’s own command once it has been looked at', () => {
  const container = fakeContainer('cliente', {
    image: 'client',
    networkMode: 'minha-rede',
    networks: [fakeAttachment('minha-rede', '172.18.0.3')],
    env: { API_TOKEN: 'hush' },
    user: '',
    workingDirectory: '',
  });
  const state = log(
    change('container', 'create', { name: 'cliente', image: 'client' }, container.id),
    change('network', 'connect', { name: 'minha-rede', container: container.id }, 'net'),
    change('container', 'start', { name: 'cliente', image: 'client' }, container.id),
  );
  expect(rows(state).join('\n')).toContain('$ docker run --detach --name cliente client');
  const seen = tell(
    state,
    facts(fakeFacts({ containers: [container], images: [fakeImage('client', { id: container.imageId })] })),
  );
  expect(rows(seen).join('\n')).toContain('$ docker run --detach --name cliente --network minha-rede \\');
  expect(rows(seen).join('\n')).toContain("--env 'API_TOKEN=***' client");
  expect(attemptOf(seen).log).toHaveLength(1);
});

describe.each(languages)('in %s', language => {
  it('is never wider or higher than asked, whatever the names', () => {
    const names = ['a'.repeat(60), '网络'.repeat(30), 'x\u001b[31mred', 'with space'];
    const state = tell(
      opened(language, size),
      report(reportOf({})),
      ...names.flatMap(name => [
        change('network', 'create', { name }, name),
        change('container', 'create', { name, image: name }, name),
        change('container', 'start', { name, image: name }, name),
        change('container', 'die', { name, image: name, exitCode: '137' }, name),
      ]),
      report(reportOf({ 'own-image': 'pass' })),
      { kind: 'engine-lost', message: 'gone' },
    );
    for (const width of [40, 58, 76, 120]) {
      for (const height of [1, 3, 14, 60]) {
        const lines = commandLogLines(state, attemptOf(state), width, height);
        expect(lines).toHaveLength(height);
        expect(Math.max(...lines.map(lineWidth)), `${width}×${height}`).toBeLessThanOrEqual(width);
        expect(JSON.stringify(lines)).not.toContain('\\u001b');
      }
    }
  });

  it('says what the commands are, and what to do where there are none', () => {
    const t = commandLogMessages[language];
    expect(rows(opened(language, size)).join(' ').replace(/\s+/g, ' ')).toContain(t.quiet);
    expect(rows(tell(opened(language, size), ...networks(0, 1))).join('\n')).toContain(t.like);
    expect(rows(tell(opened(language, size), ...networks(0, 30))).join('\n')).toContain(t.like);
  });
});

describe('reading back', () => {
  const full = log(...networks(0, 30));

  it('follows what happens until somebody reads back, and then stays where it is read', () => {
    expect(rows(full).join('\n')).toContain('net-29');
    const back = press(full, 'page-up');
    expect(rows(back)).not.toEqual(rows(full));
    const before = rows(back).slice(0, -1);
    expect(rows(tell(back, ...networks(30, 33))).slice(0, -1)).toEqual(before);
    expect(rows(press(back, 'last'))).toEqual(rows(full));
  });

  it('goes to the first entry and no further', () => {
    const first = press(full, 'first');
    expect(rows(first)[0]).toContain('net-0');
    expect(press(first, 'up').commands).toEqual(first.commands);
  });
});

it('keeps the last two hundred entries', () => {
  expect(attemptOf(log(...networks(0, 300))).log).toHaveLength(200);
});
