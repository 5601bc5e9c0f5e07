import type { EffectPorts } from '../effects/run-effects.ts';
import type { World } from '../ports.ts';

/** A world in which nothing is there and nothing happens. */
export const idleWorld: World & EffectPorts = {
  watch: async function* (_challenge, { signal }) {
    yield { kind: 'checking' };
    await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  },
  engine: { look: async () => {}, examine: async () => [], settled: async () => {} },
  logs: { follow: async () => {} },
  progress: { save: async progress => ({ progress, troubles: [], backup: undefined }) },
  shell: {
    open: () => {},
    write: () => {},
    resize: () => {},
    look: () => {},
    type: async () => {},
    stop: async () => {},
  },
  terminal: { leave: () => {} },
  tour: {
    look: async () => ({ taken: [], things: [], steps: [] }),
    run: async () => ({ exitCode: 0 }),
    remove: async () => [],
  },
  watches: { perform: () => {} },
};
