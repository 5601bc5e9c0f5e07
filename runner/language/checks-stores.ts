import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const quoted = (text: string) => (text === '' ? '' : ` “${text}”`);
const list = (and: string) => (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`;

const en = {
  rows: {
    expected: 'Each access adds a row to a table of yours, as PostgreSQL itself counts them.',
    pass: (requests: number, path: string, added: number, name: string) =>
      `${requests} requests to ${code(path)} added ${added} rows, as ${code(name)} counts them.`,
    fewer: (requests: number, path: string, added: number, name: string) =>
      `${requests} requests to ${code(path)} added only ${added} ${added === 1 ? 'row' : 'rows'} to ${code(name)}.`,
    rewritten: (requests: number, path: string, name: string, tables: readonly string[]) =>
      `${requests} requests to ${code(path)} changed rows in ${tables.map(code).join(', ')} of ${code(name)}, but added none: each access has to be a row of its own.`,
    noTable: (requests: number, path: string, name: string) =>
      `${requests} requests to ${code(path)} were answered, but ${code(name)} has no table of yours yet.`,
    none: (requests: number, path: string, name: string, tried: number) =>
      `${requests} requests to ${code(path)} added no row to any table of ${code(name)}${tried > 1 ? `, nor did ${tried - 1} other paths that were tried` : ''}.`,
  },
  noPath: (api: string, paths: string, entry: string) =>
    `The path that counts was not found: ${code(api)} has none of those that it was asked for (${paths}). Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  counter: {
    expected: 'Each access advances a counter in Redis by one, and the answer shows the number.',
    pass: (requests: number, path: string, name: string, body: string) =>
      `${requests} requests to ${code(path)} advanced the counter in ${code(name)}, and the answer shows it:${quoted(body)}`,
    none: (requests: number, path: string, name: string, tried: number) =>
      `${requests} requests to ${code(path)} advanced no counter in ${code(name)}${tried > 1 ? `, nor did ${tried - 1} other paths that were tried` : ''}.`,
    fewer: (requests: number, path: string, advance: number, name: string) =>
      `${requests} requests to ${code(path)} advanced the counter in ${code(name)} by only ${advance}.`,
    hidden: (requests: number, path: string, name: string, body: string) =>
      `${requests} requests to ${code(path)} advanced a counter in ${code(name)}, but the answers do not show its number:${quoted(body)}`,
  },
  store: {
    silent: (name: string) => `${code(name)} runs, but nothing in it listens on a TCP port.`,
    notReady: (name: string, detail: string) => `${code(name)} was not ready in time: ${detail}.`,
    password: (name: string, detail: string) =>
      `The lab could not ask ${code(name)} what it counts: no password in the containers’ settings fits (${detail}).`,
    other: (name: string, detail: string) => `The lab could not ask ${code(name)} what it counts: ${detail}.`,
    status: (name: string, path: string, status: number) => `${code(name)} answered ${status} to ${code(path)}.`,
    noAnswer: (name: string, path: string) => `${code(name)} did not answer to ${code(path)} in time.`,
    failed: (name: string, path: string, detail: string) => `${code(name)} did not answer to ${code(path)}: ${detail}.`,
  },
  private: {
    expected: 'The API finds the database and the cache by name, and neither has a port published to the host.',
    pass: (ways: readonly string[]) => `The API asks for ${list('and')(ways)}; no port of theirs is published.`,
    byName: (name: string) => code(name),
    published: (name: string, endpoint: string) =>
      `${code(name)} is published to the host at ${code(endpoint)}; only the containers on its network need it.`,
    byAddress: (from: string, to: string, address: string) =>
      `${code(from)} connects to ${code(to)} at the address ${code(address)}, without asking for a name.`,
    hostsFile: (from: string, to: string, entry: string) =>
      `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
    written: (from: string, to: string, address: string) =>
      `The address of ${code(to)}, ${code(address)}, is written in the files of ${code(from)}.`,
    detour: (from: string, to: string, endpoint: string) =>
      `${code(from)} reaches ${code(to)} through the host and a published port (${code(endpoint)}).`,
    noCall: (from: string, to: string) => `No connection of ${code(from)} to ${code(to)} was seen.`,
    asked: (name: string, paths: readonly string[], more: number, entry: string) =>
      ` ${code(name)} was asked for ${list('and')([...paths.map(code), ...(more > 0 ? [`${more} more`] : [])])}. Is it another path that needs both? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
    unclear: (from: string, to: string) =>
      `${code(from)} is connected to ${code(to)}, but nothing shows whether it asked for a name.`,
  },
  volume: {
    expected: 'The folder in which PostgreSQL keeps its files is on a volume that has a name.',
    pass: (volume: string, name: string, folder: string) =>
      `${code(name)} keeps its files (${code(folder)}) on the volume ${code(volume)}.`,
    anonymous: (name: string, folder: string) =>
      `${code(name)} keeps its files (${code(folder)}) on a volume without a name, which is easily lost with the container.`,
    bind: (name: string, folder: string, source: string) =>
      `${code(name)} keeps its files (${code(folder)}) in a folder of the host, ${code(source)}: that is a bind mount, not a volume.`,
    memory: (name: string, folder: string) =>
      `${code(name)} keeps its files (${code(folder)}) in memory: they are gone when it stops.`,
    inside: (name: string, folder: string) =>
      `${code(name)} keeps its files (${code(folder)}) in the container itself: they go with it.`,
    notTold: (name: string) => `The lab could not learn where ${code(name)} keeps its files.`,
    elsewhere: (volume: string, target: string, folder: string) =>
      `The volume ${code(volume)} is mounted at ${code(target)}, but PostgreSQL keeps its files in ${code(folder)}.`,
  },
  outage: {
    expected: 'While the database is stopped, the API answers 5xx within 10 s; once it is back, all is as before.',
    pass: (api: string, database: string, status: number, ms: number) =>
      `With ${code(database)} stopped, ${code(api)} answered ${status}; ${seconds(ms)} after it was back, all was well again.`,
    notTried: (database: string) =>
      `To tell, ${code(database)} has to be stopped for a moment, which takes your consent.`,
    wouldBeGone: (database: string) =>
      `${code(database)} was run with \`--rm\`, so that it would be gone once it is stopped: this was not tried.`,
    ended: (api: string, database: string) => `With ${code(database)} stopped, ${code(api)} ended too.`,
    hangs: (api: string, database: string) =>
      `With ${code(database)} stopped, ${code(api)} did not answer within 10 s: it waits for ever.`,
    silent: (api: string, database: string, detail: string) =>
      `With ${code(database)} stopped, ${code(api)} did not answer: ${detail}.`,
    claims: (api: string, database: string, status: number) =>
      `With ${code(database)} stopped, ${code(api)} still answered ${status}, though nothing can have been recorded.`,
    lost: (database: string) => `${code(database)} was started again, but the API did not recover within 15 s.`,
  },
};

const ptBR: typeof en = {
  rows: {
    expected: 'Cada acesso acrescenta uma linha a uma tabela sua, pela contagem do próprio PostgreSQL.',
    pass: (requests, path, added, name) =>
      `${requests} requisições a ${code(path)} acrescentaram ${added} linhas, pela contagem de ${code(name)}.`,
    fewer: (requests, path, added, name) =>
      `${requests} requisições a ${code(path)} acrescentaram só ${added} ${added === 1 ? 'linha' : 'linhas'} em ${code(name)}.`,
    rewritten: (requests, path, name, tables) =>
      `${requests} requisições a ${code(path)} alteraram linhas em ${tables.map(code).join(', ')} de ${code(name)}, mas não acrescentaram nenhuma: cada acesso precisa ser uma linha própria.`,
    noTable: (requests, path, name) =>
      `${requests} requisições a ${code(path)} foram respondidas, mas ${code(name)} ainda não tem nenhuma tabela sua.`,
    none: (requests, path, name, tried) =>
      `${requests} requisições a ${code(path)} não acrescentaram linha a nenhuma tabela de ${code(name)}${tried > 1 ? `, e os outros caminhos experimentados (${tried - 1}) também não` : ''}.`,
  },
  noPath: (api, paths, entry) =>
    `Não foi encontrado o caminho que conta: ${code(api)} não tem nenhum dos que foram pedidos (${paths}). É outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
  counter: {
    expected: 'Cada acesso aumenta em um o contador no Redis, e a resposta mostra o número.',
    pass: (requests, path, name, body) =>
      `${requests} requisições a ${code(path)} incrementaram o contador em ${code(name)}, e a resposta mostra o número:${quoted(body)}`,
    none: (requests, path, name, tried) =>
      `${requests} requisições a ${code(path)} não incrementaram nenhum contador em ${code(name)}${tried > 1 ? `, e os outros caminhos experimentados (${tried - 1}) também não` : ''}.`,
    fewer: (requests, path, advance, name) =>
      `${requests} requisições a ${code(path)} aumentaram o contador em ${code(name)} em apenas ${advance}.`,
    hidden: (requests, path, name, body) =>
      `${requests} requisições a ${code(path)} incrementaram um contador em ${code(name)}, mas as respostas não mostram o número dele:${quoted(body)}`,
  },
  store: {
    silent: name => `${code(name)} está rodando, mas nada nele escuta em uma porta TCP.`,
    notReady: (name, detail) => `${code(name)} não ficou pronto a tempo: ${detail}.`,
    password: (name, detail) =>
      `O lab não conseguiu perguntar a ${code(name)} o que ele conta: nenhuma senha nas configurações dos contêineres serve (${detail}).`,
    other: (name, detail) => `O lab não conseguiu perguntar a ${code(name)} o que ele conta: ${detail}.`,
    status: (name, path, status) => `${code(name)} respondeu ${status} a ${code(path)}.`,
    noAnswer: (name, path) => `${code(name)} não respondeu a ${code(path)} a tempo.`,
    failed: (name, path, detail) => `${code(name)} não respondeu a ${code(path)}: ${detail}.`,
  },
  private: {
    expected: 'A API encontra o banco e o cache pelo nome, e nenhum dos dois tem porta publicada no host.',
    pass: ways => `A API pergunta por ${list('e')(ways)}; nenhuma porta deles está publicada.`,
    byName: name => code(name),
    published: (name, endpoint) =>
      `${code(name)} está publicado no host em ${code(endpoint)}; só os contêineres da rede dele precisam alcançá-lo.`,
    byAddress: (from, to, address) =>
      `${code(from)} se conecta a ${code(to)} no endereço ${code(address)}, sem perguntar por um nome.`,
    hostsFile: (from, to, entry) =>
      `${code(from)} tem o endereço de ${code(to)} escrito à mão (${code(`--add-host ${entry}`)}).`,
    written: (from, to, address) =>
      `O endereço de ${code(to)}, ${code(address)}, está escrito nos arquivos de ${code(from)}.`,
    detour: (from, to, endpoint) =>
      `${code(from)} chega a ${code(to)} pelo host e por uma porta publicada (${code(endpoint)}).`,
    noCall: (from, to) => `Nenhuma conexão de ${code(from)} com ${code(to)} foi vista.`,
    asked: (name, paths, more, entry) =>
      ` Pedimos ${list('e')([...paths.map(code), ...(more > 0 ? [`mais ${more}`] : [])])} a ${code(name)}. O caminho que precisa dos dois é outro? Escreva-o no ${code('lab.json')} da sua pasta: ${code(entry)}.`,
    unclear: (from, to) => `${code(from)} está conectado a ${code(to)}, mas nada mostra se ele perguntou por um nome.`,
  },
  volume: {
    expected: 'A pasta em que o PostgreSQL guarda os seus arquivos fica em um volume que tem nome.',
    pass: (volume, name, folder) =>
      `${code(name)} guarda os seus arquivos (${code(folder)}) no volume ${code(volume)}.`,
    anonymous: (name, folder) =>
      `${code(name)} guarda os seus arquivos (${code(folder)}) em um volume sem nome, que se perde facilmente com o contêiner.`,
    bind: (name, folder, source) =>
      `${code(name)} guarda os seus arquivos (${code(folder)}) em uma pasta do host, ${code(source)}: isso é um bind mount, não um volume.`,
    memory: (name, folder) =>
      `${code(name)} guarda os seus arquivos (${code(folder)}) na memória: eles somem quando ele para.`,
    inside: (name, folder) =>
      `${code(name)} guarda os seus arquivos (${code(folder)}) no próprio contêiner: eles somem com ele.`,
    notTold: name => `O lab não conseguiu saber onde ${code(name)} guarda os seus arquivos.`,
    elsewhere: (volume, target, folder) =>
      `O volume ${code(volume)} está montado em ${code(target)}, mas o PostgreSQL guarda os seus arquivos em ${code(folder)}.`,
  },
  outage: {
    expected: 'Com o banco parado, a API responde 5xx em até 10 s; quando ele volta, tudo fica como antes.',
    pass: (api, database, status, ms) =>
      `Com ${code(database)} parado, ${code(api)} respondeu ${status}; ${seconds(ms)} depois que ele voltou, estava tudo bem de novo.`,
    notTried: database =>
      `Para saber, é preciso parar ${code(database)} por um instante, e isso depende do seu consentimento.`,
    wouldBeGone: database =>
      `${code(database)} foi iniciado com \`--rm\`, e sumiria assim que parasse: isso não foi testado.`,
    ended: (api, database) => `Com ${code(database)} parado, ${code(api)} terminou também.`,
    hangs: (api, database) =>
      `Com ${code(database)} parado, ${code(api)} não respondeu em 10 s: ele espera para sempre.`,
    silent: (api, database, detail) => `Com ${code(database)} parado, ${code(api)} não respondeu: ${detail}.`,
    claims: (api, database, status) =>
      `Com ${code(database)} parado, ${code(api)} ainda respondeu ${status}, embora nada possa ter sido registrado.`,
    lost: database => `${code(database)} foi iniciado de novo, mas a API não se recuperou em 15 s.`,
  },
};

/** What the checks of databases and caches say: observed and expected, for each kind. */
export const storeMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
