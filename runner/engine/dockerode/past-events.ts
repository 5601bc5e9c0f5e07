import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { Clock } from '../engine.ts';
import type { EngineEvent } from '../facts.ts';
import { readEvent } from './read-event.ts';

/** How far wrong what we know of the engine's clock may be, in milliseconds. */
const clockErrorMs = 100;

/** An engine that is silent this long before and after it has answered another question has told all. In milliseconds. */
const usualQuietMs = 1_500;

/** What of the past tells who kept what in which volume, in Docker's words and in Podman's. */
const filters = JSON.stringify({
  type: ['container', 'volume'],
  event: ['create', 'mount', 'die', 'died', 'destroy', 'remove'],
});

/** What the engine remembers of what has happened, oldest first, until now by its own clock. */
export async function readPastEvents(
  docker: Pick<Docker, 'getEvents' | 'ping'>,
  clock: Clock,
  abortSignal: AbortSignal,
  quietMs = usualQuietMs,
): Promise<EngineEvent[]> {
  // It waits for a moment that is yet to come, and leaves out what came after.
  const until = ((clock() + clockErrorMs) / 1_000).toFixed(3);
  const stream = (await docker.getEvents({ since: 1, until, filters, abortSignal } as object)) as Readable;
  const events: EngineEvent[] = [];
  const reading = readInto(events, stream);
  reading.catch(() => {});
  try {
    // Docker Desktop's stream stays open, though all is told; but one that hangs may have more to tell.
    for (let isAwake = false; ; ) {
      const told = events.length;
      const waiting = new AbortController();
      const silence = sleep(quietMs, 'silence' as const, { signal: waiting.signal });
      const came = await Promise.race([reading, silence]).finally(() => waiting.abort());
      if (came !== 'silence') return events;
      if (events.length > told) isAwake = false;
      else if (isAwake) return [...events];
      else {
        await docker.ping();
        isAwake = true;
      }
    }
  } finally {
    stream.destroy();
  }
}

async function readInto(events: EngineEvent[], stream: Readable): Promise<void> {
  for await (const line of streamLines(stream)) if (line !== '') events.push(readEvent(line));
}
