import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import { type Message, withMore } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { Case, Player } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** The finding where a store could not be asked what it counts; `undefined` if it could. */
export function storeRefused({ role, container }: Player, at: Case, expected: Message): Finding | undefined {
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
      return {
        verdict: 'fail',
        observed: withMore(say('store.silent', { name }), at.lastWords(role.id)),
        expected,
        next,
      };
    case 'not-ready':
      return { verdict: 'unknown', observed: say('store.not-ready', { name, detail }), expected, next };
    case 'password':
      return {
        verdict: 'unknown',
        observed: say('store.password', { name, detail }),
        expected,
        // What the lab has to go by.
        next: `docker inspect --format '{{json .Config.Env}}' ${name}`,
      };
    case 'other':
      return { verdict: 'unknown', observed: say('store.other', { name, detail }), expected, next };
  }
}

/** What was wrong with an answer. */
export function failureText(name: string, path: string, failure: HttpOutcome): Message {
  if (failure.ok) return say('store.status', { name, path, status: failure.status });
  if (failure.reason === 'timeout') return say('store.no-answer', { name, path });
  return say('store.failed', { name, path, detail: failure.detail });
}
