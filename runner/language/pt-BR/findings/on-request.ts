import type { onRequest as en } from '../../en/findings/on-request.ts';

const code = (text: string) => `\`${text}\``;
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const list = (and: string, texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`;

export const onRequest: typeof en = {
  'images.expected': 'Duas imagens suas, cada uma feita com docker build: uma para cada serviço.',
  'images.pass': ({ names, images }) =>
    `${list('e', names.map(code))} rodam ${list('e', images.map(code))}, cada uma construída neste engine.`,
  'images.same': ({ names, image }) => `${list('e', names.map(code))} rodam a mesma imagem, ${code(image)}.`,

  'request.expected': ({ from, to }) =>
    `Cada requisição a ${code(from)} faz com que ele envie uma requisição a ${code(to)}, e a resposta é feita com o que volta.`,
  'request.pass': ({ from, to, path, times }) =>
    `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, e não entre um e outro.`,
  'request.pass-among-others': ({ from, to, path, times }) =>
    `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, além das chamadas que faz por conta própria.`,
  'request.never': ({ from, to, paths, more }) =>
    `${code(from)} não chamou ${code(to)} quando lhe pedimos ${list('e', paths.map(code))}${more > 0 ? ` e outros ${more} caminhos` : ''}.`,
  'request.remembers': ({ from, to, path }) =>
    `${code(from)} já chamou ${code(to)}, mas não quando lhe pedimos ${code(path)}: parece responder de memória.`,
  'request.sometimes': ({ from, to, path, called, times }) =>
    `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} só ${called} ${called === 1 ? 'vez' : 'vezes'}: nas outras, parece responder de memória.`,
  'request.unasked': ({ from, to }) =>
    `${code(from)} chama ${code(to)} de tempos em tempos por conta própria, e não mais do que isso quando recebe um pedido.`,
  'request.unclear': ({ from, to }) =>
    `${code(from)} chama ${code(to)} por conta própria com tanta frequência que não dá para distinguir as chamadas causadas por um pedido.`,
  'request.no-path': ({ from, to, paths, entry }) =>
    `Não foi encontrado o caminho em que ${code(from)} chama ${code(to)}. Foram pedidos ${paths}. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}; uma resposta a ${code('/')} que cite os caminhos dele também ajuda.`,
  'request.copied': ({ from, to, path, shown }) =>
    `Ao receber um pedido de ${code(path)}, ${code(from)} responde com “${shown}”, que ${code(to)} também diz, mas não pediu nada a ${code(to)}: parece ter uma cópia.`,
  'request.blind': 'não foi possível ler os pacotes do contêiner.',
  'request.refused': ({ endpoint }) => ` A conexão com ${code(endpoint)} foi recusada.`,
  'request.unknown-name': ({ name }) => ` Ele perguntou por ${code(name)}, e esse nome não foi encontrado.`,
  'request.elsewhere': ({ endpoint }) => ` Em vez disso, ele tentou ${code(endpoint)}.`,
  'request.untold': ({ from, to }) => ` Nada no ambiente ou no comando de ${code(from)} cita ${code(to)}.`,

  'internal-name.expected': ({ from, to }) =>
    `${code(from)} chama ${code(to)} pelo nome, na rede que os dois compartilham.`,
  'internal-name.pass-host': ({ from, to, host }) =>
    `${code(from)} pede ${code(`http://${host}`)} e chega direto a ${code(to)}.`,
  'internal-name.pass-dns': ({ from, to, name }) =>
    `${code(from)} perguntou ao DNS do Docker por ${code(name)} e se conectou direto a ${code(to)}.`,
  'internal-name.pass-asked': ({ from, to, name }) =>
    `${code(from)} recebeu o nome ${code(name)}, pergunta ao DNS do Docker e se conecta direto a ${code(to)}.`,
  'internal-name.by-address': ({ from, address }) =>
    `${code(from)} se conecta direto ao endereço ${code(address)}, sem perguntar por um nome.`,
  'internal-name.hosts-file': ({ from, to, entry }) =>
    `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
  'internal-name.published': ({ from, to, endpoint }) =>
    `${code(from)} sai para o host e volta por uma porta que ${code(to)} publica (${code(endpoint)}).`,
  'internal-name.published-as': ({ from, to, host }) =>
    `${code(from)} pede ${code(host)}: sai para o host e volta por uma porta que ${code(to)} publica.`,
  'internal-name.unclear': ({ from, to }) =>
    `${code(from)} chega a ${code(to)}, mas nada mostrou se ele perguntou por um nome.`,
  'internal-name.no-call': ({ from, to }) => `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista.`,

  'data.expected': ({ from, to }) =>
    `A resposta de ${code(from)} contém o que ${code(to)} diz, como os nomes que estão na lista dele.`,
  'data.pass': ({ from, to, shown }) => `A resposta de ${code(from)} mostra “${shown}”, que vem de ${code(to)}.`,
  'data.missing': ({ from, to, sample }) =>
    `${code(to)} diz “${sample}” e mais, mas a resposta de ${code(from)} não mostra nada disso.`,
  'data.error': ({ from, status }) => `${code(from)} respondeu ${status} em vez de mostrar dados.`,
  'data.no-answer': ({ from }) => `${code(from)} fez a chamada, mas não respondeu a tempo.`,
  'data.callee-error': ({ from, to, path, status }) =>
    `${code(from)} pede ${code(path)} a ${code(to)}, e ${code(to)} responde ${status}.`,
  'data.changes': ({ from, to }) =>
    `O que ${code(to)} diz muda a cada vez, e as respostas de ${code(from)} não tinham nada do que vimos.`,
  'data.too-little': ({ to }) =>
    `${code(to)} diz pouco demais para que se reconheça em outro lugar. Faça com que ele dê um ou dois nomes, como uma lista de produtos.`,

  'callee-outage.expected': ({ from, to, ms }) =>
    `Com ${code(to)} parado, ${code(from)} responde 5xx em até ${seconds(ms)}, continua rodando e depois volta a funcionar.`,
  'callee-outage.pass': ({ from, to, status, ms }) =>
    `Com ${code(to)} parado, ${code(from)} respondeu ${status} em até ${seconds(ms)}; com ${code(to)} de volta, tornou a funcionar.`,
  'callee-outage.crashed': ({ from, to }) => `Com ${code(to)} parado, um pedido fez ${code(from)} terminar.`,
  'callee-outage.hangs': ({ from, to, ms }) => `Com ${code(to)} parado, ${code(from)} não respondeu em ${seconds(ms)}.`,
  'callee-outage.pretends': ({ from, to, status }) =>
    `Com ${code(to)} parado, ${code(from)} respondeu ${status}, como se estivesse tudo bem.`,
  'callee-outage.not-back': ({ from, to }) => `Com ${code(to)} de volta, ${code(from)} ainda não responde como antes.`,
  'callee-outage.not-tried': ({ to }) => `${code(to)} não foi parado para descobrir: isso só é feito se você permitir.`,
  'callee-outage.gone-with-stop': ({ to }) => `${code(to)} roda com ${code('--rm')}: se parar, deixa de existir.`,
};
