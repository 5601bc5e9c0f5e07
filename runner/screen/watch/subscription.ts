import type { Challenge } from '../../challenge/definition.ts';
import type { Binds } from '../../roles/binding.ts';
import type { State } from '../state.ts';
import { isReady } from '../widgets/doctor/engine-state.ts';

/** A challenge that is to be watched; `watch` is the number of that watch. */
export interface WatchSubscription {
  readonly to: 'watch';
  readonly key: string;
  readonly watch: number;
  readonly challenge: Challenge;
  readonly binds: Binds;
}

/** The open challenge is watched, once there is an engine. */
export function watchOf({ attempt, engine }: State): WatchSubscription[] {
  if (attempt === undefined || !isReady(engine)) return [];
  const { watch, challenge, binds } = attempt;
  return [{ to: 'watch', key: `watch ${watch}`, watch, challenge, binds }];
}
