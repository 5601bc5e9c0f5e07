import type { EngineEvent } from '../../../engine/facts.ts';
import { changed, entryOf, type Log, latest, momentOf, type Surroundings, together } from './log.ts';

/**
 * The log with an event of an image in it. One about the loss of a name does not tell the name: what is on the engine
 * afterwards does.
 */
export function foldImage(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { name = '' } = event.attributes;
  const now = momentOf(event);
  const last = latest(log, event.id);
  if (event.action === 'tag') {
    if (name.startsWith('sha256:')) return log;
    const again = last?.deed === 'image-tag' && last.name === name && now - last.ended < together;
    return again ? log : [...log, entryOf(event, 'image-tag', around)];
  }
  if (event.action !== 'untag' && event.action !== 'delete') return log;
  if (last?.deed === 'image-remove' && now - last.ended < together) return changed(log, last, { ended: now });
  // What a build throws away has no name, and nobody misses it.
  if (event.action === 'delete') return log;
  const lost = name.startsWith('sha256:') ? '' : name;
  return [...log, entryOf({ ...event, attributes: { name: lost } }, 'image-remove', around)];
}
