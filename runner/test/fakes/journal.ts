import type { Journal } from '../../engine/engine.ts';

/** For engines that nobody disturbs. */
export const noJournal: Journal = { note: () => Promise.resolve(() => Promise.resolve()) };
