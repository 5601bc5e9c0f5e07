import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStatedPaths } from './read-stated-paths.ts';

let folder: string;

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-paths-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('scripts, prose and sources are read, what others have written is not', async () => {
  await write('run.sh', 'docker run -d x\necho "curl http://localhost:5002/resumo-geral"');
  await write('loja/app.py', '@app.route("/mural")');
  await write('loja/node_modules/x/index.js', "app.get('/deles', f)");
  await write('.git/hooks/x.sh', 'curl localhost:1/oculto');
  await write('loja/dados.js', Buffer.from("\0app.get('/binario', f)"));
  await write('loja/enorme.js', `app.get('/enorme', f)${' '.repeat(200_000)}`);
  await symlink('/etc/passwd', join(folder, 'passwd.txt'));
  expect(await readStatedPaths(folder)).toEqual(['/resumo-geral', '/mural']);
});

test('a folder that is not about Docker, or not there, says nothing', async () => {
  await write('app.py', '@app.route("/mural")');
  expect(await readStatedPaths(folder)).toEqual([]);
  expect(await readStatedPaths(join(folder, 'nowhere'))).toEqual([]);
  await write('Dockerfile', 'FROM x');
  expect(await readStatedPaths(folder)).toEqual(['/mural']);
});

test('very many files end soon', async () => {
  await write('Dockerfile', 'FROM x');
  await Promise.all(Array.from({ length: 300 }, (_, index) => write(`f${index}.js`, `app.get('/r${index}', f)`)));
  expect((await readStatedPaths(folder)).length).toBe(40);
});
