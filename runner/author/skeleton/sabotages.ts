import { type Blueprint, callersOf, networkOf, serverOf, suggestedOf, urlVariable } from './blueprint.ts';

/** A small wrong solution: what is wrong in it, and its docker commands. */
export interface PlannedSabotage {
  readonly folder: string;
  readonly fails: readonly string[];
  readonly comment: string;
  readonly commands: readonly string[];
}

/** How one role's container is run, where a sabotage runs it differently. Options come before the image. */
interface Change {
  readonly network?: string;
  readonly options?: string;
  readonly url?: string;
  readonly image?: string;
}

/** A sabotage for each objective to begin with. Pure. */
export function sabotagesOf(blueprint: Blueprint): PlannedSabotage[] {
  const server = serverOf(blueprint);
  const network = networkOf(blueprint);
  const all = (change: (role: string) => Change) => commandsOf(blueprint, change);
  const only = (who: string, change: Change) => all(role => (role === who ? change : {}));
  const address = `$(docker inspect --format '{{ (index .NetworkSettings.Networks "${network}").IPAddress }}' ${suggestedOf(blueprint, server)})`;
  return [
    {
      ...{ folder: 'default-bridge', fails: ['custom-network'] },
      comment: 'No network is created: all are on the default one, which has no names.',
      commands: all(() => ({ network: '' })),
    },
    {
      ...{ folder: 'loopback-only', fails: [`${server}-answers`] },
      comment: 'The server listens on its own loopback, so it hears nobody else.',
      commands: only(server, { options: '--env HOST=127.0.0.1' }),
    },
    {
      ...{ folder: 'stock-image', fails: ['own-images'] },
      comment: "The server's code is typed into a stock image; no image is built for it.",
      commands: only(server, { options: '--entrypoint node', image: `lab/node:26-dev --eval "${typedIn}"` }),
    },
    ...callersOf(blueprint).flatMap(caller => [
      {
        ...{ folder: `${caller}-once`, fails: [`${caller}-calls`] },
        comment: 'It calls once and then waits for a day.',
        commands: only(caller, { options: '--env PERIOD_MS=86400000' }),
      },
      {
        ...{ folder: `${caller}-by-ip`, fails: [`${caller}-by-name`] },
        comment: "It is given the server's address of today.",
        commands: only(caller, { url: `http://${address}:8080` }),
      },
    ]),
    {
      ...{ folder: 'compose-labels', fails: ['no-compose'] },
      comment: 'What `docker compose up` leaves behind: the right containers, with its labels on them.',
      commands: all(role => ({
        options: `--label com.docker.compose.project=sabotage --label com.docker.compose.service=${role}`,
      })),
    },
  ];
}

const typedIn = "require('node:http').createServer((request, response) => response.end('hello')).listen(8080)";

function commandsOf(blueprint: Blueprint, change: (role: string) => Change): string[] {
  const server = serverOf(blueprint);
  const own = networkOf(blueprint);
  const runs = blueprint.roles.flatMap(role => {
    const name = suggestedOf(blueprint, role);
    const called = suggestedOf(blueprint, server);
    const { network = own, options = '', url = `http://${called}:8080`, image = name } = change(role);
    const words = [
      `docker run --detach --name ${name}`,
      network === '' ? '' : `--network ${network}`,
      options,
      role === server ? '' : `--env "${urlVariable(server)}=${url}"`,
      image,
    ];
    const build = image === name ? [`docker build --tag ${name} ../../solution/${role}`] : [];
    return [...build, words.filter(Boolean).join(' ')];
  });
  const isCreated = runs.some(command => command.includes(`--network ${own}`));
  return [...(isCreated ? [`docker network create ${own}`] : []), ...runs];
}
