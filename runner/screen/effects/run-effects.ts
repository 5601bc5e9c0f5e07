import type { Effect } from './effect.ts';

/** The world, as far as effects reach it. */
export interface EffectPorts {
  readonly terminal: {
    /** Closes the screen. */
    leave(): void;
  };
}

/** Does what the screen asks for: the one place in which an effect meets a port. */
export interface Interpreter {
  run(effect: Effect): void;
}

/** An interpreter on the ports. */
export function runEffects({ terminal }: EffectPorts): Interpreter {
  return {
    run: effect => {
      switch (effect.to) {
        case 'terminal':
          return terminal.leave();
      }
    },
  };
}
