import { code, listIn, sentence } from '../../../base/words.ts';
import type { stores as en } from './en.ts';

const list = listIn('pt-BR');
const quoted = (text: string) => (text === '' ? '' : ` “${text}”`);

export const stores: typeof en = {
  'rows.expected': 'Cada acesso acrescenta uma linha a uma tabela sua, pela contagem do próprio PostgreSQL.',
  'rows.pass': ({ requests, path, added, name }) =>
    `${requests} requisições a ${code(path)} acrescentaram ${added} linhas, pela contagem de ${code(name)}.`,
  'rows.fewer': ({ requests, path, added, name }) =>
    `${requests} requisições a ${code(path)} acrescentaram só ${added} ${added === 1 ? 'linha' : 'linhas'} em ${code(name)}.`,
  'rows.rewritten': ({ requests, path, name, tables }) =>
    `${requests} requisições a ${code(path)} alteraram linhas em ${tables.map(code).join(', ')} de ${code(name)}, mas não acrescentaram nenhuma: cada acesso precisa ser uma linha própria.`,
  'rows.no-table': ({ requests, path, name }) =>
    `${requests} requisições a ${code(path)} foram respondidas, mas ${code(name)} ainda não tem nenhuma tabela sua.`,
  'rows.none': ({ requests, path, name, tried }) =>
    `${requests} requisições a ${code(path)} não acrescentaram linha a nenhuma tabela de ${code(name)}${tried > 1 ? `, e os outros caminhos experimentados (${tried - 1}) também não` : ''}.`,
  'visits.no-path': ({ api, paths, entry }) =>
    `Não foi encontrado o caminho que conta: ${code(api)} não tem nenhum dos que foram pedidos (${paths}). É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'visits.path-not-found': ({ api, paths, entry }) =>
    `Não foi encontrado o caminho que conta: a ${code(api)} foram pedidos ${paths}, e nada mudou nos bancos. É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'counter.expected': 'Cada acesso aumenta em um o contador no Redis, e a resposta mostra o número.',
  'counter.pass': ({ requests, path, name, body }) =>
    `${requests} requisições a ${code(path)} incrementaram o contador em ${code(name)}, e a resposta mostra o número:${quoted(body)}`,
  'counter.none': ({ requests, path, name, tried }) =>
    `${requests} requisições a ${code(path)} não incrementaram nenhum contador em ${code(name)}${tried > 1 ? `, e os outros caminhos experimentados (${tried - 1}) também não` : ''}.`,
  'counter.fewer': ({ requests, path, advance, name }) =>
    `${requests} requisições a ${code(path)} aumentaram o contador em ${code(name)} em apenas ${advance}.`,
  'counter.hidden': ({ requests, path, name, body }) =>
    `${requests} requisições a ${code(path)} incrementaram um contador em ${code(name)}, mas as respostas não mostram o número dele:${quoted(body)}`,
  'store.silent': ({ name }) => `${code(name)} está rodando, mas nada nele escuta em uma porta TCP.`,
  'store.not-ready': ({ name, detail }) => `${code(name)} não ficou pronto a tempo: ${detail}.`,
  'store.password': ({ name, detail }) =>
    `O lab não conseguiu perguntar a ${code(name)} o que ele conta: nenhuma senha nas configurações dos contêineres serve (${detail}).`,
  'store.other': ({ name, detail }) => `O lab não conseguiu perguntar a ${code(name)} o que ele conta: ${detail}.`,
  'store.status': ({ name, path, status }) => `${code(name)} respondeu ${status} a ${code(path)}.`,
  'store.no-answer': ({ name, path }) => `${code(name)} não respondeu a ${code(path)} a tempo.`,
  'store.failed': ({ name, path, detail }) => `${code(name)} não respondeu a ${code(path)}: ${detail}.`,
  'private.expected': ({ role }) =>
    sentence(`${role} encontra o banco e o cache pelo nome, e nenhum dos dois tem porta publicada no host.`),
  'private.pass': ({ role, ways }) =>
    sentence(`${role} pergunta por ${list(ways)}; nenhuma porta deles está publicada.`),
  'private.by-name': ({ name }) => code(name),
  'private.published': ({ name, endpoint }) =>
    `${code(name)} está publicado no host em ${code(endpoint)}; só os contêineres da rede dele precisam alcançá-lo.`,
  'private.by-address': ({ from, to, address }) =>
    `${code(from)} se conecta a ${code(to)} no endereço ${code(address)}, sem perguntar por um nome.`,
  'private.hosts-file': ({ from, to, entry }) =>
    `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
  'private.written': ({ from, to, address }) =>
    `O endereço de ${code(to)}, ${code(address)}, está escrito nos arquivos de ${code(from)}.`,
  'private.detour': ({ from, to, endpoint }) =>
    `${code(from)} chega a ${code(to)} pelo host e por uma porta publicada (${code(endpoint)}).`,
  'private.no-call': ({ from, to }) => `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista.`,
  'private.asked': ({ name, paths, more, entry }) =>
    ` Pedimos ${list([...paths.map(code), ...(more > 0 ? [`mais ${more}`] : [])])} a ${code(name)}. O caminho que precisa dos dois é outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'private.unclear': ({ from, to }) =>
    `${code(from)} está conectado a ${code(to)}, mas nada mostra se ele perguntou por um nome.`,
};
