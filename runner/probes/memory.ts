import type { Probes } from './probes.ts';

/**
 * What a live loop need not find out anew at every check: it lives as long as the loop's probes do. Each thing is kept
 * under a key that says what it depends on.
 */
export class Memory {
  readonly #kept = new Map<string, { readonly key: string; readonly at: number; readonly value: unknown }>();

  /** What was kept of this name, if it was under the same key and no longer ago than that. */
  recall<Value>(name: string, key: string, maxAgeMs: number): Value | undefined {
    const kept = this.#kept.get(name);
    if (kept === undefined || kept.key !== key || Date.now() - kept.at > maxAgeMs) return undefined;
    return kept.value as Value;
  }

  keep(name: string, key: string, value: unknown): void {
    this.#kept.set(name, { key, at: Date.now(), value });
  }
}

const memories = new WeakMap<Probes, Memory>();

export function memoryOf(probes: Probes): Memory {
  const known = memories.get(probes) ?? new Memory();
  memories.set(probes, known);
  return known;
}
