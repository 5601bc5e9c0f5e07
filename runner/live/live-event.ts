import type { Message } from '../base/message.ts';
import type { EngineEvent, Facts } from '../engine/facts.ts';
import type { Report } from '../verdict/report.ts';

/** What the live loop tells, in the order in which it happens. */
export type LiveEvent =
  /** A check has begun. */
  | { readonly kind: 'checking' }
  /** The check waits: another lab on this engine is trying an outage, and what is seen meanwhile would be its doing. */
  | { readonly kind: 'waiting' }
  /**
   * Verdicts. Where `complete` is false they come from inspection alone: objectives that need an experiment keep the
   * verdict that they had, and are listed in `pending`.
   */
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly complete: boolean;
      readonly pending: readonly string[];
    }
  /** What is on the engine now, fresh; and by how many milliseconds its clock, which has stamped it, is ahead of ours. */
  | { readonly kind: 'facts'; readonly facts: Facts; readonly aheadMs?: number }
  /** Something of the learner's changed on the engine (the lab's own helpers are left out). */
  | { readonly kind: 'change'; readonly event: EngineEvent }
  /** The engine does not answer; the loop tries again by itself. */
  | { readonly kind: 'engine-lost'; readonly message: Message | string }
  | { readonly kind: 'engine-back' }
  /** The engine answers, but a look at it failed, for a reason of its own or by a fault of the lab's; the loop tries again. */
  | { readonly kind: 'look-failed'; readonly message: Message | string };
