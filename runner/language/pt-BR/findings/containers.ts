import { code, codesIn } from '../../../base/words.ts';
import type { containers as en } from '../../en/findings/containers.ts';
import { triedPaths } from '../../tried-paths.ts';

const codes = codesIn('pt-BR');
const statesPt: Readonly<Record<string, string>> = {
  created: 'criado, mas nunca iniciado',
  exited: 'encerrado',
  removing: 'em remoção',
  dead: 'morto',
};

export const containers: typeof en = {
  'objective.waits-for': ({ title }) => `Dá para saber depois que “${title}” for cumprido.`,
  'lab.could-not-tell': ({ reason }) => `O lab não conseguiu saber: ${reason}`,
  'lab.no-probe': 'a sonda não conseguiu entrar no contêiner.',
  'lab.engine-gone': ({ address }) => `O engine do Docker parou de responder enquanto o lab observava (${address}).`,
  'lab.see-doctor': 'Rode `lab doctor` para ver o que há com ele e verifique de novo.',
  'lab.no-images': 'As imagens do lab ainda não estão neste engine, e sem elas não dá para observar nada.',
  'lab.build-images': 'lab images build',
  'lab.others-disturb': 'outro lab neste engine está testando uma queda neste momento.',
  'role.no-container': ({ role }) => `Nenhum contêiner encontrado no papel de ${role.replace(/^[oa] /, '')}.`,
  'role.several-containers': ({ role, names }) => `${codes(names)} poderiam ser ${role}.`,
  'role.nobody-calls': ({ role, names, paths, entry }) =>
    `Não está claro quem é ${role}: ${codes(names)} ${names.length === 1 ? 'responde' : 'respondem'} HTTP aqui, mas nada do que foi pedido fez um chamar outro (${paths}). O caminho é outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}; ou diga quem é quem com ${code('--bind')}.`,
  'container.not-running': ({ name, state, exitCode }) =>
    `${code(name)} não está rodando: ${statesPt[state] ?? state}, código de saída ${exitCode}.`,
  'container.restarting': ({ name, exitCode, times }) =>
    `${code(name)} termina repetidamente (código de saída ${exitCode}, reiniciado ${times} ${times === 1 ? 'vez' : 'vezes'}).`,
  'container.out-of-memory': ({ name }) => `${code(name)} foi encerrado porque ficou sem memória.`,
  'container.last-log': ({ text }) => ` O log termina assim: “${text}”`,
  'container.paused': ({ name }) => `${code(name)} está pausado.`,
  'paths.tried': ({ paths }) => triedPaths(paths, more => `e mais ${more}`),
};
