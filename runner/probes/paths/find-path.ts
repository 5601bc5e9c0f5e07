import type { Asked } from '../ask-and-count.ts';
import { showsData } from '../compare-answers.ts';
import { askCallee, askGently, numberOfCalls, type OnRequest, type Sample } from '../evidence/on-request.ts';
import type { Tried } from '../evidence/request-evidence.ts';
import type { Probe } from '../probe.ts';
import { isHealthCheck } from './health-check.ts';
import { inOrder, pathsIn, usualPaths } from './paths.ts';

/** No more is tried after this long. */
const maxMs = 20_000;
/** Where so many paths call and none shows the callee's data, the others will not either. */
const maxCalling = 4;
const maxQuestions = 5;
const maxAnswered = 8;
/** Where no path was found, the usual ones are tried again after this long. */
const retryDelayMs = 10_000;

/** What a look learnt for the next one, where a live loop looks at the same run of a container again and again. */
const learnt = new WeakMap<Probe, { readonly path: string } | { readonly triedAt: number }>();

/** What came of looking for a path that makes one container call the other. */
export interface PathFound {
  readonly tries: readonly Tried[];
  /** The best request of those that made it call; `undefined` if none did. */
  readonly best: Asked | undefined;
  /** The paths that the callee was asked for meanwhile, and what it says to them. */
  readonly questions: readonly string[];
  readonly samples: readonly Sample[];
  /** Good answers for which it called nobody, the first ones. */
  readonly answered: readonly Asked[];
}

/**
 * Asks for pages until one makes it call and shows the callee's data: the one that a person gave, those that its author names,
 * its front page and those that this names, then the usual ones; those that say only whether it lives come last.
 */
export async function findPath(scene: OnRequest, signal: AbortSignal): Promise<PathFound> {
  const began = performance.now();
  const tries: Tried[] = [];
  const found: { asked: Asked; questions: string[]; samples: Sample[]; worth: number }[] = [];
  const before = learnt.get(scene.parties.asked.probe);
  const ahead = [...(scene.path === undefined ? [] : [scene.path]), ...firstToTry(before, scene.named ?? [])];
  const known = new Set<string>();
  const answered: Asked[] = [];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (known.has(path)) continue;
    known.add(path);
    const asked = await askGently(scene, path, signal);
    const called = numberOfCalls(asked.calls[scene.to]) > 0;
    tries.push({ path, status: asked.outcome.ok ? asked.outcome.status : undefined, called });
    if (!called && asked.outcome.ok && asked.outcome.status < 400 && answered.length < maxAnswered)
      answered.push(asked);
    if (called) {
      const questions = questionsIn(asked, scene.to);
      const samples = await askCallee(scene, questions, signal);
      const worth = worthOf(asked, samples);
      found.push({ asked, questions, samples, worth });
      if (worth === 2) break;
    }
    if (path === '/' || path === scene.path) {
      // What it answers to a path that it does not know may name those that it does.
      const index = asked.outcome.ok ? pathsIn(asked.outcome.body) : [];
      const program = path === '/' ? ((await scene.program?.()) ?? []) : [];
      ahead.splice(0, ahead.length, ...inOrder(program, index, ahead));
    }
    if (performance.now() - began > maxMs || found.length >= maxCalling) break;
  }
  const [best] = found.sort((one, other) => other.worth - one.worth);
  if (best !== undefined) learnt.set(scene.parties.asked.probe, { path: best.asked.path });
  else if (ahead.length === 0 && tries.length > 1) learnt.set(scene.parties.asked.probe, { triedAt: began });
  return { tries, best: best?.asked, questions: best?.questions ?? [], samples: best?.samples ?? [], answered };
}

function firstToTry(before: ReturnType<typeof learnt.get>, named: readonly string[]): string[] {
  const all = () => inOrder(named, usualPaths);
  if (before === undefined) return all();
  if ('path' in before) return [before.path, '/'];
  return performance.now() - before.triedAt < retryDelayMs ? ['/'] : all();
}

/**
 * 2: a good answer that shows the callee's data. 1: a good answer; less where it only says whether somebody lives, which it
 * may say without the callee. 0: an error.
 */
function worthOf({ path, outcome }: Asked, samples: readonly Sample[]): number {
  if (!outcome.ok || outcome.status >= 400) return 0;
  if (isHealthCheck(path)) return 0.5;
  return showsData(outcome, samples) ? 2 : 1;
}

/** The paths that the callee was asked for; its front page where that was not to be seen. */
function questionsIn(asked: Asked, to: string): string[] {
  const got = (asked.calls[to]?.requests ?? []).filter(({ method }) => method === 'GET').map(({ path }) => path);
  return got.length === 0 ? ['/'] : [...new Set(got)].slice(0, maxQuestions);
}
