import type { Language } from '../../base/language.ts';
import { type Blueprint, networkOf, objectivesOf, type SkeletonFile, suggestedOf } from './blueprint.ts';

/** What the learner reads, in each language with the same headings: the table of objectives is there, the rest is a TODO. Pure. */
export function briefFiles(blueprint: Blueprint): SkeletonFile[] {
  return [
    { path: 'brief.en.md', text: english(blueprint) },
    { path: 'brief.pt-BR.md', text: portuguese(blueprint) },
  ];
}

/** The objectives with their points, in columns of one width. */
function table(blueprint: Blueprint, language: Language, [what, worth]: readonly [string, string]): string {
  const rows = objectivesOf(blueprint).map(({ title, points }) => [title[language], String(points)] as const);
  const widths = [what, worth].map((head, column) =>
    Math.max(head.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line([what, worth]), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const names = (blueprint: Blueprint) => blueprint.roles.map(role => `\`${suggestedOf(blueprint, role)}\``).join(', ');

const english = (blueprint: Blueprint) => `# Challenge ${blueprint.number}: TODO: the title

TODO: what the learner builds, in two or three sentences; a drawing helps.

## What you will learn

- TODO: three or four things.

## What must be true at the end

${table(blueprint, 'en', ['objective', 'points'])}

## The rules

- The plain \`docker\` command, and no Compose.
- Any programming language, any names and any ports. We suggest the network \`${networkOf(blueprint)}\` and the containers ${names(blueprint)}.

## Where to start

\`lab start ${blueprint.number}\` makes a folder with programs that are complete, a simple Dockerfile for each, and a first attempt (\`up.sh\`) that does
not work yet. The images \`lab/node:26-dev\` and \`lab/node:26\` are on your machine already.

## How to check

\`lab verify ${blueprint.number}\` says what is met and what is missing; \`lab hint ${blueprint.number}\` says what to do next.

## Where people often get stuck

- TODO: what goes wrong, and what to look at.
`;

const portuguese = (blueprint: Blueprint) => `# Desafio ${blueprint.number}: TODO: o título

TODO: o que se constrói, em duas ou três frases; um desenho ajuda.

## O que você vai aprender

- TODO: três ou quatro coisas.

## O que precisa ser verdade no final

${table(blueprint, 'pt-BR', ['objetivo', 'pontos'])}

## As regras

- O comando \`docker\` puro, sem Compose.
- Qualquer linguagem, quaisquer nomes e quaisquer portas. Sugerimos a rede \`${networkOf(blueprint)}\` e os contêineres ${names(blueprint)}.

## Por onde começar

\`lab start ${blueprint.number}\` cria uma pasta com programas completos, um Dockerfile simples para cada um e uma primeira tentativa (\`up.sh\`) que
ainda não funciona. As imagens \`lab/node:26-dev\` e \`lab/node:26\` já estão na sua máquina.

## Como conferir

\`lab verify ${blueprint.number}\` diz o que está certo e o que falta; \`lab hint ${blueprint.number}\` diz o que fazer a seguir.

## Onde as pessoas costumam travar

- TODO: o que dá errado, e para onde olhar.
`;
