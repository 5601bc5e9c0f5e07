import type { Challenge } from '../challenge/definition.ts';
import type { Facts } from '../engine/facts.ts';
import { askWhoCalls } from '../experiments/ask-who-calls.ts';
import type { Probe } from '../experiments/probe.ts';
import type { Probes } from '../experiments/probes.ts';
import { type Binding, bindRoles, worthProbing } from '../roles/bind.ts';
import { askWhetherStores, sightingsOf } from './find-stores.ts';
import type { GatherOptions } from './run.ts';

/** True where nobody calls of their own accord, so that only asking shows who is who. */
export const isAboutRequests = ({ objectives }: Challenge) =>
  objectives.some(({ check }) => check.kind === 'calls-on-request');

/** Finds who plays what by asking whoever could, where what is known already leaves it open. */
export async function findByAsking(
  challenge: Challenge,
  facts: Facts,
  found: readonly Binding[],
  probes: Probes,
  { binds, signal }: GatherOptions,
): Promise<Binding[]> {
  if (found.every(isSure)) return [...found];
  const opened = new Map<string, Probe>();
  const candidates = worthProbing(challenge, facts, binds);
  await Promise.all(
    candidates.map(async container => {
      const probe = await probes.of(container, signal);
      if (probe !== undefined) opened.set(container.id, probe);
    }),
  );
  const find = () => bindRoles(challenge, facts, binds, sightingsOf(opened));
  await askWhetherStores(challenge, candidates, opened, found, signal);
  const isClear = () => find().every(isSure);
  const watched = candidates.flatMap(container => {
    const probe = opened.get(container.id);
    return probe === undefined ? [] : [{ container, probe }];
  });
  if (!isClear()) await askWhoCalls(watched, facts, isClear, signal);
  return find();
}

/** Words in names can mislead: who was named, or is seen or told to call, is sure. */
const isSure = ({ container, how, clues }: Binding) =>
  how === 'bind' ||
  (container !== undefined &&
    clues.some(({ kind }) => ['suggested-name', 'made-by-lab', 'calls', 'mentions'].includes(kind)));
