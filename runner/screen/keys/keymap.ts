import type { Intent, Press } from '../intent.ts';
import type { Place } from '../place.ts';
import { bindings, type Label } from './key-bindings.ts';

/** What a key means here, or undefined where it means nothing. */
export function intentOf(press: Press, place: Place): Intent | undefined {
  if (place === 'home' && press.ctrl !== true && /^[1-9]$/.test(press.input)) return `choose ${Number(press.input)}`;
  return bindings.find(binding => binding.label[place] !== undefined && binding.is(press))?.intent;
}

/** The keys of a place and what they do, in the order of the footer, without the `without` levels of lesser ones. */
export function keysOf(place: Place, without: number): { keys: string; label: Label }[] {
  const limit = without === 0 ? 8 : 4 - without;
  return bindings.flatMap(binding => {
    const label = binding.label[place];
    if (label === undefined || binding.keys === '' || binding.spare > limit) return [];
    return [{ keys: binding.keys, label }];
  });
}

/** Every key of a place: for the help. */
export function allKeysOf(place: Place): ReturnType<typeof keysOf> {
  return keysOf(place, Number.NEGATIVE_INFINITY);
}
