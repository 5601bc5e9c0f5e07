import { printable } from '../../../base/text/width.ts';
import type { CommandEntry } from './entry.ts';
import type { CommandLogMessages } from './texts.ts';

/** What was done, in one sentence. */
export function wordsFor(t: CommandLogMessages, entry: CommandEntry): string {
  return printable(sentence(t, entry));
}

function sentence(t: CommandLogMessages, entry: CommandEntry): string {
  const { deed, name, other = '', image = '', exitCode = '?', gone, count = 1 } = entry;
  const after = gone ? ` ${t.gone}` : '';
  switch (deed) {
    case 'run':
    case 'create':
      return t[deed](name, image);
    case 'signal':
      return t.signal(name, entry.signal ?? '');
    case 'stop':
      return t.stop(name, exitCode) + after;
    case 'end':
      return t.end(name, exitCode) + (gone ? after : exitCode === '0' ? '' : `; ${t.why}`);
    case 'again':
      return `${t.again(name, exitCode, count)}; ${t.why}`;
    case 'start':
    case 'restart':
    case 'kill':
    case 'remove':
    case 'pause':
    case 'unpause':
      return t[deed](name);
    case 'remove-force':
      return t.removeForce(name);
    case 'rename':
      return t.rename(other, name);
    case 'out-of-memory':
      return t.outOfMemory(name);
    case 'network-create':
      return t.networkCreate(name);
    case 'network-remove':
      return t.networkRemove(name);
    case 'connect':
    case 'disconnect':
      return t[deed](other, name);
    case 'volume-create':
      return t.volumeCreate(name);
    case 'volume-remove':
      return t.volumeRemove(name);
    case 'image-tag':
      return t.imageTag(name.replace(/:latest$/, ''));
    case 'image-remove':
      return t.imageRemove(name.replaceAll(':latest', '').replaceAll(' ', ', '));
    case 'prune':
      return t.prune(other, count);
  }
}
