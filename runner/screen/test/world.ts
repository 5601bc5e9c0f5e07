import type { EffectPorts } from '../effects/run-effects.ts';

/** A world in which nothing is there and nothing happens. */
export const idleWorld: EffectPorts = {
  engine: { look: async () => {}, examine: async () => [], settled: async () => {} },
  shell: {
    open: () => {},
    write: () => {},
    resize: () => {},
    look: () => {},
    type: async () => {},
    stop: async () => {},
  },
  terminal: { leave: () => {} },
  watches: { perform: () => {} },
  tour: {
    look: async () => ({ taken: [], things: [], steps: [] }),
    run: async () => ({ exitCode: 0 }),
    remove: async () => [],
  },
};
