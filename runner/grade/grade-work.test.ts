import { expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import type { GradeContext } from './grade-context.ts';
import { gradeWork } from './grade-work.ts';
import { type Sandbox, type Sandboxes, SandboxFault } from './sandbox.ts';
import type { Plan, Work } from './submission.ts';

const workOf = (plan: Plan): Work => ({
  ...{ challenge: networkedContainers.id, folder: '/nowhere', path: 'desafio1', digest: 'd', remarks: ['a remark'] },
  plan,
});
const script: Plan = { kind: 'script', file: 'up.sh', script: 'true', builder: 'classic', binds: {}, paths: {} };

/** Sandboxes that cannot be opened, and how often that was tried. */
function broken(error: () => unknown = () => new SandboxFault('the disk is full')) {
  const tries: AbortSignal[] = [];
  const sandboxes: Sandboxes = {
    open: async ({ signal }) => {
      tries.push(signal);
      throw error();
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return { sandboxes, tries };
}

function contextWith(sandboxes: Sandboxes, more: Partial<GradeContext> = {}): GradeContext {
  const sandbox = { cpus: 1, memoryBytes: 1e9, processes: 100, diskBytes: 1e9 };
  return {
    challenge: networkedContainers,
    language: 'en',
    sandboxes,
    limits: { scriptMs: 1000, workMs: 60_000, verdictMs: 1000, graceMs: 100, outputBytes: 1000, sandbox },
    signal: new AbortController().signal,
    onPhase: () => {},
    digest: 'abc',
    ...more,
  };
}

test('a fault of the machine is tried once more, and then unknown, objective by objective', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradeWork(workOf(script), contextWith(sandboxes));
  expect(tries).toHaveLength(2);
  expect(result).toMatchObject({ outcome: 'unknown', attempts: 2, digest: 'abc', instructions: 'up.sh' });
  expect(result.reason).toContain('the disk is full');
  expect(result.objectives.map(({ verdict }) => verdict)).toEqual(networkedContainers.objectives.map(() => 'unknown'));
  expect(result.remarks).toEqual(['a remark']);
});

test('a fault of the grader itself ends nothing either', async () => {
  const { sandboxes } = broken(() => new TypeError('undefined is not a function'));
  expect((await gradeWork(workOf(script), contextWith(sandboxes))).outcome).toBe('unknown');
});

test('what was stopped is no verdict', async () => {
  const stop = new AbortController();
  const { sandboxes, tries } = broken(() => {
    stop.abort(new Error('Ctrl-C'));
    return new SandboxFault('interrupted');
  });
  await expect(gradeWork(workOf(script), contextWith(sandboxes, { signal: stop.signal }))).rejects.toThrow('Ctrl-C');
  expect(tries).toHaveLength(1);
});

test('a try that takes too long is the machine’s fault', async () => {
  const limits = { ...contextWith(broken().sandboxes).limits, workMs: 5 };
  const sandboxes: Sandboxes = {
    open: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    [Symbol.asyncDispose]: async () => {},
  };
  const result = await gradeWork(workOf(script), contextWith(sandboxes, { limits }));
  expect(result).toMatchObject({ outcome: 'unknown', attempts: 2 });
});

test('what was not handed in is not met, and nothing is opened for it', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradeWork(undefined, contextWith(sandboxes));
  expect(result).toMatchObject({ outcome: 'not-submitted', path: '', instructions: '', attempts: 1 });
  expect(result.score).toEqual({ earned: 0, possible: 20, bonus: 0 });
  expect(result.objectives.every(({ verdict, observed }) => verdict === 'fail' && observed !== '')).toBe(true);
  expect(tries).toEqual([]);
});

test('a Compose file alone fails its own objective by that reason, and the rest is not run', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradeWork(workOf({ kind: 'compose-only', file: 'compose.yaml' }), contextWith(sandboxes));
  const compose = result.objectives.find(({ id }) => id === 'no-compose');
  expect(result.outcome).toBe('compose-only');
  expect(compose).toMatchObject({ verdict: 'fail' });
  expect(compose?.observed).toContain('compose.yaml');
  expect(result.objectives.filter(({ id }) => id !== 'no-compose').every(({ verdict }) => verdict === 'blocked')).toBe(
    true,
  );
  expect(tries).toEqual([]);
});

test('a script that turns out to leave it all to Compose is told so, and nothing of it is looked at', async () => {
  const ran = {
    exitCode: 1,
    endedBy: 'itself',
    failingCommand: '$DC up',
    lastLines: [],
    leftRunning: [],
    durationMs: 1,
  };
  const sandbox = {
    ...{ compose: 'docker compose up -d', refusals: [], run: async () => ran, unreachable: () => false },
    connected: { engine: { facts: async () => ({ containers: [] }) } },
    [Symbol.asyncDispose]: async () => {},
  } as unknown as Sandbox;
  const sandboxes: Sandboxes = { open: async () => sandbox, [Symbol.asyncDispose]: async () => {} };
  const result = await gradeWork(workOf(script), contextWith(sandboxes));
  expect(result).toMatchObject({ outcome: 'compose-only', attempts: 1, script: ran });
  expect(result.reason).toContain('up.sh leaves everything to Compose: docker compose up -d.');
  expect(result.objectives.map(({ verdict }) => verdict)).toEqual(
    networkedContainers.objectives.map(({ id }) => (id === 'no-compose' ? 'fail' : 'blocked')),
  );
});

test('instructions that cannot be read are told', async () => {
  const { sandboxes } = broken();
  const context = contextWith(sandboxes, { language: 'pt-BR' });
  const result = await gradeWork(workOf({ kind: 'none', because: 'O README usa PowerShell.' }), context);
  expect(result).toMatchObject({ outcome: 'no-instructions', instructions: '' });
  expect(result.reason).toContain('O README usa PowerShell.');
});
