import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { CounterReading, Measured, RowsReading, VisitsEvidence } from '../../probes/evidence/store-evidence.ts';
import { isHealthCheck } from '../../probes/paths/health-check.ts';
import { pathsToTry } from '../../probes/paths/visit-paths.ts';
import type { Probe } from '../../probes/probe.ts';
import type { PostgresView } from './postgres-view.ts';
import type { RedisView } from './redis-view.ts';
import { counterAdvance, rowsAdded, rowsGained } from './store-counts.ts';

/** How many requests are made to a path. */
const requests = 5;

const answerMs = 6_000;
const mostBody = 32_768;
/** An API may write after it has answered. */
const settleMs = 2_000;
/** Where nothing has moved by then, this page is not what is counted. */
const stillMs = 800;
const retryDelayMs = 60;
/** One that has just started, or lost its database a moment ago, may still be finding it. */
const patienceMs = 6_000;
const pauseMs = 250;
/** No more is tried after this long. */
const searchMs = 8_000;
/** Where every path answers, the first few tell as much as all. */
const maxMeasured = 4;

/** The API, and what counts its visits; a store that could not be asked is undefined. */
export interface CountScene {
  readonly api: ContainerFacts;
  readonly probe: Probe;
  readonly address: string;
  readonly port: number;
  readonly postgres: PostgresView | undefined;
  readonly redis: RedisView | undefined;
  /** The path that a person gave. */
  readonly given?: string | undefined;
  /** Paths that its author names, likeliest first. */
  readonly stated?: readonly string[];
}

/**
 * Active, but gentle: asks the API for a page some times, one request after the other, and reads from the stores what
 * they counted meanwhile. Where the front page is not what they count, it looks for a page that is.
 */
export async function countVisits(scene: CountScene, signal: AbortSignal): Promise<VisitsEvidence> {
  const began = performance.now();
  const tried: { path: string; status: number | undefined }[] = [];
  const look = async (path: string) => {
    const measured = await measure(scene, path, signal);
    const last = measured.answers.at(-1) ?? measured.failure;
    tried.push({ path, status: last?.ok ? last.status : undefined });
    return measured;
  };
  const first = await look(scene.given ?? '/');
  let { rows, counter } = first;
  const missing = () => !((rows === undefined || areAdded(rows)) && (counter === undefined || isAdvanced(counter)));
  if (missing()) {
    const answer = first.answers[0] ?? first.failure;
    const paths = pathsToTry(answer?.ok ? answer.body : '', scene.stated);
    for (const path of await pathsThatCount(scene, paths, { rows, counter }, tried, signal)) {
      const found = await measure(scene, path, signal);
      // A page that does both is better than two that do one each.
      if (found.rows !== undefined && areAdded(found.rows) && !(rows && areAdded(rows))) rows = found.rows;
      if (found.counter !== undefined && isAdvanced(found.counter) && !(counter && isAdvanced(counter)))
        counter = found.counter;
      if (!missing() || performance.now() - began > searchMs) break;
    }
  }
  const given = scene.given === undefined ? {} : { given: scene.given };
  const answered = new Set(tried.flatMap(({ path, status = 0 }) => (status > 0 && status < 400 ? [path] : [])));
  const stated = (scene.stated ?? []).filter(path => !isHealthCheck(path));
  const knowsPaths = stated.length > 0 && stated.every(path => answered.has(path));
  return { port: scene.port, requests, tried, ...given, knowsPaths, rows, counter };
}

const areAdded = ({ before, after }: Measured<RowsReading>) => rowsAdded(before, after) >= requests;
const isAdvanced = ({ before, after }: Measured<CounterReading>) => counterAdvance(before, after) >= requests;

interface Reading {
  readonly rows: RowsReading | undefined;
  readonly counter: CounterReading | undefined;
}

async function read(
  { postgres, redis }: CountScene,
  since: Reading | undefined,
  signal: AbortSignal,
): Promise<Reading> {
  const [rows, counter] = await Promise.all([postgres?.read(since?.rows, signal), redis?.read(signal)]);
  return { rows, counter };
}

interface Both {
  readonly rows: Measured<RowsReading> | undefined;
  readonly counter: Measured<CounterReading> | undefined;
}

async function measure(
  scene: CountScene,
  path: string,
  signal: AbortSignal,
): Promise<Both & { answers: readonly HttpOutcome[]; failure: HttpOutcome | undefined }> {
  const before = await read(scene, undefined, signal);
  const { answers, failure } = await askOften(scene, path, signal);
  const both = (after: Reading): Both => {
    const common = { path, answers, failure };
    const rows = before.rows && after.rows && { ...common, before: before.rows, after: after.rows };
    const counter = before.counter && after.counter && { ...common, before: before.counter, after: after.counter };
    return { rows, counter };
  };
  const isDone = ({ rows, counter }: Both) =>
    answers.length === 0 || ((rows === undefined || areAdded(rows)) && (counter === undefined || isAdvanced(counter)));
  const began = performance.now();
  for (;;) {
    const measured = both(await read(scene, before, signal));
    const hasMoved =
      (measured.rows && rowsAdded(measured.rows.before, measured.rows.after) > 0) ||
      (measured.counter && counterAdvance(measured.counter.before, measured.counter.after) > 0);
    if (isDone(measured) || performance.now() - began > (hasMoved ? settleMs : stillMs))
      return { ...measured, answers, failure };
    await scene.probe.until(() => false, retryDelayMs, signal);
  }
}

async function askOften(scene: CountScene, path: string, signal: AbortSignal) {
  const answers: HttpOutcome[] = [];
  let failure: HttpOutcome | undefined;
  const began = performance.now();
  while (answers.length < requests) {
    const outcome = await ask(scene, path, signal);
    if (outcome.ok && outcome.status < 400) {
      answers.push(outcome);
      continue;
    }
    failure = outcome;
    // A page that is not there will not come; one that fails may recover.
    const mayRecover = outcome.ok ? outcome.status >= 500 : outcome.reason !== 'timeout';
    if (!mayRecover || performance.now() - began > patienceMs) break;
    await scene.probe.until(() => false, pauseMs, signal);
  }
  return { answers, failure };
}

function ask({ api, probe, address, port }: CountScene, path: string, signal: AbortSignal): Promise<HttpOutcome> {
  return probe.http({ address, port, path, host: `${api.name}:${port}`, timeoutMs: answerMs, mostBody }, signal);
}

/** Asks for each page once; where that moved what has not moved yet, those that answered well may be what is counted. */
async function pathsThatCount(
  scene: CountScene,
  paths: readonly string[],
  known: Both,
  tried: { path: string; status: number | undefined }[],
  signal: AbortSignal,
): Promise<string[]> {
  const before = await read(scene, undefined, signal);
  const answered: string[] = [];
  const began = performance.now();
  for (const path of paths) {
    if (performance.now() - began > searchMs) break;
    const outcome = await ask(scene, path, signal);
    tried.push({ path, status: outcome.ok ? outcome.status : undefined });
    if (outcome.ok && outcome.status < 400) answered.push(path);
    // One that hangs here will hang there.
    if (!outcome.ok && outcome.reason === 'timeout') break;
  }
  if (answered.length === 0) return [];
  const waiting = performance.now();
  for (;;) {
    const after = await read(scene, before, signal);
    const rows =
      before.rows && after.rows && !(known.rows && areAdded(known.rows)) && rowsGained(before.rows, after.rows);
    const counter =
      before.counter &&
      after.counter &&
      !(known.counter && isAdvanced(known.counter)) &&
      counterAdvance(before.counter, after.counter);
    if (rows || counter) return answered.slice(0, maxMeasured);
    if (performance.now() - waiting > settleMs / 2) return [];
    await scene.probe.until(() => false, retryDelayMs, signal);
  }
}
