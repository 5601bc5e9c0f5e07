import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { label, scratchPrefix } from '../../engine/labels.ts';
import { sweepDeadSessions } from '../../engine/sessions.ts';
import { connect, having, objectiveOf } from '../docker/verdicts.ts';
import { deadSession } from '../fakes/dead-session.ts';
import { forever, nodeImage, saying, sqlite } from './challenge-02-programs.ts';
import { boundTo, every, told, verdicts } from './challenge-02-verdicts.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';

afterAll(removeDebianImages);

test('with nothing there, the first thing to do is to create the volume', async () => {
  const report = await verdicts({ record: 'nothing' });
  expect(report.score.earned).toBe(0);
  expect(objectiveOf(report, 'named-volume')).toMatchObject({ verdict: 'fail', next: 'docker volume create app-data' });
  for (const objective of report.objectives) {
    expect(['fail', 'blocked']).toContain(objective.verdict);
    for (const part of ['observed', 'expected', 'why', 'next'] as const)
      expect(objective[part], `${objective.id} ${part}`).not.toBe('');
  }
});

test('names that say nothing, WAL, a subfolder, and others around: found by the SQLite file', async () => {
  await using docker = await LabelledDocker.make();
  const source = `import { mkdirSync } from 'node:fs';
mkdirSync('/dados/guardado', { recursive: true });
${forever('/dados/guardado/banco.db').replace('db.exec(', "db.exec('PRAGMA journal_mode = WAL');\ndb.exec(")}`;
  await docker.sh(
    '-ec',
    `docker volume create coisas
    docker volume create cache
    docker run --detach --name vizinho --volume cache:/cache --entrypoint sleep lab/node:26-dev 600
    docker run --detach --name solto --volume /tmp/qualquer --entrypoint sleep lab/node:26-dev 600
    ${nodeImage('projeto2', source)}
    docker run --detach --name joao --volume coisas:/dados projeto2
    ${saying('joao', 'gravado')}`,
  );
  const report = await verdicts({ record: 'wal-subfolder' });
  expect(boundTo(report)).toEqual({ writer: 'joao', volume: 'coisas' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
  expect(objectiveOf(report, 'database-in-volume').observed).toContain('guardado/banco.db');
  expect(objectiveOf(report, 'database-in-volume').observed).toContain('wal');
});

test('a writer that never rests is copied whole', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker volume create pressa
    ${nodeImage('apressado', forever('/dados/data', 3))}
    docker run --detach --rm --name apressado --volume pressa:/dados apressado
    ${saying('apressado', 'gravado')}`,
  );
  const report = await verdicts({ record: 'busy' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
});

test('Python from Debian, as root, in the manner of a course', async () => {
  await using docker = await LabelledDocker.make();
  const base = await debianImage({ tag: 'estaleiro-test/python', packages: ['python3', 'dash'] });
  const source = `import sqlite3, time
banco = sqlite3.connect("/srv/dados/app.sqlite")
banco.execute("CREATE TABLE IF NOT EXISTS alunos (id INTEGER PRIMARY KEY AUTOINCREMENT, nome TEXT)")
while True:
    banco.execute("INSERT INTO alunos (nome) VALUES (?)", ("Ana",))
    banco.commit()
    print("gravado", flush=True)
    time.sleep(1)
`;
  await docker.sh(
    '-ec',
    `docker volume create dados-alunos
    docker build --tag cadastro - <<'DOCKERFILE'
FROM ${base}
RUN echo '${Buffer.from(source).toString('base64')}' | python3 -c 'import base64, sys; open("/app.py", "wb").write(base64.b64decode(sys.stdin.read()))'
CMD ["python3", "/app.py"]
DOCKERFILE
    docker run --detach --name cadastro --volume dados-alunos:/srv/dados cadastro
    ${saying('cadastro', 'gravado')}`,
  );
  const report = await verdicts({ record: 'python' });
  expect(having(report, 'fail'), told(report)).toEqual(['not-root']);
  expect(report.score.earned).toBe(20);
});

test('a shell loop around the sqlite3 command, in a stock image', async () => {
  await using docker = await LabelledDocker.make();
  const base = await debianImage({ tag: 'estaleiro-test/sqlite3', packages: ['sqlite3', 'busybox'] });
  await docker.sh(
    '-ec',
    `docker volume create notas
    docker run --detach --name diario --volume notas:/notas ${base} sh -c '
      while true; do
        sqlite3 /notas/diario.db "CREATE TABLE IF NOT EXISTS linhas (texto); INSERT INTO linhas VALUES (datetime());"
        echo gravado; busybox sleep 1
      done'
    ${saying('diario', 'gravado')}`,
  );
  const report = await verdicts({ record: 'shell-loop' });
  expect(boundTo(report)).toEqual({ writer: 'diario', volume: 'notas' });
  expect(having(report, 'fail'), told(report)).toEqual(['not-root']);
  expect(report.score.earned).toBe(20);
});

test('a program that writes only when it is asked', async () => {
  await using docker = await LabelledDocker.make();
  const source = `${sqlite}import { createServer } from 'node:http';
const db = new DatabaseSync('/dados/visitas.sqlite');
db.exec('CREATE TABLE IF NOT EXISTS visitas (id INTEGER PRIMARY KEY, quando TEXT)');
createServer((request, response) => {
  db.prepare('INSERT INTO visitas (quando) VALUES (?)').run(new Date().toISOString());
  response.end('oi');
}).listen(8080, () => console.log('escutando'));
process.once('SIGTERM', () => process.exit(0));
`;
  await docker.sh(
    '-ec',
    `docker volume create banco
    ${nodeImage('visitas', source)}
    docker run --detach --name visitas --volume banco:/dados --publish 127.0.0.1::8080 visitas
    ${saying('visitas', 'escutando')}`,
  );
  const silent = await verdicts({ record: 'on-request-silent' });
  expect(having(silent, 'fail'), told(silent)).toEqual(['has-rows']);
  expect(objectiveOf(silent, 'has-rows').next).toMatch(/^curl http:\/\/127\.0\.0\.1:\d+\/$/);
  await docker.sh('-ec', `docker exec visitas node -e 'fetch("http://127.0.0.1:8080/")'`);
  const report = await verdicts({ record: 'on-request' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
});

test('a second container that reads is not taken for the writer', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker volume create dados
    ${nodeImage('maria', forever('/dados/app.db'))}
    docker run --detach --name tucano --volume dados:/dados maria
    docker run --detach --name arara --volume dados:/dados:ro --entrypoint sleep maria 600
    ${saying('tucano', 'gravado')}`,
  );
  const report = await verdicts({ record: 'reader' });
  expect(boundTo(report)).toEqual({ writer: 'tucano', volume: 'dados' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
});

test('of two that could each be the writer none is guessed at, and --bind settles it', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker volume create dados
    ${nodeImage('maria', forever('/dados/app.db'))}
    ${nodeImage('joana', `${forever('/dados/app.db')}// Hers.`)}
    docker run --detach --name tucano --volume dados:/dados joana
    docker run --detach --name arara --volume dados:/dados maria
    ${saying('tucano', 'gravado')}`,
  );
  const report = await verdicts({ record: 'two-writers' });
  expect(having(report, 'fail'), told(report)).toEqual([]);
  expect(having(report, 'unknown'), told(report)).toEqual(['survives-recreation']);
  expect(objectiveOf(report, 'survives-recreation').next).toBe('lab verify 2 --bind writer=arara');
  expect(having(await verdicts({ binds: { writer: 'arara', volume: 'dados' } }), 'pass')).toEqual(every);
});

test('rows written by an entrypoint, and a counter that is updated in place', async () => {
  await using docker = await LabelledDocker.make();
  const source = `${sqlite}const db = new DatabaseSync('/dados/app.db');
db.exec('CREATE TABLE IF NOT EXISTS contagem (nome TEXT PRIMARY KEY, vezes INTEGER)');
db.exec("INSERT INTO contagem VALUES ('inicios', 1) ON CONFLICT (nome) DO UPDATE SET vezes = vezes + 1");
`;
  await docker.sh(
    '-ec',
    `docker volume create dados
    ${nodeImage('inicios', source, ['sh', '-c', 'node /app/main.mjs && echo gravado && exec sleep 600'])}
    docker run --detach --name inicios --volume dados:/dados inicios
    ${saying('inicios', 'gravado')}`,
  );
  const report = await verdicts({ record: 'entrypoint-counter' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
});

test('a volume that is too big to copy is nobody’s fault', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker volume create app-data
    docker run --detach --name writer --user 0 --volume app-data:/data --entrypoint sh lab/node:26-dev \\
      -c 'truncate -s 600M /data/video.bin && echo pronto && exec sleep 600'
    ${saying('writer', 'pronto')}`,
  );
  const report = await verdicts({ record: 'too-big' });
  expect(objectiveOf(report, 'database-in-volume')).toMatchObject({ verdict: 'unknown' });
  expect(having(report, 'fail'), told(report)).toEqual([]);
});

test('a scratch volume of a lab that was killed is removed by the next', async () => {
  await using connected = connect();
  const name = `${scratchPrefix}test`;
  const dead = `${label.session}=${deadSession()}`;
  await promisify(execFile)('docker', ['volume', 'create', '--label', dead, name]);
  await sweepDeadSessions(connected.engine);
  expect((await connected.engine.facts()).volumes.map(volume => volume.name)).not.toContain(name);
});
