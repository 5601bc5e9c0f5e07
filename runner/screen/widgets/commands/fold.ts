import type { EngineEvent } from '../../../engine/facts.ts';
import { foldContainer } from './fold-container.ts';
import { foldImage } from './fold-image.ts';
import { foldNetwork } from './fold-network.ts';
import { pruned } from './fold-prune.ts';
import { foldVolume } from './fold-volume.ts';
import type { Log, Surroundings } from './log.ts';

const folds = { container: foldContainer, network: foldNetwork, volume: foldVolume, image: foldImage } as const;

/** The log with an event of the engine in it: as an entry of its own, or as a part of the command that it belongs to. */
export function foldEvent(log: Log, event: EngineEvent, around: Surroundings): Log {
  if (event.action === 'prune') return pruned(log, event, around);
  return Object.hasOwn(folds, event.type) ? folds[event.type as keyof typeof folds](log, event, around) : log;
}
