import type { TourState, TourWish } from './state.ts';

/** Enough for what can be wished for before the effects have looked. */
const wishesKept = 16;

type Unnumbered = TourWish extends infer Wish ? (Wish extends TourWish ? Omit<Wish, 'number'> : never) : never;

/** The tours with one more wish, and its number. */
export function wished(tour: TourState, wish: Unnumbered): { readonly tour: TourState; readonly number: number } {
  const number = (tour.wishes.at(-1)?.number ?? 0) + 1;
  const wishes = [...tour.wishes, { ...wish, number }].slice(-wishesKept);
  return { tour: { ...tour, wishes }, number };
}
