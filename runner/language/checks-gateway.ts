import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const list = (and: string) => (names: readonly string[]) => {
  const quoted = names.map(code);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${and} ${quoted.at(-1)}`;
};
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;

const andEn = list('and');
const en = {
  published: {
    expected: (gateway: string, hidden: readonly string[]) =>
      `A published port on ${code(gateway)}, and none on ${andEn(hidden)}.`,
    pass: (gateway: string, port: number, hidden: readonly string[]) =>
      `${code(gateway)} is published on port ${port} of the host; ${andEn(hidden)} ${hidden.length === 1 ? 'is' : 'are'} not published.`,
    notPublished: (gateway: string) => `${code(gateway)} publishes no port: nobody outside of Docker can reach it.`,
    wrongPort: (gateway: string, host: number, container: number, listens: number) =>
      `${code(gateway)} publishes port ${host} for its port ${container}, but it listens on ${listens}.`,
    exposed: (name: string, port: number) =>
      `${code(name)} is published on port ${port} of the host, past the gateway.`,
    onHost: (name: string) => `${code(name)} uses the host's network, so it is open to everybody there.`,
  },
  routes: {
    expected: (gateway: string, service: string) =>
      `A request to ${code(gateway)} that makes it call ${code(service)}.`,
    pass: (gateway: string, path: string, service: string) =>
      `Asked for ${code(path)}, ${code(gateway)} called ${code(service)}.`,
    own: (gateway: string, path: string, status: number) =>
      `Asked for ${code(path)}, ${code(gateway)} answered ${status} and called nobody: the answer is its own.`,
    other: (gateway: string, path: string, other: string) =>
      `Asked for ${code(path)}, ${code(gateway)} called ${code(other)}.`,
    redirect: (gateway: string, path: string, location: string) =>
      `Asked for ${code(path)}, ${code(gateway)} only sends the client to ${code(location)}, and calls nobody itself.`,
    failed: (gateway: string, path: string, status: number) =>
      `Asked for ${code(path)}, ${code(gateway)} answered ${status}, and no call of it arrived.`,
    silent: (gateway: string, path: string) => `Asked for ${code(path)}, ${code(gateway)} did not answer.`,
    nowhere: (gateway: string, paths: readonly string[], more: number, service: string) =>
      `${code(gateway)} was asked for ${andEn(paths)}${more > 0 ? ` and ${more} more` : ''}, and none led to ${code(service)}. Is it another path? Write it into ${code('lab.json')}, as the brief says.`,
    notFound: (gateway: string, service: string, paths: string, entry: string) =>
      `The path at which ${code(gateway)} calls ${code(service)} was not found: it was asked for ${paths}. Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
    unknownName: (name: string) => ` It looked for ${code(name)}, and no such name was found.`,
    refused: (service: string) => ` ${code(service)} refused the connection: is the port right?`,
    notCaptured: 'the packets between the containers could not be seen on this engine.',
  },
  relays: {
    expected: 'What the service answers, with its status, is what the client gets.',
    pass: (paths: readonly string[]) => `The answers to ${andEn(paths)} arrive as the services give them.`,
    status: (path: string, service: string, theirs: number, ours: number) =>
      `Asked for ${code(path)}, ${code(service)} says ${theirs}, and the client gets ${ours}.`,
    body: (path: string, service: string, theirs: string, ours: string) =>
      `Asked for ${code(path)}, ${code(service)} says ${code(theirs)}, and the client gets ${code(ours)}.`,
    silent: (path: string, service: string) =>
      `Asked for ${code(path)}, ${code(service)} was called, but the client got no answer.`,
    unclear: 'what the gateway asked of the services could not be read.',
  },
  unknown: {
    expected: 'Status 404 for a path that nobody serves.',
    pass: (gateway: string, path: string) => `Asked for ${code(path)}, ${code(gateway)} answered 404.`,
    fail: (gateway: string, path: string, status: number) =>
      `Asked for ${code(path)}, which nobody serves, ${code(gateway)} answered ${status}.`,
    silent: (gateway: string, path: string) =>
      `Asked for ${code(path)}, which nobody serves, ${code(gateway)} did not answer.`,
  },
  outage: {
    expected: (broken: string, beside: string) =>
      `With ${code(broken)} stopped: 502, 503 or 504 for it within 10 s, and ${code(beside)} as ever; all well once it is back.`,
    pass: (broken: string, path: string, status: number, besidePath: string) =>
      `With ${code(broken)} stopped, ${code(path)} gave ${status} and ${code(besidePath)} worked; with it back, both do.`,
    status: (broken: string, path: string, status: number) =>
      `With ${code(broken)} stopped, ${code(path)} gave ${status}.`,
    tooLate: (broken: string, path: string, ms: number) =>
      `With ${code(broken)} stopped, ${code(path)} had no answer within ${seconds(ms)}.`,
    noAnswer: (broken: string, path: string, detail: string) =>
      `With ${code(broken)} stopped, ${code(path)} got no answer from the gateway: ${detail}.`,
    beside: (broken: string, path: string, status: number) =>
      `With ${code(broken)} stopped, ${code(path)} gave ${status} too.`,
    besideSilent: (broken: string, path: string) => `With ${code(broken)} stopped, ${code(path)} had no answer either.`,
    notBack: (broken: string, path: string, ms: number) =>
      `${code(broken)} was started again, and ${code(path)} did not work within ${seconds(ms)}.`,
    notTried: (broken: string) => `Stopping ${code(broken)} disturbs it, so it is done only where you allow it.`,
    autoRemove: (broken: string) =>
      `${code(broken)} was started with ${code('--rm')}: stopping it would remove it, so that was not tried.`,
  },
};

const andPt = list('e');
const ptBR: typeof en = {
  published: {
    expected: (gateway, hidden) => `Uma porta publicada em ${code(gateway)}, e nenhuma em ${andPt(hidden)}.`,
    pass: (gateway, port, hidden) =>
      `${code(gateway)} está publicado na porta ${port} do host; ${andPt(hidden)} não ${hidden.length === 1 ? 'está' : 'estão'}.`,
    notPublished: gateway => `${code(gateway)} não publica porta nenhuma: ninguém fora do Docker consegue alcançá-lo.`,
    wrongPort: (gateway, host, container, listens) =>
      `${code(gateway)} publica a porta ${host} para a sua porta ${container}, mas escuta na ${listens}.`,
    exposed: (name, port) => `${code(name)} está publicado na porta ${port} do host, sem passar pelo gateway.`,
    onHost: name => `${code(name)} usa a rede do host e, assim, fica aberto a todos ali.`,
  },
  routes: {
    expected: (gateway, service) => `Uma requisição a ${code(gateway)} que o faça chamar ${code(service)}.`,
    pass: (gateway, path, service) => `Ao receber ${code(path)}, ${code(gateway)} chamou ${code(service)}.`,
    own: (gateway, path, status) =>
      `Ao receber ${code(path)}, ${code(gateway)} respondeu ${status} sem chamar ninguém: a resposta é dele mesmo.`,
    other: (gateway, path, other) => `Ao receber ${code(path)}, ${code(gateway)} chamou ${code(other)}.`,
    redirect: (gateway, path, location) =>
      `Ao receber ${code(path)}, ${code(gateway)} só manda o cliente para ${code(location)}, e ele mesmo não chama ninguém.`,
    failed: (gateway, path, status) =>
      `Ao receber ${code(path)}, ${code(gateway)} respondeu ${status}, e nenhuma chamada dele chegou.`,
    silent: (gateway, path) => `Ao receber ${code(path)}, ${code(gateway)} não respondeu.`,
    nowhere: (gateway, paths, more, service) =>
      `Pedimos a ${code(gateway)} ${andPt(paths)}${more > 0 ? ` e mais ${more}` : ''}, e nenhum caminho levou a ${code(service)}. O caminho é outro? Escreva-o em ${code('lab.json')}, como diz o enunciado.`,
    notFound: (gateway, service, paths, entry) =>
      `Não foi encontrado o caminho em que ${code(gateway)} chama ${code(service)}: foram pedidos ${paths}. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
    unknownName: name => ` Ele procurou ${code(name)}, e esse nome não foi encontrado.`,
    refused: service => ` ${code(service)} recusou a conexão: a porta está certa?`,
    notCaptured: 'não foi possível ver neste engine os pacotes entre os contêineres.',
  },
  relays: {
    expected: 'O que o serviço responde, com o seu status, é o que o cliente recebe.',
    pass: paths => `As respostas a ${andPt(paths)} chegam como os serviços as dão.`,
    status: (path, service, theirs, ours) =>
      `Em ${code(path)}, ${code(service)} diz ${theirs}, e o cliente recebe ${ours}.`,
    body: (path, service, theirs, ours) =>
      `Em ${code(path)}, ${code(service)} diz ${code(theirs)}, e o cliente recebe ${code(ours)}.`,
    silent: (path, service) => `Em ${code(path)}, ${code(service)} foi chamado, mas o cliente não recebeu resposta.`,
    unclear: 'não foi possível ler o que o gateway pediu aos serviços.',
  },
  unknown: {
    expected: 'Status 404 para um caminho que ninguém atende.',
    pass: (gateway, path) => `Ao receber ${code(path)}, ${code(gateway)} respondeu 404.`,
    fail: (gateway, path, status) =>
      `Ao receber ${code(path)}, que ninguém atende, ${code(gateway)} respondeu ${status}.`,
    silent: (gateway, path) => `Ao receber ${code(path)}, que ninguém atende, ${code(gateway)} não respondeu.`,
  },
  outage: {
    expected: (broken, beside) =>
      `Com ${code(broken)} parado: 502, 503 ou 504 para ele em até 10 s, e ${code(beside)} como sempre; tudo bem quando ele voltar.`,
    pass: (broken, path, status, besidePath) =>
      `Com ${code(broken)} parado, ${code(path)} deu ${status} e ${code(besidePath)} funcionou; com ele de volta, os dois funcionam.`,
    status: (broken, path, status) => `Com ${code(broken)} parado, ${code(path)} deu ${status}.`,
    tooLate: (broken, path, ms) => `Com ${code(broken)} parado, ${code(path)} não teve resposta em ${seconds(ms)}.`,
    noAnswer: (broken, path, detail) =>
      `Com ${code(broken)} parado, ${code(path)} não teve resposta do gateway: ${detail}.`,
    beside: (broken, path, status) => `Com ${code(broken)} parado, ${code(path)} também deu ${status}.`,
    besideSilent: (broken, path) => `Com ${code(broken)} parado, ${code(path)} também ficou sem resposta.`,
    notBack: (broken, path, ms) =>
      `${code(broken)} foi iniciado de novo, e ${code(path)} não funcionou em ${seconds(ms)}.`,
    notTried: broken => `Parar ${code(broken)} o perturba, então isso só é feito se você permitir.`,
    autoRemove: broken =>
      `${code(broken)} foi iniciado com ${code('--rm')}: parar significaria removê-lo, então isso não foi tentado.`,
  },
};

/** What the checks on a gateway say: observed and expected, for each kind. */
export const gatewayMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
