/** What the learner wants, whatever key says it. */
export type Intent =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'open'
  | 'panel-next'
  | 'panel-previous'
  | 'map'
  | 'commands'
  | 'shell'
  | 'leave-shell'
  | 'zoom'
  | 'hint'
  | 'run-for-me'
  | 'recheck'
  | 'disrupt'
  | 'assign'
  | 'solution'
  | 'edit'
  | 'remove'
  | 'anew'
  | 'report'
  | 'logs'
  | 'search'
  | 'match-next'
  | 'match-previous'
  | 'times'
  | 'doctor'
  | 'set-up'
  | 'brief'
  | 'language'
  | 'help'
  | 'accept'
  | 'back'
  | 'quit'
  | `choose ${number}`;

/** A key as the terminal reports it. */
export interface Press {
  readonly input: string;
  readonly upArrow?: boolean;
  readonly downArrow?: boolean;
  readonly leftArrow?: boolean;
  readonly rightArrow?: boolean;
  readonly pageUp?: boolean;
  readonly pageDown?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly return?: boolean;
  readonly escape?: boolean;
  readonly tab?: boolean;
  readonly backspace?: boolean;
  readonly delete?: boolean;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly meta?: boolean;
}
