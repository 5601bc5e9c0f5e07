import { setTimeout as sleep } from 'node:timers/promises';
import { render } from 'ink';
import { useSyncExternalStore } from 'react';
import type { ScreenTerminal } from '../terminal/screen-terminal.ts';
import { HeldLinearApp } from './components/linear.tsx';
import { Screen } from './components/screen.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useSize } from './hooks/use-size.ts';
import { useSuspend } from './hooks/use-suspend.ts';
import { routeInput } from './input.ts';
import { createTranscript, linearSize } from './linear/transcript.ts';
import { paced } from './paced.ts';
import { placeOf } from './place.ts';
import type { World } from './ports.ts';
import { createRuntime } from './runtime.ts';
import type { ScreenEvent, Start, State } from './state.ts';
import { initialState } from './state.ts';
import type { Store } from './store.ts';
import type { Colouring } from './tones.ts';

/** The screen: keys and sizes go into the reducer, and what it says is drawn. */
export function App({ store, colour }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { dispatch } = store;
  const size = useSize(dispatch);
  useKeys(dispatch);
  return <Screen state={{ ...state, size }} colour={colour} />;
}

/** The screen on a terminal that it can lend to the shell. */
function HeldApp({ terminal, ...props }: AppProps & { readonly terminal: ScreenTerminal }) {
  useSuspend(terminal);
  return <App {...props} />;
}

/** What the screen is drawn from. */
export interface AppProps {
  readonly store: Store<State, ScreenEvent>;
  readonly colour: Colouring;
}

/** What the screen needs of its surroundings. */
export interface WalkthroughOptions {
  readonly start: Omit<Start, 'size' | 'now'>;
  readonly colour: Colouring;
  readonly world: World;
  /** True if the screen is said, line by line, instead of drawn. */
  readonly screenReader: boolean;
  /** Held for the screen; whoever holds it releases it once more, for the case that the screen could not. */
  readonly terminal: ScreenTerminal;
  /** Closes the screen when it aborts. */
  readonly signal: AbortSignal;
}

/** How often the timer does nothing that keeps the program from ending by itself: seldom. */
const aliveMs = 2 ** 30;

/** After a crash, what does not clean up within this time is left to the next start. */
const crashedMs = 10_000;

/**
 * Opens the screen on the terminal and returns how it looked when it was closed, the terminal was given back and every
 * watch has cleaned up. Throws what went wrong in the screen, or anywhere else while it was open.
 */
export async function openWalkthrough(options: WalkthroughOptions): Promise<State> {
  const { terminal, world, colour, signal, screenReader } = options;
  const { columns, rows } = terminal.output;
  const size = screenReader ? linearSize : { columns, rows };
  const runtime = createRuntime({
    state: initialState({ ...options.start, size, now: Date.now() }),
    world,
    terminal: { leave: () => app.unmount() },
    ticks: !screenReader,
    signal,
  });
  const { store } = runtime;
  const input = routeInput(terminal.input, {
    isShell: () => placeOf(store.getState()) === 'shell',
    toShell: keys => store.dispatch({ kind: 'shell-keys', keys }),
    leaveShell: () => store.dispatch({ kind: 'key', intent: 'leave-shell' }),
  });
  const drawn = { ...store, subscribe: paced(store.subscribe, terminal) };
  const screen = screenReader ? (
    <HeldLinearApp terminal={terminal} transcript={createTranscript(store, Date.now)} />
  ) : (
    <HeldApp store={drawn} terminal={terminal} colour={colour} />
  );
  const app = render(screen, {
    stdin: input.stdin,
    stdout: terminal.output,
    // What was said stays: a screen reader goes back in it.
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    exitOnCtrlC: false,
    incrementalRendering: !screenReader,
    interactive: true,
    // What others write is kept away from the terminal by whoever holds it.
    patchConsole: false,
  });
  // While the terminal is lent to the shell nothing is read, and with nothing to wait for the program would end.
  const alive = setInterval(() => {}, aliveMs);
  const close = () => {
    app.unmount();
    runtime.close();
    // It waits for a terminal that takes nothing only so long; Ink would wait for ever.
    void terminal.release();
  };
  const closing = AbortSignal.any([signal, terminal.failed]);
  closing.addEventListener('abort', close, { once: true });
  if (closing.aborted) close();
  let isInOrder = false;
  try {
    runtime.start();
    await app.waitUntilExit();
    terminal.failed.throwIfAborted();
    isInOrder = true;
    return store.getState();
  } finally {
    closing.removeEventListener('abort', close);
    clearInterval(alive);
    app.unmount();
    runtime.close();
    input.close();
    await terminal.release();
    const settled = runtime.stop();
    if (isInOrder) await settled;
    else await Promise.race([settled.catch(() => {}), sleep(crashedMs, undefined, { ref: false })]);
  }
}
