import { code, codesIn } from '../../../base/words.ts';
import type { gateway as en } from './en.ts';

const codes = codesIn('pt-BR');

export const gateway: typeof en = {
  'routes.expected': ({ gateway, service }) => `Uma requisição a ${code(gateway)} que o faça chamar ${code(service)}.`,
  'routes.pass': ({ gateway, path, service }) => `Ao receber ${code(path)}, ${code(gateway)} chamou ${code(service)}.`,
  'routes.own': ({ gateway, path, status }) =>
    `Ao receber ${code(path)}, ${code(gateway)} respondeu ${status} sem chamar ninguém: a resposta é dele mesmo.`,
  'routes.other': ({ gateway, path, other }) => `Ao receber ${code(path)}, ${code(gateway)} chamou ${code(other)}.`,
  'routes.redirect': ({ gateway, path, location }) =>
    `Ao receber ${code(path)}, ${code(gateway)} só manda o cliente para ${code(location)}, e ele mesmo não chama ninguém.`,
  'routes.failed': ({ gateway, path, status }) =>
    `Ao receber ${code(path)}, ${code(gateway)} respondeu ${status}, e nenhuma chamada dele chegou.`,
  'routes.silent': ({ gateway, path }) => `Ao receber ${code(path)}, ${code(gateway)} não respondeu.`,
  'routes.nowhere': ({ gateway, paths, more, service }) =>
    `Pedimos a ${code(gateway)} ${codes(paths)}${more > 0 ? ` e mais ${more}` : ''}, e nenhum caminho levou a ${code(service)}. O caminho é outro? Escreva-o em ${code('lab.json')}, como diz o enunciado.`,
  'routes.not-found': ({ gateway, service, paths, entry }) =>
    `Não foi encontrado o caminho em que ${code(gateway)} chama ${code(service)}: foram pedidos ${paths}. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'routes.unknown-name': ({ name }) => ` Ele procurou ${code(name)}, e esse nome não foi encontrado.`,
  'routes.refused': ({ service }) => ` ${code(service)} recusou a conexão: a porta está certa?`,
  'routes.not-captured': 'não foi possível ver neste engine os pacotes entre os contêineres.',
  'relays.expected': 'O que o serviço responde, com o seu status, é o que o cliente recebe.',
  'relays.pass': ({ paths }) => `As respostas a ${codes(paths)} chegam como os serviços as dão.`,
  'relays.status': ({ path, service, theirs, ours }) =>
    `Em ${code(path)}, ${code(service)} diz ${theirs}, e o cliente recebe ${ours}.`,
  'relays.body': ({ path, service, theirs, ours }) =>
    `Em ${code(path)}, ${code(service)} diz ${code(theirs)}, e o cliente recebe ${code(ours)}.`,
  'relays.silent': ({ path, service }) =>
    `Em ${code(path)}, ${code(service)} foi chamado, mas o cliente não recebeu resposta.`,
  'relays.unclear': 'não foi possível ler o que o gateway pediu aos serviços.',
  'unknown-path.expected': 'Status 404 para um caminho que ninguém atende.',
  'unknown-path.pass': ({ gateway, path }) => `Ao receber ${code(path)}, ${code(gateway)} respondeu 404.`,
  'unknown-path.fail': ({ gateway, path, status }) =>
    `Ao receber ${code(path)}, que ninguém atende, ${code(gateway)} respondeu ${status}.`,
  'unknown-path.silent': ({ gateway, path }) =>
    `Ao receber ${code(path)}, que ninguém atende, ${code(gateway)} não respondeu.`,
};
