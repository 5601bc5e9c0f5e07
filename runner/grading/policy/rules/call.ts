import type { Builder } from '../../sandbox/sandbox.ts';
import type { PolicyLimits } from './policy-limits.ts';
import { PolicyRefusal } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';
import type { Rule } from './rules.ts';
import type { Json, JsonObject } from './strict-json.ts';

/** A request whose endpoint is known, on its way to a decision. */
export interface Call {
  readonly method: string;
  readonly target: RequestTarget;
  /** What stands in the blanks of the endpoint's pattern. */
  readonly blanks: readonly string[];
  /** `undefined` if it had none. */
  readonly body: Json | undefined;
  readonly limits: PolicyLimits;
  readonly builder: Builder;
}

/** Something of the engine's that a request is about, to be looked up before it is sent on. */
export interface Subject {
  readonly kind: 'container' | 'network' | 'image-removal' | 'image-ports' | 'exec';
  readonly reference: string;
  /** Where the id that it stands for is put: so that a name cannot change hands in between. */
  readonly put: 'path' | 'NetworkMode' | 'Container' | 'nowhere';
}

/** What is sent to the engine, and what the proxy has to do about it. */
export interface Allowed {
  readonly allow: true;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body?: JsonObject;
  readonly subjects: readonly Subject[];
  /** What follows the headers, from the client: nothing more, a tar archive, or a connection of its own. */
  readonly carries: 'nothing' | 'archive' | 'tunnel';
  /** What it makes: of this there are only so many. */
  readonly makes?: 'container' | 'network' | 'volume' | 'exec';
  /** An answer in which the lab's own containers are left out; or BuildKit's, told as the classic builder tells it. */
  readonly filter?: 'containers' | 'df' | 'events' | 'buildkit';
}

interface Sending {
  readonly query?: Readonly<Record<string, Rule>>;
  /** Fields of the query that are the same in every request. */
  readonly always?: Readonly<Record<string, string>>;
  readonly body?: Rule;
  readonly subjects?: readonly Subject[];
  readonly carries?: Allowed['carries'];
  readonly makes?: NonNullable<Allowed['makes']>;
  readonly filter?: NonNullable<Allowed['filter']>;
}

/** Builds what is sent for a call: only the fields of query and body that are named here. Throws PolicyRefusal. */
export function send(call: Call, sending: Sending): Allowed {
  const query = sentQuery(call, sending);
  const path = ['', call.target.version, ...call.target.segments.map(encodeSegment)].join('/');
  const body = sending.body?.(call.body ?? null, '');
  if (sending.body !== undefined && body === undefined) throw new PolicyRefusal('malformed', 'JSON', '', 400);
  if (sending.body === undefined && !saysNothing(call.body)) throw new PolicyRefusal('value', 'body', 'JSON');
  return {
    allow: true,
    method: call.method,
    path: query === '' ? path : `${path}?${query}`,
    ...(body === undefined ? {} : { body: body as JsonObject }),
    subjects: sending.subjects ?? [],
    carries: sending.carries ?? 'nothing',
    ...(sending.makes === undefined ? {} : { makes: sending.makes }),
    ...(sending.filter === undefined ? {} : { filter: sending.filter }),
  };
}

/** The container that the endpoint's first blank names. */
export function container(call: Call): Subject {
  const reference = call.blanks[0] ?? '';
  if (!/^[a-zA-Z0-9][\w.-]{0,254}$/.test(reference)) throw new PolicyRefusal('value', 'container', reference);
  return { kind: 'container', reference, put: 'path' };
}

function sentQuery(call: Call, { query: rules = {}, always = {} }: Sending): string {
  const sent = new URLSearchParams();
  for (const [name, values] of call.target.query) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw new PolicyRefusal('unknown-field', `?${name}`);
    if (values.length > 1 && name !== 't') throw new PolicyRefusal('duplicate-key', name, '', 400);
    for (const value of values) {
      const read = rule(value, `?${name}`);
      if (read !== undefined && !Object.hasOwn(always, name)) sent.append(name, String(read));
    }
  }
  for (const [name, value] of Object.entries(always)) sent.set(name, value);
  return sent.toString();
}

/** As Go's client writes it: what an image's name is made of stays as it is. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(3A|40|2B|2C|3D)/g, decodeURIComponent);
}

function saysNothing(body: Json | undefined): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}
