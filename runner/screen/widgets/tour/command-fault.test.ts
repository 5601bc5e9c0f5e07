import { expect, it } from 'vitest';
import { catalogue } from '../../../../challenges/catalogue.ts';
import { type CommandFault, commandFault } from './command-fault.ts';

it.each<[string, CommandFault]>([
  ['', { kind: 'empty' }],
  ['   ', { kind: 'empty' }],
  ['podman run x', { kind: 'not-docker' }],
  ['docker', { kind: 'not-docker' }],
  ['docker ps | head', { kind: 'needs-shell', character: '|' }],
  ['docker run --env A=$B x', { kind: 'needs-shell', character: '$' }],
  ["docker run --env 'A=b x", { kind: 'open-quote' }],
  ['docker --context other run x', { kind: 'option-first', option: '--context' }],
  ['docker compose up', { kind: 'no-label', verb: 'compose' }],
])('refuses %s', (command, fault) => expect(commandFault(command)).toEqual(fault));

it('has nothing against the steps of any challenge', () => {
  for (const { steps } of catalogue) for (const { command } of steps) expect(commandFault(command)).toBeUndefined();
});
