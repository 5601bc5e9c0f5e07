import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../../../test/fakes/in-english.ts';
import { planReadme } from './plan-readme.ts';

const folders = new Set(['server', 'client', 'services', 'services/api']);
const fenced = (language: string, ...lines: string[]) => [`\`\`\`${language}`, ...lines, '```'].join('\n');

function plan(...text: string[]) {
  const there = { folders, paths: new Set<string>(), call: () => undefined, textsCalled: () => [] };
  return planReadme(text.join('\n'), there);
}

function linesOf(...text: string[]): string[] {
  const found = plan(...text);
  if (found.kind !== 'script') throw new Error(`it is ${found.kind}`);
  return found.script.trimEnd().split('\n');
}

const build = 'docker build -t server ./server';
const run = 'docker run -d --name server --network app-net server';

describe('the commands of a README are found', () => {
  test.each(['', 'sh', 'bash', 'Bash', 'shell', 'console', 'zsh', '{.sh}', 'bash title="x"'])(
    'in a block marked “%s”',
    language => {
      expect(linesOf('# Desafio', 'Rode assim:', fenced(language, build, run))).toEqual([build, run]);
    },
  );

  test('not in blocks of other languages', () => {
    expect(plan(fenced('dockerfile', 'FROM lab/node:26'), fenced('yaml', 'a: docker run x')).kind).toBe('nothing');
  });

  test('between tildes, in lists, in quotations, and without an end', () => {
    expect(linesOf('~~~sh', build, '~~~')).toEqual([build]);
    expect(
      linesOf('1. Build:', '', '   ```bash', `   ${build}`, '   ```', '2. Run:', '   ```', `   ${run}`, '   ```'),
    ).toEqual([build, run]);
    expect(linesOf('> ```sh', `> ${build}`, '> ```')).toEqual([build]);
    expect(linesOf('```', build, run)).toEqual([build, run]);
  });

  test('in indented blocks', () => {
    expect(linesOf('Execute:', '', `    ${build}`, `    ${run}`, '', 'Pronto.')).toEqual([build, run]);
    expect(linesOf('Execute:', '', `\t${build}`)).toEqual([build]);
  });

  test('in plain text, and in the middle of a list', () => {
    expect(linesOf('COMO RODAR', '', build, run, 'docker run is used here.')).toEqual([build, run]);
    expect(linesOf(`1. \`${build}\``, `2. \`${run}\``)).toEqual([build, run]);
    expect(linesOf('docker run -d \\', '  --name x \\', '  y', 'fim')).toEqual([
      'docker run -d \\',
      '--name x \\',
      'y',
    ]);
  });

  test('in lines of prose, where no block has them', () => {
    const text = ['# X', `1) Construa: \`${build}\`.`, '2) Rode:', fenced('sh', run), `Usei \`${run}\``];
    expect(linesOf(...text, `Que faz: \`${run}\`.`)).toEqual([build, run]);
  });

  test('with Windows line ends and a mark at the beginning', () => {
    expect(linesOf(fenced('bash', build, run).replaceAll('\n', '\r\n'))).toEqual([build, run]);
  });
});

describe('prompts and output', () => {
  test.each([
    '$ ',
    '$  ',
    'ana@pc:~/desafio1$ ',
    'root@abc:/# ',
    '[ana@pc desafio]$ ',
    'PS C:\\Users\\Ana> ',
    'PS> ',
    'C:\\Users\\Ana>',
    '➜ ',
    '(venv) $ ',
    '~/x $ ',
    '# ',
    '> ',
  ])('“%s” is taken off, and what has none is output', prompt => {
    const block = fenced('console', `${prompt}${build}`, 'Sending build context', `${prompt}${run}`, '3f2a1b');
    expect(linesOf(block)).toEqual([build, run]);
  });

  test('output that has no prompt is left out even where nothing marks it', () => {
    expect(linesOf(fenced('', build, 'Successfully built 1234', "can't find it", run, '9f8e7d'))).toEqual([build, run]);
  });

  test('a comment is no prompt where there are commands without one', () => {
    expect(linesOf(fenced('sh', '# docker run -d --name other x', build, '# the server', run))).toEqual([build, run]);
    expect(linesOf(fenced('sh', `$ ${build}`, '# docker run -d x'))).toEqual([build]);
  });

  test('commands go on over several lines in each shell’s way', () => {
    expect(linesOf(fenced('bash', 'docker run -d \\', '  --name server \\  ', '  server'))).toEqual([
      'docker run -d \\',
      '  --name server \\',
      '  server',
    ]);
    expect(linesOf(fenced('powershell', 'docker run -d `', '  --name server `', '  server'))).toEqual([
      'docker run -d \\',
      '  --name server \\',
      '  server',
    ]);
    expect(linesOf(fenced('cmd', 'docker run -d ^', '  server'))).toEqual(['docker run -d \\', '  server']);
    expect(linesOf(fenced('console', '$ docker run -d \\', '> --name server \\', '> server', 'abc'))).toEqual([
      'docker run -d \\',
      '--name server \\',
      'server',
    ]);
  });

  test('quotes, loops and heredocs stay together', () => {
    const loop = ['for s in server client; do', '  docker build -t $s $s', 'done'];
    expect(linesOf(fenced('sh', ...loop, run))).toEqual([...loop, run]);
    const heredoc = ['cat > .env <<EOF', 'A=1', 'EOF'];
    expect(linesOf(fenced('sh', ...heredoc, run))).toEqual([...heredoc, run]);
    expect(linesOf(fenced('sh', 'docker run -d alpine sh -c "while true; do', 'sleep 1; done"'))).toEqual([
      'docker run -d alpine sh -c "while true; do',
      'sleep 1; done"',
    ]);
  });
});

describe('what is left out', () => {
  test('what only shows something, or is no docker command', () => {
    const looks = [
      'docker ps',
      'docker logs -f server',
      'curl localhost:8080',
      'git clone https://x',
      'docker network inspect app-net',
      'docker images | grep server',
      'docker container ls',
      'docker exec -it server sh',
      'npm install',
    ];
    expect(linesOf(fenced('sh', build, ...looks, run, ...looks))).toEqual([build, run]);
  });

  test('cleaning up at the end, and it is said', () => {
    const found = plan(
      fenced('sh', 'docker network create app-net', run),
      '## Limpeza',
      fenced('sh', 'docker rm -f server', 'docker network rm app-net', 'docker system prune -f'),
    );
    expect(found).toMatchObject({ kind: 'script', script: `docker network create app-net\n${run}\n` });
    expect(found.kind === 'script' && found.remarks.map(inEnglish).join()).toContain(
      'docker rm -f server; docker network rm app-net',
    );
  });

  test('but not removing what is made again afterwards', () => {
    const again = [run, 'docker rm -f server', run, 'docker stop server'];
    expect(linesOf(fenced('sh', ...again))).toEqual([run, 'docker rm -f server || true', run]);
    expect(linesOf(fenced('sh', 'docker rm -f $(docker ps -aq)', run))).toEqual([
      'docker rm -f $(docker ps -aq) || true',
      run,
    ]);
  });

  test('other ways, and Compose', () => {
    const found = plan(
      '# Desafio',
      fenced('sh', build, run),
      'Ou com Docker Compose:',
      fenced('sh', 'docker compose up -d'),
      '## Alternative',
      fenced('sh', 'docker run -d --name other x'),
    );
    expect(found).toMatchObject({
      kind: 'script',
      script: `${build}\n${run}\n`,
      remarks: [{ code: 'intake.alternatives-left-out', params: { count: 2 } }],
    });
    expect(linesOf(fenced('sh', 'docker-compose down', build))).toEqual([build]);
  });

  test('what is optional, where it would take a name twice', () => {
    const text = ['# Opcional', '## Build (opcional)', fenced('sh', build), '## Rodar', fenced('sh', run)];
    expect(linesOf(...text)).toEqual([build, run]);
    expect(linesOf(...text, '### Optional: with a port', fenced('sh', `${run} -p 80:80`))).toEqual([build, run]);
  });

  test('not what is said to be without Compose', () => {
    expect(linesOf('# X', '## Build', fenced('sh', build), '## Subindo sem Docker Compose', fenced('sh', run))).toEqual(
      [build, run],
    );
  });

  test('what somebody shows as output', () => {
    expect(linesOf(fenced('sh', build, run), 'Saída esperada:', fenced('', 'docker run was fine'))).toEqual([
      build,
      run,
    ]);
  });

  test('a Windows block beside one for bash', () => {
    expect(
      linesOf('### Linux', fenced('bash', build), '### Windows', fenced('powershell', '$env:A = "1"', 'docker run x')),
    ).toEqual([build]);
  });

  test('commands with something to fill in', () => {
    const found = plan(fenced('sh', build, 'docker run -d --name <nome> server'));
    expect(found).toMatchObject({ kind: 'script', script: `${build}\n` });
  });
});

test('only Compose is Compose, and only prose is nothing', () => {
  expect(plan(fenced('sh', 'docker compose up -d --build', 'docker compose ps')).kind).toBe('compose');
  expect(plan(fenced('sh', 'docker-compose up')).kind).toBe('compose');
  expect(plan('# Nada', 'Use docker.').kind).toBe('nothing');
  expect(plan('').kind).toBe('nothing');
});

describe('what another shell says', () => {
  test('the current folder is understood', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: PowerShell’s.
    expect(linesOf(fenced('powershell', 'docker run -d -v ${PWD}:/app x'))).toEqual(['docker run -d -v $PWD:/app x']);
    expect(linesOf(fenced('cmd', 'docker run -d -v %cd%:/app x'))).toEqual(['docker run -d -v $PWD:/app x']);
    expect(linesOf(fenced('sh', 'docker run -d -v $(pwd):/app x'))).toEqual(['docker run -d -v $(pwd):/app x']);
  });

  test.each([
    ['$env:TAG = "1"', '$env:TAG'],
    ['Set-Content a b', 'Set-Content'],
    ['$x = docker ps -q', '$x ='],
    ['docker run -v %USERPROFILE%:/x y', '%USERPROFILE%'],
  ])('%s is refused by name', (line, what) => {
    expect(plan(fenced('powershell', line, run))).toEqual({ kind: 'foreign', what });
  });
});

describe('details', () => {
  test('sudo is dropped', () => {
    expect(linesOf(fenced('sh', `sudo ${build}`, `sudo -E ${run}`))).toEqual([build, run]);
  });

  test('lists of commands are taken apart', () => {
    expect(linesOf(fenced('sh', `cd server && docker build -t server . && cd ..`, `${run}; docker ps`))).toEqual([
      'cd server',
      'docker build -t server .',
      'cd ..',
      run,
    ]);
    const kept = 'docker network inspect x || docker network create x';
    expect(linesOf(fenced('sh', kept))).toEqual([kept]);
  });

  test('cd goes where it is meant to go', () => {
    expect(
      linesOf(fenced('sh', 'cd server', 'docker build -t s .'), fenced('sh', 'cd client', 'docker build -t c .')),
    ).toEqual(['cd server', 'docker build -t s .', 'cd ../client', 'docker build -t c .']);
    expect(linesOf(fenced('sh', 'cd desafio-01', 'cd server', build))).toEqual(['cd server', build]);
    expect(linesOf(fenced('sh', 'cd repo/desafio-01/services/api/', build, 'cd ../../..', run))).toEqual([
      'cd services/api',
      build,
      'cd ../..',
      run,
    ]);
  });

  test('nobody is at the keyboard', () => {
    expect(linesOf(fenced('sh', 'docker run -it --name c alpine'))).toEqual(['docker run -dit --name c alpine']);
    expect(linesOf(fenced('sh', 'docker run -d -it --name c alpine'))).toEqual(['docker run -d -it --name c alpine']);
    expect(linesOf(fenced('sh', run, 'docker exec -it db psql -c "CREATE TABLE a(b int)"'))).toEqual([
      run,
      'docker exec -i db psql -c "CREATE TABLE a(b int)"',
    ]);
  });
});

test.each([
  ['a hundred thousand quotes', "'\n".repeat(100_000)],
  ['prompts without an end', `$ ${'a'.repeat(200_000)}`],
  ['brackets', '['.repeat(100_000)],
  ['fences', '```\n'.repeat(20_000)],
  ['spaces', `docker run ${' '.repeat(100_000)}x\n`.repeat(5)],
  ['open loops', 'for x in y; do\n'.repeat(5_000)],
  ['results', `${'result '.repeat(50_000)}\n\`\`\`\ndocker run x\n\`\`\`\n`],
  ['colons', `${': '.repeat(100_000)}\n`],
  ['dockers', `${'docker run '.repeat(50_000)}\n`],
  ['tables', `| a | \`docker run x\` |\n`.repeat(20_000)],
  ['open code', `${'<code>'.repeat(50_000)}\n<pre>\n`.repeat(3)],
  ['curls', `${'curl -s '.repeat(50_000)}\n`],
  ['headings', '#'.repeat(100_000)],
  ['short prompts', '$ docker run "\n'.repeat(5_000)],
  ['backticks', '`docker run x`\n'.repeat(20_000)],
  ['at signs', `${'a@'.repeat(50_000)}\n`],
])(
  '%s take no time',
  (_, text) => {
    expect(() => plan(fenced('sh', text), text)).not.toThrow();
  },
  10_000,
);
