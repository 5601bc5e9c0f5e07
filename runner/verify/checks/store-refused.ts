import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import { storeMessages } from '../../language/checks-stores.ts';
import type { Case, Player } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** The finding where a store could not be asked what it counts; undefined where it could. */
export function storeRefused({ role, container }: Player, at: Case, expected: string): Finding | undefined {
  const t = storeMessages[at.language];
  if (container === undefined) return undefined;
  const { name } = container;
  const fault = at.evidence.faults[role.id];
  if (fault !== undefined) return at.notTold(role.id, expected);
  const refused = at.evidence.stores?.[role.id]?.refused;
  if (refused === undefined) return undefined;
  const { reason, detail } = refused;
  const next = logsCommand(name);
  switch (reason) {
    case 'silent':
      return { verdict: 'fail', observed: t.store.silent(name) + at.lastWords(role.id), expected, next };
    case 'not-ready':
      return { verdict: 'unknown', observed: t.store.notReady(name, detail), expected, next };
    case 'password':
      return {
        verdict: 'unknown',
        observed: t.store.password(name, detail),
        expected,
        // What the lab has to go by.
        next: `docker inspect --format '{{json .Config.Env}}' ${name}`,
      };
    case 'other':
      return { verdict: 'unknown', observed: t.store.other(name, detail), expected, next };
  }
}

/** What was wrong with an answer. */
export function failureText(name: string, path: string, failure: HttpOutcome, at: Case): string {
  const t = storeMessages[at.language];
  if (failure.ok) return t.store.status(name, path, failure.status);
  if (failure.reason === 'timeout') return t.store.noAnswer(name, path);
  return t.store.failed(name, path, failure.detail);
}
