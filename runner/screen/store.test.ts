import { expect, it } from 'vitest';
import { createStore } from './store.ts';

const counter = () => createStore((sum: number, event: number) => sum + event, 0);

it('has the new state as soon as an event was dispatched', () => {
  const store = counter();
  store.dispatch(2);
  store.dispatch(3);
  expect(store.getState()).toBe(5);
});

it('tells those who listen, only of changes, and only until they go', () => {
  const store = counter();
  const seen: number[] = [];
  const leave = store.subscribe(() => seen.push(store.getState()));
  store.dispatch(1);
  store.dispatch(0);
  leave();
  store.dispatch(1);
  expect(seen).toEqual([1]);
});
