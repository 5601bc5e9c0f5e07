import type { ProgressEvent, ProgressState } from './state.ts';

/** What is remembered after an event. */
export function reduceProgress(progress: ProgressState, event: ProgressEvent): ProgressState {
  return event.kind === 'loaded' ? event.progress : progress;
}
