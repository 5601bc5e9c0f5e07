import type { Translations } from './language.ts';

const en = {
  engineGone: (address: string) => `The Docker engine stopped answering while the lab was looking (${address}).`,
  engineGoneNext: 'Run `lab doctor` to see what is wrong with it, then verify again.',
  noProbe: 'The lab images are not on this engine yet, and without them nothing can be looked at.',
  noProbeNext: 'lab images build',
};

const ptBR: typeof en = {
  engineGone: address => `O engine do Docker parou de responder enquanto o lab observava (${address}).`,
  engineGoneNext: 'Rode `lab doctor` para ver o que há com ele e verifique de novo.',
  noProbe: 'As imagens do lab ainda não estão neste engine, e sem elas não dá para observar nada.',
  noProbeNext: 'lab images build',
};

/** What is said where a run cannot be made, or is stopped. */
export const verifyMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
