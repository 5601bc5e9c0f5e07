import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Verdict } from '../../checks/verdict.ts';
import { craftZip } from '../fakes/archives.ts';
import { caller, gravador, pair, published, server } from './programs.ts';

/** What becomes of one challenge: how it ends, and what becomes of each of its objectives. */
export interface Expected {
  readonly outcome: string;
  readonly objectives: Readonly<Record<string, Verdict>>;
}

/** Somebody who hands in one challenge, or a few, in a manner of their own; the verdicts are a person's. */
export interface Manner {
  readonly id: string;
  /** Path below the class's folder → content. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly expected: Readonly<Record<string, Expected>>;
}

/** What Windows in Brazil and Western Europe writes: code page 850's letters, as far as these names need them. */
const page850: Readonly<Record<string, number>> = { é: 0x82, ç: 0x87, í: 0xa1, ó: 0xa2, ã: 0xc6 };
const in850 = (name: string) => Buffer.from([...name].map(letter => page850[letter] ?? letter.charCodeAt(0)));

/** A zip with names as they are given: backslashes stay, and code page 850 is not said to be that, as on Windows. */
const zipOf = (files: Readonly<Record<string, string>>, encoding: 'utf8' | 'cp850' = 'utf8') =>
  craftZip(
    Object.entries(files).map(([name, content]) =>
      encoding === 'utf8' ? { name, content } : { name: in850(name), content, flags: 0, mode: 0 },
    ),
  );

const first = '01-networked-containers';
const second = '02-sqlite-volume';
const fourth = '04-paired-microservices';

const all = (verdict: Verdict, ...ids: readonly string[]) => Object.fromEntries(ids.map(id => [id, verdict]));
const ofFirst = ['custom-network', 'server-answers', 'own-image', 'periodic-requests', 'by-name', 'no-compose'];
const ofSecond = ['named-volume', 'database-in-volume', 'has-rows', 'survives-recreation', 'integrity', 'no-compose'];
const rightFirst: Expected = { outcome: 'graded', objectives: all('pass', ...ofFirst, 'survives-restart') };
const rightSecond: Expected = { outcome: 'graded', objectives: all('pass', ...ofSecond, 'not-root') };

const below = (folder: string, files: Readonly<Record<string, string | Buffer>>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

/** The programs of challenge 1 with their Dockerfiles, and what somebody types to bring them up. */
const programs = { ...below('porteiro', server), ...below('visita', caller) };
const typed = [
  'docker network create praia',
  'docker build -t praia/porteiro porteiro',
  'docker build -t praia/visita visita',
  'docker run -d --name porteiro --network praia praia/porteiro',
  'docker run -d --name visita --network praia -e ALVO=porteiro:7000 praia/visita',
];
const lines = typed.join('\n');
const script = (text: string) => `#!/bin/bash\n${text}\n`;

const one = (id: string, folder: string, files: Manner['files'], expected: Expected = rightFirst): Manner => ({
  id,
  files: below(`${id}/${folder}`, { ...programs, ...files }),
  expected: { [first]: expected },
});

const secondLines = [
  'docker volume create fichas',
  'docker build -t gravador .',
  'docker run -d --name gravador -v fichas:/banco gravador',
].join('\n');

/**
 * People who never saw the lab's names, each with right or wrong work in another manner: how it is packed, where it says how it
 * is brought up, and in which words.
 */
export const manners: readonly Manner[] = [
  {
    id: 'lima',
    files: {
      'lima_LATE_3001_90001_desafio1.zip': zipOf({ ...programs, 'up.sh': script(lines) }),
      'lima_LATE_3001_90002_desafio2.zip': zipOf({ ...gravador, 'up.sh': script(secondLines) }),
    },
    expected: { [first]: rightFirst, [second]: rightSecond },
  },
  {
    id: 'codepage',
    files: {
      'codepage.zip': zipOf(
        {
          ...below('Exercício 1\\recepção', server),
          ...below('Exercício 1\\visita', caller),
          'Exercício 1\\up.sh': script(lines.replace('praia/porteiro porteiro', 'praia/porteiro ./recepção')),
        },
        'cp850',
      ),
    },
    expected: { [first]: rightFirst },
  },
  one('in-sentences', 'Atividade 1', {
    'LEIAME.md': `# Porteiro e visita\n\n${typed.map((it, nth) => `${nth + 1}. Rode \`${it}\` e espere.`).join('\n')}\n`,
  }),
  one('in-a-table', 'Tarefa 1', {
    'README.md': `# Passos\n\n| passo | comando |\n| --- | --- |\n${typed.map((it, nth) => `| ${nth + 1} | \`${it}\` |`).join('\n')}\n`,
  }),
  one('in-html', 'lab1', {
    'README.md': `<details><summary>How to run it</summary>\n<pre><code>\n${lines}\n</code></pre>\n</details>\n`,
  }),
  one('never-closed', 'Prática 1', {
    'README.md': `## Execução\n\n\`\`\`bash\n${lines}\n\nDepois disso os dois conversam na rede praia, a cada dois segundos.\n`,
  }),
  one('notes-beside', 'Etapa I', { 'como executar.txt': `Como executar:\n\n${lines}\n\nFim.\n` }),
  one('two-scripts', 'desafio 1', {
    'setup.sh': script(typed.slice(0, 3).join('\n')),
    'run.sh': script(typed.slice(3).join('\n')),
  }),
  one('by-words', 'exercise-1', {
    'run.sh': script(
      `case "$1" in\n  build) ${typed.slice(0, 3).join('\n')} ;;\n  up) ${typed.slice(3).join('\n')} ;;\n  down) docker rm -f porteiro visita ;;\n  *) echo "usage: $0 build|up|down"; exit 1 ;;\nesac`,
    ),
  }),
  one('on-windows', 'd1', {
    'run.ps1': `# Porteiro\n${lines.replace('--network praia praia/porteiro', '`\r\n  -p 7000:7000 --network praia `\r\n  praia/porteiro')}\nStart-Sleep -Seconds 2\ncurl.exe http://localhost:7000\n`,
  }),
  one(
    'composed',
    'desafio1',
    {
      'README.md': '# Subir\n\n```sh\ndocker compose up --build -d\n```\n',
      'compose.yaml': 'services:\n  porteiro:\n    build: porteiro\n',
    },
    {
      outcome: 'compose-only',
      objectives: { ...all('blocked', ...ofFirst, 'survives-restart'), 'no-compose': 'fail' },
    },
  ),
  one(
    'shows-and-cleans',
    'challenge-1',
    {
      'demo.sh': script(
        `set -e\n${lines}\nuntil docker logs porteiro | grep -q GET; do sleep 1; done\nsleep 6\ndocker logs visita\ndocker rm -f visita\ndocker rm -f porteiro\ndocker network rm praia`,
      ),
    },
    { outcome: 'graded', objectives: { ...all('pass', ...ofFirst), 'survives-restart': 'pass' } },
  ),
  one('mounts-its-own', '1', {
    'saudacao.txt': 'bom dia\n',
    'up.sh': script(
      lines.replace(
        '--name porteiro',
        '--name porteiro -v "$PWD/saudacao.txt:/app/saudacao.txt:ro" -e TEXTO=/app/saudacao.txt',
      ),
    ),
  }),
  one('waits', 'desafio_01', {
    'up.sh': script(
      `${lines}\ndocker run -d --name espera --entrypoint node lab/node:26 -e "setTimeout(() => {}, 1500)"\n[ "$(docker wait espera)" = 0 ] || exit 1\ndocker run -it --rm --entrypoint node lab/node:26 -e "console.log('pronto')"`,
    ),
  }),
  one('own-run-sh', 'Desafio1', {
    'visita/run.sh': 'exec node call.js\n',
    'README.md': `# Passos\n\n~~~\n${lines}\n~~~\n`,
    'visita/Dockerfile': 'FROM lab/node:26-dev\nWORKDIR /app\nCOPY call.js run.sh ./\nENTRYPOINT ["sh", "run.sh"]\n',
  }),
  one('says-it-twice', 'desafio-1', {
    'up.sh': script(
      lines.replace('docker network create praia', 'docker network creat praia').replace(/^/, 'set -e\n'),
    ),
    'README.md': `# Passos\n\n\`\`\`bash\n${lines}\n\`\`\`\n`,
  }),
  one(
    'not-built',
    'desafio1',
    {
      'up.sh': script(
        `${lines.replace('docker build -t praia/porteiro porteiro', 'docker tag lab/node:26-dev praia/porteiro')} `.replace(
          'praia praia/porteiro',
          "praia --entrypoint node praia/porteiro -e \"require('node:http').createServer((q, r) => { console.log(q.method, q.url); r.end('oi') }).listen(7000)\"",
        ),
      ),
    },
    { outcome: 'graded', objectives: { ...all('pass', ...ofFirst, 'survives-restart'), 'own-image': 'fail' } },
  ),
  {
    id: 'on-request',
    files: below('on-request/desafio2', {
      ...published,
      'README.md': `# Fichas\n\n\`\`\`bash\ndocker volume create fichas\ndocker build -t fichario .\ndocker run -d --name fichario -p 8091:8091 -v fichas:/banco fichario\n\`\`\`\n\nPara gravar:\n\n\`\`\`bash\ncurl -X POST localhost:8091/fichas -d 'um'\ncurl -X POST localhost:8091/fichas -d 'dois'\ncurl localhost:8091/fichas\n\`\`\`\n`,
    }),
    expected: { [second]: rightSecond },
  },
  {
    id: 'url-in-the-code',
    files: below('url-in-the-code/desafio4', pair),
    expected: {
      [fourth]: {
        outcome: 'graded',
        objectives: {
          ...all('pass', 'custom-network', 'two-images', 'provider-answers', 'consumer-answers', 'calls-on-request'),
          ...all('pass', 'by-internal-name', 'shows-provider-data', 'no-compose'),
          'fails-gracefully': 'fail',
        },
      },
    },
  },
];

/** Writes them into a class's folder. */
export async function writeManners(place: string): Promise<void> {
  for (const { files } of manners) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(place, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}
