import type { Localised } from '../base/language.ts';

/** A challenge, as data: everything the lab knows about it but its files. Nothing in here does anything. */
export interface Challenge {
  /** The folder's name, such as `01-networked-containers`. */
  readonly id: string;
  readonly number: number;
  readonly title: Localised;
  /** One sentence: what the learner builds. */
  readonly summary: Localised;
  readonly roles: readonly Role[];
  /** In the order in which a learner meets them. The points of those that are no bonus add up to the full mark. */
  readonly objectives: readonly Objective[];
  /** The reference solution, one docker command at a time; `solution/up.sh` runs the same commands. */
  readonly steps: readonly Step[];
  readonly sabotage: readonly Sabotage[];
  /** The network's name that the brief suggests; empty where no role's command has `{network}` in it. */
  readonly suggestedNetwork: string;
}

/** A part that a container (or a volume) plays. Learners choose its name; the brief only suggests one. */
export interface Role {
  readonly id: string;
  /** What plays it: a container where nothing is said. */
  readonly kind?: 'container' | 'volume';
  /** The roles of the volumes that it keeps its data in. */
  readonly mounts?: readonly string[];
  readonly title: Localised;
  /** The name that the brief suggests. */
  readonly suggested: string;
  /** Words by which people call such a container, in any language the lab speaks: whole words of a name. */
  readonly words: readonly string[];
  /** The ports that such a program usually listens on, where it is always the same kind of program. */
  readonly ports?: readonly number[];
  /** What it does on the network: roles that are called listen; roles that call name whom they call. */
  readonly calls: readonly string[];
  /** What whoever plays it answers to when it is asked over the network; nothing is said of one that need not answer. */
  readonly speaks?: Protocol;
  /** True if it calls others and listens as well: what never listens cannot be it. */
  readonly serves?: boolean;
  /** The docker command that builds its image from the workspace; empty where a ready image is meant to be used. */
  readonly build: string;
  /** The docker command that runs it (or creates the volume); `{network}` stands for the network's name. */
  readonly run: string;
}

/** What a program may speak with those that call it. */
export type Protocol = 'http' | 'postgresql' | 'redis';

export interface Objective {
  readonly id: string;
  readonly title: Localised;
  readonly points: number;
  readonly bonus: boolean;
  /** Objectives that must have passed before this one can be told: otherwise it is `blocked`. */
  readonly needs: readonly string[];
  readonly check: Check;
  /** Why it matters, in a sentence or two. */
  readonly why: Localised;
  /** Level 1 of a hint: the idea. */
  readonly idea: Localised;
  /** Level 2 of a hint: the Docker feature. Level 3 is the command, and comes from the verdict. */
  readonly feature: Localised;
}

/**
 * What each kind of check is told, by the kind. It is empty here: whoever defines a kind, in a folder of `runner/checks`, adds
 * to it beside the definition, so that a kind is described in one place.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled where the kinds are defined
export interface CheckParameters {}

/** What is looked at: a kind, and what that kind is told. */
export type Check = {
  readonly [Kind in keyof CheckParameters]: { readonly kind: Kind } & CheckParameters[Kind];
}[keyof CheckParameters];

/** One command of the reference solution and what it is for. */
export interface Step {
  readonly command: string;
  readonly what: Localised;
}

/** A small wrong solution in `sabotage/<folder>/`, and the objectives that it fails: these and no others. */
export interface Sabotage {
  readonly folder: string;
  readonly fails: readonly string[];
}
