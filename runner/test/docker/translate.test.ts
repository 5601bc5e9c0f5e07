import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOnOwnEngine } from './own-engine.ts';

/** What `lab translate` prints, run by a shell, is the solution of challenge 3 in all but that it was written by hand. */
const root = join(import.meta.dirname, '../../..');
let folder: string;

runOnOwnEngine();

const compose = `
name: visitas
services:
  api:
    build: ./api
    environment:
      DATABASE_URL: postgres://postgres:\${DB_PASSWORD:?}@banco:5432/postgres
      REDIS_URL: redis://cache:6379
    ports: ["3000"]
    depends_on:
      banco: { condition: service_healthy }
      cache: { condition: service_started }
  banco:
    image: lab/postgres:17
    environment: [POSTGRES_PASSWORD=$DB_PASSWORD]
    volumes: ["dados:/var/lib/postgresql/data"]
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U postgres"]
      interval: 1s
      retries: 60
  cache:
    image: lab/redis:8
    networks: { default: { aliases: [memoria] }, fundo: null }
volumes: { dados: }
networks: { fundo: { internal: true } }
`;

function run(command: string, args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('error', reject).on('close', code => resolve({ code, out: out.join(''), err: err.join('') }));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'translate '));
  await cp(join(root, 'challenges/03-api-postgres-redis/solution/api'), join(folder, 'api'), { recursive: true });
  await writeFile(join(folder, '.env'), "DB_PASSWORD='esta-leiro' # nobody's\n");
  await writeFile(join(folder, 'compose.yaml'), compose);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an API with PostgreSQL and Redis comes up as it is printed, and passes all that is not about Compose', async () => {
  const lab = join(root, 'runner/lab');
  const translated = await run(lab, ['translate']);
  expect(translated).toMatchObject({ code: 0, err: '' });
  const up = await run('bash', ['-c', translated.out]);
  expect(up, up.err).toMatchObject({ code: 0 });
  const verified = await run(lab, ['verify', '3', '--json']);
  const report = JSON.parse(verified.out) as { objectives: { id: string; verdict: string; bonus: boolean }[] };
  const unmet = report.objectives.filter(({ verdict, bonus }) => verdict !== 'pass' && !bonus).map(({ id }) => id);
  expect(unmet, verified.out).toEqual([]);
});
