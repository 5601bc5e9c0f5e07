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

/** The line for people in one of apt's lines, or undefined for those that only apt's authors need. Pure. */
export function aptProgress(line: string): string | undefined {
  const fetched = /^Get:\d+ \S+ \S+ \S+ (\S+) \S+ (\S+) \[(.+)\]/.exec(line);
  if (fetched) return `${fetched[1]} ${fetched[2]} (${fetched[3]})`;
  const step = /^(Unpacking|Setting up) (\S+) \((\S+)\)/.exec(line);
  return step ? `${step[1]} ${step[2]?.replace(/:.*$/, '')} ${step[3]}` : undefined;
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
