import { setTimeout as sleep } from 'node:timers/promises';
import { asTyped } from '../../app/invocation.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { LabError, messageOf } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import type { Finding } from '../../setup/doctor/finding.ts';
import { NoEngine } from '../../setup/provide-engine.ts';
import type { EnginePort } from '../ports.ts';
import type { EngineEventForScreen, EngineTrouble } from '../widgets/doctor/engine-state.ts';

/** The engine behind the screen: looked for, set up and examined while the screen is open. */
export interface ScreenEngine extends EnginePort {
  /** The engine in use, once there is one. */
  connected(): Promise<ConnectedEngine>;
}

/** How long after one look in vain the next one is made. */
const retryDelayMs = 2_000;

/** `prepare` makes the lab images ready; a test has its own, and less patience. */
export function screenEngine(lab: Lab, prepare = prepareImages, timeoutMs = retryDelayMs): ScreenEngine {
  const running = new Set<Promise<void>>();
  let current: ConnectedEngine | undefined;
  let next = Promise.withResolvers<ConnectedEngine>();

  const take = (connected: ConnectedEngine) => {
    if (current !== undefined) next = Promise.withResolvers();
    current = connected;
    next.resolve(connected);
  };
  const look = async ({ provide, language, signal: stop }: LookOptions, tell: Tell) => {
    const signal = AbortSignal.any([lab.signal, stop]);
    const tellOn: Tell = event => {
      if (!signal.aborted) tell(event);
    };
    const say = (line: string) => tellOn({ kind: 'said', line: asTyped(line, lab.invocation) });
    const wording = { language, signal, say };
    let wanted = provide;
    while (!signal.aborted) {
      const anew = current !== undefined && !(await answers(current));
      try {
        take(await lab.connect({ ...wording, provide: wanted, anew, confirm: async () => true }));
      } catch (error) {
        tellOn({
          kind: 'missing',
          trouble: troubleOf(error, lab),
          canSetUp: wanted || (error instanceof NoEngine && error.canProvide),
        });
        wanted = false;
        await waitForEngine(language, signal);
        continue;
      }
      const connected = await next.promise;
      tellOn({ kind: 'found', source: connected.source });
      try {
        await prepare(lab, connected, lab.challenges, wording);
        tellOn({ kind: 'images-ready' });
        return;
      } catch (error) {
        if (signal.aborted) return;
        // The engine may have gone in the middle of it: then that is what is to be told.
        if (await answers(connected)) return tellOn({ kind: 'images-failed', trouble: troubleOf(error, lab) });
      }
    }
  };
  /** Until one answers; what was told of its lack stays, for nothing has changed. */
  const waitForEngine = async (language: Language, signal: AbortSignal) => {
    while (!signal.aborted) {
      await sleep(timeoutMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const found = await lab.connect({ provide: false, language, signal, anew: true }).catch(() => undefined);
      if (found !== undefined) return;
    }
  };

  return {
    connected: () => next.promise,
    look: (options, tell) => {
      const run = look(options, tell).finally(() => running.delete(run));
      running.add(run);
      return run;
    },
    examine: language => findings(lab, language),
    settled: async () => {
      await Promise.allSettled(running);
    },
  };
}

type LookOptions = Parameters<EnginePort['look']>[0];
type Tell = (event: EngineEventForScreen) => void;

async function answers({ engine }: ConnectedEngine): Promise<boolean> {
  return await engine.version().then(
    () => true,
    () => false,
  );
}

async function findings(lab: Lab, language: Language): Promise<readonly Finding[]> {
  const { examine } = await import('../../app/examine.ts');
  const found = await examine({ language, env: lab.env, root: lab.root, connect: lab.connect });
  return found.map(({ fix, what, ...finding }) => ({
    ...finding,
    what: asTyped(what, lab.invocation),
    ...(fix === undefined ? {} : { fix: asTyped(fix, lab.invocation) }),
  }));
}

function troubleOf(error: unknown, { invocation }: Lab): EngineTrouble {
  const { why = undefined, next = [] } = error instanceof LabError ? error : {};
  return { message: messageOf(error), why, next: next.map(step => asTyped(step, invocation)) };
}
