import { type Message, withMore } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { ComposeCommand } from '../compose-command.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import { commandText, type Word } from '../word.ts';
import { buildCommand } from './build.ts';
import { deployOptions } from './deploy.ts';
import { environmentOptions } from './environment.ts';
import { healthOptions } from './health.ts';
import { mountsOf } from './mounts.ts';
import { type Attachment, attachmentsOf, linkOptions, networkOptions } from './networks.ts';
import { otherOptions } from './other-options.ts';
import { plainOptions } from './plain-options.ts';
import { portOptions } from './ports.ts';
import { programOf } from './program.ts';

/** What becomes of one service. */
export interface TranslatedService {
  /** Builds its image; nothing where it comes from elsewhere. */
  readonly build: readonly ComposeCommand[];
  /** Makes and starts its containers. */
  readonly run: readonly ComposeCommand[];
  readonly attachments: readonly Attachment[];
  /** The keys of the project's volumes that it uses. */
  readonly volumes: readonly string[];
}

const imagePattern = /^[a-zA-Z0-9][\w./:@+-]*$/;

/** The commands for a service. What is wrong with it goes to the findings. */
export function translateService(service: Service, how: Translating): TranslatedService {
  const { name, value } = service;
  const path = ['services', name];
  const values = new Values(how.findings);
  const given = values.fitting([...path, 'image'], value.image, imagePattern, 'image');
  const isBuilt = value.build !== undefined && value.build !== null;
  if (given === undefined && !isBuilt && (value.image === undefined || value.image === null || value.image === '')) {
    how.findings.wrong(path, say('translate.no-image', { service: name }), say('translate.next-no-image'));
  }
  const image = given ?? `${how.name}-${name}`;
  const build = buildCommand(service, image, how);
  const attachments = attachmentsOf(service, how);
  const mounts = mountsOf(service, how);
  const program = programOf(service, how);
  const ports = portOptions(service, how);
  const options: readonly Word[] = [
    ...networkOptions(service, attachments, how),
    ...linkOptions(service, how),
    ...plainOptions(service, how),
    ...deployOptions(service, how),
    ...otherOptions(service, how),
    ...environmentOptions(service, how),
    ...mounts.words,
    ...ports,
    ...healthOptions(service, how),
    ...program.before,
  ];
  const run = how.containersOf(name).flatMap(container => {
    const [first, ...others] = attachments;
    const rest = ['--name', container, ...options, image, ...program.behind];
    const details = [
      first === undefined ? undefined : say('translate.why-alias', { network: first.network, aliases: first.aliases }),
      mounts.volumes.length === 0 ? undefined : say('translate.why-mounts', { volumes: mounts.volumes }),
      ports.length === 0 ? undefined : say('translate.why-ports'),
    ];
    const why = withMore(say('translate.why-run', { service: name, container }), ...details);
    if (others.length === 0) return [{ text: commandText(['docker', 'run', '--detach', ...rest]), why }];
    const created: Message = withMore(say('translate.why-create', { service: name, container }), ...details);
    return [
      { text: commandText(['docker', 'create', ...rest]), why: created },
      ...others.map(other => connect(container, other)),
      { text: commandText(['docker', 'start', container]), why: say('translate.why-start', { container }) },
    ];
  });
  return {
    build: build === undefined ? [] : [{ text: build, why: say('translate.why-build', { service: name, image }) }],
    ...{ run, attachments, volumes: mounts.volumes },
  };
}

function connect(container: string, { network, aliases, options }: Attachment): ComposeCommand {
  const words = aliases.flatMap(alias => ['--alias', alias]);
  return {
    text: commandText(['docker', 'network', 'connect', ...words, ...options, network, container]),
    why: say('translate.why-connect', { container, network, aliases }),
  };
}
