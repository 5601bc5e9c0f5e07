import { isIP } from 'node:net';
import { binds, mounts, tmpfs } from './mounts.ts';
import type { PolicyLimits } from './policy-limits.ts';
import { publishedPorts } from './published-ports.ts';
import { PolicyRefusal } from './refusal.ts';
import { dropped, flag, integer, list, object, off, onlyNull, type Rule, text, wrong } from './rules.ts';

/** As many as the engine takes; a client's -1 means none, and so the most. */
function atMost(most: number): Rule {
  return (value, at) => {
    const asked = integer(-1, Number.MAX_SAFE_INTEGER)(value, at);
    return typeof asked === 'number' && asked > 0 ? Math.min(asked, most) : most;
  };
}

const noNewPrivileges: Rule = (value, at) => {
  const option = text()(value, at);
  if (!['no-new-privileges', 'no-new-privileges:true', 'no-new-privileges=true'].includes(String(option)))
    throw new PolicyRefusal('machine', `--security-opt ${option}`);
  return 'no-new-privileges';
};

/** `name:address`. What `host-gateway` stands for is the engine's own machine. */
export const extraHost: Rule = (value, at) => {
  const entry = String(text(300)(value, at) ?? '');
  const [, host = '', address = ''] = /^([a-zA-Z0-9_.-]+)[:=](.*)$/.exec(entry) ?? [];
  if (address === 'host-gateway') throw new PolicyRefusal('host-gateway', entry);
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  if (host === '' || isIP(bare) === 0) throw wrong(at, entry);
  return `${host}:${bare}`;
};

/** What is written goes to the engine's bounded files, whatever was asked for; another driver is refused. */
const logConfig: Rule = (value, at) => {
  const asked = object({
    Type: off('log-driver', '--log-driver', ['json-file']),
    Config: object({ 'max-size': dropped(text(16)), 'max-file': dropped(text(16)) }),
  });
  asked(value, at);
  return { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '1' } };
};

const restartPolicy = object({
  Name: text(16, /^(no|always|on-failure|unless-stopped)$/),
  MaximumRetryCount: integer(0, 1000),
});

const ulimitsMost: Readonly<Record<string, number>> = { nofile: 65_536, nproc: 512, stack: 64 * 1024 ** 2, core: 0 };

/** Core dumps are never written: they fill disks, and where they go is the machine's business. */
const ulimits: Rule = (value, at) => {
  const asked = list((each, place) => {
    const given = object({
      Name: text(),
      Hard: integer(0, Number.MAX_SAFE_INTEGER),
      Soft: integer(0, Number.MAX_SAFE_INTEGER),
    });
    const { Name: ulimit = '', Hard = 0, Soft = 0 } = (given(each, place) ?? {}) as Record<string, string | number>;
    const most = ulimitsMost[ulimit];
    if (!Object.hasOwn(ulimitsMost, ulimit) || most === undefined || Number(Hard) > most || Number(Soft) > Number(Hard))
      throw new PolicyRefusal('limits', `--ulimit ${ulimit}`);
    return { Name: ulimit, Hard, Soft };
  }, 8)(value, at);
  const kept = ((asked ?? []) as { Name: string }[]).filter(({ Name }) => Name !== 'core');
  return [...kept, { Name: 'core', Hard: 0, Soft: 0 }];
};

/** `default` and the like stay; `container:` of one's own is looked up by the proxy; `host` and `ns:` are no network's names. */
const networkMode: Rule = (value, at) => {
  const mode = text(300)(value, at);
  if (mode === 'host') throw new PolicyRefusal('host-network', '--network host');
  if (typeof mode !== 'string' || mode === '') return undefined;
  if (/^container:[a-zA-Z0-9][\w.-]*$/.test(mode) || /^[a-zA-Z0-9][\w.-]*$/.test(mode)) return mode;
  throw new PolicyRefusal('namespace', `--network ${mode}`);
};

/** The host's half of a container: all fields of API 1.24 to 1.51, each with what becomes of it. */
export function hostConfig(limits: PolicyLimits): Rule {
  const rule = object({
    // What it may have.
    Binds: binds(limits),
    Mounts: mounts(limits),
    Tmpfs: tmpfs(limits),
    NetworkMode: networkMode,
    PortBindings: publishedPorts(limits),
    PublishAllPorts: flag,
    ExtraHosts: list(extraHost, 32),
    RestartPolicy: restartPolicy,
    AutoRemove: flag,
    ReadonlyRootfs: flag,
    Init: flag,
    CapDrop: list(text(64, /^[A-Za-z_]+$/), 64),
    SecurityOpt: list(noNewPrivileges, 4),
    ShmSize: integer(0, limits.tmpfsBytes),
    CpuShares: integer(0, 1024),
    NanoCpus: (value, at) => {
      const asked = integer(0, Number.MAX_SAFE_INTEGER)(value, at);
      return typeof asked === 'number' && asked > 0 ? Math.min(asked, limits.nanoCpus) : undefined;
    },
    // What it gets, whatever was asked for.
    LogConfig: logConfig,
    Memory: atMost(limits.memoryBytes),
    PidsLimit: atMost(limits.processes),
    Ulimits: ulimits,
    // What is nobody's business but the client's, or follows from the above.
    ConsoleSize: dropped(list(integer(0, 65_535), 2)),
    ContainerIDFile: dropped(text()),
    MemorySwap: dropped(integer(-1, Number.MAX_SAFE_INTEGER)),
    MemoryReservation: dropped(integer(0, Number.MAX_SAFE_INTEGER)),
    Isolation: off('machine', '--isolation', ['default']),
    Runtime: off('machine', '--runtime', ['runc']),
    VolumeDriver: off('volume-driver', '--volume-driver', ['local']),
    MemorySwappiness: off('limits', '--memory-swappiness', [-1]),
    // What reaches the kernel, the disks or the machinery of the machine.
    Privileged: off('machine', '--privileged'),
    CapAdd: off('machine', '--cap-add'),
    Capabilities: off('machine', 'Capabilities'),
    Devices: off('machine', '--device'),
    DeviceCgroupRules: off('machine', '--device-cgroup-rule'),
    DeviceRequests: off('machine', '--gpus'),
    MaskedPaths: onlyNull('machine', '--security-opt systempaths=unconfined'),
    ReadonlyPaths: onlyNull('machine', '--security-opt systempaths=unconfined'),
    Sysctls: off('machine', '--sysctl'),
    Annotations: off('machine', '--annotation'),
    OomScoreAdj: off('machine', '--oom-score-adj'),
    OomKillDisable: off('machine', '--oom-kill-disable'),
    // What joins namespaces of others, or leaves the tree of limits.
    PidMode: off('namespace', '--pid'),
    IpcMode: off('namespace', '--ipc', ['private']),
    UTSMode: off('namespace', '--uts'),
    UsernsMode: off('namespace', '--userns'),
    CgroupnsMode: off('namespace', '--cgroupns', ['private']),
    Cgroup: off('namespace', 'HostConfig.Cgroup'),
    CgroupParent: off('namespace', '--cgroup-parent'),
    GroupAdd: off('namespace', '--group-add'),
    VolumesFrom: off('mount-type', '--volumes-from'),
    Links: off('link', '--link'),
    Dns: off('dns', '--dns'),
    DnsOptions: off('dns', '--dns-option'),
    DnsSearch: off('dns', '--dns-search'),
    // What the sandbox's own limits are for.
    StorageOpt: off('limits', '--storage-opt'),
    CpuPeriod: off('limits', '--cpu-period'),
    CpuQuota: off('limits', '--cpu-quota'),
    CpuRealtimePeriod: off('limits', '--cpu-rt-period'),
    CpuRealtimeRuntime: off('limits', '--cpu-rt-runtime'),
    CpusetCpus: off('limits', '--cpuset-cpus'),
    CpusetMems: off('limits', '--cpuset-mems'),
    CpuCount: off('limits', '--cpu-count'),
    CpuPercent: off('limits', '--cpu-percent'),
    BlkioWeight: off('limits', '--blkio-weight'),
    BlkioWeightDevice: off('limits', '--blkio-weight-device'),
    BlkioDeviceReadBps: off('limits', '--device-read-bps'),
    BlkioDeviceWriteBps: off('limits', '--device-write-bps'),
    BlkioDeviceReadIOps: off('limits', '--device-read-iops'),
    BlkioDeviceWriteIOps: off('limits', '--device-write-iops'),
    IOMaximumIOps: off('limits', '--io-maxiops'),
    IOMaximumBandwidth: off('limits', '--io-maxbandwidth'),
    DiskQuota: off('limits', 'HostConfig.DiskQuota'),
    KernelMemory: off('limits', '--kernel-memory'),
    KernelMemoryTCP: off('limits', 'HostConfig.KernelMemoryTCP'),
  });
  // Without any, it still gets what is forced.
  return (value, at) => rule(value ?? {}, at);
}
