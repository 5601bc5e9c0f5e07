import { expect, test } from 'vitest';
import { EngineClock } from './clock.ts';

const hourMs = 3_600_000;
const noon = Date.UTC(2026, 10, 30, 12);

/** A lab's time, and an engine whose clock is so far ahead of it and takes so long to say it. */
function machine({ aheadMs = 0, answersInMs = 0 } = {}) {
  const time = { ofDay: noon, sinceStart: 5_000 };
  const pass = (ms: number) => {
    time.ofDay += ms;
    time.sinceStart += ms;
  };
  let asked = 0;
  const clock = new EngineClock(() => ({ ...time }));
  const ask = async () => {
    asked += 1;
    pass(answersInMs / 2);
    const told = new Date(time.ofDay + aheadMs).toISOString();
    pass(answersInMs / 2);
    return told;
  };
  return { time, pass, ask, clock, asked: () => asked };
}

test.each([hourMs, -hourMs, 15_000, 0])('an engine that is %i ms ahead is read as it is', async aheadMs => {
  const { clock, ask, time, pass } = machine({ aheadMs, answersInMs: 400 });
  const now = await clock.read(ask);
  expect(now()).toBe(time.ofDay + aheadMs);
  pass(7_000);
  expect(now()).toBe(time.ofDay + aheadMs);
});

test('one reading does for a while, and is not trusted once our own clock was set', async () => {
  const { clock, ask, pass, time, asked } = machine({ aheadMs: hourMs });
  await clock.read(ask);
  pass(59_000);
  await clock.read(ask);
  expect(asked()).toBe(1);
  pass(2_000);
  await clock.read(ask);
  expect(asked()).toBe(2);
  time.ofDay += hourMs;
  await clock.read(ask);
  expect(asked()).toBe(3);
});

test.each([undefined, '', 'noon'])('an engine that says %j tells no time', async told => {
  const { clock } = machine();
  await expect(clock.read(async () => told)).rejects.toMatchObject({ name: 'EngineError', kind: 'other' });
});
