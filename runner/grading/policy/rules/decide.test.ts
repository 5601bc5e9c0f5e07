import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Decision, decide } from './decide.ts';
import { usualLimits } from './policy-limits.ts';
import type { RefusalCode } from './refusal.ts';
import { type Json, type JsonObject, parseStrictJson } from './strict-json.ts';

const create = '/v1.41/containers/create';

function post(path: string, body?: Json): Decision {
  return decide({ method: 'POST', path, ...(body === undefined ? {} : { body }) });
}

function codeOf(decision: Decision): RefusalCode | 'allowed' {
  return decision.allow ? 'allowed' : decision.reason.code;
}

/** What a container is created with, in the end. */
function created(hostConfig: JsonObject, more: JsonObject = {}): { HostConfig: Record<string, Json> } & JsonObject {
  const decision = post(create, { Image: 'lab/node:26', HostConfig: hostConfig, ...more });
  if (!decision.allow) throw new Error(JSON.stringify(decision.reason));
  return decision.body as { HostConfig: Record<string, Json> } & JsonObject;
}

/** The fields of HostConfig, in the order of the threats' table. */
const refusedFields: readonly (readonly [RefusalCode, JsonObject])[] = [
  ['machine', { Privileged: true }],
  ['machine', { CapAdd: ['SYS_ADMIN'] }],
  ['machine', { Devices: [{ PathOnHost: '/dev/sda', PathInContainer: '/dev/sda', CgroupPermissions: 'rwm' }] }],
  ['machine', { DeviceCgroupRules: ['a *:* rwm'] }],
  ['machine', { DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['vendor.com/class=x'] }] }],
  ['machine', { SecurityOpt: ['seccomp=unconfined'] }],
  ['machine', { SecurityOpt: ['no-new-privileges', 'apparmor=unconfined'] }],
  ['machine', { SecurityOpt: ['no-new-privileges:false'] }],
  ['machine', { MaskedPaths: [] }],
  ['machine', { ReadonlyPaths: [] }],
  ['machine', { Sysctls: { 'net.ipv4.ip_forward': '1' } }],
  ['machine', { Annotations: { a: 'b' } }],
  ['machine', { Runtime: 'io.containerd.runc.v2' }],
  ['machine', { OomScoreAdj: -1000 }],
  ['machine', { OomKillDisable: true }],
  ['bind-mount', { Binds: ['/:/host'] }],
  ['bind-mount', { Binds: ['./data:/data'] }],
  ['bind-mount', { Binds: ['/var/run/docker.sock:/var/run/docker.sock:ro'] }],
  ['bind-mount', { Binds: ['C:\\Users\\ana\\data:/data'] }],
  ['bind-mount', { Binds: ['c:/Users/ana/data:/data'] }],
  ['mount-options', { Binds: ['data:/data:rshared'] }],
  ['value', { Binds: ['data:/data/../../etc'] }],
  ['value', { Binds: ['data:/proc/sys'] }],
  ['lab-object', { Binds: ['estaleiro-scratch-012345:/data'] }],
  ['bind-mount', { Mounts: [{ Type: 'bind', Source: '/etc', Target: '/x' }] }],
  ['mount-type', { Mounts: [{ Type: 'image', Source: 'lab/probe', Target: '/x' }] }],
  ['mount-type', { Mounts: [{ Type: 'cluster', Source: 'x', Target: '/x' }] }],
  ['mount-type', { Mounts: [{ Type: 'npipe', Source: 'x', Target: '/x' }] }],
  ['mount-type', { Mounts: [{ Type: 'Bind', Source: 'x', Target: '/x' }] }],
  ['value', { Mounts: [{ Type: 'volume', Source: '/etc', Target: '/x' }] }],
  [
    'mount-options',
    { Mounts: [{ Type: 'volume', Source: 'data', Target: '/x', BindOptions: { Propagation: 'rshared' } }] },
  ],
  [
    'volume-driver',
    {
      Mounts: [
        {
          Type: 'volume',
          Source: 'data',
          Target: '/x',
          VolumeOptions: { DriverConfig: { Options: { type: 'none' } } },
        },
      ],
    },
  ],
  [
    'volume-driver',
    { Mounts: [{ Type: 'volume', Source: 'data', Target: '/x', VolumeOptions: { DriverConfig: { Name: 'nfs' } } }] },
  ],
  [
    'mount-options',
    { Mounts: [{ Type: 'volume', Source: 'data', Target: '/x', VolumeOptions: { Subpath: '../..' } }] },
  ],
  ['mount-options', { Mounts: [{ Type: 'tmpfs', Target: '/x', TmpfsOptions: { Options: [['exec']] } }] }],
  ['value', { Mounts: [{ Type: 'tmpfs', Target: '/x', TmpfsOptions: { SizeBytes: 1e12 } }] }],
  ['mount-options', { Tmpfs: { '/x': 'exec' } }],
  ['mount-options', { Tmpfs: { '/x': 'size=1m,suid' } }],
  ['mount-options', { Tmpfs: { '/x': 'dev' } }],
  ['limits', { Tmpfs: { '/x': 'size=100g' } }],
  ['value', { Tmpfs: { '/x': 'size=100%' } }],
  ['value', { ShmSize: 1e12 }],
  ['mount-type', { VolumesFrom: ['other'] }],
  ['volume-driver', { VolumeDriver: 'sshfs' }],
  ['host-network', { NetworkMode: 'host' }],
  ['namespace', { NetworkMode: 'ns:/proc/1/ns/net' }],
  ['namespace', { NetworkMode: 'container:../x' }],
  ['namespace', { PidMode: 'host' }],
  ['namespace', { PidMode: 'container:web' }],
  ['namespace', { IpcMode: 'host' }],
  ['namespace', { IpcMode: 'shareable' }],
  ['namespace', { UTSMode: 'host' }],
  ['namespace', { UsernsMode: 'host' }],
  ['namespace', { CgroupnsMode: 'host' }],
  ['namespace', { Cgroup: 'container:x' }],
  ['namespace', { CgroupParent: '/' }],
  ['namespace', { GroupAdd: ['docker'] }],
  ['host-gateway', { ExtraHosts: ['a:host-gateway'] }],
  ['value', { ExtraHosts: ['a:other.example'] }],
  ['dns', { Dns: ['8.8.8.8'] }],
  ['dns', { DnsOptions: ['ndots:1'] }],
  ['dns', { DnsSearch: ['example.com'] }],
  ['link', { Links: ['db:db'] }],
  ['port', { PortBindings: { '80/tcp': [{ HostIp: '10.1.2.3', HostPort: '80' }] } }],
  ['port', { PortBindings: { '80/tcp': [{ HostPort: '70000' }] } }],
  ['value', { PortBindings: { '80/tcp': [{ HostPort: '8000-9000' }] } }],
  ['value', { PortBindings: { '1-65535/tcp': [{ HostPort: '' }] } }],
  ['too-many', { PortBindings: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`${n + 1}/tcp`, [{}]])) }],
  ['log-driver', { LogConfig: { Type: 'syslog', Config: { 'syslog-address': 'tcp://10.0.0.1:1' } } }],
  ['log-driver', { LogConfig: { Type: 'none' } }],
  ['unknown-field', { LogConfig: { Type: 'json-file', Config: { env: 'A' } } }],
  ['value', { RestartPolicy: { Name: 'whenever' } }],
  ['limits', { StorageOpt: { size: '100G' } }],
  ['limits', { CpusetCpus: '0' }],
  ['limits', { CpuRealtimeRuntime: 950000 }],
  ['limits', { BlkioDeviceReadBps: [{ Path: '/dev/sda', Rate: 1 }] }],
  ['limits', { KernelMemory: 1 }],
  ['limits', { Ulimits: [{ Name: 'memlock', Hard: 1, Soft: 1 }] }],
  ['limits', { Ulimits: [{ Name: 'nofile', Hard: 1e9, Soft: 1 }] }],
  ['machine', { Isolation: 'hyperv' }],
  ['unknown-field', { NewOptionOfTomorrow: true }],
  ['spelling', { privileged: true }],
  ['spelling', { PRIVILEGED: false }],
  ['unknown-field', { Privilegeſd: true }],
  ['unknown-field', JSON.parse('{"__proto__":{"Privileged":true}}')],
  ['value', { Privileged: false, AutoRemove: 'yes' }],
];

describe('HostConfig', () => {
  test.each(refusedFields)('%s: %j', (code, hostConfig) => {
    expect(codeOf(post(create, { Image: 'lab/node:26', HostConfig: hostConfig }))).toBe(code);
  });

  test('gets its bounds, whatever was asked for', () => {
    const forced = {
      LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '1' } },
      Memory: 1024 ** 3,
      PidsLimit: 512,
      Ulimits: [{ Name: 'core', Hard: 0, Soft: 0 }],
    };
    expect(created({}).HostConfig).toEqual(forced);
    expect(post(create, { Image: 'x' })).toMatchObject({ allow: true, body: { HostConfig: forced } });
    const much = {
      Memory: 64 * 1024 ** 3,
      MemorySwap: -1,
      PidsLimit: -1,
      NanoCpus: 64e9,
      LogConfig: { Config: { 'max-size': '9g' } },
    };
    expect(created(much).HostConfig).toEqual({ ...forced, NanoCpus: 2e9 });
    const little = { Memory: 64 * 1024 ** 2, PidsLimit: 10, NanoCpus: 5e8 };
    expect(created(little).HostConfig).toMatchObject(little);
  });

  test('keeps what the challenges use', () => {
    const usual = {
      Binds: ['app-data:/data', 'pg.data-1:/var/lib/postgresql/data:ro'],
      NetworkMode: 'app-net',
      PortBindings: { '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }] },
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
      AutoRemove: false,
      PublishAllPorts: true,
      ReadonlyRootfs: true,
      Init: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      ExtraHosts: ['db:172.18.0.2'],
      ShmSize: 1024,
    };
    expect(created(usual).HostConfig).toMatchObject(usual);
    expect(created({ Binds: ['data:/data:ro,Z'] }).HostConfig.Binds).toEqual(['data:/data:ro']);
    expect(created({ Tmpfs: { '/run': '' } }).HostConfig.Tmpfs).toEqual({
      '/run': 'noexec,nosuid,nodev,size=268435456',
    });
    expect(created({ Tmpfs: { '/run': 'rw,size=1m,mode=1777' } }).HostConfig.Tmpfs).toEqual({
      '/run': 'noexec,nosuid,nodev,mode=1777,size=1048576',
    });
    expect(
      created({ Mounts: [{ Type: 'volume', Source: 'data', Target: '/x', VolumeOptions: { NoCopy: true } }] }),
    ).toMatchObject({
      HostConfig: { Mounts: [{ Type: 'volume', Source: 'data', Target: '/x', VolumeOptions: { NoCopy: true } }] },
    });
    expect(created({ Mounts: [{ Type: 'tmpfs', Target: '/x' }] })).toMatchObject({
      HostConfig: { Mounts: [{ Type: 'tmpfs', Target: '/x', TmpfsOptions: { SizeBytes: 256 * 1024 ** 2 } }] },
    });
  });

  test('the container whose network is shared, and networks by name, are looked up first', () => {
    const shared = post(create, { Image: 'x', HostConfig: { NetworkMode: 'container:web' } });
    expect(shared).toMatchObject({ subjects: [{ kind: 'container', reference: 'web', put: 'NetworkMode' }] });
    const joined = post(create, {
      Image: 'x',
      HostConfig: { NetworkMode: 'a' },
      NetworkingConfig: { EndpointsConfig: { a: null, b: { Aliases: ['db'] } } },
    });
    expect(joined).toMatchObject({
      subjects: [
        { kind: 'network', reference: 'a' },
        { kind: 'network', reference: 'b' },
      ],
    });
    expect(codeOf(post(create, { Image: 'x', NetworkingConfig: { EndpointsConfig: { host: {} } } }))).toBe(
      'host-network',
    );
  });
});

test.each(['20.10', '28.2'])('what `docker run -d` of %s sends is accepted, field by field', version => {
  const file = join(import.meta.dirname, `../../../test/fixtures/policy/run-${version}.json`);
  const decision = decide({ method: 'POST', path: `${create}?name=web`, body: parseStrictJson(readFileSync(file)) });
  expect(decision).toMatchObject({ allow: true, method: 'POST', path: `${create}?name=web`, makes: 'container' });
});

/** Method, path, body; in the order of the threats' table. */
const refusedRequests: readonly (readonly [RefusalCode, string, Json?])[] = [
  ['machine', 'POST /containers/web/exec', { Cmd: ['sh'], Privileged: true }],
  ['unknown-field', 'POST /containers/web/exec', { Cmd: ['sh'], Caps: ['ALL'] }],
  ['value', 'POST /exec/../start', {}],
  ['endpoint', 'POST /containers/web/update', { Memory: 0 }],
  ['endpoint', 'GET /containers/web/checkpoints'],
  ['endpoint', 'POST /containers/web/checkpoints', { CheckpointID: 'x', CheckpointDir: '/etc' }],
  ['unknown-field', 'POST /containers/web/start?checkpoint=x&checkpoint-dir=/etc'],
  ['value', 'POST /containers/web/start', { HostConfig: { Privileged: true } }],
  ['endpoint', 'GET /containers/web/export'],
  ['endpoint', 'POST /commit?container=web'],
  ['endpoint', 'GET /containers/web/attach/ws'],
  ['value', 'GET /containers/web/top?ps_args=-o%20pid%3Bid'],
  ['value', 'PUT /containers/web/archive?path=/a/../../etc'],
  ['value', 'PUT /containers/web/archive?path=/proc/1/root'],
  ['link', 'DELETE /containers/web?link=1'],
  ['remote-build', 'POST /build?remote=http://169.254.169.254/'],
  ['host-network', 'POST /build?networkmode=host'],
  ['value', 'POST /build?networkmode=container:web'],
  ['namespace', 'POST /build?cgroupparent=/'],
  ['machine', 'POST /build?securityopt=seccomp%3Dunconfined'],
  ['host-gateway', 'POST /build?extrahosts=a:host-gateway'],
  ['limits', 'POST /build?ulimits=[{"Name":"nofile","Hard":1,"Soft":1}]'],
  ['buildkit', 'POST /build?outputs=[{"Type":"local"}]'],
  ['buildkit', 'POST /build?version=2&remote=client-session'],
  ['buildkit', 'POST /build?session=abc'],
  ['machine', 'POST /build?squash=1'],
  ['value', 'POST /build?dockerfile=../../etc/shadow'],
  ['value', 'POST /build?dockerfile=/etc/shadow'],
  ['lab-image', 'POST /build?t=app&t=lab/node:26'],
  ['lab-label', 'POST /build?labels={"estaleiro.image":"lab/node:26"}'],
  ['duplicate-key', 'POST /build?labels={"a":"1","a":"2"}'],
  ['duplicate-key', 'POST /build?networkmode=none&networkmode=default'],
  ['unknown-field', 'POST /build?Remote=x'],
  ['buildkit', 'POST /session'],
  ['buildkit', 'POST /grpc'],
  ['endpoint', 'POST /images/create?fromSrc=http://10.0.0.1/x.tar&repo=app'],
  ['registry', 'POST /images/create?fromImage=localhost:5000/app&tag=1'],
  ['registry', 'POST /images/create?fromImage=169.254.169.254/app&tag=1'],
  ['registry', 'POST /images/create?fromImage=evil.example/app'],
  ['value', 'POST /images/create?fromImage=a/../../b'],
  ['lab-image', 'POST /images/create?fromImage=lab/node&tag=26'],
  ['lab-image', 'POST /images/create?fromImage=docker.io%2Flab%2Fprobe&tag=latest'],
  ['lab-image', 'POST /images/create?fromImage=index.docker.io/LAB/probe'],
  ['endpoint', 'POST /images/load'],
  ['endpoint', 'GET /images/get?names=lab/node'],
  ['endpoint', 'GET /images/lab/node:26/get'],
  ['endpoint', 'POST /images/app/push'],
  ['endpoint', 'GET /images/search?term=x'],
  ['endpoint', 'POST /auth', { username: 'a' }],
  ['endpoint', 'GET /distribution/node/json'],
  ['lab-image', 'POST /images/app/tag?repo=lab/node&tag=26'],
  ['lab-image', 'POST /images/app/tag?repo=docker.io/lab/probe'],
  ['lab-image', 'DELETE /images/lab/node:26'],
  ['lab-image', 'DELETE /images/lab%2Fnode:26'],
  ['lab-image', 'DELETE /images/docker.io/lab/probe'],
  ['volume-driver', 'POST /volumes/create', { Name: 'v1', DriverOpts: { type: 'none', o: 'bind', device: '/etc' } }],
  ['volume-driver', 'POST /volumes/create', { Name: 'v1', Driver: 'nfs' }],
  ['volume-driver', 'POST /volumes/create', { Name: 'v1', ClusterVolumeSpec: { Group: 'x' } }],
  ['lab-object', 'DELETE /volumes/estaleiro-scratch-1'],
  ['lab-label', 'POST /volumes/create', { Name: 'v1', Labels: { 'estaleiro.session': 'x' } }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', Driver: 'host' }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', Driver: 'macvlan', Options: { parent: 'eth0' } }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', Driver: 'ipvlan' }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', Driver: 'overlay' }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', Options: { 'com.docker.network.bridge.name': 'docker0' } }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', IPAM: { Driver: 'remote' } }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', ConfigFrom: { Network: 'other' } }],
  ['network-driver', 'POST /networks/create', { Name: 'n1', EnableIPv6: true }],
  ['subnet', 'POST /networks/create', { Name: 'n1', IPAM: { Config: [{ Subnet: '8.8.8.0/24' }] } }],
  ['subnet', 'POST /networks/create', { Name: 'n1', IPAM: { Config: [{ Subnet: '10.0.0.0/8' }] } }],
  [
    'subnet',
    'POST /networks/create',
    { Name: 'n1', IPAM: { Config: [{ Subnet: '172.30.0.0/16', Gateway: '8.8.8.8' }] } },
  ],
  ['network-driver', 'POST /networks/n1/connect', { Container: 'web', EndpointConfig: { DriverOpts: { a: 'b' } } }],
  ['value', 'POST /networks/n1/connect', { Container: '' }],
  ...['plugins', 'swarm', 'nodes', 'services', 'tasks', 'secrets', 'configs', 'debug/pprof'].map(
    family => ['endpoint', `GET /${family}`] as const,
  ),
  ['endpoint', 'POST /swarm/init', { ListenAddr: '0.0.0.0' }],
  ['endpoint', 'POST /plugins/pull?remote=x', []],
  ['unknown-field', 'GET /containers/json?all=1&evil=1'],
  ['unknown-field', 'GET /containers/json?filters={"evil":["1"]}'],
  ['malformed', 'POST /containers/create'],
  ['endpoint', 'PATCH /containers/json'],
  ['endpoint', 'POST /containers/json'],
];

test.each(refusedRequests.map(([code, request, body]) => ({ code, request, body })))(
  '$code: $request $body',
  ({ code, request, body }) => {
    const [method = '', path = ''] = request.split(' ');
    const decision = decide({ method, path: `/v1.41${path}`, ...(body === undefined ? {} : { body }) });
    // Where the path itself says too much, that is what is refused.
    expect(codeOf(decision)).toBe(path.includes('/exec/../') ? 'malformed' : code);
  },
);

/** What learners do: the request, and how it reaches the engine. */
const passed: readonly (readonly [string, string, Json?])[] = [
  ['HEAD /_ping', 'HEAD /v1.41/_ping'],
  ['GET /v1.24/version', 'GET /v1.24/version'],
  ['GET //v1.45/./containers//json?all=1', 'GET /v1.45/containers/json?all=1'],
  ['GET /v1.41/%63ontainers/json', 'GET /v1.41/containers/json'],
  [
    'GET /v1.41/containers/json?filters={"name":{"web":true}}',
    'GET /v1.41/containers/json?filters=%7B%22name%22%3A%5B%22web%22%5D%7D',
  ],
  ['GET /v1.41/images/lab%2Fnode:26/json', 'GET /v1.41/images/lab/node:26/json'],
  ['GET /v1.41/images/sha256:0123abcd/history', 'GET /v1.41/images/sha256:0123abcd/history'],
  ['POST /v1.41/images/app/tag?repo=app&tag=2', 'POST /v1.41/images/app/tag?repo=app&tag=2'],
  ['POST /v1.41/images/create?fromImage=node&tag=22-alpine', 'POST /v1.41/images/create?fromImage=node&tag=22-alpine'],
  ['POST /v1.41/images/create?fromImage=node', 'POST /v1.41/images/create?fromImage=node&tag=latest'],
  ['DELETE /v1.41/images/app:1?force=1', 'DELETE /v1.41/images/app:1?force=1'],
  ['POST /v1.41/containers/web/start', 'POST /v1.41/containers/web/start'],
  ['POST /v1.41/containers/web/stop?t=1', 'POST /v1.41/containers/web/stop?t=1'],
  [
    'GET /v1.41/containers/web/logs?follow=1&stdout=1&tail=all',
    'GET /v1.41/containers/web/logs?follow=1&stdout=1&tail=all',
  ],
  [
    'PUT /v1.41/containers/web/archive?path=%2F&noOverwriteDirNonDir=true',
    'PUT /v1.41/containers/web/archive?path=%2F&noOverwriteDirNonDir=true',
  ],
  ['DELETE /v1.41/containers/web?force=1&v=1', 'DELETE /v1.41/containers/web?force=1&v=1'],
  [
    'POST /v1.41/containers/prune',
    'POST /v1.41/containers/prune?filters=%7B%22label%21%22%3A%5B%22estaleiro.session%22%5D%7D',
  ],
  ['POST /v1.41/networks/n1/disconnect', 'POST /v1.41/networks/n1/disconnect', { Container: 'web', Force: true }],
  ['DELETE /v1.41/volumes/data', 'DELETE /v1.41/volumes/data'],
];

test.each(passed.map(([request, sent, body]) => ({ request, sent, body })))(
  '$request is sent as $sent',
  ({ request, sent, body }) => {
    const [method = '', path = ''] = request.split(' ');
    const decision = decide({ method, path, ...(body === undefined ? {} : { body }) });
    expect(decision.allow && `${decision.method} ${decision.path}`).toBe(sent);
  },
);

test('a build keeps its options; what is forced stands once', () => {
  const query =
    't=app:1&t=app:2&dockerfile=Dockerfile.dev&target=prod&buildargs={"A":"b"}&labels={"com.example":"x"}&nocache=1&pull=1&rm=1' +
    '&cachefrom=[]&cgroupparent=&cpuperiod=0&cpuquota=0&cpusetcpus=&cpusetmems=&cpushares=0&memory=0&memswap=0&networkmode=default' +
    '&shmsize=0&ulimits=null&version=1&platform=linux/amd64&extrahosts=a:10.0.0.1';
  const decision = post(`/v1.41/build?${query}`);
  expect(decision).toMatchObject({ allow: true, carries: 'archive', subjects: [] });
  const sent = new URL(decision.allow ? decision.path : '', 'http://x').searchParams;
  expect(sent.getAll('t')).toEqual(['app:1', 'app:2']);
  expect(sent.has('pull')).toBe(false);
  expect(sent.getAll('memory')).toEqual([String(1024 ** 3)]);
  expect(sent.getAll('version')).toEqual(['1']);
  expect(Object.fromEntries(sent)).toMatchObject({ target: 'prod', buildargs: '{"A":"b"}', extrahosts: 'a:10.0.0.1' });
});

test('where BuildKit builds, it gets the archive, and nothing by which it could ask the client', () => {
  const on = (query: string) => decide({ method: 'POST', path: `/v1.41/build?${query}` }, undefined, 'buildkit');
  const decision = on('t=app&version=1&networkmode=bridge&remote=&session=');
  expect(decision).toMatchObject({ allow: true, carries: 'archive', filter: 'buildkit' });
  const sent = new URL(decision.allow ? decision.path : '', 'http://x').searchParams;
  expect(sent.getAll('version')).toEqual(['2']);
  expect(sent.get('networkmode')).toBe('default');
  for (const name of ['session', 'remote', 'buildid', 'outputs']) expect(sent.has(name)).toBe(false);
  expect(codeOf(on('session=abc'))).toBe('buildkit');
  expect(codeOf(on('version=2&remote=client-session'))).toBe('buildkit');
  expect(codeOf(on('networkmode=host'))).toBe('host-network');
  expect(codeOf(decide({ method: 'POST', path: '/session' }, undefined, 'buildkit'))).toBe('buildkit');
});

test('networks and volumes are built anew', () => {
  const network = post('/v1.41/networks/create', {
    CheckDuplicate: true,
    Driver: '',
    Scope: '',
    EnableIPv6: false,
    IPAM: { Driver: 'default', Options: {}, Config: [{ Subnet: '172.30.0.0/16', Gateway: '172.30.0.1' }] },
    Internal: true,
    ConfigFrom: null,
    Options: {},
    Labels: { 'com.docker.compose.project': 'x' },
    Name: 'app-net',
  });
  expect(network).toMatchObject({
    makes: 'network',
    body: { Name: 'app-net', Driver: 'bridge', Internal: true, Labels: { 'com.docker.compose.project': 'x' } },
  });
  const volume = post('/v1.41/volumes/create', { Name: 'data', Driver: '', DriverOpts: {}, Labels: null });
  expect(volume).toMatchObject({ makes: 'volume', body: { Name: 'data', Driver: 'local' } });
  const taken = { Name: 'n1', IPAM: { Config: [{ Subnet: '172.17.4.0/24' }] } };
  const limits = { ...usualLimits, reservedSubnets: ['172.17.0.0/16'] };
  expect(codeOf(decide({ method: 'POST', path: '/networks/create', body: taken }, limits))).toBe('subnet');
  expect(codeOf(decide({ method: 'POST', path: '/networks/create', body: taken }))).toBe('allowed');
});

test('names that reach a terminal have no control characters, and end somewhere', () => {
  const decision = post(create, { Image: 'x', HostConfig: { Binds: [`/\u001b[31m${'x'.repeat(5000)}\u202e:/y`] } });
  expect(decision).toMatchObject({ allow: false, status: 403, reason: { code: 'bind-mount', detail: '/y' } });
  const subject = decision.allow ? '' : decision.reason.subject;
  expect(subject).toMatch(/^\/ \[31mx+…$/);
  expect(subject).toHaveLength(160);
});

test.each(['POST /containers/create?platform=', 'POST /images/create?fromImage=node&tag=26&platform='])(
  'another kind of machine is left out, and this one asked for: %s',
  line => {
    const asking = (platform: string) => {
      const [method = '', path = ''] = line.split(' ');
      const body = path.startsWith('/containers') ? { body: { Image: 'x' } } : {};
      const decision = decide({ method, path: `${path}${encodeURIComponent(platform)}`, ...body });
      return decision.allow ? new URL(decision.path, 'http://docker').searchParams.get('platform') : decision.reason;
    };
    const [own, other] = process.arch === 'x64' ? ['linux/amd64', 'linux/arm64'] : ['linux/arm64', 'linux/amd64'];
    expect([asking(own), asking(other), asking('linux/s390x')]).toEqual([own, null, null]);
  },
);
