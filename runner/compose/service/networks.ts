import { say } from '../../language/say.ts';
import { definitionsOf, resourceName } from '../resource-name.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { mapOf, textOf } from '../yaml-map.ts';

/** A network that a service is on. */
export interface Attachment {
  readonly key: string;
  /** What it is called on the engine. */
  readonly network: string;
  /** Names, beside the container's own, that it has there. */
  readonly aliases: readonly string[];
  /** `--ip` and others, as `docker network connect` has them. */
  readonly options: readonly string[];
}

/** The networks of a service, in the order in which Compose attaches them; none where it has a network of another kind. */
export function attachmentsOf({ name, value }: Service, how: Translating): readonly Attachment[] {
  if (value.network_mode !== undefined && value.network_mode !== null) return [];
  const values = new Values(how.findings);
  const path = ['services', name, 'networks'];
  const given = values.map(path, value.networks);
  const keys = Object.keys(given).length === 0 ? ['default'] : Object.keys(given);
  const known = definitionsOf(how.project, 'networks');
  const priority = (key: string) => Number(textOf(mapOf(given[key]).priority) ?? 0) || 0;
  const sorted = keys.toSorted((one, other) => priority(other) - priority(one) || (one < other ? -1 : 1));
  return sorted.flatMap(key => {
    if (key !== 'default' && !Object.hasOwn(known, key)) {
      how.findings.wrong([...path, key], say('translate.undefined', { kind: 'network', name: key }));
      return [];
    }
    const at = [...path, key];
    const own = mapOf(given[key]);
    const option = (flag: string, word: string) => {
      const text = values.text([...at, word], own[word]);
      return text === undefined ? [] : [flag, text];
    };
    const addresses = [...option('--ip', 'ipv4_address'), ...option('--ip6', 'ipv6_address')];
    const local = values.texts([...at, 'link_local_ips'], own.link_local_ips).flatMap(ip => ['--link-local-ip', ip]);
    const aliases = [...new Set([name, ...values.texts([...at, 'aliases'], own.aliases)])];
    const network = resourceName(how.name, key, known[key]);
    return [{ key, network, aliases, options: [...addresses, ...local] }];
  });
}

/** The words of `docker run` for a service's first network, or for a network of another kind. */
export function networkOptions(service: Service, attachments: readonly Attachment[], how: Translating): Word[] {
  const { name, value } = service;
  const mode = new Values(how.findings).text(['services', name, 'network_mode'], value.network_mode);
  if (mode !== undefined) return ['--network', shared(mode, ['services', name, 'network_mode'], how)];
  const [first] = attachments;
  if (first === undefined) return [];
  return ['--network', first.network, ...first.aliases.flatMap(alias => ['--network-alias', alias]), ...first.options];
}

/** What is shared with another container: `service:db` names the container of that service. */
export function shared(mode: string, path: readonly string[], how: Translating): string {
  const [, service] = /^service:(.+)$/s.exec(mode) ?? [];
  if (service === undefined) return mode;
  const [container] = how.containersOf(service);
  if (container === undefined) how.findings.wrong(path, say('translate.undefined', { kind: 'service', name: service }));
  return `container:${container ?? service}`;
}

/** `links`: other names for other services. */
export function linkOptions({ name, value }: Service, how: Translating): Word[] {
  const path = ['services', name, 'links'];
  return new Values(how.findings).texts(path, value.links).flatMap(link => {
    const [service = '', alias = service] = link.split(':');
    const [container] = how.containersOf(service);
    if (container === undefined) {
      how.findings.wrong(path, say('translate.undefined', { kind: 'service', name: service }));
      return [];
    }
    return ['--link', `${container}:${alias}`];
  });
}
