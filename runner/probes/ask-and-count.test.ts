import { afterEach, expect, test, vi } from 'vitest';
import { fakeAttachment, fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { askAndCount } from './ask-and-count.ts';
import type { Probe } from './probe.ts';

afterEach(() => void vi.useRealTimers());

test('calls are counted, and so timed, until the last look: where the machine is busy, that is long after the answer', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const probe = {
    observations: [],
    snapshot: () => Promise.resolve(void vi.advanceTimersByTime(400)),
    http: () => {
      vi.advanceTimersByTime(10);
      return Promise.resolve({ ok: true, status: 200, durationMs: 10, contentType: '', body: '' });
    },
  };
  const container = fakeContainer('loja', { networks: [fakeAttachment('rede', '10.0.0.3')] });
  const asked = { container, probe: probe as unknown as Probe, address: '10.0.0.3' };
  const request = { path: '/', port: 80, timeoutMs: 1_000 };
  const { watchedMs } = await askAndCount(
    { asked, others: {}, facts: fakeFacts({}) },
    request,
    new AbortController().signal,
  );
  expect(watchedMs).toBe(410);
});
