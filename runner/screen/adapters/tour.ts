import { type DockerStep, dockerStep } from '../../app/docker-step.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { refuseTaken, removalOf, requireDocker } from '../../app/refuse.ts';
import { runDocker } from '../../app/run-docker.ts';
import { solutionPlace } from '../../app/solution-place.ts';
import { dockerSteps, takenNames } from '../../app/up-names.ts';
import { LabError, messageOf } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { raceAbort } from '../../base/race-abort.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { EngineError } from '../../engine/engine.ts';
import type { Facts } from '../../engine/facts.ts';
import { label } from '../../engine/labels.ts';
import type { TourPort } from '../ports.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import type { TourEnd, TourThing } from '../widgets/tour/state.ts';

/** Who leaves the screen while a step runs should not have to wait long for it. */
const graceMs = 2_000;

/** The guided tour on the real engine: what `lab up` and `lab down` do, one command at a time. */
export function screenTour(lab: Pick<Lab, 'root' | 'env'>, connected: () => Promise<ConnectedEngine>): TourPort {
  // Without an engine there is nothing to wait for when the screen is closed.
  const connect = (signal: AbortSignal) => raceAbort(connected(), signal);
  return {
    look: async (challenge, signal) => {
      const { engine } = await connect(signal);
      const facts = await engine.facts({ signal });
      const things = thingsOf(challenge, facts);
      const isThere = ({ kind, name }: DockerStep) => things.some(it => it.kind === kind && it.name === name);
      return {
        taken: takenNames(challenge, facts).map(taken => ({ ...taken, removal: removalOf(taken) })),
        things,
        steps: dockerSteps(challenge).flatMap((step, index) => (isThere(step) ? [index] : [])),
      };
    },
    run: async (challenge, command, { language, signal, output }) => {
      try {
        const step = dockerStep(command, challenge.id);
        const { engine } = await connect(signal);
        refuseTaken(language, takenNames(challenge, await engine.facts({ signal }), [step]));
        await requireDocker(language);
        const place = solutionPlace(lab, engine, challenge);
        const { exitCode } = await runDocker(step.words, step.kind === 'image', { ...place, signal, graceMs, output });
        return { exitCode, made: exitCode === 0 ? madeBy(step) : undefined };
      } catch (error) {
        return { exitCode: undefined, message: toldInOneLine(error, language) };
      }
    },
    remove: async (challenge, signal) => {
      const { engine } = await connect(signal);
      return engine.removeLabelled({ [label.challenge]: challenge.id }, { signal });
    },
  };
}

function thingsOf(challenge: Challenge, { containers, networks, volumes }: Facts): TourThing[] {
  const ours = (kind: TourThing['kind'], all: readonly Pick<Facts['volumes'][number], 'name' | 'labels'>[]) =>
    all.filter(({ labels }) => labels[label.challenge] === challenge.id).map(({ name }) => ({ kind, name }));
  return [...ours('container', containers), ...ours('network', networks), ...ours('volume', volumes)];
}

function madeBy({ kind, name }: DockerStep): TourEnd['made'] {
  return name === undefined || kind === 'image' || kind === 'other' ? undefined : { kind, name };
}

function toldInOneLine(error: unknown, language: Language): string {
  if (error instanceof EngineError && (error.kind === 'unreachable' || error.kind === 'deadline'))
    return `${walkthroughMessages[language].engineLost}.`;
  if (!(error instanceof LabError)) return messageOf(error);
  const parts = [error.message, error.why ?? '', ...error.next].filter(text => text !== '');
  return parts.map((part, index) => (index < parts.length - 1 && /[^.:!?]$/.test(part) ? `${part}.` : part)).join(' ');
}
