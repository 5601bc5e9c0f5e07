import { sameBody } from './same-body.ts';

/** Deeper boxes are no more than somebody's own format. */
const maxDepth = 2;

/** What may stand beside a service's data: where they came from, by which way, and when. Anything else is the gateway's own data. */
const provenance = new Set(
  `source origin service servico from via by gateway upstream backend provider target host server origem fonte fornecedor
   destino path url uri route rota caminho endpoint method metodo status statuscode code codigo timestamp time date datetime
   at when quando hora data horario requestid traceid correlationid duration durationms duracao elapsed tempo latency`
    .trim()
    .split(/\s+/),
);

/**
 * True if an answer in JSON is one that somebody gives, in a box: the whole of it under one name, or with more beside it, where
 * what is added says only where, how and when it was got. What is lost, changed or invented makes it another answer. `others` are
 * the names of those who did not give it: whatever is said to come from them is not this. Pure.
 */
export function isBoxed(answer: string, given: readonly string[], others: readonly string[] = []): boolean {
  return holds(parse(answer), given, others, maxDepth);
}

function holds(value: unknown, given: readonly string[], others: readonly string[], depth: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return false;
  const entries = Object.entries(value);
  const isTheirs = (inner: unknown) =>
    sameBody(typeof inner === 'string' ? inner : JSON.stringify(inner), given) ||
    holds(inner, given, others, depth - 1);
  const isBeside = (those: readonly (readonly [string, unknown])[]) =>
    those.every(([key, inner]) => saysWhence(key, inner, others));
  if (entries.some(([key, inner]) => isTelling(inner) && isTheirs(inner) && isBeside(without(entries, key))))
    return true;
  // Added beside what the service says at the top.
  const own = new Set(given.flatMap(body => Object.keys(parse(body) ?? {})));
  const added = entries.filter(([key]) => !own.has(key));
  const rest = Object.fromEntries(entries.filter(([key]) => own.has(key)));
  return added.length > 0 && own.size > 0 && sameBody(JSON.stringify(rest), given) && isBeside(added);
}

const without = (entries: readonly (readonly [string, unknown])[], key: string) =>
  entries.filter(([other]) => other !== key);

/** An empty text, or a number alone, is found in any box. */
const isTelling = (inner: unknown) =>
  (typeof inner === 'object' && inner !== null) || (typeof inner === 'string' && inner !== '');

function saysWhence(key: string, value: unknown, others: readonly string[]): boolean {
  const isKnown = provenance.has(key.toLowerCase().replace(/[^a-z]/g, ''));
  if (!isKnown || (typeof value !== 'string' && typeof value !== 'number')) return false;
  const words = String(value)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return others.every(
    name => !words.includes(name.toLowerCase()) && String(value).toLowerCase() !== name.toLowerCase(),
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
