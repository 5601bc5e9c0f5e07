import type { Localised } from '../../base/language.ts';
import { sentence } from '../../base/words.ts';
import type { ObjectiveData } from '../../challenge/with-texts.ts';

/** What a challenge is begun from. */
export interface Blueprint {
  readonly number: number;
  /** Words joined by hyphens, without the number. */
  readonly name: string;
  /** The roles, two at least. The first serves HTTP, and the others call it again and again, by name. */
  readonly roles: readonly string[];
  /** Container names that other challenges suggest: learners leave one running while they begin the next. */
  readonly taken?: ReadonlySet<string>;
}

/** A file of a challenge, by its path in the challenge's folder. */
export interface SkeletonFile {
  readonly path: string;
  readonly text: string;
}

/** The folder's name, such as `06-readers-and-writers`. */
export const idOf = ({ number, name }: Blueprint): string => `${String(number).padStart(2, '0')}-${name}`;

/** What the definition is exported as. One word alone might be one of TypeScript's own. */
export function variableOf({ name }: Blueprint): string {
  const words = name.split('-');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return words.length === 1 ? `${joined}Challenge` : joined;
}

export const networkOf = ({ name }: Blueprint): string => `${name}-net`;

/** The container name that the brief suggests for a role: its own, or with the challenge's number where another one has that. */
export const suggestedOf = ({ number, taken }: Blueprint, role: string): string =>
  taken?.has(role) ? `${role}-${number}` : role;

export const serverOf = ({ roles }: Blueprint): string => roles[0] ?? '';

export const callersOf = ({ roles }: Blueprint): readonly string[] => roles.slice(1);

/** The variable that tells whom to call, such as `SERVER_URL`. */
export const urlVariable = (server: string): string => `${server.toUpperCase().replaceAll('-', '_')}_URL`;

/** What a role is called in an English sentence. */
export const spoken = (role: string): string => `the ${role.replaceAll('-', ' ')}`;

/** An objective with its title; the rest of its texts the author writes. */
export interface PlannedObjective extends ObjectiveData {
  readonly title: Localised;
}

/** What a challenge asks for to begin with: 20 points where there are one or two callers. Pure. */
export function objectivesOf(blueprint: Blueprint): PlannedObjective[] {
  const { roles } = blueprint;
  const [server, callers] = [serverOf(blueprint), callersOf(blueprint)];
  const share = Math.max(1, Math.floor(4 / callers.length));
  const plain = { bonus: false, needs: [] };
  const needs = ['custom-network', `${server}-answers`];
  return [
    {
      ...{ ...plain, id: 'custom-network', points: 4, check: { kind: 'shared-network', roles } },
      title: {
        en: 'All containers share a network that you created',
        'pt-BR': 'Todos os contêineres estão em uma mesma rede criada por você',
      },
    },
    {
      ...{ ...plain, id: `${server}-answers`, points: 4, check: { kind: 'answers-http', role: server } },
      title: {
        en: `${sentence(spoken(server))} answers HTTP at its address on the network`,
        'pt-BR': `\`${server}\` responde HTTP no seu endereço da rede`,
      },
    },
    {
      ...{ ...plain, id: 'own-images', points: 3, check: { kind: 'own-images', roles } },
      title: {
        en: 'Each container runs from an image of its own that you built',
        'pt-BR': 'Cada contêiner roda a partir de uma imagem própria, construída por você',
      },
    },
    ...callers.flatMap((from): PlannedObjective[] => [
      {
        ...{ ...plain, id: `${from}-calls`, points: share, needs },
        check: { kind: 'periodic-requests', from, to: server },
        title: {
          en: `${sentence(spoken(from))} calls ${spoken(server)} again and again`,
          'pt-BR': `\`${from}\` chama \`${server}\` de tempos em tempos`,
        },
      },
      {
        ...{ ...plain, id: `${from}-by-name`, points: share, needs },
        check: { kind: 'reached-by-name', from, to: server },
        title: {
          en: `${sentence(spoken(from))} reaches ${spoken(server)} by name`,
          'pt-BR': `\`${from}\` alcança \`${server}\` pelo nome`,
        },
      },
    ]),
    {
      ...{ ...plain, id: 'no-compose', points: 1, check: { kind: 'no-compose', roles } },
      title: { en: 'Made by hand, without Docker Compose', 'pt-BR': 'Feito à mão, sem o Docker Compose' },
    },
  ];
}
