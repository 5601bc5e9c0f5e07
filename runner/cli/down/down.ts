import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Removed } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';

/** Removes what `upChallenge` made for this challenge: containers, networks and volumes. Nothing else is touched. */
export async function downChallenge(lab: Lab, { engine }: ConnectedEngine, { id }: Challenge): Promise<Removed[]> {
  return engine.removeLabelled({ [label.challenge]: id }, { signal: lab.signal });
}

/** `lab down N`. */
export async function down(lab: Lab, challenge: Challenge): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const removed = await downChallenge(lab, await lab.connect({ provide: false }), challenge);
  for (const { kind, name } of removed) lab.out.write(`${t.removed(t.kinds[kind], name)}\n`);
  if (removed.length === 0) lab.out.write(`${t.nothingToRemove}\n`);
  return exitCode.ok;
}
