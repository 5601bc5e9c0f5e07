/** Something that a script is about to take away or to stop. */
export interface Removal {
  readonly of: 'container' | 'network' | 'volume';
  /** Empty where it is all that nobody uses. */
  readonly name: string;
  /** The docker command that does so, for people. */
  readonly command: string;
  /** True if something was made since the last of them. */
  readonly isNew: boolean;
}

/** Told of what a script does to what it has brought up. */
export interface ScriptFollower {
  /** The script waits until it is fulfilled. */
  onRemoval(removal: Removal): Promise<void>;
  /** Something is made or changed: what was seen before is no longer all that the script is about. */
  onRebuild(): void;
}

/** Of whoever does not follow. */
export const nobodyFollows: ScriptFollower = { onRemoval: async () => {}, onRebuild: () => {} };
