import type { Builder } from '../../sandbox/sandbox.ts';
import { archive } from './archive.ts';
import { build, pruneBuilds } from './build.ts';
import type { Allowed, Call } from './call.ts';
import { containers } from './containers.ts';
import { createContainer } from './containers-create.ts';
import { exec } from './exec.ts';
import { images } from './images.ts';
import { networks } from './networks.ts';
import { type PolicyLimits, usualLimits } from './policy-limits.ts';
import { PolicyRefusal, type Refusal } from './refusal.ts';
import { readTarget } from './request-target.ts';
import type { Json } from './strict-json.ts';
import { system } from './system.ts';
import { volumes } from './volumes.ts';

/** A request of a client's. */
export interface PolicyRequest {
  readonly method: string;
  /** As it came: with the query, in whatever encoding. */
  readonly path: string;
  /** Its JSON body, read with `parseStrictJson`; `undefined` if it has none. */
  readonly body?: Json;
}

export type Decision = Allowed | { readonly allow: false; readonly status: number; readonly reason: Refusal };

/**
 * The endpoints that there are; any other is refused. `{}` stands for one segment, `{+}` for some: an image's name has slashes.
 * Of two that fit, the first counts.
 */
const endpoints: readonly (readonly [method: string, pattern: string, decide: (call: Call) => Allowed])[] = [
  ['GET', '_ping', system.plain],
  ['HEAD', '_ping', system.plain],
  ['GET', 'version', system.plain],
  ['GET', 'info', system.plain],
  ['GET', 'events', system.events],
  ['GET', 'system/df', system.df],

  ['GET', 'containers/json', containers.list],
  ['POST', 'containers/create', createContainer],
  ['POST', 'containers/prune', system.pruneContainers],
  ['GET', 'containers/{}/json', containers.inspect],
  ['GET', 'containers/{}/top', containers.top],
  ['GET', 'containers/{}/logs', containers.logs],
  ['GET', 'containers/{}/changes', containers.changes],
  ['GET', 'containers/{}/stats', containers.stats],
  ['POST', 'containers/{}/start', containers.start],
  ['POST', 'containers/{}/stop', containers.stop],
  ['POST', 'containers/{}/restart', containers.stop],
  ['POST', 'containers/{}/kill', containers.kill],
  ['POST', 'containers/{}/rename', containers.rename],
  ['POST', 'containers/{}/pause', containers.plain],
  ['POST', 'containers/{}/unpause', containers.plain],
  ['POST', 'containers/{}/wait', containers.wait],
  ['POST', 'containers/{}/resize', containers.resize],
  ['POST', 'containers/{}/attach', containers.attach],
  ['DELETE', 'containers/{}', containers.remove],
  ['HEAD', 'containers/{}/archive', archive.read],
  ['GET', 'containers/{}/archive', archive.read],
  ['PUT', 'containers/{}/archive', archive.write],

  ['POST', 'containers/{}/exec', exec.create],
  ['POST', 'exec/{}/start', exec.start],
  ['POST', 'exec/{}/resize', exec.resize],
  ['GET', 'exec/{}/json', exec.inspect],

  ['POST', 'build', build],
  ['POST', 'build/prune', pruneBuilds],
  ['GET', 'images/json', images.list],
  ['POST', 'images/create', images.pull],
  ['POST', 'images/prune', images.prune],
  ['GET', 'images/{+}/json', images.look],
  ['GET', 'images/{+}/history', images.look],
  ['POST', 'images/{+}/tag', images.tag],
  ['DELETE', 'images/{+}', images.remove],

  ['GET', 'networks', networks.list],
  ['POST', 'networks/create', networks.create],
  ['POST', 'networks/prune', networks.prune],
  ['GET', 'networks/{}', networks.inspect],
  ['POST', 'networks/{}/connect', networks.connect],
  ['POST', 'networks/{}/disconnect', networks.disconnect],
  ['DELETE', 'networks/{}', networks.remove],

  ['GET', 'volumes', volumes.list],
  ['POST', 'volumes/create', volumes.create],
  ['POST', 'volumes/prune', volumes.prune],
  ['GET', 'volumes/{}', volumes.inspect],
  ['DELETE', 'volumes/{}', volumes.remove],
];

const patterns = endpoints.map(([method, pattern, decide]) => ({ method, parts: pattern.split('/'), decide }));

/**
 * What becomes of a request. Pure: what it names is looked up later, by the proxy, as `subjects` say. What is not known is
 * refused, endpoints and fields alike; what is allowed is built anew, so that no byte of the client's reaches the engine.
 */
export function decide(
  request: PolicyRequest,
  limits: PolicyLimits = usualLimits,
  builder: Builder = 'classic',
): Decision {
  try {
    const target = readTarget(request.path);
    for (const { method, parts, decide } of patterns) {
      const blanks = method === request.method ? fill(parts, target.segments) : undefined;
      if (blanks !== undefined) return decide({ method, target, blanks, body: request.body, limits, builder });
    }
    const [family = ''] = target.segments;
    if (family === 'session' || family === 'grpc') throw new PolicyRefusal('buildkit', `/${family}`);
    throw new PolicyRefusal('endpoint', `${request.method} /${target.segments.join('/')}`);
  } catch (error) {
    if (error instanceof PolicyRefusal) return { allow: false, status: error.status, reason: error.refusal };
    throw error;
  }
}

/** What fills a pattern's blanks, or undefined where it does not fit. */
function fill(parts: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  const many = parts.indexOf('{+}');
  if (many < 0 ? segments.length !== parts.length : segments.length < parts.length) return undefined;
  const after = many < 0 ? 0 : parts.length - many - 1;
  const filling = many < 0 ? [] : segments.slice(many, segments.length - after);
  const rest = many < 0 ? segments : [...segments.slice(0, many), '{+}', ...segments.slice(segments.length - after)];
  const blanks: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '{}') blanks.push(rest[index] ?? '');
    else if (part === '{+}') blanks.push(...filling);
    else if (part !== rest[index]) return undefined;
  }
  return blanks;
}
