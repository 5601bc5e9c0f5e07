import { messageOf } from '../../base/errors.ts';
import type { ScreenEvent } from '../state.ts';
import type { EngineEffect } from '../widgets/doctor/effect.ts';
import type { EngineEventForScreen } from '../widgets/doctor/engine-state.ts';
import type { TourEffect } from '../widgets/tour/effect.ts';
import type { TourEvent } from '../widgets/tour/state.ts';
import type { Effect } from './effect.ts';

/**
 * What the screen is told where a port failed at what it was asked for; `undefined` if there is nobody to tell. `at` is in
 * milliseconds since 1970.
 */
export function failureOf(effect: Effect, error: unknown, at: number): ScreenEvent | undefined {
  const message = messageOf(error);
  switch (effect.to) {
    case 'terminal':
      return undefined;
    case 'engine':
      return { kind: 'engine', event: engineFailure(effect, message) };
    case 'progress':
      if (effect.kind !== 'save') return undefined;
      return { kind: 'progress', event: { kind: 'not-kept', learned: effect.learned, message } };
    case 'shell':
      return { kind: 'shell', event: { challenge: effect.challenge.id, change: { trouble: message } } };
    case 'tour':
      return { kind: 'tour', event: tourFailure(effect, message, at) };
    case 'watch':
      return { kind: 'live', watch: effect.watch, event: { kind: 'look-failed', message }, at };
  }
}

function engineFailure({ kind }: EngineEffect, message: string): EngineEventForScreen {
  if (kind === 'examine') return { kind: 'examined', findings: [{ id: 'examination', ok: false, what: message }] };
  return { kind: 'missing', trouble: { message, why: undefined, next: [] }, canSetUp: false };
}

function tourFailure(effect: TourEffect, message: string, at: number): TourEvent {
  const challenge = effect.challenge.id;
  if (effect.kind !== 'run') return { challenge, kind: 'trouble', message };
  const { step, run } = effect;
  return { challenge, kind: 'ended', step, run, end: { exitCode: undefined, message }, at };
}
