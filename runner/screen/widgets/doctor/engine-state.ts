import type { Finding } from '../../../setup/doctor/finding.ts';

/** How the screen stands with the engine. */
export type EngineState =
  | { readonly kind: 'looking' }
  /**
   * It answers. `images`: what was said of the lab images while they are being made ready, newest last; undefined once
   * they are. `trouble`: they could not be.
   */
  | {
      readonly kind: 'ready';
      readonly source: string;
      readonly images: readonly string[] | undefined;
      readonly trouble?: EngineTrouble;
    }
  /** There is none that answers; `canSetUp` says that the lab can provide one here. */
  | { readonly kind: 'missing'; readonly trouble: EngineTrouble; readonly canSetUp: boolean }
  /** One is being provided; what was said on the way, newest last. */
  | { readonly kind: 'setting-up'; readonly lines: readonly string[] };

/** What is wrong, why, and what to do. */
export interface EngineTrouble {
  readonly message: string;
  readonly why: string | undefined;
  readonly next: readonly string[];
}

/** What the search for an engine tells. */
export type EngineEventForScreen =
  | { readonly kind: 'found'; readonly source: string }
  | { readonly kind: 'missing'; readonly trouble: EngineTrouble; readonly canSetUp: boolean }
  /** A line about what is done right now. */
  | { readonly kind: 'said'; readonly line: string }
  /** The lab images are there. */
  | { readonly kind: 'images-ready' }
  | { readonly kind: 'images-failed'; readonly trouble: EngineTrouble }
  /** What `lab doctor` finds. */
  | { readonly kind: 'examined'; readonly findings: readonly Finding[] };

/** True if challenges can be watched: there is an engine, and what the lab needs on it. */
export function isReady(engine: EngineState): boolean {
  return engine.kind === 'ready' && engine.images === undefined && engine.trouble === undefined;
}

/** True while something is under way of which there may be more to tell any moment. */
export function isUnderWay(engine: EngineState): boolean {
  if (engine.kind === 'ready') return engine.images !== undefined && engine.trouble === undefined;
  return engine.kind !== 'missing';
}

/** True if there is no engine, and the lab can provide one. */
export function canSetUp(engine: EngineState): boolean {
  return engine.kind === 'missing' && engine.canSetUp;
}
