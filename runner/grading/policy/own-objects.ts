import { label } from '../../engine/labels.ts';
import type { Json, JsonObject } from './rules/strict-json.ts';

/** True for the labels of a container of the lab's own: probes and helpers. What images hand on to their containers says nothing. */
export function isLabsOwn(labels: Json | undefined): boolean {
  if (typeof labels !== 'object' || labels === null) return false;
  return Object.hasOwn(labels, label.session) || Object.hasOwn(labels, label.purpose);
}

/** A list of containers, as the engine says it, without the lab's own. */
export function withoutLabsOwn(list: Json | undefined): Json {
  if (!Array.isArray(list)) return list ?? null;
  return list.filter(it => !isLabsOwn((it as JsonObject | null)?.Labels));
}

/** One event, as the engine says it: true where it is about a container of the lab's own. */
export function isLabsOwnEvent(event: Json): boolean {
  const actor = (event as { Actor?: { Attributes?: Json } } | null)?.Actor;
  return isLabsOwn(actor?.Attributes);
}
