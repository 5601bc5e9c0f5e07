import type { Asked } from '../../probes/ask-and-count.ts';
import { type CallEvidence, readCalls } from '../../probes/calls.ts';
import { compareAnswers } from '../../probes/compare-answers.ts';
import { askCallee, askGently, numberOfCalls, type OnRequest } from '../../probes/evidence/on-request.ts';
import type { RequestEvidence, Round } from '../../probes/evidence/request-evidence.ts';
import { findPath } from '../../probes/paths/find-path.ts';

type Quiet = RequestEvidence['quiet'];

const quietMs = 300;
const longestQuietMs = 3_000;
const rounds = 3;
/** Where calls come unasked, it takes more rounds to tell them apart from those that a request causes. */
const roundsInNoise = 8;
const quietInNoiseMs = 1_000;

/**
 * Active, but gentle: asks a container for pages, likeliest first, until one makes it call the other; asks for that page
 * again, to see that each request does so and that it does not call at other times as well; and asks the other for what
 * it was seen being asked for, to compare the answers.
 */
export async function askForCalls(scene: OnRequest, signal: AbortSignal): Promise<RequestEvidence> {
  let quiet = await watchQuietly(scene, quietMs, signal);
  // By the engine's clock, which is the probe's; a probe has told something before it is given to anybody.
  const since = scene.parties.asked.probe.observations.at(-1)?.at ?? 0;
  const { tries, best, questions, samples, answered } = await findPath(scene, signal);
  const copied = best === undefined ? await findCopy(scene, answered, signal) : undefined;
  const repeated: Asked[] = [];
  const said = [...samples];
  const isNoisy = quiet.calls > 0;
  while (best !== undefined && repeated.length < (isNoisy ? roundsInNoise : rounds)) {
    repeated.push(await askGently(scene, best.path, signal));
    said.push(...(await askCallee(scene, questions, signal)));
  }
  const told = repeated.map(asked => roundOf(asked, scene.to));
  const wanted = Math.max(
    told.reduce((total, { ms }) => total + ms, 0),
    isNoisy ? quietInNoiseMs : 0,
  );
  const more = Math.min(longestQuietMs, wanted) - quiet.ms;
  if (more > 0) quiet = plus(quiet, await watchQuietly(scene, more, signal));
  return {
    port: scene.port,
    tries,
    path: best?.path,
    ...(scene.path === undefined ? {} : { given: scene.path }),
    ...(copied === undefined ? {} : { copied }),
    rounds: told,
    quiet,
    calls: callsSince(scene, since),
    data:
      best &&
      compareAnswers(
        [best, ...repeated].map(({ outcome }) => outcome),
        said,
      ),
  };
}

const maxCompared = 6;

/** An answer that shows what the callee says to the same question, or on its front page, without having asked it. */
async function findCopy(
  scene: OnRequest,
  answered: readonly Asked[],
  signal: AbortSignal,
): Promise<RequestEvidence['copied']> {
  const compared = answered.slice(0, maxCompared);
  const samples = await askCallee(scene, [...new Set(['/', ...compared.map(({ path }) => path)])], signal);
  for (const { path, outcome } of compared) {
    const data = compareAnswers([outcome], samples);
    if (data?.enough) return { path, shown: data.shown[0] ?? '' };
  }
  return undefined;
}

const roundOf = ({ outcome, calls, watchedMs }: Asked, to: string): Round => ({
  status: outcome.ok ? outcome.status : undefined,
  calls: numberOfCalls(calls[to]),
  ms: watchedMs,
});

async function watchQuietly(scene: OnRequest, ms: number, signal: AbortSignal): Promise<Quiet> {
  const { probe } = scene.parties.asked;
  await probe.snapshot(signal);
  const before = probe.observations.length;
  const began = performance.now();
  await probe.until(() => false, ms, signal);
  await probe.snapshot(signal);
  const seen = readFrom(scene, probe.observations.slice(before));
  return { ms: Math.round(performance.now() - began), calls: numberOfCalls(seen) };
}

const plus = (one: Quiet, other: Quiet): Quiet => ({ ms: one.ms + other.ms, calls: one.calls + other.calls });

/** How it called since a moment; what it asked name servers before that still tells how it finds the callee. */
function callsSince(scene: OnRequest, since: number): CallEvidence {
  const evidence = readFrom(scene, scene.parties.asked.probe.observations);
  return { ...evidence, calls: evidence.calls.filter(({ at, sign }) => at >= since && sign !== 'closed') };
}

function readFrom({ parties, to }: OnRequest, observations: Parameters<typeof readCalls>[3]['caller']): CallEvidence {
  const callee = parties.others[to];
  if (callee === undefined) throw new TypeError(`nobody plays ${to}`);
  return readCalls(parties.asked.container, callee.container, parties.facts, { caller: observations, callee: [] });
}
