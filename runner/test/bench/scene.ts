import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { openLab } from '../pty/lab.ts';
import type { TestTerminal } from '../pty/terminal.ts';
import { buildServer, clear, createNetwork, runClient, runServer } from '../pty/workbench.ts';

/** The row of an objective of challenge 1 on the screen, with its sign. */
export function row(id: string, sign: '✔' | '✖'): RegExp {
  const title = networkedContainers.objectives.find(objective => objective.id === id)?.title.en ?? id;
  return new RegExp(`${sign} ${title.slice(0, 30).replaceAll(/[^\w ]/g, '.')}`);
}

export const complete = 'Challenge complete!';

/** Challenge 1, solved by hand; disposing of it removes what was made. */
export async function solved(): Promise<AsyncDisposable> {
  await clear();
  await buildServer();
  await createNetwork();
  await runServer();
  await runClient();
  return { [Symbol.asyncDispose]: clear };
}

/** The lab in a terminal, with challenge 1 open. */
export async function openChallenge(env: Readonly<Record<string, string>>): Promise<TestTerminal> {
  const terminal = openLab({ columns: 140, rows: 40, env });
  try {
    await terminal.sees('q quit');
    terminal.type('1');
    await terminal.sees(/[✔✖] /, 60_000);
    return terminal;
  } catch (error) {
    await terminal[Symbol.asyncDispose]();
    throw error;
  }
}
