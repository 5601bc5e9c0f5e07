import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const network = 'pty-rede';
export const server = 'pty-servidor';
export const client = 'pty-cliente';
const image = 'pty-meu-servidor';

/** A docker command, typed by a learner in another terminal. */
export async function docker(...args: string[]): Promise<string> {
  return (await run('docker', args, { timeout: 60_000 })).stdout.trim();
}

export async function buildServer(): Promise<void> {
  const program = "require('http').createServer((_, answer) => answer.end('hi')).listen(8080)";
  const dockerfile = `FROM lab/node:26\nCMD ${JSON.stringify(['-e', program])}\n`;
  const building = run('docker', ['build', '--tag', image, '-'], { timeout: 120_000 });
  building.child.stdin?.end(dockerfile);
  await building;
}

export const createNetwork = () => docker('network', 'create', network);
export const runServer = () => docker('run', '--detach', '--name', server, '--network', network, image);
export const runClient = () => {
  const program = `setInterval(() => fetch('http://${server}:8080/').then(r => r.text(), () => {}), 1000)`;
  return docker('run', '--detach', '--name', client, '--network', network, 'lab/node:26', '-e', program);
};
export const remove = (container: string) => docker('rm', '--force', container);

/** Removes what these tests made, whatever of it there is. */
export async function clear(): Promise<void> {
  await remove(client).catch(() => {});
  await remove(server).catch(() => {});
  await docker('network', 'rm', network).catch(() => {});
  await docker('image', 'rm', '--force', image).catch(() => {});
}
