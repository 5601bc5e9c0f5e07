/** Why apt failed, as far as its own words tell (with LC_ALL=C). */
export type AptTrouble = 'locked' | 'stale-lists' | 'interrupted-dpkg' | 'other';

/** Pure. */
export function aptTrouble(output: string): AptTrouble {
  if (/Could not get lock|Unable to (acquire|lock)|is another process using it/i.test(output)) return 'locked';
  if (/dpkg was interrupted/i.test(output)) return 'interrupted-dpkg';
  if (/Unable to locate package|no installation candidate|Failed to fetch|404 +Not Found/i.test(output))
    return 'stale-lists';
  return 'other';
}

/** What apt does to which package (its name, and its version or size). */
export interface AptStep {
  readonly does: 'fetched' | 'unpacking' | 'settingUp';
  readonly what: string;
}

/** What one of apt's lines tells to people, or undefined for those that only apt's authors need. Pure. */
export function aptStep(line: string): AptStep | undefined {
  const fetched = /^Get:\d+ \S+ \S+ \S+ (\S+) \S+ \S+ \[(.+)\]/.exec(line);
  if (fetched) return { does: 'fetched', what: `${fetched[1]} (${fetched[2]})` };
  const [, verb, name = '', version] = /^(Unpacking|Setting up) (\S+) \((\S+)\)/.exec(line) ?? [];
  if (verb === undefined) return undefined;
  return { does: verb === 'Unpacking' ? 'unpacking' : 'settingUp', what: `${name.replace(/:.*$/, '')} ${version}` };
}

/** The reason in a failed run's output: apt's and dpkg's own error lines, or else the last lines. Pure. */
export function aptReason(output: string): string {
  const lines = output.split('\n').filter(line => line.trim() !== '');
  const errors = lines.filter(line => /^(E:|dpkg: error)/.test(line));
  return (errors.length > 0 ? errors : lines).slice(-4).join('\n');
}

/** The packages that an engine needs on this machine. Pure. */
export function enginePackages(machine: { appArmor: boolean; cgroups: boolean; separateClient: boolean }): string[] {
  return [
    'docker.io',
    'iptables',
    'ca-certificates',
    // Without its parser, an engine on a kernel with AppArmor starts but cannot start a single container.
    ...(machine.appArmor ? ['apparmor'] : []),
    ...(machine.cgroups ? [] : ['cgroupfs-mount']),
    // From Debian 13 on the `docker` command is a package of its own that docker.io only recommends.
    ...(machine.separateClient ? ['docker-cli'] : []),
  ];
}
