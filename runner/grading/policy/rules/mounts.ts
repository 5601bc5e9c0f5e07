import { containerPath, labels, name } from './names.ts';
import { ownPath, ownSource } from './own-path.ts';
import type { PolicyLimits } from './policy-limits.ts';
import { PolicyRefusal } from './refusal.ts';
import { flag, integer, list, map, needed, object, off, type Rule, text, wrong } from './rules.ts';
import type { Json, JsonObject } from './strict-json.ts';

/** What `-v` may say behind the path; the last three change nothing for a named volume. */
const bindOptions = new Set(['ro', 'rw', 'nocopy', 'z', 'Z', 'cached', 'delegated', 'consistent']);
const passedOn = new Set(['ro', 'nocopy']);

/**
 * `-v`: named volumes, and files of the submission itself, in whose place the proxy puts a copy. Any other folder of this machine is
 * refused by name, because learners use it.
 */
export function binds({ mounts }: PolicyLimits): Rule {
  return list((value, at) => readBind(text(8192)(value, at) ?? '', at), mounts);
}

function readBind(value: Json, at: string): string {
  const [source = '', target = '', options = '', ...rest] = String(value).split(':');
  const own = ownPath(source);
  if (own === undefined && (!/^[a-zA-Z0-9][\w.-]*$/.test(source) || isDrive(source, target, options)))
    throw new PolicyRefusal(
      'bind-mount',
      isDrive(source, target, options) ? `${source}:${target}` : source,
      where(value),
    );
  if (rest.length > 0) throw wrong(at, value);
  const given = options === '' ? [] : options.split(',');
  if (given.some(option => !bindOptions.has(option))) throw new PolicyRefusal('mount-options', options);
  const kept = given.filter(option => passedOn.has(option) && (own === undefined || option === 'ro'));
  return [
    own === undefined ? name(source, at) : ownSource(own),
    containerPath(target, at),
    ...(kept.length > 0 ? [kept.join(',')] : []),
  ].join(':');
}

/** `C:\data:/data`, as Windows writes it. */
function isDrive(source: string, target: string, options: string): boolean {
  return /^[a-zA-Z]$/.test(source) && (target.startsWith('\\') || options.startsWith('/'));
}

/** The place in the container, of a bind that is refused. */
function where(value: Json): string {
  return (
    String(value)
      .split(':')
      .filter(part => part.startsWith('/'))
      .at(-1) ?? ''
  );
}

/** `--mount`: volumes, tmpfs, and files of the submission itself. */
export function mounts(limits: PolicyLimits): Rule {
  return list((value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, value);
    const { Type: type, Source: source, Target: target } = value as JsonObject;
    if (type === 'volume') return volumeMount(value, at);
    if (type === 'tmpfs') return tmpfsMount(limits)(value, at);
    if (type === 'bind' && ownPath(String(source ?? '')) !== undefined) return bindMount(value, at);
    if (type === 'bind') throw new PolicyRefusal('bind-mount', String(source ?? ''), String(target ?? ''));
    // Says so where it is only spelt otherwise.
    if (type === undefined) volumeMount(value, at);
    throw new PolicyRefusal('mount-type', String(type ?? ''));
  }, limits.mounts);
}

const target: Rule = needed((value, at) => containerPath(String(text()(value, at) ?? ''), at));
const common = {
  Type: text(),
  Target: target,
  ReadOnly: flag,
  Consistency: off('mount-options', '', ['default', 'cached', 'delegated', 'consistent']),
  BindOptions: off('mount-options'),
  ClusterOptions: off('mount-options'),
  ImageOptions: off('mount-options'),
};
/** `local` without options is the driver anyway. */
const driverConfig: Rule = (value, at) => {
  const plain = object({
    Name: off('volume-driver', 'volume-driver', ['local']),
    Options: off('volume-driver', 'volume-opt'),
  });
  plain(value, at);
  return undefined;
};
const volumeFields = {
  ...common,
  Source: name,
  VolumeOptions: object({
    NoCopy: flag,
    Labels: labels,
    DriverConfig: driverConfig,
    Subpath: off('mount-options', 'volume-subpath'),
  }),
  TmpfsOptions: off('mount-options'),
};
const volumeMount = object(volumeFields);

const bindMount = object({
  ...common,
  Source: needed((value, at) => ownSource(ownPath(String(text()(value, at) ?? '')) ?? '')),
  VolumeOptions: off('mount-options'),
  TmpfsOptions: off('mount-options'),
});

function tmpfsMount({ tmpfsBytes }: PolicyLimits): Rule {
  const options = object({
    SizeBytes: (value, at) => integer(0, tmpfsBytes)(value, at) || tmpfsBytes,
    Mode: integer(0, 0o1777),
    Options: off('mount-options'),
  });
  return object({
    ...common,
    Source: off('mount-options'),
    VolumeOptions: off('mount-options'),
    TmpfsOptions: (value, at) => options(value ?? {}, at),
  });
}

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `--tmpfs`: path → options of mount(8), of which nothing may be executed, no device and no other user's rights. */
export function tmpfs({ tmpfsBytes, mounts: most }: PolicyLimits): Rule {
  return map(
    (value, at) => {
      const given = String(text(512)(value, at) ?? '')
        .split(',')
        .filter(option => option !== '');
      const sizes = given.filter(option => option.startsWith('size='));
      const others = given.filter(option => !option.startsWith('size='));
      const harmless = /^(rw|ro|noexec|nosuid|nodev|mode=[01]?[0-7]{3}|uid=\d{1,6}|gid=\d{1,6})$/;
      const wild = others.find(option => !harmless.test(option));
      if (wild !== undefined) throw new PolicyRefusal('mount-options', wild);
      const kept = others.filter(option => /^(ro|mode|uid|gid)/.test(option));
      return ['noexec', 'nosuid', 'nodev', ...kept, `size=${sizeOf(sizes, at, tmpfsBytes)}`].join(',');
    },
    { most, key: (path, at) => void containerPath(path, at) },
  );
}

function sizeOf(given: readonly string[], at: string, most: number): number {
  if (given.length === 0) return most;
  const [, digits, unit] = /^size=(\d{1,12})([bkmg]?)$/i.exec(given[0] ?? '') ?? [];
  const size = Number(digits) * (units[unit?.toLowerCase() ?? ''] ?? Number.NaN);
  if (given.length > 1 || !(size > 0)) throw wrong(at, given.join(','));
  if (size > most) throw new PolicyRefusal('limits', given.join(','), String(most));
  return size;
}
