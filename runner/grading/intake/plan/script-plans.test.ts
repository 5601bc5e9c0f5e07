import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../../test/fakes/in-english.ts';
import { plannedPart, scriptsOf } from '../../../test/fakes/planned-part.ts';

const up = 'docker run -d --name porteiro x\n';
const fenced = (...lines: string[]) => ['```sh', ...lines, '```'].join('\n');

describe('several scripts', () => {
  test('what makes something that another one needs is run before it, though that one builds, too', () => {
    const files = { 'setup.sh': 'docker network create rede\n', 'run.sh': `docker build -t x .\n${up}` };
    expect(scriptsOf(files)).toEqual([['bash ./setup.sh', 'bash ./run.sh']]);
    const twice = { 'criar.sh': 'docker network create n', 'up.sh': `docker network create n\n${up}` };
    expect(scriptsOf(twice)[0]).toEqual(['bash ./up.sh']);
  });

  test('those that each start other containers are run one after the other, where the first does not do', () => {
    const found = scriptsOf({ 'cliente.sh': 'docker run --name c x', 'servidor.sh': 'docker run --name s x' });
    expect(found).toEqual([['bash ./cliente.sh'], ['bash ./cliente.sh', 'bash ./servidor.sh'], ['bash ./servidor.sh']]);
  });

  test('a README says in which order, and with which words', () => {
    const readme = fenced('chmod +x *.sh', './preparar.sh', 'bash subir.sh tudo', './subir.sh logs', './derrubar.sh');
    const files = {
      'preparar.sh': 'x=1\n',
      'subir.sh': up,
      'derrubar.sh': 'docker rm -f porteiro',
      'README.md': readme,
    };
    expect(scriptsOf(files)).toContainEqual(['chmod +x *.sh', 'bash ./preparar.sh', 'bash ./subir.sh tudo']);
  });

  test('the next plan is another file’s, each is there once, and there are three at most', () => {
    const files = {
      ...{ 'up.sh': up, 'README.md': fenced('docker run -d outro'), 'notas.txt': 'docker run -d y', 'start.sh': up },
    };
    const { plan, fallbacks = [] } = plannedPart(files);
    expect([plan, ...fallbacks.map(it => it.plan)]).toMatchObject([
      { file: 'up.sh' },
      { file: 'README.md' },
      { file: 'start.sh' },
    ]);
    expect(scriptsOf({ 'up.sh': up, 'README.md': fenced('bash up.sh') })).toEqual([['bash ./up.sh']]);
  });
});

describe('scripts that want a word', () => {
  const branches =
    'case "$1" in\n  build) docker build -t x . ;;\n  up|start) docker run -d x ;;\n  down) docker rm -f x ;;\n';

  test('are called with those that bring something up, in order', () => {
    const found = plannedPart({ 'run.sh': `${branches}  *) echo "usage: $0 build|up|down"; exit 1 ;;\nesac\n` });
    expect(found.plan).toMatchObject({ script: 'bash ./run.sh build\nbash ./run.sh up\n' });
    expect(found.remarks.map(inEnglish)).toEqual(['“run.sh” wants a word, and was called with: build, up.']);
    expect(found.fallbacks?.map(({ plan }) => plan.script)).toEqual(['bash ./run.sh up\n', 'bash ./run.sh\n']);
  });

  test('in Portuguese, by a variable, and by a comparison', () => {
    const variable = 'ACAO="$1"\ncase $ACAO in\n"subir") docker run x;;\nparar) docker rm x;;\nesac\n';
    expect(scriptsOf({ 'up.sh': variable })[0]).toEqual(['bash ./up.sh subir']);
    const compared = 'if [ "$1" = "iniciar" ]; then\n docker run x\nelif [ "$1" == "parar" ]; then\n docker rm x\nfi\n';
    expect(scriptsOf({ 'up.sh': compared })[0]).toEqual(['bash ./up.sh iniciar']);
  });

  test('not where one is understood, or none is needed', () => {
    for (const text of [
      `${branches.replace('"$1"', '"$' + '{1:-up}"')}esac\n`,
      `${branches}  *) docker build -t x . && docker run -d x ;;\nesac\n`,
      'docker run -d x\n[ "$1" = "--logs" ] && docker logs x\n',
    ])
      expect(scriptsOf({ 'run.sh': text })).toEqual([['bash ./run.sh']]);
  });
});

test('a script in some folder is run where it finds what it builds', () => {
  const context = { 'servidor/Dockerfile': '' };
  expect(scriptsOf({ ...context, 'automacao/subir.sh': `docker build -t s ./servidor\n${up}` })).toEqual([
    ['bash ./automacao/subir.sh'],
  ]);
  expect(scriptsOf({ ...context, 'automacao/subir.sh': `docker build -t s ../servidor\n${up}` })).toEqual([
    ['cd ./automacao && bash ./subir.sh'],
  ]);
  expect(scriptsOf({ 'desafio2/up.sh': up })).toEqual([]);
});

test('a script finds a folder whose accents are written in another form', () => {
  const [decomposed, composed] = ['serviço'.normalize('NFD'), 'serviço'.normalize('NFC')];
  const files = { 'up.sh': `docker build -t x ./${composed}\n${up}`, [`${decomposed}/Dockerfile`]: '' };
  expect(scriptsOf(files)).toEqual([
    [`[ -e './${composed}' ] || ln -s '${decomposed}' './${composed}'`, 'bash ./up.sh'],
  ]);
  expect(scriptsOf({ ...files, 'up.sh': `docker build -t x ./${decomposed}\n${up}` })).toEqual([['bash ./up.sh']]);
});

test.each([
  ['choices', 'up.sh', 'case $1 in\n'.repeat(80_000)],
  ['empty lines', 'Dockerfile', `${'\n'.repeat(500_000)}COPY up.sh /`],
  ['builds', 'a/b.sh', `docker run x\n${'build '.repeat(150_000)}`],
  ['comments', 'up.ps1', '<#'.repeat(400_000)],
])(
  '%s without end take no time',
  (_, name, text) => {
    expect(() => plannedPart({ 'x.sh': up, [name]: text })).not.toThrow();
  },
  10_000,
);

test('a container’s own program is no instructions', () => {
  const own = { Dockerfile: 'FROM x\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n', 'run.sh': 'node server.js\n' };
  const { plan, notTaken } = plannedPart({ ...own, 'README.md': fenced('docker run -d outro') });
  expect(plan).toMatchObject({ file: 'README.md' });
  expect(notTaken?.map(({ path, reason }) => [path, inEnglish(reason)])).toContainEqual([
    'run.sh',
    '“run.sh” is put into an image by a Dockerfile: it is a container’s own program.',
  ]);
  expect(plannedPart({ ...own, 'run.sh': up }).plan).toMatchObject({ file: 'run.sh' });
});

describe('scripts for Windows', () => {
  test('of docker commands are translated, and it is said', () => {
    const text = [
      '# Sobe tudo',
      'Write-Host "oi"',
      'docker build -t s .\\servidor',
      'docker run -d `',
      '  -v $' + '{PWD}\\dados:/dados `',
      '  --name porteiro s | Out-Null',
      'Start-Sleep -Seconds 3',
      'curl.exe -X POST localhost:8080/x',
    ];
    const found = plannedPart({ 'subir.ps1': text.join('\r\n') });
    expect(found.plan).toMatchObject({
      file: 'subir.ps1',
      script:
        'docker build -t s ./servidor\ndocker run -d -v $PWD/dados:/dados --name porteiro s >/dev/null\nsleep 3\ncurl -X POST localhost:8080/x\n',
    });
    expect(found.remarks.map(inEnglish)).toEqual([
      '“subir.ps1” is for PowerShell or cmd; its commands were translated for bash.',
    ]);
    const batch =
      '@echo off\r\nREM x\r\ncd /d %~dp0\r\ndocker run -d ^\r\n  -v %cd%:/a x >nul 2>&1\r\ntimeout /t 4 /nobreak\r\npause\r\n';
    expect(scriptsOf({ 'up.bat': batch })).toEqual([['docker run -d -v $PWD:/a x >/dev/null 2>&1', 'sleep 4']]);
  });

  test.each([
    ['up.ps1', 'docker run x\nif ($LASTEXITCODE) { exit 1 }', 'if ($'],
    ['up.ps1', '$env:A = 1\ndocker run x', '$env:A'],
    ['up.cmd', 'docker run x\nif errorlevel 1 goto fim', 'if errorlevel'],
    ['up.bat', 'set A=1\r\ndocker run -e A=%A% x', 'set A=1'],
  ])('%s with more than that is refused by name', (file, text, what) => {
    const { plan } = plannedPart({ [file]: text });
    expect(plan.kind === 'none' && inEnglish(plan.because)).toBe(
      `The commands in “${file}” use “${what}”, which only PowerShell or cmd understands: bash cannot run them.`,
    );
  });
});

test.each([
  [{ Makefile: 'up:\n\t@docker compose up -d\n' }, 'Makefile'],
  [{ 'subir.bat': '@echo off\ndocker-compose up -d' }, 'subir.bat'],
  [{ 'README.md': 'Basta um `docker compose up -d` e pronto.' }, 'README.md'],
  [{ 'README.md': fenced('./sobe.sh'), 'sobe.sh': 'docker compose up -d' }, 'sobe.sh'],
  [{ 'README.md': fenced('docker compose up -d', 'docker exec db ls'), 'x.txt': 'nada' }, 'README.md'],
  [{ 'infra/x/sobe.sh': 'docker compose up -d' }, 'infra/x/sobe.sh'],
])('%j is left to Compose', (files, file) => {
  expect(plannedPart(Object.fromEntries(Object.entries(files))).plan).toEqual({ kind: 'compose-only', file });
});
