/** What the screen asks of the watch of that number: a check at once, or the checks that disturb. */
export interface WatchEffect {
  readonly to: 'watch';
  readonly kind: 'recheck' | 'disrupt';
  readonly watch: number;
}
