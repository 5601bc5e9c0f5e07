import type { gateway as en } from '../../en/findings/gateway.ts';

const code = (text: string) => `\`${text}\``;
const list = (and: string) => (names: readonly string[]) => {
  const quoted = names.map(code);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${and} ${quoted.at(-1)}`;
};
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const andPt = list('e');

export const gateway: typeof en = {
  'published.expected': ({ gateway, hidden }) =>
    `Uma porta publicada em ${code(gateway)}, e nenhuma em ${andPt(hidden)}.`,
  'published.pass': ({ gateway, port, hidden }) =>
    `${code(gateway)} está publicado na porta ${port} do host; ${andPt(hidden)} não ${hidden.length === 1 ? 'está' : 'estão'}.`,
  'published.not-published': ({ gateway }) =>
    `${code(gateway)} não publica porta nenhuma: ninguém fora do Docker consegue alcançá-lo.`,
  'published.wrong-port': ({ gateway, host, container, listens }) =>
    `${code(gateway)} publica a porta ${host} para a sua porta ${container}, mas escuta na ${listens}.`,
  'published.exposed': ({ name, port }) =>
    `${code(name)} está publicado na porta ${port} do host, sem passar pelo gateway.`,
  'published.on-host': ({ name }) => `${code(name)} usa a rede do host e, assim, fica aberto a todos ali.`,

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
    `Pedimos a ${code(gateway)} ${andPt(paths)}${more > 0 ? ` e mais ${more}` : ''}, e nenhum caminho levou a ${code(service)}. O caminho é outro? Escreva-o em ${code('lab.json')}, como diz o enunciado.`,
  'routes.not-found': ({ gateway, service, paths, entry }) =>
    `Não foi encontrado o caminho em que ${code(gateway)} chama ${code(service)}: foram pedidos ${paths}. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'routes.unknown-name': ({ name }) => ` Ele procurou ${code(name)}, e esse nome não foi encontrado.`,
  'routes.refused': ({ service }) => ` ${code(service)} recusou a conexão: a porta está certa?`,
  'routes.not-captured': 'não foi possível ver neste engine os pacotes entre os contêineres.',

  'relays.expected': 'O que o serviço responde, com o seu status, é o que o cliente recebe.',
  'relays.pass': ({ paths }) => `As respostas a ${andPt(paths)} chegam como os serviços as dão.`,
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

  'service-outage.expected': ({ broken, beside }) =>
    `Com ${code(broken)} parado: 502, 503 ou 504 para ele em até 10 s, e ${code(beside)} como sempre; tudo bem quando ele voltar.`,
  'service-outage.pass': ({ broken, path, status, besidePath }) =>
    `Com ${code(broken)} parado, ${code(path)} deu ${status} e ${code(besidePath)} funcionou; com ele de volta, os dois funcionam.`,
  'service-outage.status': ({ broken, path, status }) => `Com ${code(broken)} parado, ${code(path)} deu ${status}.`,
  'service-outage.too-late': ({ broken, path, ms }) =>
    `Com ${code(broken)} parado, ${code(path)} não teve resposta em ${seconds(ms)}.`,
  'service-outage.no-answer': ({ broken, path, detail }) =>
    `Com ${code(broken)} parado, ${code(path)} não teve resposta do gateway: ${detail}.`,
  'service-outage.beside': ({ broken, path, status }) =>
    `Com ${code(broken)} parado, ${code(path)} também deu ${status}.`,
  'service-outage.beside-silent': ({ broken, path }) =>
    `Com ${code(broken)} parado, ${code(path)} também ficou sem resposta.`,
  'service-outage.not-back': ({ broken, path, ms }) =>
    `${code(broken)} foi iniciado de novo, e ${code(path)} não funcionou em ${seconds(ms)}.`,
  'service-outage.not-tried': ({ broken }) =>
    `Parar ${code(broken)} o perturba, então isso só é feito se você permitir.`,
  'service-outage.auto-remove': ({ broken }) =>
    `${code(broken)} foi iniciado com ${code('--rm')}: parar significaria removê-lo, então isso não foi tentado.`,
};
