import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Facts } from '../../engine/facts.ts';
import { wrongAt } from '../../format/problem.ts';
import { say } from '../../language/say.ts';
import { noProgress } from '../../progress/progress.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import { verbatim } from '../../test/fakes/verbatim.ts';
import { linearPage } from '../linear/page.ts';
import type { ScreenEvent, State } from '../state.ts';
import { change, facts, happen, home, noon, opened, press, report, reportOf, tell } from '../test/scene.ts';
import { guide, runStep, tourAsked, tourOpened } from '../test/tour-scene.ts';
import { screenView } from './screen.ts';

/*
 * Names, labels, settings, answers of the engine and files of the learner may hold anything. None of it may command the
 * terminal: set its title, write to its clipboard, move the cursor, break a row, or turn the direction of writing around.
 */
const evil = '\u001b]52;c;ZXZpbA==\u0007\u009d0;evil\u009c\u001b[2J\u202ee\rv\n\ti\bl\u0000\u2066';
const dangerous = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const size = { columns: 140, rows: 45 };

const hostileFacts: Facts = fakeFacts({
  containers: ['servidor', 'cliente', 'outro'].map(name =>
    fakeContainer(`${name}${evil}`, {
      ...{ image: `server${evil}`, hostname: evil, restartPolicy: evil, user: evil, workingDirectory: evil },
      ...{ labels: { [evil]: evil }, env: { [evil]: evil }, command: [evil, evil], extraHosts: [evil] },
      networks: [
        { ...fakeAttachment(`rede${evil}`, `172.18.0.2${evil}`), aliases: [evil] },
        fakeAttachment(`outra${evil}`, `172.19.0.2${evil}`),
      ],
      networkMode: `rede${evil}`,
      ports: [{ container: 8080, protocol: 'tcp', host: [{ address: `0.0.0.0${evil}`, port: 8080 }] }],
      mounts: [
        { type: 'volume', source: `dados${evil}`, target: `/data${evil}`, writable: true },
        { type: 'bind', source: `/home/ana${evil}`, target: `/src${evil}`, writable: false },
      ],
    }),
  ),
  networks: [fakeNetwork(`rede${evil}`, { subnets: [evil], driver: evil }), fakeNetwork(`outra${evil}`)],
  volumes: [{ name: `dados${evil}`, driver: evil, anonymous: false, labels: {} }],
  imageTags: [`server${evil}`],
});

const hostileReport = reportOf(
  {},
  [
    {
      role: 'server',
      name: `servidor${evil}`,
      how: 'structure',
      because: [verbatim(`because${evil}`)],
      candidates: [],
    },
    { role: 'client', name: undefined, how: 'ambiguous', because: [verbatim(`because${evil}`)], candidates: [] },
  ],
  { finding: verbatim(`seen${evil}`), expected: verbatim(`wanted${evil}`), next: `docker run ${evil}` },
);
const withSource = { ...hostileReport, engine: { ...hostileReport.engine, version: evil, source: evil } };

const everything = (): State =>
  tell(
    opened('en', size),
    facts(hostileFacts),
    report(withSource),
    ...['create', 'start', 'die', 'destroy', 'rename', 'kill', 'pause', 'oom'].map((action, index) =>
      change(
        'container',
        action,
        hostile({ name: 'x', image: 'y', exitCode: '1', signal: '9', oldName: 'z' }),
        `${index}`,
      ),
    ),
    ...['create', 'destroy', 'connect', 'disconnect'].map((action, index) =>
      change('network', action, hostile({ name: 'rede', container: 'c' }), `n${index}`),
    ),
    ...['create', 'destroy'].map(action => change('volume', action, hostile({ name: 'dados' }), `v${action}${evil}`)),
    ...['tag', 'untag', 'delete'].map(action =>
      change('image', action, hostile({ name: 'server' }), `i${action}${evil}`),
    ),
    facts(hostileFacts),
  );

function hostile(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value + evil]));
}

const engine = (event: Extract<ScreenEvent, { kind: 'engine' }>['event']): ScreenEvent => ({ kind: 'engine', event });
const trouble = { message: `m${evil}`, why: `w${evil}`, next: [`n${evil}`] };

function log(state: State): State {
  const session = state.logs.session;
  const news = (what: Extract<ScreenEvent, { kind: 'logs' }>['event']['news']): ScreenEvent => ({
    kind: 'logs',
    event: { session, news: what },
  });
  const at = new Date(noon).toISOString();
  const lines = [evil, `a${evil}b`].map(text => ({ at: `${at}${evil}`, stream: 'stderr' as const, text }));
  return happen(state, news({ kind: 'lines', lines, leftOut: 0 }));
}

const things = [{ kind: 'container' as const, name: `server${evil}`, removal: `docker rm ${evil}` }];
const scenes: Record<string, () => State> = {
  objectives: everything,
  'every level of the hint': () => press(everything(), 'hint', 'hint', 'hint'),
  disruption: () => press(everything(), 'disrupt'),
  map: () => press(everything(), 'map'),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `thing ${index} of the map`,
      () => press(everything(), 'map', ...Array.from({ length: index }, () => 'down' as const)),
    ]),
  ),
  'a role given on the map': () => press(everything(), 'map', 'down', 'assign', 'assign'),
  commands: () => press(everything(), 'commands'),
  report: () => press(everything(), 'report'),
  'the log of a container': () => log(press(everything(), 'logs')),
  'the log with times': () => press(log(press(everything(), 'logs')), 'times'),
  'a search': () =>
    happen(
      press(log(press(everything(), 'logs')), 'search'),
      { kind: 'paste', text: evil },
      { kind: 'key', intent: 'accept' },
    ),
  'names that are taken': () =>
    guide(tourAsked('en', size), { kind: 'looked', ground: { taken: things, things: [], steps: [] } }),
  'an earlier run': () => guide(tourAsked('en', size), { kind: 'looked', ground: { taken: [], things, steps: [0] } }),
  'a tour in trouble': () => guide(tourAsked('en', size), { kind: 'trouble', message: evil }),
  'a removal': () => guide(tourOpened('en', size), { kind: 'removed', things }),
  'what a step said': () => runStep(tourOpened('en', size), { exitCode: 1, message: evil }, `${evil}\n${evil}`),
  'a command that is edited': () => happen(press(tourOpened('en', size), 'edit'), { kind: 'paste', text: evil }),
  'a faulty command': () =>
    press(happen(press(tourOpened('en', size), 'edit'), { kind: 'paste', text: `${evil} > "` }), 'accept'),
  'an engine that is lost': () => tell(everything(), { kind: 'engine-lost', message: evil }),
  'a look that failed': () => tell(everything(), { kind: 'look-failed', message: evil }),
  'a watch that has ended': () =>
    happen(everything(), { kind: 'watch-ended', watch: everything().attempt?.watch ?? 0, message: `m${evil}` }),
  'no engine': () => happen(home('en', size), engine({ kind: 'missing', trouble, canSetUp: true })),
  'no engine, on its page': () =>
    press(happen(home('en', size), engine({ kind: 'missing', trouble, canSetUp: true })), 'doctor'),
  'images that fail': () =>
    press(
      happen(home('en', size), engine({ kind: 'found', source: evil }), engine({ kind: 'images-failed', trouble })),
      'doctor',
    ),
  'what is being made': () =>
    happen(home('en', size), engine({ kind: 'found', source: evil }), engine({ kind: 'said', line: evil })),
  'what is found': () =>
    happen(
      press(home('en', size), 'doctor'),
      engine({ kind: 'examined', findings: [{ id: 'x', ok: false, what: `x${evil}`, fix: `y${evil}` }] }),
    ),
  'progress that cannot be saved': () =>
    happen(home('en', size), {
      kind: 'progress',
      event: {
        kind: 'kept',
        learned: noProgress,
        kept: {
          progress: noProgress,
          backup: undefined,
          troubles: [
            {
              kind: 'set-aside',
              why: 'damaged',
              file: `/home/${evil}`,
              problems: [wrongAt([evil], { expected: say('expected.id') }, evil)],
            },
            { kind: 'not-saved', file: evil, reason: { kind: 'system', message: evil } },
          ],
        },
      },
    }),
  'the list after it': () => press(everything(), 'back'),
  'a brief': () =>
    press(
      {
        ...home('en', size),
        briefs: { [networkedContainers.id]: { en: `# ${evil}\n\`${evil}\`\n\n    ${evil}`, 'pt-BR': evil } },
      },
      'brief',
    ),
};

describe.each(Object.entries(scenes))('%s', (_name, scene) => {
  it('commands no terminal', () => {
    const rows = screenView(scene()).map(line => line.map(part => part.text).join(''));
    expect(rows.filter(row => dangerous.test(row))).toEqual([]);
  });

  it('is said without', () => {
    const said = linearPage(scene()).statements.map(({ text }) => text.replaceAll('\n', ' '));
    expect(said.filter(text => dangerous.test(text))).toEqual([]);
  });
});
