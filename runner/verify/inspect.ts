import type { Challenge, Check } from '../challenge/definition.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import type { Language } from '../language/language.ts';
import type { Report } from '../report/report.ts';
import { type Binds, bindRoles } from '../roles/bind.ts';
import { reportOf } from './verify.ts';

/** Kinds of check that the engine's own facts decide. */
const byInspection: ReadonlySet<Check['kind']> = new Set([
  'shared-network',
  'own-image',
  'own-images',
  'no-compose',
  'data-on-named-volume',
  'named-volume',
]);

/** The verdicts that one look at the engine gives, without any experiment; `pending` lists the objectives it cannot tell. */
export async function inspect(
  challenge: Challenge,
  { engine, source }: ConnectedEngine,
  options: { readonly language: Language; readonly binds: Binds; readonly signal: AbortSignal },
): Promise<{ report: Report; pending: string[] }> {
  const { signal } = options;
  const [version, facts] = await Promise.all([engine.version({ signal }), engine.facts({ signal })]);
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
  const report = reportOf(challenge, evidence, { ...version, source }, options);
  const isBound = bindings.every(({ container, volume }) => container !== undefined || volume !== undefined);
  const pending = challenge.objectives
    .filter(({ check }) => !isBound || !byInspection.has(check.kind))
    .map(({ id }) => id);
  return { report, pending };
}
