import { execFile } from 'node:child_process';
import { askEngine } from '../ask-engine.ts';
import type { setupMessages } from '../texts/setup.ts';
import type { Finding } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;
const deadlineMs = 10_000;

/** Whether the `docker` command is there, for the learner works with it. */
export async function checkCli(env: Environment, t: (typeof setupMessages)['en']): Promise<Finding> {
  // It exits with 1 where no engine answers, and still prints its own version.
  const asked = await docker(env, 'version', '--format', '{{.Client.Version}}');
  const version = asked.stdout.trim().split('\n')[0] ?? '';
  if (version === '') return { id: 'docker-command', ok: false, what: t.doctor.noCli, fix: t.doctor.fixNoCli };
  return { id: 'docker-command', ok: true, what: t.doctor.cli(version) };
}

/**
 * Whether `docker`, typed into a fresh terminal, would talk to the engine at this address. A fresh terminal knows nothing of
 * what was exported in this one.
 */
export async function checkSameEngine(
  env: Environment,
  address: string,
  t: (typeof setupMessages)['en'],
): Promise<Finding> {
  const id = 'same-engine';
  const variable = ['DOCKER_HOST', 'DOCKER_CONTEXT'].find(name => env[name]);
  const fresh = { ...env, DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined };
  const [ours, theirs] = await Promise.all([engineId(address), docker(fresh, 'info', '--format', '{{.ID}}')]);
  const theirId = theirs.exitCode === 0 ? theirs.stdout.trim() : '';
  // 127: there is no such command, which is a finding of its own.
  if (ours === undefined || theirs.exitCode === 127) return { id, ok: 'warning', what: t.doctor.cannotCompare };
  if (theirId === ours) return { id, ok: true, what: t.doctor.sameEngine };
  const fix = t.doctor.fixOtherEngine(address);
  if (variable !== undefined) return { id, ok: 'warning', what: t.doctor.sameEngineOnlyHere(variable), fix };
  if (theirId !== '') return { id, ok: false, what: t.doctor.otherEngine, fix };
  const why = theirs.stderr.trim().split('\n').at(-1) ?? '';
  return { id, ok: false, what: t.doctor.noOtherEngine(why), fix };
}

async function engineId(address: string): Promise<string | undefined> {
  if (address.startsWith('ssh://')) return undefined;
  const answer = await askEngine({ address }, '/info');
  if ('code' in answer || answer.status !== 200) return undefined;
  const { ID: id } = JSON.parse(answer.body) as { ID?: string };
  return id === '' ? undefined : id;
}

/** What the `docker` command says; it is killed where it does not end, as with an engine that hangs. */
function docker(env: Environment, ...args: string[]): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const { promise, resolve } = Promise.withResolvers<{ stdout: string; stderr: string; exitCode: number }>();
  execFile('docker', args, { env: given, timeout: deadlineMs, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
    const exitCode = error === null ? 0 : error.code === 'ENOENT' ? 127 : 1;
    resolve({ stdout, stderr, exitCode });
  });
  return promise;
}
