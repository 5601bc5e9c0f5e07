import type { containers as en } from '../../en/findings/containers.ts';
import { triedPaths } from '../../tried-paths.ts';

const code = (text: string) => `\`${text}\``;
const series = (words: readonly string[], and: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
/** A sentence that begins with a role's title. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (and: string) => (names: readonly string[]) => series(names.map(code), and);
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const andPt = list('e');
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
  'role.several-containers': ({ role, names }) => `${andPt(names)} poderiam ser ${role}.`,
  'role.nobody-calls': ({ role, names, paths, entry }) =>
    `Não está claro quem é ${role}: ${andPt(names)} ${names.length === 1 ? 'responde' : 'respondem'} HTTP aqui, mas nada do que foi pedido fez um chamar outro (${paths}). O caminho é outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}; ou diga quem é quem com ${code('--bind')}.`,

  'container.not-running': ({ name, state, exitCode }) =>
    `${code(name)} não está rodando: ${statesPt[state] ?? state}, código de saída ${exitCode}.`,
  'container.restarting': ({ name, exitCode, times }) =>
    `${code(name)} termina repetidamente (código de saída ${exitCode}, reiniciado ${times} ${times === 1 ? 'vez' : 'vezes'}).`,
  'container.out-of-memory': ({ name }) => `${code(name)} foi encerrado porque ficou sem memória.`,
  'container.last-log': ({ text }) => ` O log termina assim: “${text}”`,
  'container.paused': ({ name }) => `${code(name)} está pausado.`,

  'paths.tried': ({ paths }) => triedPaths(paths, more => `e mais ${more}`),

  'network.expected': ({ roles }) => `Uma rede sua (não a bridge padrão) com ${series(roles, 'e')} nela.`,
  'network.pass': ({ names, network }) => `${andPt(names)} estão na rede ${code(network)}.`,
  'network.apart': ({ places }) => `${places.join('; ')}.`,
  'network.only-default': ({ name }) => `${code(name)} está na bridge padrão`,
  'network.on': ({ name, networks }) => `${code(name)} está em ${andPt(networks)}`,
  'network.on-host': ({ name }) => `${code(name)} usa a rede do host`,
  'network.sharing': ({ name }) => `${code(name)} compartilha a rede de outro contêiner`,
  'network.none': ({ name }) => `${code(name)} não está em rede nenhuma`,

  'http.expected': 'Uma resposta HTTP (com qualquer status) no próprio endereço na sua rede.',
  'http.pass': ({ name, status, address, network }) =>
    `${code(name)} respondeu ${status} em ${address}, na rede ${code(network)}.`,
  'http.not-on-network': ({ name }) => `${code(name)} ainda não está em uma rede sua.`,
  'http.silent': ({ name }) => `${code(name)} está rodando, mas nada nele escuta em uma porta TCP.`,
  'http.loopback': ({ name, port }) =>
    `${code(name)} escuta só em 127.0.0.1:${port}, que nenhum outro contêiner alcança. Ele precisa escutar em 0.0.0.0.`,
  'http.not-http': ({ name, port }) => `${code(name)} escuta na porta ${port}, mas o que responde ali não é HTTP.`,
  'http.timeout': ({ name, port }) => `${code(name)} aceita conexões na porta ${port}, mas não respondeu a tempo.`,
  'http.told-itself': ({ variable }) =>
    `Ele recebeu ${code(variable)} com ${code('localhost')} no valor: em um contêiner, isso é ele mesmo, e nenhum outro.`,
  'http.failed': ({ name, port, detail }) => `${code(name)} não respondeu na porta ${port}: ${detail}.`,

  'image.expected': 'Uma imagem sua para o servidor, feita com docker build.',
  'image.pass': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi construída neste engine.`,
  'image.lab': ({ name, image }) => `${code(name)} roda ${code(image)} como o lab a fez, sem nenhuma camada sua.`,
  'image.pulled': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi baixada de um registro.`,
  'image.imported': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi importada, não construída.`,
  'image.loaded': ({ name, image }) => `${code(name)} roda ${code(image)}, uma imagem oficial carregada de um arquivo.`,

  'by-name.expected': ({ role, to }) =>
    sentence(`${role} chama ${code(to)} pelo nome na rede, e o DNS do Docker encontra o endereço.`),
  'by-name.pass-host': ({ from, host, to }) =>
    `${code(from)} pede ${code(`http://${host}`)} e chega direto a ${code(to)}.`,
  'by-name.pass-dns': ({ from, name }) =>
    `${code(from)} perguntou ao DNS do Docker por ${code(name)} e se conectou ao endereço que ele respondeu.`,
  'by-name.pass-asked': ({ from, name, to }) =>
    `${code(from)} recebeu o nome ${code(name)}, pergunta ao DNS do Docker e se conecta direto a ${code(to)}.`,
  'by-name.by-address': ({ from, address }) =>
    `${code(from)} se conecta direto ao endereço ${code(address)}, sem perguntar por um nome.`,
  'by-name.hosts-file': ({ from, entry, to }) =>
    `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
  'by-name.published': ({ from, endpoint }) =>
    `${code(from)} sai para o host e volta por uma porta publicada (${code(endpoint)}).`,
  'by-name.published-as': ({ from, host }) =>
    `${code(from)} pede ${code(host)}: sai para o host e volta por uma porta publicada.`,
  'by-name.no-call': ({ from, to }) => `${code(from)} não chegou a ${code(to)} enquanto observávamos.`,
  'by-name.seldom': ({ from, to }) =>
    `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista, nem enquanto observávamos, nem no minuto anterior; iniciado de novo, ele pode ser visto se conectando.`,
  'by-name.unclear': ({ from, to }) =>
    `${code(from)} chega a ${code(to)}, mas nada mostrou se ele perguntou por um nome.`,

  'periodic.expected': ({ from, to }) =>
    sentence(`${from} chama ${to} de tempos em tempos: duas requisições ou mais, com algum intervalo.`),
  'periodic.pass': ({ from, to, times }) => `${code(from)} chamou ${code(to)} ${times} vezes, espalhadas no tempo.`,
  'periodic.pass-often': ({ from, to }) =>
    `${code(from)} continua chamando ${code(to)} por uma conexão que mantém aberta.`,
  'periodic.pass-log': ({ from, to, connections, every }) =>
    `${code(from)} fez ${connections} ${connections === 1 ? 'conexão' : 'conexões'} desde que começou, e o log mostra uma chamada a ${code(to)} a cada ${every}, mais ou menos.`,
  'periodic.once': ({ from, to, ms }) =>
    `${code(from)} chamou ${code(to)} uma vez, e nenhuma outra em ${seconds(ms)} de observação.`,
  'periodic.stopped': ({ from, to, ago }) =>
    `${code(from)} chamou ${code(to)} algumas vezes de uma só vez, mas não chama há ${seconds(ago)}.`,
  'periodic.never': ({ from, to, ms }) => `${code(from)} não chegou a ${code(to)} em ${seconds(ms)} de observação.`,
  'periodic.quiet-here': ({ from, to }) =>
    `${code(from)} não chamou ${code(to)} no último minuto. Ele já tinha feito conexões, mas nada diz se alguma foi para lá.`,
  'periodic.quiet': ({ from, connections }) =>
    `${code(from)} fez ${connections} conexões desde que começou, mas nenhuma no último minuto, e o log não diz quando.`,
  'periodic.refused': ({ endpoint }) => ` A conexão com ${code(endpoint)} foi recusada.`,
  'periodic.unknown-name': ({ name }) => ` Ele perguntou por ${code(name)}, e esse nome não foi encontrado.`,
  'periodic.elsewhere': ({ endpoint, to }) => ` A tentativa foi em ${code(endpoint)}, que não é ${to}.`,

  'compose.expected': 'Contêineres que você mesmo iniciou com docker run.',
  'compose.pass': ({ names }) => `${andPt(names)} não têm rótulos do Compose.`,
  'compose.fail': ({ name, project }) => `${code(name)} foi iniciado pelo Compose (projeto ${code(project)}).`,

  'restart.expected': ({ from, to }) =>
    `Depois que ${to} reinicia, ${from} volta a se conectar sem que ninguém mexa em nada.`,
  'restart.pass': ({ from, to }) =>
    `${code(to)} reiniciou depois que ${code(from)} começou, e ${code(from)} já chegou a ele desde então.`,
  'restart.not-tried': ({ to, from }) => `${code(to)} não foi reiniciado desde que ${code(from)} começou.`,
  'restart.lost': ({ from, to, ms }) =>
    `${code(to)} reiniciou, e ${code(from)} não chegou a ele em ${seconds(ms)} de observação.`,
};
