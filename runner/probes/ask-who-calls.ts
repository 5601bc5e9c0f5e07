import { sharedNetworks } from '../engine/addresses.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { mayBeOwnProgram } from '../engine/official-images.ts';
import { askHttp, networkToAskOn } from './ask-http.ts';
import { inOrder, pathsIn, usualPaths } from './paths/paths.ts';
import type { Probe } from './probe.ts';

/** They run already: what listens at all does so by now. In milliseconds. */
const startMs = 500;
const answerMs = 3_000;
/** More than a front page is asked of few only. */
const maxAskedMore = 8;
const maxPaths = 160;
const maxMs = 15_000;

/** A live loop looks again and again: what has been asked for all these paths once keeps what that showed. */
const askedMore = new WeakMap<Probe, readonly string[]>();

/** A container and the probe that looks into it. */
export interface Watched {
  readonly container: ContainerFacts;
  readonly probe: Probe;
}

/** Who answers HTTP of those that were asked, and what for. */
export interface AskedAround {
  readonly answering: readonly ContainerFacts[];
  /** The paths that all of them were asked for. */
  readonly paths: readonly string[];
}

/**
 * Active, but gentle: asks for pages until `isClear` says that the traffic has shown who calls whom: those that their author
 * names (`stated`), those that their answers name, then the usual ones. Only programs of somebody's own, put on a network of
 * their own together with another such container, are asked: nobody else's business. All of them are asked for the same, lest
 * the first one to call be taken for the only one.
 */
export async function askWhoCalls(
  watched: readonly Watched[],
  facts: Facts,
  stated: (candidates: readonly Watched[]) => Promise<readonly string[]>,
  isClear: () => boolean,
  signal: AbortSignal,
): Promise<AskedAround> {
  const candidates = watched.filter(one => isAskable(one, watched, facts));
  const fronts = (await Promise.all(candidates.map(one => askFront(one, candidates, facts, signal)))).flat();
  const answering = fronts.map(({ one }) => one.container);
  const before = fronts.map(({ one }) => askedMore.get(one.probe)).find(paths => paths !== undefined);
  if (isClear() || fronts.length > maxAskedMore || fronts.every(({ one }) => askedMore.has(one.probe)))
    return { answering, paths: before ?? ['/'] };
  const asked = ['/'];
  for (const { one } of fronts) askedMore.set(one.probe, asked);
  const began = performance.now();
  const named = await stated(fronts.map(({ one }) => one));
  const paths = inOrder(
    named,
    fronts.flatMap(({ body }) => pathsIn(body)),
    usualPaths,
  ).filter(path => path !== '/');
  for (const path of paths.slice(0, maxPaths)) {
    if (performance.now() - began > maxMs) break;
    await Promise.all(fronts.map(({ one, target }) => one.probe.http({ ...target, path }, signal)));
    asked.push(path);
    if (isClear()) break;
  }
  return { answering, paths: asked };
}

/** One that answers HTTP, where, and what its front page says; empty where it does not answer. */
async function askFront(one: Watched, candidates: readonly Watched[], facts: Facts, signal: AbortSignal) {
  const others = candidates.filter(other => other !== one).map(({ container }) => container);
  const network = networkToAskOn(one.container, others, facts);
  if (network === undefined) return [];
  const { address, attempts } = await askHttp(one.container, network, one.probe, startMs, signal);
  const answer = attempts.find(({ outcome }) => outcome.ok);
  if (!answer?.outcome.ok) return [];
  const { port } = answer;
  const target = { address, port, host: `${one.container.name}:${port}`, timeoutMs: answerMs };
  return [{ one, target, body: answer.outcome.body }];
}

function isAskable({ container }: Watched, watched: readonly Watched[], facts: Facts): boolean {
  const isOwn = (other: ContainerFacts) => mayBeOwnProgram(other, facts);
  const meets = (other: ContainerFacts) => sharedNetworks([container, other], facts).length > 0;
  return (
    isOwn(container) &&
    watched.some(other => other.container !== container && isOwn(other.container) && meets(other.container))
  );
}
