import { code, codesIn, listIn, sentence } from '../../../base/words.ts';
import type { networks as en } from './en.ts';

const codes = codesIn('pt-BR');
const list = listIn('pt-BR');

export const networks: typeof en = {
  'network.expected': ({ roles }) => `Uma rede sua (não a bridge padrão) com ${list(roles)} nela.`,
  'network.pass': ({ names, network }) => `${codes(names)} estão na rede ${code(network)}.`,
  'network.apart': ({ places }) => `${places.join('; ')}.`,
  'network.only-default': ({ name }) => `${code(name)} está na bridge padrão`,
  'network.on': ({ name, networks }) => `${code(name)} está em ${codes(networks)}`,
  'network.on-host': ({ name }) => `${code(name)} usa a rede do host`,
  'network.sharing': ({ name }) => `${code(name)} compartilha a rede de outro contêiner`,
  'network.none': ({ name }) => `${code(name)} não está em rede nenhuma`,
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
  'published.expected': ({ gateway, hidden }) =>
    `Uma porta publicada em ${code(gateway)}, e nenhuma em ${codes(hidden)}.`,
  'published.pass': ({ gateway, port, hidden }) =>
    `${code(gateway)} está publicado na porta ${port} do host; ${codes(hidden)} não ${hidden.length === 1 ? 'está' : 'estão'}.`,
  'published.not-published': ({ gateway }) =>
    `${code(gateway)} não publica porta nenhuma: ninguém fora do Docker consegue alcançá-lo.`,
  'published.wrong-port': ({ gateway, host, container, listens }) =>
    `${code(gateway)} publica a porta ${host} para a sua porta ${container}, mas escuta na ${listens}.`,
  'published.exposed': ({ name, port }) =>
    `${code(name)} está publicado na porta ${port} do host, sem passar pelo gateway.`,
  'published.on-host': ({ name }) => `${code(name)} usa a rede do host e, assim, fica aberto a todos ali.`,
};
