import { say } from '../../language/say.ts';
import { definitionsOf, resourceName } from '../resource-name.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { isMap, listOf, mapOf, type Path, textOf, truthOf, type YamlMap } from '../yaml-map.ts';

/** What is mounted into a container. */
export interface Mounts {
  readonly words: readonly Word[];
  /** The keys of the project's volumes that are among it. */
  readonly volumes: readonly string[];
}

/** The volumes, folders, secrets and configs of a service. */
export function mountsOf(service: Service, how: Translating): Mounts {
  const { name, value } = service;
  const volumes = new Set<string>();
  const use = (key: string) => volumes.add(key);
  const words = listOf(value.volumes).flatMap((one, index): Word[] => {
    const path = ['services', name, 'volumes', index];
    return isMap(one) ? longForm(one, path, how, use) : shortForm(one, path, how, use);
  });
  const from = new Values(how.findings).texts(['services', name, 'volumes_from'], value.volumes_from);
  const others = from.flatMap(text => ['--volumes-from', sharedVolumes(text, name, how)]);
  return { words: [...words, ...others, ...fileMounts(service, how)], volumes: [...volumes] };
}

type Use = (key: string) => void;

function shortForm(one: unknown, path: Path, how: Translating, use: Use): Word[] {
  const values = new Values(how.findings);
  const [, source, target = '', mode] = /^(?:([^:]+):)?(\/[^:]*)(?::([a-zA-Z,]+))?$/s.exec(textOf(one) ?? '') ?? [];
  if (target === '') {
    values.wrong(path, 'volume');
    return [];
  }
  const rest = `:${target}${mode === undefined ? '' : `:${mode}`}`;
  if (source === undefined) return ['--volume', target];
  if (/^[./~]/.test(source)) return ['--volume', { before: '', path: source, after: rest }];
  const volume = namedVolume(source, path, how, use);
  return volume === undefined ? [] : ['--volume', `${volume}${rest}`];
}

function longForm(one: YamlMap, path: Path, how: Translating, use: Use): Word[] {
  const values = new Values(how.findings);
  const text = (key: string) => values.text([...path, key], one[key]);
  const [type, source, target] = [text('type') ?? 'volume', text('source'), text('target')];
  // The options of a mount are separated by commas.
  if (target === undefined || /[,"\n]/.test(target + (source ?? ''))) {
    values.wrong([...path, 'target'], 'volume');
    return [];
  }
  const readOnly = truthOf(one.read_only) === true ? ',readonly' : '';
  const own = mapOf(one[type]);
  const setting = (key: string, name: string) => {
    const value = textOf(own[key]);
    return value === undefined ? '' : `,${name}=${value.replace(/[,"\n]/g, '')}`;
  };
  if (type === 'tmpfs')
    return ['--mount', `type=tmpfs,target=${target}${setting('size', 'tmpfs-size')}${setting('mode', 'tmpfs-mode')}`];
  if (type === 'bind' && source !== undefined) {
    const after = `,target=${target}${readOnly}${setting('propagation', 'bind-propagation')}`;
    return ['--mount', { before: 'type=bind,source=', path: source, after }];
  }
  if (type !== 'volume') {
    how.findings.note(say('translate.note-left-out', { at: [...path, 'type'].join('.') }));
    return [];
  }
  const volume = source === undefined ? undefined : namedVolume(source, path, how, use);
  if (source !== undefined && volume === undefined) return [];
  const from = volume === undefined ? '' : `,source=${volume}`;
  const nocopy = truthOf(own.nocopy) === true ? ',volume-nocopy' : '';
  return ['--mount', `type=volume${from},target=${target}${readOnly}${nocopy}${setting('subpath', 'volume-subpath')}`];
}

function namedVolume(key: string, path: Path, how: Translating, use: Use): string | undefined {
  const known = definitionsOf(how.project, 'volumes');
  if (!Object.hasOwn(known, key)) {
    how.findings.wrong(
      path,
      say('translate.undefined', { kind: 'volume', name: key }),
      say('translate.next-undefined', { name: key }),
    );
    return undefined;
  }
  use(key);
  return resourceName(how.name, key, known[key]);
}

function sharedVolumes(text: string, service: string, how: Translating): string {
  const [, container, mode = ''] = /^container:([^:]+)(:r[ow])?$/.exec(text) ?? [];
  if (container !== undefined) return container + mode;
  const [other = '', access] = text.split(':');
  const [found] = how.containersOf(other);
  if (found === undefined) {
    how.findings.wrong(
      ['services', service, 'volumes_from'],
      say('translate.undefined', { kind: 'service', name: other }),
    );
  }
  return `${found ?? other}${access === undefined ? '' : `:${access}`}`;
}

/** Secrets and configs that are files: Compose, too, mounts those read-only. What is made of text or of a variable is told. */
function fileMounts({ name, value }: Service, how: Translating): Word[] {
  const values = new Values(how.findings);
  const kinds = [
    { kind: 'secrets', single: 'secret', folder: '/run/secrets/' },
    { kind: 'configs', single: 'config', folder: '/' },
  ] as const;
  return kinds.flatMap(({ kind, single, folder }) => {
    const known = definitionsOf(how.project, kind);
    return listOf(value[kind]).flatMap((one, index): Word[] => {
      const path = ['services', name, kind, index];
      const key = values.text(path, isMap(one) ? one.source : one) ?? '';
      if (!Object.hasOwn(known, key)) {
        how.findings.wrong(path, say('translate.undefined', { kind: single, name: key }));
        return [];
      }
      const given = values.text([...path, 'target'], isMap(one) ? one.target : undefined) ?? key;
      const target = given.startsWith('/') ? given : `${folder}${given}`;
      const file = textOf(mapOf(known[key]).file);
      if (file === undefined || /[,"\n]/.test(file + target)) {
        how.findings.note(say('translate.note-left-out', { at: `${kind}.${key}` }));
        return [];
      }
      return ['--mount', { before: 'type=bind,source=', path: file, after: `,target=${target},readonly` }];
    });
  });
}
