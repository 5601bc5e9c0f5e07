import { type Allowed, type Call, send } from './call.ts';
import { platform } from './containers-create.ts';
import { extraHost } from './host-config.ts';
import { ownReference, readReference } from './image-reference.ts';
import { labels } from './names.ts';
import { filters, queryFlag, queryJson, queryNumber } from './query-rules.ts';
import { PolicyRefusal } from './refusal.ts';
import { dropped, list, map, off, type Rule, text, wrong } from './rules.ts';

/**
 * `POST /build` as a client of the classic builder sends it. The context is passed on unread: nothing in it is trusted to be what
 * was checked, because nothing in it is checked. Where BuildKit is to build, it gets the same archive, and no session: so it can
 * ask the client for nothing. A frontend that `# syntax=` names gets from it what a `RUN` gets, and no more.
 */
export function build(call: Call): Allowed {
  const isBuildKit = call.builder === 'buildkit';
  // Said first: such a build has its context elsewhere, too, and that would be the less helpful sentence.
  if (call.target.query.get('version')?.includes('2')) throw new PolicyRefusal('buildkit', 'docker build');
  return send(call, {
    query: {
      t: (value, at) => ownReference(String(text(400)(value, at) ?? ''), at),
      dockerfile: file,
      target: text(128, /^[\w.-]+$/),
      buildargs: queryJson(map(text(32_768), { most: 128 })),
      labels: queryJson(labels),
      nocache: queryFlag,
      rm: queryFlag,
      forcerm: queryFlag,
      q: queryFlag,
      platform,
      extrahosts: (value, at) =>
        String(text()(value, at))
          .split(',')
          .filter(host => host !== '')
          .map(host => extraHost(host, at))
          .join(','),
      cachefrom: queryJson(list((value, at) => reference(String(value), at), 16)),
      version: text(1, /^1$/),
      // What is not there is pulled anyway; what is there was put there for this sandbox.
      pull: dropped(queryFlag),
      networkmode: isBuildKit ? buildKitNetwork : network,
      remote: off('remote-build', 'docker build URL'),
      session: off('buildkit', 'session'),
      buildid: dropped(text(128)),
      outputs: off('buildkit', '--output', ['[]', 'null']),
      squash: off('machine', '--squash', ['0', 'false']),
      securityopt: off('machine', '--security-opt', ['[]', 'null']),
      cgroupparent: off('namespace', '--cgroup-parent'),
      isolation: off('machine', '--isolation', ['default']),
      ulimits: off('limits', '--ulimit', ['[]', 'null']),
      shmsize: off('limits', '--shm-size', ['0']),
      memory: dropped(queryNumber),
      memswap: dropped(queryNumber),
      cpuperiod: off('limits', '--cpu-period', ['0']),
      cpuquota: off('limits', '--cpu-quota', ['0']),
      cpushares: off('limits', '--cpu-shares', ['0']),
      cpusetcpus: off('limits', '--cpuset-cpus'),
      cpusetmems: off('limits', '--cpuset-mems'),
    },
    always: { version: isBuildKit ? '2' : '1', memory: String(call.limits.memoryBytes) },
    carries: 'archive',
    ...(isBuildKit ? { filter: 'buildkit' } : {}),
  });
}

/** `POST /build/prune`: what BuildKit has kept, which is nothing. */
export function pruneBuilds(call: Call): Allowed {
  const rules = { all: queryFlag, 'keep-storage': queryNumber, filters: filters(['until', 'unused-for']) };
  return send(call, { query: rules });
}

/** In the context: the builder itself keeps it there. */
const file: Rule = (value, at) => {
  const path = text(1024)(value, at);
  if (typeof path === 'string' && (path.startsWith('/') || path.split(/[\\/]/).includes('..'))) throw wrong(at, path);
  return path;
};

const network: Rule = (value, at) => {
  if (value === 'host') throw new PolicyRefusal('host-network', 'docker build --network host');
  return text(8, /^(default|bridge|none)$/)(value, at);
};

/** What BuildKit calls the network that the classic builder has by the name of `bridge`. */
const buildKitNetwork: Rule = (value, at) => {
  const name = network(value, at);
  return name === 'bridge' ? 'default' : name;
};

function reference(image: string, at: string): string {
  readReference(image, at);
  return image;
}
