import type { WatchEffect } from '../watch/effect.ts';
import type { EngineEffect } from '../widgets/doctor/effect.ts';
import type { ProgressEffect } from '../widgets/progress/effect.ts';
import type { ShellEffect } from '../widgets/shell/effect.ts';
import type { TourEffect } from '../widgets/tour/effect.ts';

/** What the screen asks the world for; `to` says which port it goes to. The reducers ask, `runEffects` does. */
export type Effect = EngineEffect | ProgressEffect | ShellEffect | TerminalEffect | TourEffect | WatchEffect;

/** What the screen asks of the terminal that it stands on. */
export type TerminalEffect =
  /** Closes the screen. */
  { readonly to: 'terminal'; readonly kind: 'leave' };
