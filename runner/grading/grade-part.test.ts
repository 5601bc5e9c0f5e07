import { expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import type { Engine } from '../engine/engine.ts';
import type { PartResult } from '../gradebook/result.ts';
import { fakeFacts } from '../test/fakes/facts.ts';
import { inEnglish } from '../test/fakes/in-english.ts';
import { noJournal } from '../test/fakes/journal.ts';
import { verbatim } from '../test/fakes/verbatim.ts';
import type { GradeContext } from './grade-context.ts';
import { gradePart } from './grade-part.ts';
import { type Sandbox, type Sandboxes, SandboxFault } from './sandbox/sandbox.ts';
import type { Part, Plan } from './submission.ts';

const partOf = (plan: Plan): Part => ({
  ...{
    challenge: networkedContainers.id,
    folder: '/nowhere',
    path: 'desafio1',
    digest: 'd',
    remarks: [verbatim('a remark')],
  },
  plan,
});
const script: Extract<Plan, { kind: 'script' }> = {
  kind: 'script',
  file: 'up.sh',
  script: 'true',
  builder: 'classic',
  binds: {},
  paths: {},
};

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
    sandboxes,
    limits: { scriptMs: 1000, partMs: 60_000, verdictMs: 1000, graceMs: 100, outputBytes: 1000, sandbox },
    signal: new AbortController().signal,
    onPhase: () => {},
    digest: 'abc',
    ...more,
  };
}

test('a fault of the machine is tried once more, and then unknown, objective by objective', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradePart(partOf(script), contextWith(sandboxes));
  expect(tries).toHaveLength(2);
  expect(result).toMatchObject({ outcome: 'unknown', attempts: 2, digest: 'abc', instructions: 'up.sh' });
  expect(inEnglish(result.reason)).toContain('the disk is full');
  expect(result.objectives.map(({ verdict }) => verdict)).toEqual(networkedContainers.objectives.map(() => 'unknown'));
  expect(result.remarks.map(inEnglish)).toEqual(['a remark']);
});

test('a fault of the grader itself ends nothing either', async () => {
  const { sandboxes } = broken(() => new TypeError('undefined is not a function'));
  expect((await gradePart(partOf(script), contextWith(sandboxes))).outcome).toBe('unknown');
});

test('what was stopped is no verdict', async () => {
  const stop = new AbortController();
  const { sandboxes, tries } = broken(() => {
    stop.abort(new Error('Ctrl-C'));
    return new SandboxFault('interrupted');
  });
  await expect(gradePart(partOf(script), contextWith(sandboxes, { signal: stop.signal }))).rejects.toThrow('Ctrl-C');
  expect(tries).toHaveLength(1);
});

test('a try that takes too long is the machine’s fault', async () => {
  const limits = { ...contextWith(broken().sandboxes).limits, partMs: 5 };
  const sandboxes: Sandboxes = {
    open: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    [Symbol.asyncDispose]: async () => {},
  };
  const result = await gradePart(partOf(script), contextWith(sandboxes, { limits }));
  expect(result).toMatchObject({ outcome: 'unknown', attempts: 2 });
});

test('what was not handed in is not met, and nothing is opened for it', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradePart(undefined, contextWith(sandboxes));
  expect(result).toMatchObject({ outcome: 'not-submitted', path: '', instructions: '', attempts: 1 });
  expect(result.score).toEqual({ earned: 0, possible: 20, bonus: 0 });
  expect(result.objectives.every(({ verdict, finding }) => verdict === 'fail' && inEnglish(finding) !== '')).toBe(true);
  expect(tries).toEqual([]);
});

test('a Compose file alone fails its own objective by that reason, and the rest is not run', async () => {
  const { sandboxes, tries } = broken();
  const result = await gradePart(partOf({ kind: 'compose-only', file: 'compose.yaml' }), contextWith(sandboxes));
  const compose = result.objectives.find(({ id }) => id === 'no-compose');
  expect(result.outcome).toBe('compose-only');
  expect(compose).toMatchObject({ verdict: 'fail' });
  expect(inEnglish(compose?.finding)).toContain('compose.yaml');
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
  const result = await gradePart(partOf(script), contextWith(sandboxes));
  expect(result).toMatchObject({ outcome: 'compose-only', attempts: 1, script: ran });
  expect(inEnglish(result.reason)).toContain('up.sh leaves everything to Compose: docker compose up -d.');
  expect(result.objectives.map(({ verdict }) => verdict)).toEqual(
    networkedContainers.objectives.map(({ id }) => (id === 'no-compose' ? 'fail' : 'blocked')),
  );
});

test('instructions that cannot be read are told', async () => {
  const { sandboxes } = broken();
  const because = verbatim('The README uses PowerShell.');
  const result = await gradePart(partOf({ kind: 'none', because }), contextWith(sandboxes));
  expect(result).toMatchObject({ outcome: 'no-instructions', instructions: '' });
  expect(inEnglish(result.reason)).toContain('The README uses PowerShell.');
});

/** A sandbox in which nothing is there, and whose script has run out of time. */
const outOfTime: Sandboxes = {
  open: async () => ({
    connected: { engine: emptyEngine as unknown as Engine, source: 'sandbox', journal: noJournal },
    run: async () => ({
      ...{ endedBy: 'time', exitCode: undefined, durationMs: 1000 },
      ...{ failingCommand: '', lastLines: [], leftRunning: [] },
    }),
    refusals: [],
    compose: '',
    missingTool: '',
    shell: '',
    unreachable: () => false,
    needsBuildKit: () => false,
    [Symbol.asyncDispose]: async () => {},
  }),
  [Symbol.asyncDispose]: async () => {},
};
const emptyEngine = {
  version: async () => ({ version: '20.10.24', apiVersion: '1.41' }),
  image: async () => ({ id: 'probe', size: 1, labels: {} }),
  facts: async () => fakeFacts(),
  clock: async () => () => Date.now(),
  container: async () => undefined,
  async *events(signal: AbortSignal, opened?: () => void) {
    opened?.();
    if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }));
  },
};

/** For how long the grader was held up while the script ran and while it looked, try by try. */
function judgedWith(...heldUpMs: [running: number, checking: number][]): Promise<PartResult> {
  const limits = { ...contextWith(outOfTime).limits, scriptMs: 10_000, verdictMs: 50 };
  const tries = heldUpMs.values();
  const watchStalls = () => {
    const looks = (tries.next().value ?? [0, 0]).values();
    return { takeMs: () => looks.next().value ?? 0, [Symbol.dispose]: () => {} };
  };
  return gradePart(partOf(script), contextWith(outOfTime, { limits, watchStalls }));
}

test('what was too late while the grader itself stood still is tried once more, and is then final', async () => {
  for (const first of [
    [1_001, 0],
    [0, 6],
  ] as [number, number][]) {
    const result = await judgedWith(first, [0, 0]);
    expect(result).toMatchObject({ outcome: 'timed-out', attempts: 2 });
    expect(result.objectives.some(({ verdict }) => verdict === 'unknown')).toBe(false);
  }
});

test('what was too late both times while it stood still is unknown, and the reason says so', async () => {
  const result = await judgedWith([7_000, 0], [0, 700]);
  expect(result).toMatchObject({ outcome: 'unknown', attempts: 2 });
  expect(inEnglish(result.reason)).toContain('too busy');
  expect(result.objectives.some(({ verdict }) => verdict === 'fail')).toBe(false);
});

test('what was translated from Compose fails what is about Compose, whatever its containers say', async () => {
  const composed: Plan = {
    kind: 'script',
    file: 'c.yml',
    composed: 'c.yml',
    script: 'true',
    builder: 'classic',
    binds: {},
    paths: {},
  };
  const limits = { ...contextWith(outOfTime).limits, scriptMs: 10_000, verdictMs: 50 };
  const watchStalls = () => ({ takeMs: () => 0, [Symbol.dispose]: () => {} });
  const result = await gradePart(partOf(composed), contextWith(outOfTime, { limits, watchStalls }));
  const compose = result.objectives.find(({ id }) => id === 'no-compose');
  expect(compose).toMatchObject({
    verdict: 'fail',
    finding: { code: 'translate.no-compose', params: { file: 'c.yml' } },
  });
  expect(inEnglish(compose?.finding)).toContain('in c.yml, are Compose’s');
  expect(compose?.next).toBe('lab translate c.yml');
});

test('what was too late although it hardly did is final at once', async () => {
  expect(await judgedWith([1_000, 5])).toMatchObject({ outcome: 'timed-out', attempts: 1 });
});

test.each([
  ['psql', 127, 'psql -h banco', 'unknown'],
  ['git', 128, 'git clone x', 'unknown'],
  ['ping', 1, 'docker run -d servidor', 'script-failed'],
  ['ping', 0, '', 'graded'],
])(
  'where the shell lacks %s, code %i of “%s” is %s, and a remark says so',
  async (missingTool, exitCode, failingCommand, outcome) => {
    const sandboxes: Sandboxes = {
      ...outOfTime,
      open: async options => {
        const sandbox = await outOfTime.open(options);
        const run: Sandbox['run'] = async asked => ({
          ...(await sandbox.run(asked)),
          endedBy: 'itself',
          exitCode,
          failingCommand,
        });
        return { ...sandbox, missingTool, run };
      },
    };
    const limits = { ...contextWith(sandboxes).limits, verdictMs: 50 };
    const result = await gradePart(partOf(script), contextWith(sandboxes, { limits }));
    expect(result.outcome).toBe(outcome);
    expect(result.remarks.map(({ code }) => code)).toContain('submission.no-tool');
  },
);

/** Sandboxes in which nothing comes up, and the scripts that they were given. */
function emptyHanded() {
  const ran: string[] = [];
  const run = async ({ script: text }: { readonly script: string }) => {
    ran.push(text);
    const ended = { exitCode: text.includes('bad') ? 2 : 0, endedBy: 'itself', durationMs: 1 };
    return { ...ended, failingCommand: '', lastLines: [], leftRunning: [] };
  };
  const sandboxes: Sandboxes = {
    open: async options => ({ ...(await outOfTime.open(options)), run }) as unknown as Sandbox,
    [Symbol.asyncDispose]: async () => {},
  };
  return { ran, sandboxes };
}

test('where a plan does not come up whole, the others are tried in order, and which one counts is said', async () => {
  const { ran, sandboxes } = emptyHanded();
  const other = (file: string, text: string) => ({
    plan: { ...script, file, script: text },
    remarks: [verbatim(file)],
  });
  const part = {
    ...partOf({ ...script, script: 'bad' }),
    fallbacks: [other('README.md', 'one'), other('b.sh', 'two')],
  };
  const limits = { ...contextWith(sandboxes).limits, verdictMs: 50 };
  const result = await gradePart(part, contextWith(sandboxes, { limits }));
  expect(ran).toEqual(['bad', 'one', 'two']);
  expect(result).toMatchObject({ outcome: 'script-failed', instructions: 'up.sh', attempts: 1 });
  expect(result.remarks.map(({ code }) => code)).toContain('submission.first-plan');
  expect(result.remarks.map(inEnglish).join()).toContain('README.md (');
});

test('a machine that fails with another plan leaves the first one’s result as it is', async () => {
  const { ran, sandboxes } = emptyHanded();
  const failing: Sandboxes = {
    ...sandboxes,
    open: options =>
      ran.length === 0 ? sandboxes.open(options) : Promise.reject(new SandboxFault('the disk is full')),
  };
  const part = { ...partOf(script), fallbacks: [{ plan: { ...script, file: 'README.md' }, remarks: [] }] };
  const limits = { ...contextWith(failing).limits, verdictMs: 50 };
  const result = await gradePart(part, contextWith(failing, { limits }));
  expect(result).toMatchObject({ outcome: 'graded', instructions: 'up.sh' });
  expect(result.objectives.some(({ verdict }) => verdict === 'unknown')).toBe(false);
});
