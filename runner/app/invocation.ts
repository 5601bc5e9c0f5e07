import type { Lab } from './lab.ts';

/** How the lab was started, which is how it can be started again: `lab`, `npx lab` or `npm run lab --`. */
export function invocationOf(env: Lab['env']): string {
  if (env.npm_lifecycle_event === 'lab' || env.npm_lifecycle_event === 'start') return 'npm run lab --';
  return env.npm_command === 'exec' ? 'npx lab' : 'lab';
}

const ownCommand =
  /(^|[`\s“])lab (?=doctor\b|list\b|(?:down|hint|start|up|verify) [\dN]|engine (?:start|stop|status)|grade |progress(?= (?:export|import|reset)|[`\n]|$)|images (?:build|list))/gm;

/** The same text with the lab's own commands as they can be typed where this one was. */
export function asTyped(text: string, invocation: string): string {
  return text.replace(ownCommand, `$1${invocation} `);
}
