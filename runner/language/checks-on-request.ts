import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const list = (and: string, texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`;

const en = {
  images: {
    expected: 'Two images of your own, each made with docker build: one for each service.',
    pass: (names: readonly string[], images: readonly string[]) =>
      `${list('and', names.map(code))} run ${list('and', images.map(code))}, each built on this engine.`,
    same: (names: readonly string[], image: string) =>
      `${list('and', names.map(code))} run the same image, ${code(image)}.`,
  },
  request: {
    expected: (from: string, to: string) =>
      `Each request to ${code(from)} makes it send a request to ${code(to)}, and the answer is made from what comes back.`,
    pass: (from: string, to: string, path: string, times: number) =>
      `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, and not in between.`,
    passAmongOthers: (from: string, to: string, path: string, times: number) =>
      `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, besides the calls that it makes unasked.`,
    never: (from: string, to: string, paths: readonly string[], more: number) =>
      `${code(from)} did not call ${code(to)} when it was asked for ${list('and', paths.map(code))}${more > 0 ? ` and ${more} other paths` : ''}.`,
    remembers: (from: string, to: string, path: string) =>
      `${code(from)} has called ${code(to)} before, but not when it was asked for ${code(path)}: it seems to answer from memory.`,
    sometimes: (from: string, to: string, path: string, called: number, times: number) =>
      `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} only ${called} ${called === 1 ? 'time' : 'times'}: it seems to answer from memory otherwise.`,
    unasked: (from: string, to: string) =>
      `${code(from)} calls ${code(to)} from time to time of its own accord, and no more often when it is asked.`,
    unclear: (from: string, to: string) =>
      `${code(from)} calls ${code(to)} so often of its own accord that calls because of a request cannot be told apart.`,
    noPath: (from: string, to: string, paths: string, entry: string) =>
      `The path at which ${code(from)} calls ${code(to)} was not found. It was asked for ${paths}. Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}; an answer to ${code('/')} that names its paths helps, too.`,
    copied: (from: string, to: string, path: string, shown: string) =>
      `Asked for ${code(path)}, ${code(from)} answers with “${shown}”, which ${code(to)} says, too, but it did not ask ${code(to)}: it seems to have a copy.`,
    blind: 'the packets of the container could not be read.',
    refused: (endpoint: string) => ` Its connection to ${code(endpoint)} was refused.`,
    unknownName: (name: string) => ` It asked for ${code(name)}, and no such name was found.`,
    elsewhere: (endpoint: string) => ` It tried ${code(endpoint)} instead.`,
    untold: (from: string, to: string) =>
      ` Nothing in the environment or the command of ${code(from)} names ${code(to)}.`,
  },
  byName: {
    expected: (from: string, to: string) =>
      `${code(from)} calls ${code(to)} by its name on the network that they share.`,
    passHost: (from: string, to: string, host: string) =>
      `${code(from)} asks for ${code(`http://${host}`)} and reaches ${code(to)} directly.`,
    passDns: (from: string, to: string, name: string) =>
      `${code(from)} asked Docker's DNS for ${code(name)}, then connected to ${code(to)} directly.`,
    passAsked: (from: string, to: string, name: string) =>
      `${code(from)} was told ${code(name)}, asks Docker's DNS, and connects to ${code(to)} directly.`,
    byAddress: (from: string, _to: string, address: string) =>
      `${code(from)} connects to the address ${code(address)} itself, without asking for a name.`,
    hostsFile: (from: string, to: string, entry: string) =>
      `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
    published: (from: string, to: string, endpoint: string) =>
      `${code(from)} goes out to the host and back in through a port that ${code(to)} publishes (${code(endpoint)}).`,
    publishedAs: (from: string, to: string, host: string) =>
      `${code(from)} asks for ${code(host)}: it goes out to the host and back in through a port that ${code(to)} publishes.`,
    unclear: (from: string, to: string) =>
      `${code(from)} reaches ${code(to)}, but nothing showed whether it asked for a name.`,
    noCall: (from: string, to: string) => `No connection of ${code(from)} to ${code(to)} was seen.`,
  },
  data: {
    expected: (from: string, to: string) =>
      `The answer of ${code(from)} contains what ${code(to)} says, such as the names in its list.`,
    pass: (from: string, to: string, shown: string) =>
      `The answer of ${code(from)} shows “${shown}”, which comes from ${code(to)}.`,
    missing: (from: string, to: string, sample: string) =>
      `${code(to)} says “${sample}” and more, but the answer of ${code(from)} shows nothing of it.`,
    error: (from: string, status: number) => `${code(from)} answered ${status} instead of showing data.`,
    noAnswer: (from: string) => `${code(from)} called, but did not answer in time.`,
    calleeError: (from: string, to: string, path: string, status: number) =>
      `${code(from)} asks ${code(to)} for ${code(path)}, and ${code(to)} answers ${status}.`,
    changes: (from: string, to: string) =>
      `What ${code(to)} says changes each time, and the answers of ${code(from)} had none of what was seen.`,
    tooLittle: (to: string) =>
      `${code(to)} says too little to recognise it elsewhere. Let it give a name or two, such as a list of products.`,
  },
  outage: {
    expected: (from: string, to: string, ms: number) =>
      `While ${code(to)} is stopped, ${code(from)} answers 5xx within ${seconds(ms)}, goes on running, and works again afterwards.`,
    pass: (from: string, to: string, status: number, ms: number) =>
      `With ${code(to)} stopped, ${code(from)} answered ${status} within ${seconds(ms)}; with ${code(to)} back, it worked again.`,
    crashed: (from: string, to: string) => `With ${code(to)} stopped, a request made ${code(from)} end.`,
    hangs: (from: string, to: string, ms: number) =>
      `With ${code(to)} stopped, ${code(from)} did not answer within ${seconds(ms)}.`,
    pretends: (from: string, to: string, status: number) =>
      `With ${code(to)} stopped, ${code(from)} answered ${status}, as if nothing were wrong.`,
    notBack: (from: string, to: string) => `With ${code(to)} back, ${code(from)} still does not answer as before.`,
    notTried: (to: string) => `${code(to)} was not stopped to find out: that is done only if you allow it.`,
    goneWithStop: (to: string) => `${code(to)} runs with ${code('--rm')}: stopped, it would be gone for good.`,
  },
};

const ptBR: typeof en = {
  images: {
    expected: 'Duas imagens suas, cada uma feita com docker build: uma para cada serviço.',
    pass: (names, images) =>
      `${list('e', names.map(code))} rodam ${list('e', images.map(code))}, cada uma construída neste engine.`,
    same: (names, image) => `${list('e', names.map(code))} rodam a mesma imagem, ${code(image)}.`,
  },
  request: {
    expected: (from, to) =>
      `Cada requisição a ${code(from)} faz com que ele envie uma requisição a ${code(to)}, e a resposta é feita com o que volta.`,
    pass: (from, to, path, times) =>
      `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, e não entre um e outro.`,
    passAmongOthers: (from, to, path, times) =>
      `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, além das chamadas que faz por conta própria.`,
    never: (from, to, paths, more) =>
      `${code(from)} não chamou ${code(to)} quando lhe pedimos ${list('e', paths.map(code))}${more > 0 ? ` e outros ${more} caminhos` : ''}.`,
    remembers: (from, to, path) =>
      `${code(from)} já chamou ${code(to)}, mas não quando lhe pedimos ${code(path)}: parece responder de memória.`,
    sometimes: (from, to, path, called, times) =>
      `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} só ${called} ${called === 1 ? 'vez' : 'vezes'}: nas outras, parece responder de memória.`,
    unasked: (from, to) =>
      `${code(from)} chama ${code(to)} de tempos em tempos por conta própria, e não mais do que isso quando recebe um pedido.`,
    unclear: (from, to) =>
      `${code(from)} chama ${code(to)} por conta própria com tanta frequência que não dá para distinguir as chamadas causadas por um pedido.`,
    noPath: (from, to, paths, entry) =>
      `Não foi encontrado o caminho em que ${code(from)} chama ${code(to)}. Foram pedidos ${paths}. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}; uma resposta a ${code('/')} que cite os caminhos dele também ajuda.`,
    copied: (from, to, path, shown) =>
      `Ao receber um pedido de ${code(path)}, ${code(from)} responde com “${shown}”, que ${code(to)} também diz, mas não pediu nada a ${code(to)}: parece ter uma cópia.`,
    blind: 'não foi possível ler os pacotes do contêiner.',
    refused: endpoint => ` A conexão com ${code(endpoint)} foi recusada.`,
    unknownName: name => ` Ele perguntou por ${code(name)}, e esse nome não foi encontrado.`,
    elsewhere: endpoint => ` Em vez disso, ele tentou ${code(endpoint)}.`,
    untold: (from, to) => ` Nada no ambiente ou no comando de ${code(from)} cita ${code(to)}.`,
  },
  byName: {
    expected: (from, to) => `${code(from)} chama ${code(to)} pelo nome, na rede que os dois compartilham.`,
    passHost: (from, to, host) => `${code(from)} pede ${code(`http://${host}`)} e chega direto a ${code(to)}.`,
    passDns: (from, to, name) =>
      `${code(from)} perguntou ao DNS do Docker por ${code(name)} e se conectou direto a ${code(to)}.`,
    passAsked: (from, to, name) =>
      `${code(from)} recebeu o nome ${code(name)}, pergunta ao DNS do Docker e se conecta direto a ${code(to)}.`,
    byAddress: (from, _to, address) =>
      `${code(from)} se conecta direto ao endereço ${code(address)}, sem perguntar por um nome.`,
    hostsFile: (from, to, entry) =>
      `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
    published: (from, to, endpoint) =>
      `${code(from)} sai para o host e volta por uma porta que ${code(to)} publica (${code(endpoint)}).`,
    publishedAs: (from, to, host) =>
      `${code(from)} pede ${code(host)}: sai para o host e volta por uma porta que ${code(to)} publica.`,
    unclear: (from, to) => `${code(from)} chega a ${code(to)}, mas nada mostrou se ele perguntou por um nome.`,
    noCall: (from, to) => `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista.`,
  },
  data: {
    expected: (from, to) =>
      `A resposta de ${code(from)} contém o que ${code(to)} diz, como os nomes que estão na lista dele.`,
    pass: (from, to, shown) => `A resposta de ${code(from)} mostra “${shown}”, que vem de ${code(to)}.`,
    missing: (from, to, sample) =>
      `${code(to)} diz “${sample}” e mais, mas a resposta de ${code(from)} não mostra nada disso.`,
    error: (from, status) => `${code(from)} respondeu ${status} em vez de mostrar dados.`,
    noAnswer: from => `${code(from)} fez a chamada, mas não respondeu a tempo.`,
    calleeError: (from, to, path, status) =>
      `${code(from)} pede ${code(path)} a ${code(to)}, e ${code(to)} responde ${status}.`,
    changes: (from, to) =>
      `O que ${code(to)} diz muda a cada vez, e as respostas de ${code(from)} não tinham nada do que vimos.`,
    tooLittle: to =>
      `${code(to)} diz pouco demais para que se reconheça em outro lugar. Faça com que ele dê um ou dois nomes, como uma lista de produtos.`,
  },
  outage: {
    expected: (from, to, ms) =>
      `Com ${code(to)} parado, ${code(from)} responde 5xx em até ${seconds(ms)}, continua rodando e depois volta a funcionar.`,
    pass: (from, to, status, ms) =>
      `Com ${code(to)} parado, ${code(from)} respondeu ${status} em até ${seconds(ms)}; com ${code(to)} de volta, tornou a funcionar.`,
    crashed: (from, to) => `Com ${code(to)} parado, um pedido fez ${code(from)} terminar.`,
    hangs: (from, to, ms) => `Com ${code(to)} parado, ${code(from)} não respondeu em ${seconds(ms)}.`,
    pretends: (from, to, status) =>
      `Com ${code(to)} parado, ${code(from)} respondeu ${status}, como se estivesse tudo bem.`,
    notBack: (from, to) => `Com ${code(to)} de volta, ${code(from)} ainda não responde como antes.`,
    notTried: to => `${code(to)} não foi parado para descobrir: isso só é feito se você permitir.`,
    goneWithStop: to => `${code(to)} roda com ${code('--rm')}: se parar, deixa de existir.`,
  },
};

/** What the checks of services that call each other when asked say: observed and expected, for each kind. */
export const onRequestMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
