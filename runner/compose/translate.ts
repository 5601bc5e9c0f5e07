import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';
import type { ComposeCommand } from './compose-command.ts';
import { type ComposeProblem, type Findings, fitMessage } from './findings.ts';
import { checkKeys } from './known-keys.ts';
import { type ComposeSource, type LoadedProject, ProjectLoader } from './load-project.ts';
import { activeServices, needsOf, startOrder } from './order.ts';
import { dockerName } from './resource-name.ts';
import { createResources } from './resources.ts';
import { translateService } from './service/containers.ts';
import { replicasOf } from './service/deploy.ts';
import type { Translating } from './translating.ts';
import { Values } from './values.ts';
import { commandText } from './word.ts';
import { isMap, mapOf, type YamlMap } from './yaml-map.ts';

/** A Compose project as plain docker commands, or why it cannot be. */
export type Translation =
  | {
      readonly kind: 'translated';
      /** The project's name. */
      readonly project: string;
      /** In the order in which they are to be run, in the folder of the project's first file. */
      readonly commands: readonly ComposeCommand[];
      /** What no command stands for, and what else is to be known. */
      readonly notes: readonly Message[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly ComposeProblem[] };

const maxContainers = 100;
const maxTextLength = 1_000_000;

/**
 * What `docker compose up` would do, as plain docker commands: networks and volumes, images, then the containers in the order in
 * which they wait for each other, with the names that Compose gives. Never throws for what is in the files.
 */
export function translateCompose(source: ComposeSource): Translation {
  const loader = new ProjectLoader(source);
  const { findings } = loader;
  const loaded = loader.load();
  if (findings.problems.length > 0) return { kind: 'wrong', problems: findings.problems };
  checkKeys(loaded.project, findings);
  const services = servicesOf(loaded, findings);
  const commands = findings.problems.length > 0 ? [] : commandsFor(loaded, services, loader);
  if (commands.reduce((sum, { text }) => sum + text.length, 0) > maxTextLength) {
    findings.wrong([], say('translate.too-big', { kilobytes: maxTextLength / 1000 }));
  }
  // A shell cannot be given such a character.
  if (commands.some(({ text }) => text.includes('\0'))) findings.wrong([], say('translate.null-character'));
  if (findings.problems.length > 0) return { kind: 'wrong', problems: findings.problems };
  return { kind: 'translated', project: loaded.name, commands: commands.map(fit), notes: findings.notes };
}

function fit({ text, why }: ComposeCommand): ComposeCommand {
  return { text, why: fitMessage(why) };
}

function servicesOf({ project, profiles }: LoadedProject, findings: Findings): YamlMap {
  const values = new Values(findings);
  const services = values.map(['services'], project.services);
  if (Object.keys(services).length === 0 && findings.problems.length === 0) {
    findings.wrong([], say('translate.not-a-project'), say('translate.next-project'));
  }
  for (const [name, service] of Object.entries(services)) {
    if (!isMap(service)) values.wrong(['services', name], 'mapping');
    if (!dockerName.test(name)) values.wrong(['services', name], 'name');
    const { depends_on: needed } = mapOf(service);
    for (const [other, one] of Object.entries(values.map(['services', name, 'depends_on'], needed))) {
      const { condition } = mapOf(one);
      const path = ['services', name, 'depends_on', other, 'condition'];
      values.fitting(path, condition, /^service_(?:started|healthy|completed_successfully)$/, 'condition');
    }
  }
  return activeServices(services, profiles, findings);
}

function commandsFor(loaded: LoadedProject, services: YamlMap, loader: ProjectLoader): ComposeCommand[] {
  const { name, project, variables } = loaded;
  const { findings } = loader;
  const order = startOrder(services, findings);
  const containers = new Map(
    order.map(service => [service, containerNames(name, service, services[service], findings)]),
  );
  if ([...containers.values()].flat().length > maxContainers) {
    findings.wrong(['services'], say('translate.too-many-containers', { max: maxContainers }));
    return [];
  }
  const how: Translating = {
    ...{ name, project, variables, findings },
    containersOf: service => containers.get(service) ?? [],
    envFile: (path, raw) => (loader.has(path) ? loader.variablesOf(path, variables, raw) : undefined),
  };
  const translated = order.map(service => ({
    service,
    ...translateService({ name: service, value: mapOf(services[service]) }, how),
  }));
  const waited = new Set<string>();
  const runs = translated.flatMap(({ service, run }) => [...waitsFor(service, services[service], how, waited), ...run]);
  const networks = [...new Set(translated.flatMap(({ attachments }) => attachments.map(({ key }) => key)))];
  const volumes = [...new Set(translated.flatMap(one => one.volumes))];
  return [
    ...createResources('networks', networks, how),
    ...createResources('volumes', volumes, how),
    ...translated.flatMap(({ build }) => build),
    ...runs,
  ];
}

function containerNames(project: string, service: string, value: unknown, findings: Findings): readonly string[] {
  const { container_name: given } = mapOf(value);
  const count = Math.min(replicasOf({ name: service, value: mapOf(value) }, { findings }), maxContainers + 1);
  const path = ['services', service, 'container_name'];
  const own = new Values(findings).fitting(path, given, dockerName, 'name');
  if (own !== undefined && count > 1) findings.wrong(path, say('translate.one-name', { service, count }));
  if (own !== undefined && count > 0) return [own];
  return Array.from({ length: count }, (_, index) => `${project}-${service}-${index + 1}`);
}

/** What a service waits for before it starts; each is waited for once. */
function waitsFor(service: string, value: unknown, how: Translating, waited: Set<string>): ComposeCommand[] {
  return needsOf(value).flatMap(({ service: other, condition }) => {
    if (condition === 'service_started' || waited.has(`${condition} ${other}`)) return [];
    waited.add(`${condition} ${other}`);
    return how.containersOf(other).map(container => {
      if (condition === 'service_completed_successfully') {
        const text = `[ "$(${commandText(['docker', 'wait', container])})" = 0 ]`;
        return { text, why: say('translate.why-wait-completed', { service, container }) };
      }
      // Of a container that has ended nothing is printed: then there is nothing to wait for.
      const format = '{{if .State.Running}}{{.State.Health.Status}}{{end}}';
      const ask = `"$(${commandText(['docker', 'inspect', '--format', format, container])})"`;
      const text = `while status=${ask}; [ "$status" = starting ]; do sleep 1; done; [ "$status" = healthy ]`;
      return { text, why: say('translate.why-wait-healthy', { service, container }) };
    });
  });
}

/** The commands as a script that ends at the first that fails, run in the folder `folder` below the current one. Pure. */
export function composeScript(commands: readonly ComposeCommand[], folder: string): string {
  const change =
    folder === '.' || folder === '' ? [] : [commandText(['cd', folder.startsWith('-') ? `./${folder}` : folder])];
  return `${['set -e', ...change, ...commands.map(({ text }) => text)].join('\n')}\n`;
}
