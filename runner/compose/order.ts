import { say } from '../language/say.ts';
import type { Findings } from './findings.ts';
import { isMap, listOf, mapOf, textOf, truthOf, type YamlMap } from './yaml-map.ts';

/** What a service waits for. */
export interface Need {
  readonly service: string;
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  readonly required: boolean;
}

/** What a service needs of others: `depends_on`, and whatever it shares with them. Pure. */
export function needsOf(service: unknown): readonly Need[] {
  const { depends_on: said, links, volumes_from: volumes, network_mode, ipc, pid } = mapOf(service);
  const given = Object.entries(mapOf(said)).map(([name, one]): Need => {
    const condition = textOf(mapOf(one).condition);
    return {
      service: name,
      condition:
        condition === 'service_healthy' || condition === 'service_completed_successfully'
          ? condition
          : 'service_started',
      required: truthOf(mapOf(one).required) !== false,
    };
  });
  const shared = [
    ...[...listOf(links), ...listOf(volumes)].flatMap(one => textOf(one)?.split(':')[0] ?? []),
    ...[network_mode, ipc, pid].flatMap(one => /^service:(.+)$/.exec(textOf(one) ?? '')?.[1] ?? []),
  ].filter(name => name !== 'container' && !given.some(({ service }) => service === name));
  return [...given, ...shared.map((service): Need => ({ service, condition: 'service_started', required: true }))];
}

/** The services in the order in which they start, each behind what it needs; a circle is a problem. */
export function startOrder(services: YamlMap, findings: Findings): readonly string[] {
  const order: string[] = [];
  const visit = (name: string, above: readonly string[]) => {
    if (order.includes(name)) return;
    if (above.includes(name)) {
      findings.wrong(
        ['services', name, 'depends_on'],
        say('translate.circle', { names: [...above.slice(above.indexOf(name)), name] }),
      );
      return;
    }
    for (const { service } of needsOf(services[name])) {
      if (Object.hasOwn(services, service)) visit(service, [...above, name]);
    }
    if (!order.includes(name)) order.push(name);
  };
  for (const name of Object.keys(services)) visit(name, []);
  return order;
}

/** The services that the profiles leave in, and of those that are needed and are not there, a problem. */
export function activeServices(all: YamlMap, profiles: readonly string[], findings: Findings): YamlMap {
  const entries = Object.entries(all).filter(([name, service]) => {
    const own = listOf(mapOf(service).profiles).map(one => textOf(one) ?? '');
    if (own.length === 0 || profiles.includes('*') || own.some(profile => profiles.includes(profile))) return true;
    findings.note(say('translate.note-profile', { service: name, profiles: own }));
    return false;
  });
  const active = Object.fromEntries(entries);
  for (const [name, service] of entries) {
    if (!isMap(service)) continue;
    for (const need of needsOf(service)) {
      if (Object.hasOwn(active, need.service) || !need.required) continue;
      findings.wrong(
        ['services', name, 'depends_on', need.service],
        say('translate.undefined', { kind: 'service', name: need.service }),
      );
    }
  }
  return active;
}
