import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { sharedNetworks } from '../roles/addresses.ts';
import { askHttp, networkToAskOn } from './ask-http.ts';
import { pathsIn, usualPaths } from './paths.ts';
import type { Probe } from './probe.ts';

/** They run already: what listens at all does so by now. In milliseconds. */
const startMs = 500;
const answerMs = 3_000;
/** More than a front page is asked of few only. */
const mostAskedMore = 4;
const mostPaths = 16;

/** A live loop looks again and again: what has been asked for all these paths once keeps what that showed. */
const askedMore = new WeakSet<Probe>();

/** A container and the probe that looks into it. */
export interface Watched {
  readonly container: ContainerFacts;
  readonly probe: Probe;
}

/**
 * Active, but gentle: asks for pages until `isClear` says that the traffic has shown who calls whom. Only what somebody
 * built here and put on a network of their own together with another such container is asked: nobody else's business. All
 * of them are asked for the same, lest the first one to call be taken for the only one.
 */
export async function askWhoCalls(
  watched: readonly Watched[],
  facts: Facts,
  isClear: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const candidates = watched.filter(one => isAskable(one, watched, facts));
  const fronts = (await Promise.all(candidates.map(one => askFront(one, candidates, facts, signal)))).flat();
  if (isClear() || fronts.length > mostAskedMore || fronts.every(({ one }) => askedMore.has(one.probe))) return;
  for (const { one } of fronts) askedMore.add(one.probe);
  const paths = [...new Set([...fronts.flatMap(({ body }) => pathsIn(body)), ...usualPaths.slice(1)])];
  for (const path of paths.slice(0, mostPaths)) {
    await Promise.all(fronts.map(({ one, target }) => one.probe.http({ ...target, path }, signal)));
    if (isClear()) return;
  }
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
  const isBuilt = (id: string) => facts.images.some(image => image.id === id && image.origin === 'built');
  const meets = (other: ContainerFacts) => sharedNetworks([container, other], facts).length > 0;
  return (
    isBuilt(container.imageId) &&
    watched.some(other => other.container !== container && isBuilt(other.container.imageId) && meets(other.container))
  );
}
