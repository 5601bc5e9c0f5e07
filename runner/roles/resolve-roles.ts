import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import type { PastContainer } from '../engine/past-containers.ts';
import type { Probes } from '../probes/probes.ts';
import { bindRoles } from './bind.ts';
import { noStorage } from './bind-storage.ts';
import type { Binding } from './binding.ts';
import { findBehindGateway, isAboutGateways } from './find-behind-gateway.ts';
import { findRoles } from './find-roles.ts';
import { findStorage, isAboutVolumes } from './find-storage.ts';
import type { RoleOptions } from './role-options.ts';

/** Who plays the roles of a challenge. */
export interface Resolved {
  readonly bindings: readonly Binding[];
  /** Containers that are gone and had mounted volumes, the latest first; `undefined` if nothing asks for them. */
  readonly past: readonly PastContainer[] | undefined;
}

/**
 * Finds who plays each role, by as much as that takes: by inspection; by what is kept in volumes where roles are volumes; by who
 * calls whom where roles call others; by who stands behind a gateway where one does. Throws EngineError when the engine fails.
 */
export async function resolveRoles(
  challenge: Challenge,
  { facts, engine, probes }: { readonly facts: Facts; readonly engine: Engine; readonly probes: Probes },
  options: RoleOptions,
): Promise<Resolved> {
  const scene = isAboutVolumes(challenge) ? await findStorage(challenge, facts, engine, probes, options) : undefined;
  const storage = scene ?? noStorage;
  const past = scene?.past;
  if (scene !== undefined && !isAboutCalls(challenge))
    return { bindings: bindRoles(challenge, facts, options.binds, new Map(), storage), past };
  const bindings = await findRoles(challenge, facts, engine, probes, options, storage);
  if (!isAboutGateways(challenge)) return { bindings, past };
  return { bindings: await findBehindGateway(challenge, { facts, bindings, engine, probes }, options), past };
}

const isAboutCalls = ({ roles }: Challenge) => roles.some(({ calls }) => calls.length > 0);
