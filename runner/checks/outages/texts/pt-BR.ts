import { code, seconds } from '../../../base/words.ts';
import type { outages as en } from './en.ts';

export const outages: typeof en = {
  'restart.expected': ({ from, to }) =>
    `Depois que ${to} reinicia, ${from} volta a se conectar sem que ninguém mexa em nada.`,
  'restart.pass': ({ from, to }) =>
    `${code(to)} reiniciou depois que ${code(from)} começou, e ${code(from)} já chegou a ele desde então.`,
  'restart.not-tried': ({ to, from }) => `${code(to)} não foi reiniciado desde que ${code(from)} começou.`,
  'restart.lost': ({ from, to, ms }) =>
    `${code(to)} reiniciou, e ${code(from)} não chegou a ele em ${seconds(ms)} de observação.`,
  'callee-outage.expected': ({ from, to, ms }) =>
    `Com ${code(to)} parado, ${code(from)} responde 5xx em até ${seconds(ms)}, continua rodando e depois volta a funcionar.`,
  'callee-outage.pass': ({ from, to, status, ms }) =>
    `Com ${code(to)} parado, ${code(from)} respondeu ${status} em até ${seconds(ms)}; com ${code(to)} de volta, tornou a funcionar.`,
  'callee-outage.crashed': ({ from, to }) => `Com ${code(to)} parado, um pedido fez ${code(from)} terminar.`,
  'callee-outage.hangs': ({ from, to, ms }) => `Com ${code(to)} parado, ${code(from)} não respondeu em ${seconds(ms)}.`,
  'callee-outage.only-health': ({ from, to, path, entry }) =>
    `Sem ${code(to)}, ${code(from)} ainda responde a ${code(path)}, como pode fazer uma página sobre a própria saúde: não foi encontrado outro caminho em que ele chame ${code(to)}. Existe? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  'callee-outage.pretends': ({ from, to, status }) =>
    `Com ${code(to)} parado, ${code(from)} respondeu ${status}, como se estivesse tudo bem.`,
  'callee-outage.not-back': ({ from, to }) => `Com ${code(to)} de volta, ${code(from)} ainda não responde como antes.`,
  'callee-outage.not-tried': ({ to }) => `${code(to)} não foi parado para descobrir: isso só é feito se você permitir.`,
  'callee-outage.gone-with-stop': ({ to }) => `${code(to)} roda com ${code('--rm')}: se parar, deixa de existir.`,
  'database-outage.expected': ({ role }) =>
    `Com o banco parado, ${role} responde 5xx em até 10 s; quando ele volta, tudo fica como antes.`,
  'database-outage.pass': ({ api, database, status, ms }) =>
    `Com ${code(database)} parado, ${code(api)} respondeu ${status}; ${seconds(ms)} depois que ele voltou, estava tudo bem de novo.`,
  'database-outage.not-tried': ({ database }) =>
    `Para saber, é preciso parar ${code(database)} por um instante, e isso depende do seu consentimento.`,
  'database-outage.would-be-gone': ({ database }) =>
    `${code(database)} foi iniciado com \`--rm\`, e sumiria assim que parasse: isso não foi testado.`,
  'database-outage.ended': ({ api, database }) => `Com ${code(database)} parado, ${code(api)} terminou também.`,
  'database-outage.hangs': ({ api, database }) =>
    `Com ${code(database)} parado, ${code(api)} não respondeu em 10 s: ele espera para sempre.`,
  'database-outage.silent': ({ api, database, detail }) =>
    `Com ${code(database)} parado, ${code(api)} não respondeu: ${detail}.`,
  'database-outage.claims': ({ api, database, status }) =>
    `Com ${code(database)} parado, ${code(api)} ainda respondeu ${status}, embora nada possa ter sido registrado.`,
  'database-outage.lost': ({ role, database }) =>
    `${code(database)} foi iniciado de novo, mas ${role} não se recuperou em 15 s.`,
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
