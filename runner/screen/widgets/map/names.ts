import { printable } from '../../../base/text/width.ts';
import type { NetworkBox, VolumeThing } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** What a network is called: `network app-net`. */
export function networkName(t: MapMessages, { kind, name }: NetworkBox): string {
  const shown = printable(name);
  const names = {
    network: t.network(shown),
    default: t.defaultNetwork(shown),
    host: t.hostNetwork,
    none: t.noNetwork,
    shared: t.sharedNetwork(shown),
  };
  return names[kind];
}

/** What a volume is called. The engine's own names are long and say nothing, so their beginning will do. */
export function volumeName(t: MapMessages, { kind, name, anonymous }: VolumeThing): string {
  const shown = printable(anonymous ? name.slice(0, 12) : name);
  if (kind === 'bind') return t.folder(shown);
  return anonymous ? t.anonymousVolume(shown) : t.volume(shown);
}
