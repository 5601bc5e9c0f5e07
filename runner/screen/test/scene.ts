import { readFileSync } from 'node:fs';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { EngineEvent, Facts } from '../../engine/facts.ts';
import type { LiveEvent } from '../../live/live-event.ts';
import { noProgress, type Progress } from '../../progress/progress.ts';
import type { BindingReport } from '../../roles/binding-report.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import { verbatim } from '../../test/fakes/verbatim.ts';
import type { ObjectiveReport, Report } from '../../verdict/report.ts';
import type { Effect } from '../effects/effect.ts';
import type { Intent } from '../intent.ts';
import { reduce } from '../reducer.ts';
import type { ScreenEvent, Size, State } from '../state.ts';
import { initialState } from '../state.ts';
import { progressFrom } from '../widgets/progress/state.ts';

/** Fixed moments, so that frames are the same on every run. */
export const noon = Date.UTC(2026, 10, 20, 12, 0, 0);

const briefs = new URL('../../../challenges/01-networked-containers/', import.meta.url);

/** The list of challenges on a terminal of a size. */
export function home(
  language: Language,
  size: Size,
  challenges: readonly Challenge[] = [networkedContainers],
  progress: Progress = noProgress,
): State {
  const brief = {
    en: readFileSync(new URL('brief.en.md', briefs), 'utf8'),
    'pt-BR': readFileSync(new URL('brief.pt-BR.md', briefs), 'utf8'),
  };
  const start = initialState({
    size,
    language,
    challenges,
    briefs: { [networkedContainers.id]: brief },
    progress: progressFrom({ progress, troubles: [] }),
    now: noon,
  });
  return [{ kind: 'found', source: 'DOCKER_HOST' } as const, { kind: 'images-ready' } as const].reduce(
    (state, event) => happen(state, { kind: 'engine', event }),
    start,
  );
}

/** Challenge 1, opened, with nothing known yet. */
export function opened(language: Language, size: Size): State {
  return press(home(language, size), 'open');
}

/** The state after events. */
export function happen(state: State, ...events: ScreenEvent[]): State {
  return events.reduce((now, event) => reduce(now, event).state, state);
}

/** What the screen asks the world for at an event. */
export function effectsOf(state: State, event: ScreenEvent): readonly Effect[] {
  return reduce(state, event).effects;
}

export function press(state: State, ...intents: Intent[]): State {
  return happen(state, ...intents.map(intent => ({ kind: 'key', intent }) as const));
}

/** What the watch of the open challenge tells, one second after another. */
export function tell(state: State, ...events: LiveEvent[]): State {
  return events.reduce(
    (now, event, index) =>
      happen(now, { kind: 'live', watch: now.attempt?.watch ?? 0, event, at: noon + index * 1000 }),
    state,
  );
}

/** A report on challenge 1 in which the objectives named have the verdicts given, and all others fail. */
export function reportOf(
  verdicts: Readonly<Record<string, Verdict>>,
  bindings: readonly BindingReport[] = noBindings,
  details: Partial<ObjectiveReport> = {},
): Report {
  const objectives = networkedContainers.objectives.map((objective): ObjectiveReport => {
    const verdict = verdicts[objective.id] ?? 'fail';
    return {
      id: objective.id,
      points: objective.points,
      bonus: objective.bonus,
      verdict,
      finding: verbatim(
        'No container is on a network that you created: `client` is on `bridge`, `server` is on `bridge`.',
      ),
      expected: verbatim('Both containers on one network that you made with `docker network create`.'),
      next:
        verdict === 'pass'
          ? ''
          : 'docker run --detach --name client --network app-net --env SERVER_URL=http://server:8080 client',
      durationMs: 4,
      ...details,
    };
  });
  const sum = (bonus: boolean) =>
    objectives.reduce((total, one) => total + (one.bonus === bonus && one.verdict === 'pass' ? one.points : 0), 0);
  const possible = objectives.reduce((total, one) => total + (one.bonus ? 0 : one.points), 0);
  return {
    challenge: networkedContainers.id,
    at: new Date(noon).toISOString(),
    engine: { version: '20.10.24', api: '1.41', os: 'linux', arch: 'amd64', source: 'DOCKER_HOST' },
    bindings,
    score: { earned: sum(false), possible, bonus: sum(true) },
    objectives,
  };
}

const noBindings: readonly BindingReport[] = [
  {
    role: 'server',
    name: undefined,
    how: 'none',
    because: [verbatim('No container listens on a port.')],
    candidates: [],
  },
  {
    role: 'client',
    name: undefined,
    how: 'none',
    because: [verbatim('No container calls another one.')],
    candidates: [],
  },
];

export const learnersBindings: readonly BindingReport[] = [
  { role: 'server', name: 'servidor', how: 'name', because: [verbatim('its name says so')], candidates: [] },
  {
    role: 'client',
    name: 'cliente',
    how: 'structure',
    because: [verbatim('it connects to `servidor` on `minha-rede`')],
    candidates: [],
  },
];

/** What is on the engine of the learner whose containers are `servidor` and `cliente`. */
export const learnersFacts: Facts = fakeFacts({
  containers: [
    fakeContainer('servidor', { networks: [fakeAttachment('minha-rede', '172.18.0.2')], networkMode: 'minha-rede' }),
    fakeContainer('cliente', { networks: [fakeAttachment('minha-rede', '172.18.0.3')], networkMode: 'minha-rede' }),
  ],
  networks: [fakeNetwork('minha-rede', { subnets: ['172.18.0.0/16'] })],
});

export function facts(seen: Facts): LiveEvent {
  return { kind: 'facts', facts: seen };
}

export function report(made: Report, pending: readonly string[] = []): LiveEvent {
  return { kind: 'report', report: made, complete: pending.length === 0, pending };
}

export function change(type: string, action: string, attributes: Record<string, string>, id = 'f00d'): LiveEvent {
  const event: EngineEvent = { at: new Date(noon).toISOString(), type, action, id, attributes };
  return { kind: 'change', event };
}

export const allIds: readonly string[] = networkedContainers.objectives.map(objective => objective.id);
