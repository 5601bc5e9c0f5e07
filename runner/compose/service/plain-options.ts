import type { Service, Translating } from '../translating.ts';
import { secondsOf, Values } from '../values.ts';
import type { Word } from '../word.ts';

type Kind = 'text' | 'texts' | 'flag' | 'seconds' | 'assignments' | 'restart' | 'pull' | 'number';

/** What has an option of `docker run` of its own that says the same. */
const options: Readonly<Record<string, readonly [flag: string, kind: Kind]>> = {
  restart: ['--restart', 'restart'],
  user: ['--user', 'text'],
  working_dir: ['--workdir', 'text'],
  hostname: ['--hostname', 'text'],
  domainname: ['--domainname', 'text'],
  mac_address: ['--mac-address', 'text'],
  platform: ['--platform', 'text'],
  pull_policy: ['--pull', 'pull'],
  init: ['--init', 'flag'],
  tty: ['--tty', 'flag'],
  stdin_open: ['--interactive', 'flag'],
  read_only: ['--read-only', 'flag'],
  privileged: ['--privileged', 'flag'],
  cap_add: ['--cap-add', 'texts'],
  cap_drop: ['--cap-drop', 'texts'],
  security_opt: ['--security-opt', 'texts'],
  group_add: ['--group-add', 'texts'],
  device_cgroup_rules: ['--device-cgroup-rule', 'texts'],
  dns: ['--dns', 'texts'],
  dns_opt: ['--dns-option', 'texts'],
  dns_search: ['--dns-search', 'texts'],
  expose: ['--expose', 'texts'],
  external_links: ['--link', 'texts'],
  tmpfs: ['--tmpfs', 'texts'],
  shm_size: ['--shm-size', 'text'],
  stop_signal: ['--stop-signal', 'text'],
  stop_grace_period: ['--stop-timeout', 'seconds'],
  mem_limit: ['--memory', 'text'],
  mem_reservation: ['--memory-reservation', 'text'],
  memswap_limit: ['--memory-swap', 'text'],
  mem_swappiness: ['--memory-swappiness', 'number'],
  cpus: ['--cpus', 'number'],
  cpu_shares: ['--cpu-shares', 'number'],
  cpu_period: ['--cpu-period', 'text'],
  cpu_quota: ['--cpu-quota', 'text'],
  cpu_rt_period: ['--cpu-rt-period', 'text'],
  cpu_rt_runtime: ['--cpu-rt-runtime', 'text'],
  cpuset: ['--cpuset-cpus', 'text'],
  pids_limit: ['--pids-limit', 'number'],
  oom_kill_disable: ['--oom-kill-disable', 'flag'],
  oom_score_adj: ['--oom-score-adj', 'number'],
  cgroup: ['--cgroupns', 'text'],
  cgroup_parent: ['--cgroup-parent', 'text'],
  runtime: ['--runtime', 'text'],
  isolation: ['--isolation', 'text'],
  userns_mode: ['--userns', 'text'],
  uts: ['--uts', 'text'],
  labels: ['--label', 'assignments'],
  annotations: ['--annotation', 'assignments'],
  sysctls: ['--sysctl', 'assignments'],
  storage_opt: ['--storage-opt', 'assignments'],
};

/** The keys of a service that have an option of their own. */
export const plainKeys: readonly string[] = Object.keys(options);

/** What a service says that is said by one option of `docker run` each. */
export function plainOptions({ name, value }: Service, { findings }: Translating): Word[] {
  const values = new Values(findings);
  return Object.entries(options).flatMap(([key, [flag, kind]]) => {
    const path = ['services', name, key];
    return Object.hasOwn(value, key) ? optionWords(flag, kind, values, path, value[key]) : [];
  });
}

function optionWords(flag: string, kind: Kind, values: Values, path: readonly string[], value: unknown): string[] {
  const one = (text: string | undefined) => (text === undefined ? [] : [flag, text]);
  switch (kind) {
    case 'texts':
      return values.texts(path, value).flatMap(text => [flag, text]);
    case 'flag':
      return values.truth(path, value) ? [flag] : [];
    case 'assignments':
      return values.assignments(path, value).flatMap(([name, text]) => [flag, `${name}=${text ?? ''}`]);
    case 'seconds': {
      const duration = values.duration(path, value);
      return duration === undefined ? [] : [flag, String(secondsOf(duration))];
    }
    case 'restart': {
      // YAML 1.1 took an unquoted `no` for false, and some still write that.
      const policy = value === false ? 'no' : value;
      return one(values.fitting(path, policy, /^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/, 'restart'));
    }
    case 'pull': {
      const policy = values.text(path, value);
      if (policy === undefined || !/^(?:always|never|missing|if_not_present)$/.test(policy)) return [];
      return policy === 'if_not_present' ? [] : [flag, policy];
    }
    case 'number':
      return one(values.fitting(path, value, /^-?\d+(?:\.\d+)?$/, 'number'));
    case 'text':
      return one(values.text(path, value));
  }
}
