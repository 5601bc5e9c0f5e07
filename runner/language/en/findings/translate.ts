const expectations: Readonly<Record<string, string>> = {
  text: 'a text or a number',
  truth: 'true or false',
  list: 'a list of texts',
  mapping: 'keys with values',
  duration: 'a duration, such as 10s or 1m30s',
  number: 'a number',
  name: 'a name of letters, digits, “_”, “.” and “-” that begins with a letter or digit',
  image: 'the name of an image, such as redis:8',
  port: 'a port, such as "8080:80"',
  volume: 'a volume, such as data:/var/lib/data',
  assignments: 'names with values, such as KEY: value or - KEY=value',
  command: 'a command, as a text or a list of words',
  restart: 'no, always, unless-stopped or on-failure',
  condition: 'service_started, service_healthy or service_completed_successfully',
  'extra-host': 'a name and an address, such as "db:10.0.0.5"',
  build: 'a folder, or keys such as context and dockerfile',
};

const quoted = (names: readonly string[]) => names.map(name => `“${name}”`).join(', ');

/** What a Compose file comes to in plain docker commands, and why it cannot be translated. */
export const translate = {
  'translate.bad-yaml': ({ reason }: { reason: string }) => `This is not valid YAML: ${reason}`,
  'translate.next-yaml': 'Look at that line: the spaces before it, a missing colon, a quote that is not closed.',
  'translate.too-big': ({ kilobytes }: { kilobytes: number }) =>
    `It is more than ${kilobytes} kB, and so no Compose file that could be translated.`,
  'translate.too-deep': 'Its values are nested too deeply to be read.',
  'translate.too-many-aliases': ({ max }: { max: number }) =>
    `Its anchors cannot be followed: one is missing, or there are more than ${max} of their values.`,
  'translate.no-file': ({ file }: { file: string }) => `There is no file “${file}” that can be read.`,
  'translate.next-no-file': 'Check its name; it is meant from the folder of the Compose file.',
  'translate.too-many-files': ({ max }: { max: number }) => `It is made of more than ${max} files.`,
  'translate.not-a-project': 'There are no services in it.',
  'translate.next-project': 'A Compose file has a key services, with a name for each service below it.',
  'translate.unknown-key': ({ at }: { at: string }) => `Compose knows no key ${at}.`,
  'translate.next-key': 'Check how it is spelt, and how far it is indented.',
  'translate.wrong': ({ at, expected }: { at: string; expected: string }) => `${at} should be ${expected}.`,
  'translate.expected': ({ what }: { what: string }) => expectations[what] ?? what,
  'translate.undefined': ({
    kind,
    name,
  }: {
    kind: 'service' | 'network' | 'volume' | 'secret' | 'config';
    name: string;
  }) => `There is no ${kind} “${name}”, or its profile is not active.`,
  'translate.next-undefined': ({ name }: { name: string }) =>
    `Name it below the key volumes at the left margin: “${name}:”. For a folder, write ./${name}.`,
  'translate.circle': ({ names }: { names: readonly string[] }) => `These wait for each other: ${names.join(' → ')}.`,
  'translate.twice': ({ name }: { name: string }) => `“${name}” is also defined in a file that is included.`,
  'translate.bad-variable': ({ what }: { what: string }) => `“${what}” is no variable as Compose writes them.`,
  'translate.next-variable':
    'Write $NAME, or the name in braces, with :- and a standard value behind it; a dollar sign itself is $$.',
  'translate.variable-required': ({ name, said }: { name: string; said: string }) =>
    `The variable ${name} has to be set${said === '' ? '' : `: ${said}`}.`,
  'translate.value-too-long': ({ what }: { what: string }) => `With its variables, “${what}” is too long.`,
  'translate.null-character': 'A value in it has a null character, which no command can be given.',
  'translate.no-image': ({ service }: { service: string }) =>
    `The service ${service} says neither which image it has (image) nor how to build it (build).`,
  'translate.next-no-image': 'Give it one of the two.',
  'translate.too-many-containers': ({ max }: { max: number }) => `It would be more than ${max} containers.`,
  'translate.one-name': ({ service, count }: { service: string; count: number }) =>
    `${count} containers of ${service} cannot all have the name in container_name.`,

  'translate.note-left-out': ({ at }: { at: string }) => `${at} is not translated: it is left out of the commands.`,
  'translate.note-no-effect': ({ at }: { at: string }) => `${at} changes nothing on a single engine, and is left out.`,
  'translate.note-unset': ({ name }: { name: string }) =>
    `The variable ${name} is not set: nothing stands in its place.`,
  'translate.note-not-passed': ({ name, service }: { name: string; service: string }) =>
    `${name} is not set here, so ${service} does not get it.`,
  'translate.note-profile': ({ service, profiles }: { service: string; profiles: readonly string[] }) =>
    `${service} is left out: none of its profiles (${profiles.join(', ')}) is active.`,
  'translate.note-external': ({ name }: { name: string }) => `“${name}” is external: it has to be there already.`,
  'translate.note-health-shell': ({ service }: { service: string }) =>
    `The health check of ${service} is run by a shell here, because docker run knows no other form: the image needs one.`,
  'translate.note-needs-engine': ({ option, version }: { option: string; version: string }) =>
    `${option} needs Docker ${version} or later.`,

  'translate.why-default-network': ({ name }: { name: string }) =>
    `Compose makes one network for the project (${name}), so that its services find each other by name.`,
  'translate.why-network': ({ name }: { name: string }) => `The network ${name}, which the file names.`,
  'translate.why-volume': ({ name }: { name: string }) =>
    `The volume ${name}: what is on it stays when containers are removed.`,
  'translate.why-build': ({ service, image }: { service: string; image: string }) =>
    `The image of ${service}, built from its folder and named ${image}.`,
  'translate.why-run': ({ service, container }: { service: string; container: string }) =>
    `The service ${service} becomes the container ${container}.`,
  'translate.why-create': ({ service, container }: { service: string; container: string }) =>
    `The service ${service} becomes the container ${container}, which starts when it is on all its networks.`,
  'translate.why-alias': ({ network, aliases }: { network: string; aliases: readonly string[] }) =>
    `On ${network} it answers to ${quoted(aliases)}.`,
  'translate.why-mounts': ({ volumes }: { volumes: readonly string[] }) => `It keeps data on ${quoted(volumes)}.`,
  'translate.why-ports': 'Its published ports are reached from outside.',
  'translate.why-connect': ({
    container,
    network,
    aliases,
  }: {
    container: string;
    network: string;
    aliases: readonly string[];
  }) => `${container} is also on ${network}, where it answers to ${quoted(aliases)}.`,
  'translate.why-start': ({ container }: { container: string }) => `Now ${container} starts.`,
  'translate.why-wait-healthy': ({ service, container }: { service: string; container: string }) =>
    `${service} waits until ${container} is healthy (depends_on with service_healthy).`,
  'translate.why-wait-completed': ({ service, container }: { service: string; container: string }) =>
    `${service} waits until ${container} has ended well (depends_on with service_completed_successfully).`,

  'translate.run': ({ file }: { file: string }) =>
    `${file} was translated into plain docker commands, because the rubric says so, and these were run:`,
  'translate.command': ({ command }: { command: string }) => `This was run: ${command}`,
  'translate.cannot-run': ({ file, reason }: { file: string; reason: string }) =>
    `${file} could not be translated into docker commands: ${reason}`,
  'translate.call-needs-shell': 'Which files Compose is given depends on what a shell makes of the call.',
  'translate.at': ({ place, finding }: { place: string; finding: string }) => `In ${place}: ${finding}`,
  'translate.no-compose': ({ file }: { file: string }) =>
    `The instructions, in ${file}, are Compose’s. They were translated so that the rest could be looked at; by hand, they were not written.`,
};
