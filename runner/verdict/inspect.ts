import type { Challenge, Objective } from '../challenge/definition.ts';
import { rolesOf } from '../challenge/roles-of.ts';
import { definitionOf } from '../checks/registry.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import type { EngineVersion, Facts } from '../engine/facts.ts';
import { bindRoles } from '../roles/bind.ts';
import type { Binding, Binds } from '../roles/binding.ts';
import type { Report } from './report.ts';
import { reportOf } from './verify.ts';

/** What one look at the engine tells. */
export interface Inspection {
  readonly report: Report;
  /** The objectives that it cannot tell. */
  readonly pending: string[];
  readonly bindings: readonly Binding[];
}

/** The verdicts that one look at the engine gives, without any experiment. */
export async function inspect(
  challenge: Challenge,
  { engine, source }: ConnectedEngine,
  options: { readonly binds: Binds; readonly signal: AbortSignal },
): Promise<Inspection> {
  const { signal } = options;
  const [version, facts] = await Promise.all([engine.version({ signal }), engine.facts({ signal })]);
  return inspectFacts(challenge, facts, { ...version, source }, options);
}

/** The same of facts that are known already. Pure, but for the time. */
export function inspectFacts(
  challenge: Challenge,
  facts: Facts,
  engine: EngineVersion & { readonly source: string },
  options: { readonly binds: Binds },
): Inspection {
  const bindings = bindRoles(challenge, facts, options.binds, new Map());
  const evidence = {
    at: Date.now(),
    facts,
    bindings,
    unstable: [],
    http: {},
    calls: {},
    restarts: {},
    logs: {},
    faults: {},
  };
  const report = reportOf(challenge, evidence, engine, options);
  const told = challenge.objectives.filter(objective => isTold(objective, challenge, bindings));
  const pending = challenge.objectives.filter(objective => !told.includes(objective)).map(({ id }) => id);
  return { report, pending, bindings };
}

/** While a role is open, only those are known for sure whom the learner has named: a probe may yet find the others. */
function isTold(objective: Objective, challenge: Challenge, bindings: readonly Binding[]): boolean {
  if (definitionOf(objective.check).observes !== 'facts') return false;
  const roles = rolesOf(objective.check);
  const isBound = ({ container, volume }: Binding) => container !== undefined || volume !== undefined;
  const areClear =
    bindings.every(isBound) || bindings.every(binding => !roles.includes(binding.role) || isNamed(binding));
  const needed = challenge.objectives.filter(({ id }) => objective.needs.includes(id));
  return areClear && needed.every(other => isTold(other, challenge, bindings));
}

function isNamed({ container, how, clues }: Binding): boolean {
  return container !== undefined && (how === 'bind' || clues.some(({ kind }) => kind === 'suggested-name'));
}
