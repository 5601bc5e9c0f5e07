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
  /** True where it calls others and listens as well: what never listens cannot be it. */
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

/** What is looked at. Each kind has one file of the same name in `runner/checks`. */
export type Check =
  | { readonly kind: 'shared-network'; readonly roles: readonly string[] }
  | { readonly kind: 'answers-http'; readonly role: string }
  | { readonly kind: 'own-image'; readonly role: string }
  | { readonly kind: 'reached-by-name'; readonly from: string; readonly to: string }
  | { readonly kind: 'periodic-requests'; readonly from: string; readonly to: string }
  | { readonly kind: 'no-compose'; readonly roles: readonly string[] }
  /** The volume that `by` keeps its data in has a name. */
  | { readonly kind: 'named-volume'; readonly volume: string; readonly by: string }
  /** There is a SQLite database in the volume. */
  | { readonly kind: 'database-in-volume'; readonly volume: string; readonly by: string }
  | { readonly kind: 'has-rows'; readonly volume: string; readonly by: string }
  | { readonly kind: 'database-integrity'; readonly volume: string; readonly by: string }
  /** The rows outlive the container of `by`: shown on a copy of the volume. */
  | { readonly kind: 'survives-recreation'; readonly volume: string; readonly by: string }
  /** Whoever wrote the database was not root. */
  | { readonly kind: 'not-root'; readonly volume: string; readonly by: string }
  /** Only the role's container is reachable from outside, by a published port; the hidden roles' are not. */
  | { readonly kind: 'only-published'; readonly role: string; readonly hidden: readonly string[] }
  /** A request to the one makes it call the other. */
  | { readonly kind: 'routes-to'; readonly from: string; readonly to: string }
  /** Who asks the role's container gets what the services answer, whatever its status. */
  | { readonly kind: 'relays-answers'; readonly role: string; readonly services: readonly string[] }
  | { readonly kind: 'unknown-paths'; readonly role: string }
  /** While `to` is stopped, `from` says so soon, and `beside` is served as ever. */
  | { readonly kind: 'isolates-outage'; readonly from: string; readonly to: string; readonly beside: string }
  /** Each role's container runs an image that was built here, and no two of them the same. */
  | { readonly kind: 'own-images'; readonly roles: readonly string[] }
  /** Each request to the one makes it call the other, and nothing else does. */
  | { readonly kind: 'calls-on-request'; readonly from: string; readonly to: string }
  /** The calls that requests cause go by a name on a shared network. */
  | { readonly kind: 'by-internal-name'; readonly from: string; readonly to: string }
  /** The one's answer contains what the other says. */
  | { readonly kind: 'shows-data'; readonly from: string; readonly to: string }
  /** While `to` is stopped, `from` answers 5xx soon; afterwards it answers as before. */
  | { readonly kind: 'fails-gracefully'; readonly from: string; readonly to: string }
  /** Each request to the one adds a row, at least, to the other, a PostgreSQL. */
  | { readonly kind: 'rows-per-request'; readonly from: string; readonly to: string }
  /** Each request to the one advances a counter in the other, a Redis, and the answer shows it. */
  | { readonly kind: 'counter-per-request'; readonly from: string; readonly to: string }
  /** The stores are reached by their names, and not from the host. */
  | { readonly kind: 'private-by-name'; readonly from: string; readonly stores: readonly string[] }
  /** A PostgreSQL keeps its files on a volume with a name. */
  | { readonly kind: 'data-on-named-volume'; readonly role: string }
  /** While `to`, a database, is stopped, `from` says so soon; afterwards it answers as before. */
  | { readonly kind: 'survives-database-outage'; readonly from: string; readonly to: string }
  | { readonly kind: 'survives-restart'; readonly from: string; readonly to: string };

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
