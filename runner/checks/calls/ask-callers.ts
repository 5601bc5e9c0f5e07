import { sharedNetworks } from '../../engine/addresses.ts';
import type { OnRequest } from '../../probes/evidence/on-request.ts';
import { readProgramOnce } from '../../probes/program-files.ts';
import { between } from '../evidence.ts';
import { askRoles } from '../http/ask-roles.ts';
import type { Experiment, Run } from '../run.ts';
import { askForCalls } from './ask-for-calls.ts';

/** Active: asks those who should call others when they are asked, and looks whom they call and what they make of it. */
export const askCallers: Experiment = {
  name: 'requests',
  about: 'requests to the one, and the traffic that they cause',
  stage: 'ask',
  needs: [askRoles],
  async experiment(run: Run): Promise<void> {
    await Promise.all(run.checks('calls-on-request').map(({ from, to }) => askCaller(run, from, to)));
  },
};

async function askCaller(run: Run, from: string, to: string): Promise<void> {
  const pair = run.pairs().find(candidate => candidate.from === from && candidate.to === to);
  // Where they cannot meet, what needs calls is blocked.
  if (pair === undefined || sharedNetworks([pair.caller, pair.callee], run.evidence.facts).length === 0) return;
  await run.try(between(from, to), async signal => {
    const scene = await sceneOf(run, pair, signal);
    if (scene === undefined) return;
    run.evidence.requests = {
      ...run.evidence.requests,
      [between(from, to)]: await askForCalls(scene, signal),
    };
  });
}

/** `undefined` if one of the two does not answer, or cannot be watched. */
async function sceneOf(
  run: Run,
  { from, to, caller, callee }: ReturnType<Run['pairs']>[number],
  signal: AbortSignal,
): Promise<OnRequest | undefined> {
  const { http, facts } = run.evidence;
  const [asked, called] = [http[from], http[to]];
  const path = run.options.paths?.[from];
  const port = asked?.attempts.find(({ outcome }) => outcome.ok)?.port;
  const calleePort = called?.attempts.find(({ outcome }) => outcome.ok)?.port;
  if (asked === undefined || called === undefined || port === undefined || calleePort === undefined) return undefined;
  const [probe, calleeProbe] = await Promise.all([run.probes.of(caller, signal), run.probes.of(callee, signal)]);
  if (probe === undefined) return undefined;
  return {
    parties: {
      asked: { container: caller, probe, address: asked.address },
      others: { [to]: { container: callee, probe: calleeProbe } },
      facts,
    },
    to,
    port,
    ...(path === undefined ? {} : { path }),
    named: run.options.statedPaths ?? [],
    program: async () => (await readProgramOnce(probe, run.engine, caller, [callee], facts, signal)).paths,
    callee: { address: called.address, port: calleePort },
  };
}
