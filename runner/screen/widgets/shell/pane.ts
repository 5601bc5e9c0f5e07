import { asking, type Next } from '../../effects/next.ts';
import type { Attempt, Size, State } from '../../state.ts';
import { isTooSmall, layoutOf } from '../../views/layout.ts';
import type { ShellEffect } from './effect.ts';

/** The room for the shell in its pane, without the heading. */
export function paneSize({ challenge }: Attempt, { size, shell }: State): Size {
  const { columns, rows } = layoutOf(challenge, size, shell).shell;
  return { columns, rows: Math.max(0, rows - 1) };
}

/**
 * The shell is opened where the learner goes to it, and only there: it may make a folder, and begin anew what has ended. One
 * that is shown has the size of its pane.
 */
export function fittingShell(before: State, { state, effects }: Next): Next {
  const { attempt } = state;
  if (attempt === undefined || !isShown(state)) return { state, effects };
  const { challenge } = attempt;
  const was = before.attempt?.challenge === challenge && isShown(before) ? before : undefined;
  const size = paneSize(attempt, state);
  const open: ShellEffect = { to: 'shell', kind: 'open', challenge, size, language: state.language };
  const resize: ShellEffect = { to: 'shell', kind: 'resize', challenge, size };
  const isEntered = state.shell.focused && was?.shell.focused !== true;
  const isSame = was !== undefined && isSameSize(size, paneSize(attempt, was));
  return asking(state, ...effects, ...(isEntered ? [open] : []), ...(isSame ? [] : [resize]));
}

function isShown({ attempt, shell, size }: State): boolean {
  return attempt !== undefined && shell.open && !isTooSmall(size);
}

function isSameSize(one: Size, other: Size): boolean {
  return one.columns === other.columns && one.rows === other.rows;
}
