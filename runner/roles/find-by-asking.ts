import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import { type AskedAround, askWhoCalls, type Watched } from '../probes/ask-who-calls.ts';
import type { Probe } from '../probes/probe.ts';
import type { Probes } from '../probes/probes.ts';
import { type ProgramFiles, readProgramOnce } from '../probes/program-files.ts';
import { callsSeen } from '../probes/sighting.ts';
import { bindRoles, ownContainers, worthProbing } from './bind.ts';
import type { StorageScene } from './bind-storage.ts';
import { type Binding, type Binds, ofContainers } from './binding.ts';
import { askWhetherStores, sightingsOf } from './find-stores.ts';
import type { RoleOptions } from './role-options.ts';

/** True if nobody calls of their own accord, so that only asking shows who is who. */
export const isAboutRequests = ({ objectives }: Challenge) =>
  objectives.some(({ check }) => check.kind === 'calls-on-request');

/** What is known so far, and where to learn more. */
export interface Asking {
  readonly facts: Facts;
  readonly found: readonly Binding[];
  readonly engine: Engine;
  readonly probes: Probes;
  readonly storage: StorageScene;
}

/**
 * Finds who plays what by asking whoever could, where what is known already leaves it open. Where nothing that is asked makes
 * anybody call, what their programs name tells; where that does not tell either, they could each be meant.
 */
export async function findByAsking(
  challenge: Challenge,
  { facts, found, engine, probes, storage }: Asking,
  { binds, paths = {}, statedPaths = [], signal }: RoleOptions,
): Promise<Binding[]> {
  if (ofContainers(challenge, found).every(isSure)) return [...found];
  const opened = new Map<string, Probe>();
  const candidates = worthProbing(challenge, facts, binds);
  await Promise.all(
    candidates.map(async container => {
      const probe = await probes.of(container, signal);
      if (probe !== undefined) opened.set(container.id, probe);
    }),
  );
  const programs = new Map<string, ProgramFiles>();
  const sightings = (byProgram: boolean) => {
    const named = (id: string) => (byProgram ? programs.get(id)?.names : undefined);
    const seen = [...sightingsOf(opened)].map(([id, sighting]) => {
      const names = named(id);
      return [id, names === undefined ? sighting : { ...sighting, names }] as const;
    });
    return new Map(seen);
  };
  const find = (byProgram = false) => bindRoles(challenge, facts, binds, sightings(byProgram), storage);
  await askWhetherStores(challenge, candidates, opened, found, signal);
  const isClear = () => ofContainers(challenge, find()).every(isSure);
  const watched = candidates.flatMap(container => {
    const probe = opened.get(container.id);
    return probe === undefined ? [] : [{ container, probe }];
  });
  if (isClear()) return find();
  const read = async (those: readonly Watched[]) => {
    await Promise.all(
      those.map(async ({ container, probe }) => {
        const others = those.filter(other => other.container !== container).map(other => other.container);
        programs.set(container.id, await readProgramOnce(probe, engine, container, others, facts, signal));
      }),
    );
    return [...Object.values(paths), ...statedPaths, ...[...programs.values()].flatMap(program => program.paths)];
  };
  const asked = await askWhoCalls(watched, facts, read, isClear, signal);
  if (isClear()) return find();
  await read(watched.filter(({ container }) => asked.answering.includes(container)));
  const bindings = find(true);
  const answers = new Set(asked.answering.map(({ id }) => id));
  const haveCalled = callsSeen(sightings(false), facts).some(({ from, to }) => answers.has(from) && answers.has(to));
  if (haveCalled) return bindings;
  // What is a part of another challenge answers, too.
  const own = new Set(ownContainers(challenge, facts, binds, sightings(true)).map(({ id }) => id));
  return withCandidates(
    challenge,
    bindings,
    { ...asked, answering: asked.answering.filter(({ id }) => own.has(id)) },
    binds,
  );
}

/** Where nobody was found for a role and others answer that could play it, they are named: no path showed who it is. */
function withCandidates(
  challenge: Challenge,
  bindings: readonly Binding[],
  { answering, paths }: AskedAround,
  binds: Binds,
): Binding[] {
  const open = ofContainers(challenge, bindings);
  const taken = new Set(bindings.map(({ container }) => container));
  const free = answering.filter(({ id }) => !taken.has(id)).map(({ name }) => name);
  return bindings.map(binding => {
    const isOpen = open.includes(binding) && binding.how === 'none' && binds[binding.role] === undefined;
    return isOpen && free.length > 0
      ? { ...binding, how: 'ambiguous', candidates: free.sort(), tried: paths }
      : binding;
  });
}

/** Words in names can mislead: who was named, or is seen or told to call, is sure. */
const isSure = ({ container, how, clues }: Binding) =>
  how === 'bind' ||
  (container !== undefined &&
    clues.some(({ kind }) => ['suggested-name', 'made-by-lab', 'calls', 'mentions'].includes(kind)));
