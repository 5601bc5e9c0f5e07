import { shellQuote } from '../../../base/shell-quote.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { CommandEntry } from './entry.ts';

/**
 * A docker command that makes such a change, though not necessarily the one that was typed; or, where something ended by
 * itself, the one that shows why. `undefined` if there is none.
 */
export function commandFor(entry: CommandEntry, { roles }: Pick<Challenge, 'roles'>): string | undefined {
  const { deed, name, other = '', image = '', options, gone } = entry;
  const docker = (...words: readonly string[]) => ['docker', ...words].map(shellQuote).join(' ');
  switch (deed) {
    case 'run':
    case 'create': {
      const words = options ?? ['--name', name, image];
      if (deed === 'create') return docker('create', ...words);
      return docker('run', ...(words.includes('--tty') ? [] : ['--detach']), ...words);
    }
    case 'start':
    case 'restart':
    case 'stop':
    case 'kill':
    case 'pause':
    case 'unpause':
      return docker(deed, name);
    case 'signal':
      return docker('kill', '--signal', entry.signal ?? '', name);
    case 'remove':
      return docker('rm', name);
    case 'remove-force':
      return docker('rm', '--force', name);
    case 'rename':
      return docker('rename', other, name);
    case 'end':
    case 'again':
      return gone ? undefined : docker('logs', '--tail', '20', name);
    case 'out-of-memory':
      return docker('stats', '--no-stream', name);
    case 'network-create':
      return docker('network', 'create', name);
    case 'network-remove':
      return docker('network', 'rm', name);
    case 'connect':
      return docker('network', 'connect', other, name);
    case 'disconnect':
      return docker('network', 'disconnect', other, name);
    case 'volume-create':
      return docker('volume', 'create', name);
    case 'volume-remove':
      return docker('volume', 'rm', name);
    case 'image-tag': {
      const tag = name.replace(/:latest$/, '');
      const build = roles.map(role => role.build).find(it => it.split(' ').includes(tag));
      return build ?? docker('build', '--tag', tag, '.');
    }
    case 'image-remove':
      return name === '' ? undefined : docker('image', 'rm', ...name.split(' ').map(it => it.replace(/:latest$/, '')));
    case 'prune':
      return docker(other, 'prune');
  }
}
