import { expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import { fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { logExcerpts } from './log-excerpts.ts';

const binding = (name: string | undefined, ...candidates: string[]): BindingReport => ({
  ...{ role: 'servidor', name, how: 'name', because: [], candidates },
});

test('of many containers, the logs of those in question and of those that failed are kept', async () => {
  const others = Array.from({ length: 9 }, (_, index) =>
    fakeContainer(`job-${index}`, { state: 'exited', exitCode: 0 }),
  );
  const containers = [
    ...others,
    fakeContainer('quebrado', { state: 'exited', exitCode: 1 }),
    fakeContainer('api-velha', { state: 'running' }),
    fakeContainer('api', { state: 'running' }),
  ];
  const engine = {
    facts: async () => fakeFacts({ containers }),
    logs: async (id: string) => [{ text: `of ${id}` }],
  } as unknown as Engine;
  const bindings = [binding(undefined, 'api', 'api-velha')];
  const kept = await logExcerpts(engine, bindings, new AbortController().signal);
  expect(kept.slice(0, 3).map(({ container }) => container)).toEqual(['api-velha', 'api', 'quebrado']);
});
