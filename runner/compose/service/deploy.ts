import { say } from '../../language/say.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { mapOf } from '../yaml-map.ts';

/** How many containers a service has. */
export function replicasOf({ name, value }: Service, how: Pick<Translating, 'findings'>): number {
  const values = new Values(how.findings);
  const { replicas } = mapOf(value.deploy);
  const scale = values.fitting(['services', name, 'scale'], value.scale, /^\d{1,6}$/, 'number');
  const said = values.fitting(['services', name, 'deploy', 'replicas'], replicas, /^\d{1,6}$/, 'number');
  return Number(scale ?? said ?? 1);
}

/** What `deploy` says that holds on one engine: limits, and when to start again. */
export function deployOptions({ name, value }: Service, { findings }: Translating): Word[] {
  const values = new Values(findings);
  const path = ['services', name, 'deploy'];
  const deploy = values.map(path, value.deploy);
  const resources = values.map([...path, 'resources'], deploy.resources);
  const limits = values.map([...path, 'resources', 'limits'], resources.limits);
  const reserved = values.map([...path, 'resources', 'reservations'], resources.reservations);
  const option = (flag: string, of: typeof limits, where: string, key: string) => {
    const text = values.text([...path, 'resources', where, key], of[key]);
    return text === undefined ? [] : [flag, text];
  };
  for (const key of Object.keys(deploy).filter(it => !/^(?:replicas|resources|restart_policy|x-.*)$/.test(it))) {
    findings.note(say('translate.note-no-effect', { at: [...path, key].join('.') }));
  }
  for (const key of Object.keys(reserved).filter(it => it !== 'memory')) {
    findings.note(say('translate.note-left-out', { at: [...path, 'resources', 'reservations', key].join('.') }));
  }
  return [
    ...option('--cpus', limits, 'limits', 'cpus'),
    ...option('--memory', limits, 'limits', 'memory'),
    ...option('--pids-limit', limits, 'limits', 'pids'),
    ...option('--memory-reservation', reserved, 'reservations', 'memory'),
    ...restart(values.map([...path, 'restart_policy'], deploy.restart_policy), value.restart !== undefined),
  ];
}

/** `restart` says it already where there is one. */
function restart({ condition, max_attempts: most }: Readonly<Record<string, unknown>>, isSaid: boolean): string[] {
  if (isSaid || condition === undefined) return [];
  if (condition === 'none') return ['--restart', 'no'];
  if (condition === 'any') return ['--restart', 'always'];
  if (condition !== 'on-failure') return [];
  return ['--restart', most === undefined ? 'on-failure' : `on-failure:${String(most)}`];
}
