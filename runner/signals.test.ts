import { expect, test } from 'vitest';
import { Interrupted, stopSignal } from './signals.ts';

function signals() {
  const exits: number[] = [];
  const listeners = new Map<string, (at: number) => void>();
  const { signal } = stopSignal(
    code => exits.push(code),
    (name, listener) => listeners.set(name, listener),
  );
  return { exits, signal, send: (name: string, at: number) => listeners.get(name)?.(at) };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('the first %s stops with %d', (name, code) => {
  const { exits, signal, send } = signals();
  send(name, 1000);
  expect(signal.reason).toBeInstanceOf(Interrupted);
  expect(signal.reason.exitCode).toBe(code);
  expect(exits).toEqual([]);
});

test('the second one exits at once, but an echo of the first is not a second one', () => {
  const { exits, send } = signals();
  send('SIGINT', 1000);
  send('SIGINT', 1005);
  expect(exits).toEqual([]);
  send('SIGINT', 2000);
  expect(exits).toEqual([130]);
});
