import { type Blueprint, callersOf, networkOf, serverOf, spoken, suggestedOf, urlVariable } from './blueprint.ts';

/** A docker command of the solution, and what it is for. */
export interface PlannedStep {
  readonly command: string;
  readonly en: string;
  readonly ptBR: string;
}

export const buildCommand = (blueprint: Blueprint, role: string): string =>
  `docker build --tag ${suggestedOf(blueprint, role)} ${role}`;

/** `{network}` stands for the network's name where none is given. */
export function runCommand(blueprint: Blueprint, role: string, network = '{network}'): string {
  const server = serverOf(blueprint);
  const url = role === server ? '' : ` --env ${urlVariable(server)}=http://${suggestedOf(blueprint, server)}:8080`;
  const name = suggestedOf(blueprint, role);
  return `docker run --detach --name ${name} --network ${network}${url} ${name}`;
}

/** The reference solution, command by command: `steps` and `solution/up.sh` hold the same. Pure. */
export function stepsOf(blueprint: Blueprint): PlannedStep[] {
  const network = networkOf(blueprint);
  return [
    {
      command: `docker network create ${network}`,
      en: 'Creates a network of your own, on which containers find each other by name.',
      ptBR: 'Cria uma rede sua, na qual os contêineres se encontram pelo nome.',
    },
    ...[serverOf(blueprint), ...callersOf(blueprint)].flatMap(role => [
      {
        command: buildCommand(blueprint, role),
        en: `Builds the image of ${spoken(role)} from its folder.`,
        ptBR: `Constrói a imagem de \`${role}\` a partir da pasta dele.`,
      },
      {
        command: runCommand(blueprint, role, network),
        en: `Starts ${spoken(role)} in the background, on that network.`,
        ptBR: `Inicia \`${role}\` em segundo plano, nessa rede.`,
      },
    ]),
  ];
}
