import { expect, test } from 'vitest';
import { paced } from './paced.ts';

function scene() {
  let busy = false;
  let drawn = 0;
  const change: (() => void)[] = [];
  const arrive: (() => void)[] = [];
  const into = (listeners: (() => void)[]) => (listener: () => void) => {
    listeners.push(listener);
    return () => void listeners.splice(listeners.indexOf(listener), 1);
  };
  const pace = { isBusy: () => busy, whenIdle: into(arrive) };
  const leave = paced(
    into(change),
    pace,
  )(() => {
    drawn += 1;
  });
  const all = (listeners: (() => void)[]) => {
    for (const listener of [...listeners]) listener();
  };
  return {
    change: () => all(change),
    send: () => {
      busy = true;
    },
    arrive: () => {
      busy = false;
      all(arrive);
    },
    drawn: () => drawn,
    leave,
    listeners: () => change.length + arrive.length,
  };
}

test('draws each change at once while the terminal keeps up', () => {
  const { change, drawn, arrive } = scene();
  change();
  change();
  arrive();
  expect(drawn()).toBe(2);
});

test('draws what has gathered as one when the last frame has arrived', () => {
  const { change, drawn, send, arrive } = scene();
  send();
  for (let times = 0; times < 100; times++) change();
  expect(drawn()).toBe(0);
  arrive();
  arrive();
  expect(drawn()).toBe(1);
});

test('listens no more once it is left', () => {
  const { leave, listeners } = scene();
  leave();
  expect(listeners()).toBe(0);
});
