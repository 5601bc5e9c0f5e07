/** What was done on the engine, as one docker command would do it. */
export type Deed =
  | 'run'
  | 'create'
  | 'start'
  | 'restart'
  | 'signal'
  | 'stop'
  | 'kill'
  /** It ended by itself. */
  | 'end'
  /** It ended by itself, and the engine has started it again, as its restart policy says. */
  | 'again'
  | 'remove'
  | 'remove-force'
  | 'pause'
  | 'unpause'
  | 'rename'
  | 'out-of-memory'
  | 'network-create'
  | 'network-remove'
  | 'connect'
  | 'disconnect'
  | 'volume-create'
  | 'volume-remove'
  | 'image-tag'
  | 'image-remove'
  | 'prune';

/** One entry of the command log: all events of one docker command, folded together. */
export interface CommandEntry {
  readonly kind: 'command';
  /** When it was seen, in milliseconds since 1970. */
  readonly at: number;
  readonly deed: Deed;
  /** The id of the container, network or image, or the volume's name. */
  readonly id: string;
  readonly name: string;
  /** The engine's time of its first and its last event, in milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
  /** The network that was joined or left; the name before; what was pruned: `container`, `network`, `volume`, `image`. */
  readonly other?: string;
  readonly image?: string;
  readonly exitCode?: string;
  readonly signal?: string;
  /** How often: starts by the engine itself, or things that were pruned. */
  readonly count?: number;
  /** It has also been removed, as `--rm` says. */
  readonly gone?: boolean;
  /** For `run` and `create`: the words after the verb, once the container has been looked at. */
  readonly options?: readonly string[];
}
