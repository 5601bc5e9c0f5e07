import type { Removal, ScriptFollower } from '../sandbox/script-follower.ts';
import { changeOf, type RemovalRequest } from './removal-request.ts';
import type { Allowed } from './rules/call.ts';
import type { JsonObject } from './rules/strict-json.ts';
import type { Upstream } from './upstream.ts';

/**
 * Called with each request before it is sent on: tells the follower what is about to be taken away, and waits until it has
 * looked. It is worth a look where something has been made since the last one.
 */
export function removalWatch(upstream: Upstream, { onRemoval, onRebuild }: ScriptFollower) {
  let isNew = false;
  let looking: Promise<void> = Promise.resolve();

  const tell = async (request: RemovalRequest, version: string): Promise<void> => {
    const name = await nameOf(upstream, request, version);
    if (name === undefined) return;
    const removal: Removal = { of: request.of, name, command: `${request.command} ${name}`.trim(), isNew };
    isNew = false;
    await onRemoval(removal);
  };

  return async (decision: Allowed): Promise<void> => {
    const change = changeOf(decision);
    if (change === undefined) return;
    if (change === 'made' || change === 'aside') {
      isNew = true;
      if (change === 'made') onRebuild();
      return;
    }
    // `docker rm` asks for several at once: all of them wait for the one look.
    const told = looking.then(() => tell(change, decision.path.split('/')[1] ?? ''));
    looking = told.catch(() => {});
    await told;
  };
}

/** As the engine calls it; `undefined` if there is no such thing, or nothing of it that would end. */
async function nameOf(
  upstream: Upstream,
  { of, reference, stops, isForced }: RemovalRequest,
  version: string,
): Promise<string | undefined> {
  if (reference === '') return '';
  const path = `/${version}/${of}s/${encodeURIComponent(reference)}${of === 'container' ? '/json' : ''}`;
  const found = (await upstream.ask(path)) as JsonObject | undefined;
  if (found === undefined) return undefined;
  const isRunning = (found.State as JsonObject | undefined)?.Running === true;
  if (stops && !isRunning) return undefined;
  // What the engine will refuse takes nothing away.
  if (of === 'container' && !stops && !isForced && isRunning) return undefined;
  if (of === 'network' && Object.keys((found.Containers ?? {}) as JsonObject).length > 0) return undefined;
  return String(found.Name ?? reference).replace(/^\//, '');
}
