import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { lstat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TarWriter } from '../../base/tar-writer.ts';
import { label } from '../../engine/labels.ts';
import { addToTar } from '../sandbox/pack-part.ts';
import type { Allowed } from './rules/call.ts';
import { ownPath } from './rules/own-path.ts';
import { PolicyRefusal } from './rules/refusal.ts';
import type { JsonObject } from './rules/strict-json.ts';
import { collect, type Upstream } from './upstream.ts';

/** In the engine's own file system, and on its disk, which has a size: containers may write into what they mount. */
const copiesFolder = '/var/lib/docker/estaleiro-files';
const maxCopies = 48;
const maxAnswer = 65_536;
/** Whoever has made the files on a machine of their own: most systems' first user, and `node` in Node's images. */
const owner = 1000;

/** Puts copies of a submission's own files in the place of what a container would mount of them. */
export interface OwnFiles {
  /** The submission's folder on this machine; before that, nothing is its own. */
  serve(folder: string): void;
  /** The request with sources that the engine has. Throws PolicyRefusal for what was not handed in. */
  place(allowed: Allowed): Promise<Allowed>;
}

/**
 * A copy is made once of each path, and of what was handed in: never of what a container has written, which could hold links. No
 * copy's own path leads through another's contents, so that what its containers do to it leads nowhere else.
 */
export function makeOwnFiles(upstream: Upstream): OwnFiles {
  let root: string | undefined;
  const copies = new Map<string, string>();

  const sourceOf = async (source: string, target: string): Promise<string> => {
    const path = ownPath(source);
    const refused = new PolicyRefusal('bind-mount', source, target);
    if (root === undefined || path === undefined) throw refused;
    const known = copies.get(path);
    if (known !== undefined) return known;
    if (!(await isPlain(root, path))) throw refused;
    if (copies.size >= maxCopies) throw new PolicyRefusal('too-many', '--volume', String(maxCopies));
    const folder = `${copiesFolder}/${copies.size + 1}`;
    const name = basename(path) || 'work';
    await copy(upstream, { root, path, folder, name });
    copies.set(path, `${folder}/${name}`);
    return `${folder}/${name}`;
  };

  return {
    serve: folder => {
      root = folder;
    },
    place: async allowed => {
      const hostConfig = allowed.body?.HostConfig as HostConfig | undefined;
      if (allowed.makes !== 'container' || hostConfig === undefined) return allowed;
      const binds: string[] = [];
      for (const bind of hostConfig.Binds ?? []) {
        const [source = '', target = '', ...options] = bind.split(':');
        const placed = source.startsWith('/') ? await sourceOf(source, target) : source;
        binds.push([placed, target, ...options].join(':'));
      }
      const mounts: JsonObject[] = [];
      for (const mount of hostConfig.Mounts ?? []) {
        const { Type: type, Source: source, Target: target } = mount;
        const isBind = type === 'bind';
        mounts.push(isBind ? { ...mount, Source: await sourceOf(String(source), String(target)) } : mount);
      }
      const placed = {
        ...hostConfig,
        ...(hostConfig.Binds === undefined ? {} : { Binds: binds }),
        ...(hostConfig.Mounts === undefined ? {} : { Mounts: mounts }),
      };
      return { ...allowed, body: { ...allowed.body, HostConfig: placed as unknown as JsonObject } };
    },
  };
}

interface HostConfig {
  readonly Binds?: readonly string[];
  readonly Mounts?: readonly JsonObject[];
}

/** True if a file or a folder is there, and no link on the way to it. */
async function isPlain(root: string, path: string): Promise<boolean> {
  let way = root;
  for (const part of path === '' ? [] : path.split('/')) {
    way = join(way, part);
    const found = await lstat(way).catch(() => undefined);
    if (found === undefined || !(found.isDirectory() || found.isFile())) return false;
  }
  return true;
}

interface Copy {
  readonly root: string;
  readonly path: string;
  readonly folder: string;
  readonly name: string;
}

/** Has the engine write the files itself, by way of a container that is never started. Throws where it does not. */
async function copy(upstream: Upstream, { root, path, folder, name }: Copy): Promise<void> {
  const purpose = `estaleiro-files-${randomBytes(4).toString('hex')}`;
  const created = await send(upstream, 'POST', `/v1.41/containers/create?name=${purpose}`, {
    Image: 'lab/probe:latest',
    Labels: { [label.session]: 'sandbox', [label.purpose]: 'files' },
    HostConfig: { Binds: [`${folder}:/files`], NetworkMode: 'none' },
  });
  const { Id: id } = JSON.parse(created) as { Id: string };
  try {
    const tar = new TarWriter();
    const out = upstream.open('PUT', `/v1.41/containers/${id}/archive?path=/files`, {
      'Content-Type': 'application/x-tar',
      'Transfer-Encoding': 'chunked',
    });
    const answered = once(out, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => {});
    const writing = pipeline(tar.stream, out);
    writing.catch(() => {});
    await addToTar(tar, root, path, name, owner);
    tar.end();
    await writing;
    await textOf((await answered)[0]);
  } finally {
    await send(upstream, 'DELETE', `/v1.41/containers/${id}?force=1`);
  }
}

async function send(upstream: Upstream, method: string, path: string, body?: object): Promise<string> {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = bytes && { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) };
  const out = upstream.open(method, path, headers ?? {});
  const answered = once(out, 'response') as Promise<[IncomingMessage]>;
  out.end(bytes);
  return textOf((await answered)[0]);
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const text = (await collect(answer, maxAnswer))?.toString() ?? '';
  if ((answer.statusCode ?? 500) >= 300) throw new Error(`the engine did not take a copy: ${text}`);
  return text;
}
