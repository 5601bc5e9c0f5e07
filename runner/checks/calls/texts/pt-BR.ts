import { code, codesIn, seconds, sentence } from '../../../base/words.ts';
import type { calls as en } from './en.ts';

const codes = codesIn('pt-BR');

export const calls: typeof en = {
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
  'periodic.slow': ({ from, to, ago }) =>
    `${code(from)} chamou ${code(to)} pela última vez há ${seconds(ago)}, e já tinha chamado antes, mas com pausas tão longas que não deu para ver se continua. Olhe de novo daqui a um minuto.`,
  'periodic.never': ({ from, to, ms }) => `${code(from)} não chegou a ${code(to)} em ${seconds(ms)} de observação.`,
  'periodic.quiet-here': ({ from, to }) =>
    `${code(from)} não chamou ${code(to)} no último minuto. Ele já tinha feito conexões, mas nada diz se alguma foi para lá.`,
  'periodic.quiet': ({ from, connections }) =>
    `${code(from)} fez ${connections} conexões desde que começou, mas nenhuma no último minuto, e o log não diz quando.`,
  'periodic.refused': ({ endpoint }) => ` A conexão com ${code(endpoint)} foi recusada.`,
  'periodic.unknown-name': ({ name }) => ` Ele perguntou por ${code(name)}, e esse nome não foi encontrado.`,
  'periodic.elsewhere': ({ endpoint, to }) => ` A tentativa foi em ${code(endpoint)}, que não é ${to}.`,
  'request.expected': ({ from, to }) =>
    `Cada requisição a ${code(from)} faz com que ele envie uma requisição a ${code(to)}, e a resposta é feita com o que volta.`,
  'request.pass': ({ from, to, path, times }) =>
    `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, e não entre um e outro.`,
  'request.pass-among-others': ({ from, to, path, times }) =>
    `Ao receber ${times} pedidos de ${code(path)}, ${code(from)} chamou ${code(to)} em todos eles, além das chamadas que faz por conta própria.`,
  'request.never': ({ from, to, paths, more }) =>
    `${code(from)} não chamou ${code(to)} quando lhe pedimos ${codes(paths)}${more > 0 ? ` e outros ${more} caminhos` : ''}.`,
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
};
