import { say } from '../language/say.ts';
import type { ComposeCommand } from './compose-command.ts';
import { definitionsOf, dockerName, isExternal, resourceName } from './resource-name.ts';
import type { Translating } from './translating.ts';
import { Values } from './values.ts';
import { commandText } from './word.ts';
import { isMap, listOf, mapOf } from './yaml-map.ts';

/** The commands that make the networks and volumes of these keys; of what is there already it is only told. */
export function createResources(
  kind: 'networks' | 'volumes',
  keys: readonly string[],
  how: Translating,
): ComposeCommand[] {
  const known = definitionsOf(how.project, kind);
  return keys.flatMap(key => {
    const definition = known[key];
    const name = resourceName(how.name, key, definition);
    const values = new Values(how.findings);
    const path = [kind, key];
    if (!dockerName.test(name)) values.wrong([...path, 'name'], 'name');
    if (isExternal(definition)) {
      how.findings.note(say('translate.note-external', { name }));
      return [];
    }
    const own = values.map(path, definition);
    const driver = values.text([...path, 'driver'], own.driver);
    const options = values.assignments([...path, 'driver_opts'], own.driver_opts);
    const labels = values.assignments([...path, 'labels'], Array.isArray(own.labels) ? asMap(own.labels) : own.labels);
    const more = kind === 'networks' ? networkWords(path, own, values) : [];
    const words = [
      ...['docker', kind === 'networks' ? 'network' : 'volume', 'create'],
      ...(driver === undefined ? [] : ['--driver', driver]),
      ...options.flatMap(([option, text]) => ['--opt', `${option}=${text ?? ''}`]),
      ...labels.flatMap(([label, text]) => ['--label', `${label}=${text ?? ''}`]),
      ...more,
      name,
    ];
    const why =
      kind === 'volumes'
        ? say('translate.why-volume', { name })
        : key === 'default'
          ? say('translate.why-default-network', { name })
          : say('translate.why-network', { name });
    return [{ text: commandText(words), why }];
  });
}

function networkWords(path: readonly string[], own: Readonly<Record<string, unknown>>, values: Values): string[] {
  const flag = (key: string, word: string) => (values.truth([...path, key], own[key]) ? [word] : []);
  const ipam = values.map([...path, 'ipam'], own.ipam);
  const at = [...path, 'ipam', 'config'];
  const ranges = listOf(ipam.config).flatMap((one, index) => {
    if (!isMap(one)) return values.wrong([...at, String(index)], 'mapping') ?? [];
    const option = (key: string, word: string) => {
      const text = values.text([...at, String(index), key], one[key]);
      return text === undefined ? [] : [word, text];
    };
    const others = values.assignments([...at, String(index), 'aux_addresses'], one.aux_addresses);
    return [
      ...option('subnet', '--subnet'),
      ...option('gateway', '--gateway'),
      ...option('ip_range', '--ip-range'),
      ...others.flatMap(([host, address]) => ['--aux-address', `${host}=${address ?? ''}`]),
    ];
  });
  const driver = values.text([...path, 'ipam', 'driver'], ipam.driver);
  return [
    ...flag('internal', '--internal'),
    ...flag('attachable', '--attachable'),
    ...flag('enable_ipv6', '--ipv6'),
    ...(driver === undefined || driver === 'default' ? [] : ['--ipam-driver', driver]),
    ...ranges,
  ];
}

function asMap(labels: readonly unknown[]): Readonly<Record<string, unknown>> {
  return mapOf(
    Object.fromEntries(
      labels.map(label => {
        const [name = '', ...rest] = String(label).split('=');
        return [name, rest.join('=')];
      }),
    ),
  );
}
