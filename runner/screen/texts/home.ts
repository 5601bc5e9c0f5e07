import type { Translations } from '../../base/language.ts';

const en = {
  /** Beneath the name, as long as nothing is begun; after that; and once all is done. */
  pickOne: 'Pick a challenge and press Enter. The lab looks on while you use `docker`.',
  goOn: 'Go on where you left off, or pick another challenge.',
  allDone: (count: number, points: number) =>
    `All ${count} challenges are done: ${points} points, each of them earned by hand. You know your way around Docker now.`,
  bonusLeft: (points: number) =>
    points === 1 ? 'One bonus point is still out there.' : `${points} bonus points are still out there.`,
  noBonusLeft: 'Not one bonus point is left. Full cargo!',
  total: (done: number, all: number, earned: number, possible: number) =>
    `${done} of ${all} done · ${earned} of ${possible} points`,
  notSaved: (reason: string) => `Progress is not saved: ${reason}`,
  setAside: (file: string, why: 'damaged' | 'newer') =>
    why === 'newer'
      ? `The file of progress comes from a newer lab and was set aside: ${file}`
      : `The file of progress could not be read and was set aside: ${file}`,
};

const ptBR: typeof en = {
  pickOne: 'Escolha um desafio e aperte Enter. O laboratório acompanha o seu `docker`.',
  goOn: 'Continue de onde parou ou escolha outro desafio.',
  allDone: (count, points) =>
    `Os ${count} desafios estão concluídos: ${points} pontos, todos ganhos à mão. Agora o Docker é território conhecido.`,
  bonusLeft: points =>
    points === 1 ? 'Ainda há um ponto de bônus por aí.' : `Ainda há ${points} pontos de bônus por aí.`,
  noBonusLeft: 'Não sobrou nenhum ponto de bônus. Carga completa!',
  total: (done, all, earned, possible) =>
    `${done} de ${all} ${done === 1 ? 'concluído' : 'concluídos'} · ${earned} de ${possible} pontos`,
  notSaved: reason => `O progresso não está sendo salvo: ${reason}`,
  setAside: (file, why) =>
    why === 'newer'
      ? `O arquivo do progresso é de um laboratório mais novo e foi posto de lado: ${file}`
      : `O arquivo do progresso não pôde ser lido e foi posto de lado: ${file}`,
};

/** What the list of challenges says. */
export const homeMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
