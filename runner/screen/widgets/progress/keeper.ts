import { isEmpty, noProgress } from '../../../progress/progress.ts';
import type { ProgressPort } from '../../ports.ts';
import type { ScreenEvent, State } from '../../state.ts';
import type { Store } from '../../store.ts';

/** Between two looks at the clock, in milliseconds: as much may be lost of the time spent, when the lab is killed. */
const everyMs = 30_000;

/** Keeps what the screen learns of the learner. */
export interface Keeper {
  /** Saves what is left to save, and stops. */
  stop(): Promise<void>;
}

/**
 * Tells the screen the time while a challenge is open, and saves what it learns: at once what it wants saved at once, the
 * time spent now and then. One save at a time; what could not be saved is tried again with the next one.
 */
export function createKeeper(port: ProgressPort, store: Store<State, ScreenEvent>): Keeper {
  let saving: Promise<void> = Promise.resolve();
  let isSaving = false;
  let seenSaves = store.getState().progress.saves;
  let open = store.getState().attempt?.challenge.id;

  const tellTime = () => store.dispatch({ kind: 'progress', event: { kind: 'time', at: Date.now() } });

  const save = () => {
    if (!isSaving) saving = saveAll();
  };

  const saveAll = async () => {
    isSaving = true;
    let isSaved = true;
    // What is learned while the file is written comes with the next round.
    while (isSaved && !isEmpty(store.getState().progress.unsaved)) {
      const { unsaved } = store.getState().progress;
      store.dispatch({ kind: 'progress', event: { kind: 'saving' } });
      const kept = await port.save(unsaved);
      isSaved = kept.troubles.every(({ kind }) => kind !== 'not-saved');
      store.dispatch({ kind: 'progress', event: { kind: 'kept', kept, unsaved: isSaved ? noProgress : unsaved } });
    }
    isSaving = false;
  };

  const look = () => {
    const state = store.getState();
    const now = state.attempt?.challenge.id;
    if (now !== open) {
      open = now;
      tellTime();
    }
    const { saves } = store.getState().progress;
    if (saves === seenSaves) return;
    seenSaves = saves;
    save();
  };

  const unsubscribe = store.subscribe(look);
  const timer = setInterval(() => {
    if (open === undefined) return;
    tellTime();
    save();
  }, everyMs);

  return {
    stop: async () => {
      clearInterval(timer);
      if (open !== undefined) tellTime();
      unsubscribe();
      await saving;
      save();
      await saving;
    },
  };
}
