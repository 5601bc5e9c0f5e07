import type { Message } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Case } from '../case.ts';
import type { Finding } from '../finding.ts';
import { answersHttp } from '../http/answers-http.ts';

/** The finding where a role's container does not even answer HTTP; `undefined` if it does, or nobody asked. */
export function unanswered(role: string, expected: Message, at: Case): Finding | undefined {
  if (at.evidence.http[role] === undefined) return undefined;
  const finding = answersHttp.judge({ kind: 'answers-http', role }, at);
  return finding.verdict === 'pass' ? undefined : { ...finding, expected };
}

/** The command that shows what a client gets for a path, where the host can ask; else what the container has said. */
export function lookAt(role: string, path: string | undefined, at: Case): string {
  const { container } = at.player(role);
  const port = container?.ports.flatMap(({ protocol, host }) => (protocol === 'tcp' ? host : []))[0]?.port;
  if (path === undefined || port === undefined) return `docker logs --tail 20 ${shellQuote(container?.name ?? '')}`;
  return `curl --include --max-time 10 ${shellQuote(`http://localhost:${port}${path}`)}`;
}
