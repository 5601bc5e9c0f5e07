import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const series = (words: readonly string[], and: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
/** A sentence that begins with a role's title. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (and: string) => (names: readonly string[]) => series(names.map(code), and);
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;

const andEn = list('and');
const en = {
  and: andEn,
  waitsFor: (title: string) => `This can be told once “${title}” is met.`,
  couldNotTell: (reason: string) => `The lab could not tell: ${reason}`,
  noProbe: 'its probe could not join the container.',
  othersDisturb: 'another lab on this engine is trying an outage just now.',
  noContainer: (role: string) => `No container was found that plays ${role}.`,
  severalContainers: (role: string, names: readonly string[]) => `${andEn(names)} could each be ${role}.`,
  nobodyCalls: (role: string, names: readonly string[], paths: string, entry: string) =>
    `It is not clear who plays ${role}: ${andEn(names)} ${names.length === 1 ? 'answers' : 'answer'} HTTP here, but nothing that was asked for made one call another (${paths}). Is it another path? Write it into ${code('lab.json')} in your folder: ${code(entry)}; or say who is who with ${code('--bind')}.`,
  notRunning: (name: string, state: string, exitCode: number) =>
    `${code(name)} is not running: ${state} with exit code ${exitCode}.`,
  restarting: (name: string, exitCode: number, times: number) =>
    `${code(name)} ends again and again (exit code ${exitCode}, restarted ${times} ${times === 1 ? 'time' : 'times'}).`,
  outOfMemory: (name: string) => `${code(name)} was killed because it ran out of memory.`,
  lastLog: (text: string) => ` Its log ends: “${text}”`,
  paused: (name: string) => `${code(name)} is paused.`,

  network: {
    expected: (roles: readonly string[]) =>
      `One network of your own (not the default bridge) with ${series(roles, 'and')} on it.`,
    pass: (names: readonly string[], network: string) =>
      `${andEn(names)} are ${names.length === 2 ? 'both' : 'all'} on ${code(network)}.`,
    onlyDefault: (name: string) => `${code(name)} is on the default bridge`,
    on: (name: string, networks: readonly string[]) => `${code(name)} is on ${andEn(networks)}`,
    onHost: (name: string) => `${code(name)} uses the host's network`,
    sharing: (name: string) => `${code(name)} shares another container's network`,
    none: (name: string) => `${code(name)} is on no network`,
  },
  http: {
    expected: 'An HTTP answer (any status) at its own address on your network.',
    pass: (name: string, status: number, address: string, network: string) =>
      `${code(name)} answered ${status} at ${address} on ${code(network)}.`,
    notOnNetwork: (name: string) => `${code(name)} is not on a network of your own yet.`,
    silent: (name: string) => `${code(name)} runs, but nothing in it listens on a TCP port.`,
    loopback: (name: string, port: number) =>
      `${code(name)} listens on 127.0.0.1:${port} only, which no other container can reach. It has to listen on 0.0.0.0.`,
    notHttp: (name: string, port: number) =>
      `${code(name)} listens on port ${port}, but what it says there is not HTTP.`,
    timeout: (name: string, port: number) =>
      `${code(name)} takes connections on port ${port}, but did not answer in time.`,
    toldItself: (variable: string) =>
      `It was told ${code(variable)} with ${code('localhost')} in it: in a container that is the container itself, and no other.`,
    failed: (name: string, port: number, detail: string) => `${code(name)} did not answer on port ${port}: ${detail}.`,
  },
  image: {
    expected: 'An image of your own for the server, made with docker build.',
    pass: (name: string, image: string) => `${code(name)} runs ${code(image)}, which was built on this engine.`,
    lab: (name: string, image: string) =>
      `${code(name)} runs ${code(image)} as the lab made it, without a layer of yours.`,
    pulled: (name: string, image: string) => `${code(name)} runs ${code(image)}, which was pulled from a registry.`,
    imported: (name: string, image: string) => `${code(name)} runs ${code(image)}, which was imported, not built.`,
    loaded: (name: string, image: string) =>
      `${code(name)} runs ${code(image)}, an official image that was loaded from a file.`,
  },
  byName: {
    expected: (role: string, to: string) =>
      sentence(`${role} calls ${code(to)} by its name on the network, and Docker's DNS finds the address.`),
    passHost: (from: string, host: string, to: string) =>
      `${code(from)} asks for ${code(`http://${host}`)} and reaches ${code(to)} directly.`,
    passDns: (from: string, name: string, _to: string) =>
      `${code(from)} asked Docker's DNS for ${code(name)}, then connected to what it answered.`,
    passAsked: (from: string, name: string, to: string) =>
      `${code(from)} was told ${code(name)}, asks Docker's DNS, and connects to ${code(to)} directly.`,
    byAddress: (from: string, address: string, _to: string) =>
      `${code(from)} connects to the address ${code(address)} itself, without asking for a name.`,
    hostsFile: (from: string, entry: string, to: string) =>
      `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
    published: (from: string, endpoint: string, _to: string) =>
      `${code(from)} goes out to the host and back in through a published port (${code(endpoint)}).`,
    publishedAs: (from: string, host: string, _to: string) =>
      `${code(from)} asks for ${code(host)}: it goes out to the host and back in through a published port.`,
    noCall: (from: string, to: string) => `${code(from)} has not reached ${code(to)} while we watched.`,
    seldom: (from: string, to: string) =>
      `No connection of ${code(from)} to ${code(to)} was seen, neither while we watched nor in the minute before; started anew, it can be seen connecting.`,
    unclear: (from: string, to: string) =>
      `${code(from)} reaches ${code(to)}, but nothing showed whether it asked for a name.`,
  },
  periodic: {
    expected: (from: string, to: string) =>
      sentence(`${from} calls ${to} again and again: two requests or more, some time apart.`),
    pass: (from: string, to: string, times: number) =>
      `${code(from)} called ${code(to)} ${times} times, spread over time.`,
    passOften: (from: string, to: string) =>
      `${code(from)} keeps calling ${code(to)} over a connection that it keeps open.`,
    passLog: (from: string, to: string, connections: number, every: string) =>
      `${code(from)} has made ${connections} ${connections === 1 ? 'connection' : 'connections'} since it started, and its log shows a call to ${code(to)} about every ${every}.`,
    once: (from: string, to: string, ms: number) =>
      `${code(from)} called ${code(to)} once, and not again in ${seconds(ms)} of watching.`,
    stopped: (from: string, to: string, ago: number) =>
      `${code(from)} called ${code(to)} some times at once, but not again for ${seconds(ago)}.`,
    never: (from: string, to: string, ms: number) =>
      `${code(from)} did not reach ${code(to)} in ${seconds(ms)} of watching.`,
    quietHere: (from: string, _connections: number, to: string) =>
      `${code(from)} has not called ${code(to)} in the last minute. It has made connections before, but nothing tells whether any of them went there.`,
    quiet: (from: string, connections: number, _to: string) =>
      `${code(from)} has made ${connections} connections since it started, but none in the last minute, and its log does not tell when.`,
    refused: (endpoint: string) => ` Its connection to ${code(endpoint)} was refused.`,
    unknownName: (name: string) => ` It asked for ${code(name)}, and no such name was found.`,
    elsewhere: (endpoint: string, to: string) => ` It tried ${code(endpoint)}, which is not ${to}.`,
  },
  compose: {
    expected: 'Containers that you started yourself with docker run.',
    pass: (names: readonly string[]) => `${andEn(names)} carry no Compose labels.`,
    fail: (name: string, project: string) => `${code(name)} was started by Compose (project ${code(project)}).`,
  },
  restart: {
    expected: (from: string, to: string) => `After ${to} restarts, ${from} finds it again without being touched.`,
    pass: (from: string, to: string) =>
      `${code(to)} restarted after ${code(from)} had started, and ${code(from)} has reached it since.`,
    notTried: (to: string, from: string) => `${code(to)} has not been restarted since ${code(from)} started.`,
    lost: (from: string, to: string, ms: number) =>
      `${code(to)} restarted, and ${code(from)} has not reached it in ${seconds(ms)} of watching.`,
  },
};

const andPt = list('e');
const statesPt: Readonly<Record<string, string>> = {
  created: 'criado, mas nunca iniciado',
  exited: 'encerrado',
  removing: 'em remoção',
  dead: 'morto',
};
const ptBR: typeof en = {
  and: andPt,
  waitsFor: title => `Dá para saber depois que “${title}” for cumprido.`,
  couldNotTell: reason => `O lab não conseguiu saber: ${reason}`,
  noProbe: 'a sonda não conseguiu entrar no contêiner.',
  othersDisturb: 'outro lab neste engine está testando uma queda neste momento.',
  noContainer: role => `Nenhum contêiner encontrado no papel de ${role.replace(/^[oa] /, '')}.`,
  severalContainers: (role, names) => `${andPt(names)} poderiam ser ${role}.`,
  nobodyCalls: (role, names, paths, entry) =>
    `Não está claro quem é ${role}: ${andPt(names)} ${names.length === 1 ? 'responde' : 'respondem'} HTTP aqui, mas nada do que foi pedido fez um chamar outro (${paths}). O caminho é outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}; ou diga quem é quem com ${code('--bind')}.`,
  notRunning: (name, state, exitCode) =>
    `${code(name)} não está rodando: ${statesPt[state] ?? state}, código de saída ${exitCode}.`,
  restarting: (name, exitCode, times) =>
    `${code(name)} termina repetidamente (código de saída ${exitCode}, reiniciado ${times} ${times === 1 ? 'vez' : 'vezes'}).`,
  outOfMemory: name => `${code(name)} foi encerrado porque ficou sem memória.`,
  lastLog: text => ` O log termina assim: “${text}”`,
  paused: name => `${code(name)} está pausado.`,

  network: {
    expected: roles => `Uma rede sua (não a bridge padrão) com ${series(roles, 'e')} nela.`,
    pass: (names, network) => `${andPt(names)} estão na rede ${code(network)}.`,
    onlyDefault: name => `${code(name)} está na bridge padrão`,
    on: (name, networks) => `${code(name)} está em ${andPt(networks)}`,
    onHost: name => `${code(name)} usa a rede do host`,
    sharing: name => `${code(name)} compartilha a rede de outro contêiner`,
    none: name => `${code(name)} não está em rede nenhuma`,
  },
  http: {
    expected: 'Uma resposta HTTP (com qualquer status) no próprio endereço na sua rede.',
    pass: (name, status, address, network) =>
      `${code(name)} respondeu ${status} em ${address}, na rede ${code(network)}.`,
    notOnNetwork: name => `${code(name)} ainda não está em uma rede sua.`,
    silent: name => `${code(name)} está rodando, mas nada nele escuta em uma porta TCP.`,
    loopback: (name, port) =>
      `${code(name)} escuta só em 127.0.0.1:${port}, que nenhum outro contêiner alcança. Ele precisa escutar em 0.0.0.0.`,
    notHttp: (name, port) => `${code(name)} escuta na porta ${port}, mas o que responde ali não é HTTP.`,
    timeout: (name, port) => `${code(name)} aceita conexões na porta ${port}, mas não respondeu a tempo.`,
    toldItself: variable =>
      `Ele recebeu ${code(variable)} com ${code('localhost')} no valor: em um contêiner, isso é ele mesmo, e nenhum outro.`,
    failed: (name, port, detail) => `${code(name)} não respondeu na porta ${port}: ${detail}.`,
  },
  image: {
    expected: 'Uma imagem sua para o servidor, feita com docker build.',
    pass: (name, image) => `${code(name)} roda ${code(image)}, que foi construída neste engine.`,
    lab: (name, image) => `${code(name)} roda ${code(image)} como o lab a fez, sem nenhuma camada sua.`,
    pulled: (name, image) => `${code(name)} roda ${code(image)}, que foi baixada de um registro.`,
    imported: (name, image) => `${code(name)} roda ${code(image)}, que foi importada, não construída.`,
    loaded: (name, image) => `${code(name)} roda ${code(image)}, uma imagem oficial carregada de um arquivo.`,
  },
  byName: {
    expected: (role, to) =>
      sentence(`${role} chama ${code(to)} pelo nome na rede, e o DNS do Docker encontra o endereço.`),
    passHost: (from, host, to) => `${code(from)} pede ${code(`http://${host}`)} e chega direto a ${code(to)}.`,
    passDns: (from, name) =>
      `${code(from)} perguntou ao DNS do Docker por ${code(name)} e se conectou ao endereço que ele respondeu.`,
    passAsked: (from, name, to) =>
      `${code(from)} recebeu o nome ${code(name)}, pergunta ao DNS do Docker e se conecta direto a ${code(to)}.`,
    byAddress: (from, address) =>
      `${code(from)} se conecta direto ao endereço ${code(address)}, sem perguntar por um nome.`,
    hostsFile: (from, entry, to) =>
      `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
    published: (from, endpoint) => `${code(from)} sai para o host e volta por uma porta publicada (${code(endpoint)}).`,
    publishedAs: (from, host) => `${code(from)} pede ${code(host)}: sai para o host e volta por uma porta publicada.`,
    noCall: (from, to) => `${code(from)} não chegou a ${code(to)} enquanto observávamos.`,
    seldom: (from, to) =>
      `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista, nem enquanto observávamos, nem no minuto anterior; iniciado de novo, ele pode ser visto se conectando.`,
    unclear: (from, to) => `${code(from)} chega a ${code(to)}, mas nada mostrou se ele perguntou por um nome.`,
  },
  periodic: {
    expected: (from, to) =>
      sentence(`${from} chama ${to} de tempos em tempos: duas requisições ou mais, com algum intervalo.`),
    pass: (from, to, times) => `${code(from)} chamou ${code(to)} ${times} vezes, espalhadas no tempo.`,
    passOften: (from, to) => `${code(from)} continua chamando ${code(to)} por uma conexão que mantém aberta.`,
    passLog: (from, to, connections, every) =>
      `${code(from)} fez ${connections} ${connections === 1 ? 'conexão' : 'conexões'} desde que começou, e o log mostra uma chamada a ${code(to)} a cada ${every}, mais ou menos.`,
    once: (from, to, ms) =>
      `${code(from)} chamou ${code(to)} uma vez, e nenhuma outra em ${seconds(ms)} de observação.`,
    stopped: (from, to, ago) =>
      `${code(from)} chamou ${code(to)} algumas vezes de uma só vez, mas não chama há ${seconds(ago)}.`,
    never: (from, to, ms) => `${code(from)} não chegou a ${code(to)} em ${seconds(ms)} de observação.`,
    quietHere: (from, _connections, to) =>
      `${code(from)} não chamou ${code(to)} no último minuto. Ele já tinha feito conexões, mas nada diz se alguma foi para lá.`,
    quiet: (from, connections) =>
      `${code(from)} fez ${connections} conexões desde que começou, mas nenhuma no último minuto, e o log não diz quando.`,
    refused: endpoint => ` A conexão com ${code(endpoint)} foi recusada.`,
    unknownName: name => ` Ele perguntou por ${code(name)}, e esse nome não foi encontrado.`,
    elsewhere: (endpoint, to) => ` A tentativa foi em ${code(endpoint)}, que não é ${to}.`,
  },
  compose: {
    expected: 'Contêineres que você mesmo iniciou com docker run.',
    pass: names => `${andPt(names)} não têm rótulos do Compose.`,
    fail: (name, project) => `${code(name)} foi iniciado pelo Compose (projeto ${code(project)}).`,
  },
  restart: {
    expected: (from, to) => `Depois que ${to} reinicia, ${from} volta a se conectar sem que ninguém mexa em nada.`,
    pass: (from, to) =>
      `${code(to)} reiniciou depois que ${code(from)} começou, e ${code(from)} já chegou a ele desde então.`,
    notTried: (to, from) => `${code(to)} não foi reiniciado desde que ${code(from)} começou.`,
    lost: (from, to, ms) => `${code(to)} reiniciou, e ${code(from)} não chegou a ele em ${seconds(ms)} de observação.`,
  },
};

/** What the checks say: observed and expected, for each kind. */
export const checkMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type CheckMessages = typeof en;
