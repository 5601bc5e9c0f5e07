import { expect, it } from 'vitest';
import { createStore } from './store.ts';

/** Adds what it is told, and asks for every even number to be said. */
const add = (sum: number, event: number) => ({ state: sum + event, effects: event % 2 === 0 ? [`say ${event}`] : [] });

it('has the new state as soon as an event was dispatched', () => {
  const store = createStore(add, 0);
  store.dispatch(2);
  store.dispatch(3);
  expect(store.getState()).toBe(5);
});

it('tells those who listen, only of changes, and only until they go', () => {
  const store = createStore(add, 0);
  const seen: number[] = [];
  const leave = store.subscribe(() => seen.push(store.getState()));
  store.dispatch(1);
  store.dispatch(0);
  leave();
  store.dispatch(1);
  expect(seen).toEqual([1]);
});

it('performs each effect once, after everybody has heard of the state, also where the state stays the same', () => {
  const seen: (number | string)[] = [];
  const store = createStore(add, 0, effect => seen.push(effect));
  store.subscribe(() => seen.push(store.getState()));
  store.dispatch(2);
  store.dispatch(1);
  store.dispatch(0);
  expect(seen).toEqual([2, 'say 2', 3, 'say 0']);
});

it('takes events in that come of an effect while it is performed', () => {
  const store = createStore(add, 0, () => store.dispatch(1));
  store.dispatch(2);
  expect(store.getState()).toBe(3);
});
