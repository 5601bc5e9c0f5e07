import type { ProgressPort } from '../../ports.ts';
import type { ProgressEffect } from './effect.ts';
import type { ProgressEvent } from './state.ts';

/** Saves what was learned and tells what is kept then, or tells the time, at once. Rejects where the port does. */
export async function performOnProgress(
  port: ProgressPort,
  effect: ProgressEffect,
  tell: (event: ProgressEvent) => void,
): Promise<void> {
  if (effect.kind === 'tell-time') return tell({ kind: 'time', at: Date.now() });
  const { learned } = effect;
  tell({ kind: 'kept', kept: await port.save(learned), learned });
}
