import { CouldNotLook } from '../base/errors.ts';
import type { Challenge, Check } from '../challenge/definition.ts';
import { isDisruptive } from '../checks/disruptive-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import { gather } from '../checks/gather.ts';
import { definitionOf } from '../checks/registry.ts';
import { type Span, type Trace, tracer } from '../checks/trace.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import { EngineError } from '../engine/engine.ts';
import type { EngineVersion } from '../engine/facts.ts';
import { say } from '../language/say.ts';
import { probeImage } from '../probes/probe.ts';
import { Probes } from '../probes/probes.ts';
import type { Binds } from '../roles/binding.ts';
import { bindingReport } from '../roles/binding-report.ts';
import { judge } from './judge.ts';
import { followOtherLabs, OtherLabs, othersMs } from './other-labs.ts';
import { type ObjectiveReport, type Report, scoreOf } from './report.ts';

export interface VerifyOptions {
  /** Role → container name or id, as given with `--bind`. */
  readonly binds: Binds;
  /** Role → the path of its service behind a gateway, as the workspace's `lab.json` gives it. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Paths that the author's own scripts, prose and sources name, likeliest first. */
  readonly statedPaths?: readonly string[];
  /** Whether the learner's containers may be disturbed. */
  readonly disrupt: boolean;
  /** True if the engine and all on it are thrown away afterwards: then nothing has to be bound by name for it. */
  readonly throwaway?: boolean;
  readonly signal: AbortSignal;
  /** How long to wait for the client's next call, in milliseconds. */
  readonly waitMs?: number;
  /** Probes to use and to leave open; else the run opens its own and closes them. */
  readonly probes?: Probes;
  readonly trace?: (span: Span) => void;
  /** What is known of the other labs on the engine; else the run follows the engine's events for it. */
  readonly otherLabs?: OtherLabs;
  /** Is called where another lab's outages have to be waited for. */
  readonly onWait?: () => void;
  /** Gets what the verdicts were made from, for recording it. */
  readonly onEvidence?: (evidence: Evidence) => void;
}

const usualWaitMs = 12_000;
/** So often the whole is looked at again where another lab disturbed it. */
const maxRounds = 3;

/** Verifies a challenge on a real engine, once. Throws CouldNotLook when the engine fails. */
export async function verify(
  challenge: Challenge,
  connected: ConnectedEngine,
  options: VerifyOptions,
): Promise<Report> {
  const { engine } = connected;
  const spans: Span[] = [];
  const trace = tracer(span => {
    spans.push(span);
    options.trace?.(span);
  });
  await using own = new OwnProbes(options.probes ?? new Probes(engine), options.probes === undefined);
  try {
    const [version, image] = await trace('engine', () =>
      Promise.all([engine.version({ signal: options.signal }), engine.image(probeImage, { signal: options.signal })]),
    );
    if (image === undefined) throw new CouldNotLook(say('lab.no-images'), say('lab.build-images'));
    const evidence = await gatherUndisturbed(challenge, connected, own.probes, { ...options, trace });
    options.onEvidence?.(evidence);
    const told = { binds: options.binds, at: Date.now() };
    return reportOf(challenge, evidence, { ...version, source: connected.source }, told, spans);
  } catch (error) {
    if (error instanceof EngineError) {
      const { message: why } = error;
      throw new CouldNotLook(say('lab.engine-gone', { address: engine.address }), say('lab.see-doctor'), {
        why,
        cause: error,
      });
    }
    throw error;
  }
}

/**
 * Gathers the evidence while no other lab disturbs anything: waits for that, and does it again where one has come between. Where
 * that goes on for too long, the evidence says so.
 */
async function gatherUndisturbed(
  challenge: Challenge,
  { engine, journal }: ConnectedEngine,
  probes: Probes,
  options: Omit<VerifyOptions, 'trace'> & { readonly trace: Trace },
): Promise<Evidence> {
  const { signal, onWait } = options;
  await using followed = options.otherLabs === undefined ? await followOtherLabs(engine, signal) : undefined;
  const others = options.otherLabs ?? followed ?? new OtherLabs(engine);
  const until = performance.now() + othersMs;
  const waiting = { signal, until, ...(onWait === undefined ? {} : { onWait }) };
  for (let round = 1; ; round++) {
    await others.over(until, signal, onWait);
    let since = performance.now();
    const evidence = await gather(challenge, engine, probes, {
      binds: options.binds,
      ...(options.paths === undefined ? {} : { paths: options.paths }),
      ...(options.statedPaths === undefined ? {} : { statedPaths: options.statedPaths }),
      disrupt: options.disrupt,
      throwaway: options.throwaway === true,
      waitMs: options.waitMs ?? usualWaitMs,
      signal,
      trace: options.trace,
      journal,
      takeTurn: async containers => {
        const turn = await others.takeTurn(containers, since, waiting);
        if (turn.isOurs) since = performance.now();
        return turn;
      },
    });
    const isUndisturbed = evidence.othersDisturbed !== true && !(await others.haveDisturbedSince(since, signal));
    // What holds in spite of it does hold.
    if (isUndisturbed || !isAnythingOpen(challenge, evidence)) return evidence;
    if (round === maxRounds || performance.now() >= until) return { ...evidence, othersDisturbed: true };
  }
}

/** Whether something does not hold, or could not be told, but for what only a disturbance of ours would tell. */
function isAnythingOpen(challenge: Challenge, evidence: Evidence): boolean {
  const verdicts = judge(challenge, evidence).map(({ verdict }) => verdict);
  return challenge.objectives.some(({ check }, index) => {
    const verdict = verdicts[index];
    return verdict !== 'pass' && !(verdict === 'unknown' && isDisruptive(check));
  });
}

/**
 * Puts the verdicts together with who plays what and the score. Pure but for nothing: the evidence decides. `at` is when, by
 * our own clock, which tells people of it; the evidence's where none is given.
 */
export function reportOf(
  challenge: Challenge,
  evidence: Evidence,
  engine: EngineVersion & { readonly source: string },
  options: { readonly binds: Binds; readonly at?: number },
  spans: readonly Span[] = [],
): Report {
  const judged = judge(challenge, evidence);
  const objectives = challenge.objectives.flatMap(({ check }, index): ObjectiveReport[] => {
    const verdict = judged[index];
    if (verdict === undefined) return [];
    return [{ ...verdict, durationMs: Math.round(durationOf(check, spans)) }];
  });
  return {
    challenge: challenge.id,
    at: new Date(options.at ?? evidence.at).toISOString(),
    engine,
    bindings: evidence.bindings.map(binding => bindingReport(binding, binding.role in options.binds)),
    score: scoreOf(objectives),
    objectives,
  };
}

function durationOf(check: Check, spans: readonly Span[]): number {
  const { observes } = definitionOf(check);
  const name = observes === 'facts' ? observes : observes.name;
  return spans.find(span => span.name === name)?.ms ?? 0;
}

class OwnProbes implements AsyncDisposable {
  readonly probes: Probes;
  readonly #isOurs: boolean;

  constructor(probes: Probes, isOurs: boolean) {
    this.probes = probes;
    this.#isOurs = isOurs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isOurs) await this.probes[Symbol.asyncDispose]();
  }
}
