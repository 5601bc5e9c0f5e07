import { code } from '../../../base/words.ts';
import type { http as en } from './en.ts';

export const http: typeof en = {
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
};
