import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type JobControl, tradePlaces } from './trade-places.ts';

function scene() {
  const told: string[] = [];
  const signals = new EventEmitter();
  const jobs: JobControl = {
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
    stopSelf: () => told.push('stopped'),
  };
  const places = tradePlaces(jobs);
  places.whenStopped(async () => {
    told.push('gave the terminal away');
    return async () => void told.push('took it again');
  });
  const receive = async (signal: string) => {
    signals.emit(signal);
    await new Promise(setImmediate);
  };
  return { told, receive, places, signals };
}

test('gives the terminal away before it stops, and takes it again when it goes on', async () => {
  const { told, receive } = scene();
  await receive('SIGTSTP');
  expect(told).toEqual(['gave the terminal away', 'stopped']);
  await receive('SIGCONT');
  expect(told).toEqual(['gave the terminal away', 'stopped', 'took it again']);
});

test('draws itself anew where it was stopped without being told', async () => {
  const { told, receive } = scene();
  await receive('SIGCONT');
  expect(told).toEqual(['gave the terminal away', 'took it again']);
});

test('leaves the signals alone once it is over', async () => {
  const { told, receive, places, signals } = scene();
  places.stop();
  await receive('SIGTSTP');
  expect(told).toEqual([]);
  expect(signals.eventNames()).toEqual([]);
});
