import type { Challenge } from '../challenge/definition.ts';
import type { Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { type DockerStep, dockerStep } from './docker-step.ts';

/** Something on the engine that has a name which the reference solution needs. */
export interface Taken {
  readonly kind: 'container' | 'network' | 'volume';
  readonly name: string;
}

/** What a challenge's solution will make, step by step. */
export function dockerSteps(challenge: Challenge): DockerStep[] {
  return challenge.steps.map(({ command }) => dockerStep(command, challenge.id));
}

/** Names that the solution (or these steps) needs and that something other than this challenge's solution has. */
export function takenNames(challenge: Challenge, facts: Facts, needed = dockerSteps(challenge)): Taken[] {
  const things = [
    ...facts.containers.map(it => ({ kind: 'container' as const, ...it })),
    ...facts.networks.map(it => ({ kind: 'network' as const, ...it })),
    ...facts.volumes.map(it => ({ kind: 'volume' as const, ...it })),
  ];
  return things
    .filter(({ labels }) => labels[label.challenge] !== challenge.id)
    .filter(({ kind, name }) => needed.some(step => step.kind === kind && step.name === name))
    .map(({ kind, name }) => ({ kind, name }));
}
