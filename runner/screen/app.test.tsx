import { cleanup, render } from 'ink-testing-library';
import { afterEach, expect, it, vi } from 'vitest';
import type { LiveEvent } from '../live/live-event.ts';
import { App } from './app.tsx';
import type { World } from './ports.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { home, report, reportOf } from './test/scene.ts';
import { idleWorld } from './test/world.ts';
import type { Watch } from './watch/watcher.ts';

const runtimes: Runtime[] = [];

afterEach(async () => {
  cleanup();
  for (const { stop } of runtimes.splice(0)) await stop();
});

/** A watch that says what the test tells it to say. */
function scripted() {
  const begun: { signal: AbortSignal; rechecks: number; say(event: LiveEvent): void }[] = [];
  const watch: Watch = async function* (_challenge, { signal, recheck }) {
    const queue: LiveEvent[] = [];
    let wake = () => {};
    const entry = {
      signal,
      rechecks: 0,
      say: (event: LiveEvent) => {
        queue.push(event);
        wake();
      },
    };
    recheck.addEventListener('recheck', () => {
      entry.rechecks += 1;
    });
    signal.addEventListener('abort', () => wake());
    begun.push(entry);
    while (!signal.aborted) {
      const event = queue.shift();
      if (event === undefined) await new Promise<void>(resolve => (wake = resolve));
      else yield event;
    }
  };
  return { begun, watch };
}

function start() {
  const script = scripted();
  const world: World = { ...idleWorld, watch: script.watch };
  const state = home('en', { columns: 100, rows: 30 });
  const { signal } = new AbortController();
  const runtime = createRuntime({ state, world, terminal: { leave: () => {} }, ticks: true, signal });
  runtimes.push(runtime);
  const app = render(<App store={runtime.store} colour={false} />);
  runtime.start();
  const see = (text: string | RegExp) =>
    vi.waitFor(
      () => expect(app.lastFrame()?.replace(/\s+/g, ' ')).toMatch(text instanceof RegExp ? text : new RegExp(text)),
      { timeout: 20_000 },
    );
  return { ...script, app, see, runtime };
}

const passing = { 'custom-network': 'pass' } as const;

it('turns an objective from not yet to met and back while the learner looks on', async () => {
  const { app, begun, see } = start();
  await see('Networked containers');
  app.stdin.write('\r');
  await see('Looking at the engine');
  await vi.waitFor(() => expect(begun).toHaveLength(1), { timeout: 20_000 });
  begun[0]?.say(report(reportOf({})));
  await see(/✖ Server and client share a network that you created +not yet/);
  begun[0]?.say(report(reportOf(passing)));
  await see(/✔ Server and client share a network that you created +met/);
  begun[0]?.say(report(reportOf({})));
  await see(/✖ Server and client share a network that you created +not yet/);
  app.stdin.write('c');
  await see('no longer met');
});

it('goes on watching in the other language, and stops the watch when the learner goes back', async () => {
  const { app, begun, see, runtime } = start();
  app.stdin.write('1');
  await vi.waitFor(() => expect(begun).toHaveLength(1), { timeout: 20_000 });
  begun[0]?.say(report(reportOf({ 'own-network': 'fail' })));
  await see('✖ Server and client share a network that you created');
  app.stdin.write('l');
  await see(/✖ .*rede/);
  expect(begun).toHaveLength(1);
  expect(begun[0]?.signal.aborted).toBe(false);
  app.stdin.write('r');
  await vi.waitFor(() => expect(begun[0]?.rechecks).toBe(1), { timeout: 20_000 });
  app.stdin.write('\u001b');
  await see('onde se aprende Docker');
  await runtime.stop();
  expect(begun[0]?.signal.aborted).toBe(true);
});

it('takes keys that come at once one by one, and what is pasted not at all', async () => {
  const { app, begun, see } = start();
  app.stdin.write('\u001b[200~q1?\u001b[201~');
  app.stdin.write('1b');
  await vi.waitFor(() => expect(begun).toHaveLength(1), { timeout: 20_000 });
  await see('Brief 1 · Networked containers');
});
