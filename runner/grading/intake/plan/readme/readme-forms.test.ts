import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../../../test/fakes/in-english.ts';
import { plannedPart, scriptsOf } from '../../../../test/fakes/planned-part.ts';

const network = 'docker network create rede';
const build = 'docker build -t porteiro .';
const run = 'docker run -d --name porteiro --network rede porteiro';
const all = [network, build, run];
const fence = '```';

/** What is run of a README with this text first. */
function linesOf(...text: string[]): readonly string[] {
  return scriptsOf({ 'README.md': text.join('\n'), Dockerfile: 'FROM x\n' })[0] ?? [];
}

describe('commands are found wherever they stand', () => {
  test.each<[string, readonly string[]]>([
    ['in a sentence', [`Primeiro, \`${network}\`; depois \`${build}\` e por fim \`${run}\` sobem tudo.`]],
    [
      'in sentences of a list',
      [`- Use \`${network}\` para a rede`, `- \`${build}\` cria a imagem`, `- E \`${run}\` sobe`],
    ],
    ['between three backticks, with line breaks', [`${fence}${network} <br> ${build} <br/>${run}${fence}`]],
    [
      'in code that goes on in the next line',
      [`\`${network}\` e \`${build}\``, 'e `docker run -d --name porteiro', '--network rede porteiro` sobem.'],
    ],
    [
      'in a table',
      [
        '| Passo | Comando |',
        '|---|---|',
        `| Rede | \`${network}\` |`,
        `| Imagem | ${build} |`,
        `| Subir | \`${run}\` | `,
      ],
    ],
    [
      'in HTML',
      [
        '<details><summary>Como rodar</summary>',
        '<pre><code class="language-bash">',
        ...all,
        '</code></pre></details>',
      ],
    ],
    ['in HTML, in one line', [`<p>Rode:</p><pre>${all.join('<br>')}</pre>`]],
    ['indented without an empty line', ['Rode assim:', ...all.map(line => `    ${line}`)]],
    ['behind the marks of a fence', [`${fence}${network}`, build, `${run}${fence}`, 'Fim.']],
    [
      'in a fence that another one follows',
      [`${fence}bash`, network, build, '', '## Don’t forget', 'Agora é o porteiro:', `${fence}bash`, run, fence],
    ],
    [
      'in a fence with prose and no end',
      [`${fence}bash`, network, '', "## It's time", "Don't stop: the image comes next.", build, "It's easy:", run],
    ],
    [
      'in fences without languages, one of them open',
      [fence, network, '', 'E agora a imagem', fence, build, '', fence, run],
    ],
    ['in plain text', ['COMO RODAR', '', ...all, '', 'Pronto']],
    [
      'in plain text beside a block of something else',
      ['Rede:', fence, network, fence, 'Imagem e execução', '', build, run],
    ],
  ])('%s', (_where, text) => expect(linesOf(...text)).toEqual(all));

  test('headings of any form say which block is another way', () => {
    const other = `${run} -p 80:80`;
    for (const heading of ['Alternative\n---', '<h3>Alternative</h3>', '##Alternative', '####### Alternative'])
      expect(linesOf('Lab\n===', fence, ...all, fence, ...heading.split('\n'), fence, other, fence)).toEqual(all);
  });

  test('what prose warns of is not run, and what is filled in is not either', () => {
    const text = [`Rode \`${network}\`, \`${build}\`, \`${run}\`.`, 'Nunca use `docker run --name x --privileged y`.'];
    expect(linesOf(...text, 'Use `docker run ...` à vontade.')).toEqual(all);
  });

  test('a sentence beside blocks that run everything is for a second look only', () => {
    const readme = [`Com \`docker network create outra\` há mais uma rede.`, fence, ...all, fence].join('\n');
    expect(scriptsOf({ 'README.md': readme, Dockerfile: '' })).toEqual([all, ['docker network create outra', ...all]]);
  });
});

test('files beside the README are read under any name', () => {
  for (const name of ['passo a passo.txt', 'COMANDOS', 'relatorio.html', 'docs/guia.rst', 'entrega.adoc'])
    expect(scriptsOf({ 'README.md': '# Oi', [name]: all.join('\n'), Dockerfile: '' })[0]).toEqual(all);
});

test('dashes, spaces and quotes of a word processor are put right, and it is said', () => {
  const typed =
    'docker\u00a0run \u2013d \u2013\u2013name porteiro \u2014e \u201cA=b c\u201d \u2013it \u2013rm \u2013\u2013network rede porteiro\u200b';
  const { plan, remarks } = plannedPart({ 'README.md': [fence, typed, fence].join('\n') });
  expect(plan).toMatchObject({ script: 'docker run -d --name porteiro -e "A=b c" -it --rm --network rede porteiro\n' });
  expect(remarks.map(inEnglish).join()).toContain('were put right, as in: docker run -d --name porteiro');
  const apart = 'docker run -d -e TITLE="Ana – Bia" x';
  expect(linesOf(fence, apart, fence)).toEqual([apart]);
});

describe('folders', () => {
  const files = {
    ...{ 'servidor/Dockerfile': '', 'servidor/docker/Dockerfile.dev': '', 'aplicac\u0327a\u0303o/Dockerfile': '' },
  };
  const lines = (...text: string[]) => scriptsOf({ ...files, 'README.md': [fence, ...text, fence].join('\n') })[0];

  test('what is built from above the part’s folder is built in it', () => {
    expect(lines('docker build -t s ./desafio1/servidor', 'docker run -d s')).toEqual([
      'docker build -t s servidor',
      'docker run -d s',
    ]);
    expect(
      lines('docker build -t s -f desafio1/servidor/docker/Dockerfile.dev desafio1/servidor', 'docker run s'),
    ).toEqual(['docker build -t s -f servidor/docker/Dockerfile.dev servidor', 'docker run s']);
  });

  test('a block that begins at the top again is run there', () => {
    expect(lines('cd servidor', 'docker build -t s .', 'docker build -t a ./servidor', 'docker run s')).toEqual([
      'cd servidor',
      'docker build -t s .',
      'cd ..',
      'docker build -t a ./servidor',
      'docker run s',
    ]);
  });

  test('accents and capitals are those of the disk', () => {
    expect(lines('cd aplica\u00e7\u00e3o', 'docker build -t a .', 'docker run a')?.[0]).toBe(
      "cd 'aplicac\u0327a\u0303o'",
    );
    expect(lines('docker build -t a ./Aplica\u00e7\u00e3o', 'docker run a')?.[0]).toBe(
      "docker build -t a 'aplicac\u0327a\u0303o'",
    );
    expect(lines('cd Servidor', 'docker build .', 'docker run x')?.[0]).toBe('cd servidor');
  });
});

test('what is typed into a container at a keyboard is no way to fill it, and so the other way is the only one', () => {
  const fill = 'docker exec -i banco psql -c "INSERT INTO a VALUES (1)"';
  const start = 'docker run -d --name banco postgres';
  const text = [fence, start, fence, 'Entre:', fence, 'docker exec -it banco psql -U x', fence, 'Ou direto:', fence];
  expect(linesOf(...text, fill.replace('-i', '-it'), fence)).toEqual([start, fill]);
  const twice = [fence, start, fill, fence, 'Ou:', fence, 'docker exec banco psql -f x.sql', fence];
  expect(linesOf(...twice)).toEqual([start, fill]);
});

test('what sends something to a container that runs is run, and waits for it; what only asks is not', () => {
  const post = "curl -X POST localhost:8080/notas -H 'Content-Type: application/json' \\\n  -d '{\"a\": 1}'";
  const found = linesOf(
    fence,
    'curl -d early=1 localhost',
    ...all,
    'curl localhost:8080/notas',
    post,
    'curl -X DELETE localhost:8080/notas/1',
    'wget -qO- localhost',
    fence,
  );
  expect(found.slice(0, 3)).toEqual(all);
  expect(found.slice(3).join('\n')).toMatch(
    /^curl --retry \d+ --retry-connrefused [^\n]* -X POST localhost:8080\/notas [^\n]*\\\n {2}-d '\{"a": 1\}'$/,
  );
});
