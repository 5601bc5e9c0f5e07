import type { Translations } from '../../base/language.ts';

const en = {
  challenge: (id: string, path: string) => `  ${id} (${path})`,
  outcome: {
    'compose-only': 'would not be run: only Compose',
    'no-instructions': 'would not be run: no instructions',
  },
  first: (file: string) => `would be run, from ${file}:`,
  next: (file: string) => `where that does not come up whole, from ${file}:`,
  notTaken: 'Not taken:',
  nothing: '  nothing was found in it',
  ownUnused: (path: string) => `${path} belongs to no part that was handed in, and is not used.`,
};

const ptBR: typeof en = {
  challenge: (id, path) => `  ${id} (${path})`,
  outcome: {
    'compose-only': 'não seria executado: só Compose',
    'no-instructions': 'não seria executado: sem instruções',
  },
  first: file => `seria executado, a partir de ${file}:`,
  next: file => `se nem tudo subir com isso, a partir de ${file}:`,
  notTaken: 'Não usado:',
  nothing: '  nada foi encontrado nela',
  ownUnused: path => `${path} não pertence a nenhuma parte entregue e não é usado.`,
};

/** What `lab grade --plan` says. */
export const gradePlanMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
