import type { ContainerFacts } from '../engine/facts.ts';
import type { Experiment, Run } from './run.ts';

/**
 * Passive: a second look at the containers, for one that ends again and again may have been running at the moment of the
 * first. Before the experiments that stop or restart anything.
 */
export const lookAgain: Experiment = {
  name: 'facts again',
  about: 'what the engine’s inspection tells once more',
  stage: 'look again',
  async experiment(run: Run): Promise<void> {
    const { evidence } = run;
    const { containers } = await run.engine.facts({ signal: run.options.signal });
    // Calls that were seen until now would look old after a restart of ours.
    evidence.at = run.clock();
    const bound = new Set(evidence.bindings.map(binding => binding.container));
    const latest = (before: ContainerFacts) => containers.find(({ id }) => id === before.id) ?? before;
    const isUnstable = (before: ContainerFacts) =>
      bound.has(before.id) && (latest(before).startedAt !== before.startedAt || latest(before).state !== before.state);
    evidence.unstable = evidence.facts.containers.filter(isUnstable).map(({ id }) => id);
    const settled = evidence.facts.containers.map(before => (isUnstable(before) ? latest(before) : before));
    evidence.facts = { ...evidence.facts, containers: settled };
  },
};
