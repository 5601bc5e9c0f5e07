import type { TourPort } from '../../ports.ts';
import type { TourEffect } from './effect.ts';
import type { TourEvent } from './state.ts';

/** What a command says is passed on in bundles: it can say a lot. In milliseconds. */
const bundleMs = 40;
/** What is not yet passed on is kept to this length, in characters: the page keeps no more of it either. */
const bundleLength = 64_000;

/** Does what the tours ask for, and tells them what becomes of it. */
export interface Guide {
  /** Resolves when it is done. Rejects where it could not be. */
  perform(effect: TourEffect): Promise<void>;
}

/** What runs goes on while its page is closed; it ends when the signal aborts, or when the page asks for that. */
export function createGuide(port: TourPort, tell: (event: TourEvent) => void, signal: AbortSignal): Guide {
  const runs = new Map<number, AbortController>();

  const run = async ({ challenge, language, command, step, run: number }: Extract<TourEffect, { kind: 'run' }>) => {
    const of = { challenge: challenge.id, step, run: number };
    const ended = new AbortController();
    runs.set(number, ended);
    const bundle = bundled(text => tell({ ...of, kind: 'output', text }));
    try {
      tell({ ...of, kind: 'started', at: Date.now() });
      const runSignal = AbortSignal.any([signal, ended.signal]);
      const end = await port.run(challenge, command, { language, signal: runSignal, output: bundle.add });
      bundle.flush();
      tell({ ...of, kind: 'ended', end, at: Date.now() });
    } finally {
      runs.delete(number);
      bundle.flush();
    }
  };

  return {
    perform: async effect => {
      const { challenge } = effect;
      switch (effect.kind) {
        case 'look':
          return tell({ challenge: challenge.id, kind: 'looked', ground: await port.look(challenge, signal) });
        case 'remove':
          return tell({ challenge: challenge.id, kind: 'removed', things: await port.remove(challenge, signal) });
        case 'stop':
          return runs.get(effect.run)?.abort();
        case 'run':
          return run(effect);
      }
    },
  };
}

function bundled(tell: (text: string) => void): { add(text: string): void; flush(): void } {
  let kept = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (kept !== '') tell(kept);
    kept = '';
  };
  return {
    add: text => {
      kept = (kept + text).slice(-bundleLength);
      timer ??= setTimeout(flush, bundleMs);
    },
    flush,
  };
}
