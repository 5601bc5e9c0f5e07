import { isJsonObject, parseJson } from '../base/parse-json.ts';
import type { Challenge } from './definition.ts';

/** What a learner says about a solution in the workspace's `lab.json`, where the lab would not find it out. */
export interface Workspace {
  /** Role → the path under which a gateway serves it. */
  readonly paths: Readonly<Record<string, string>>;
  /** Role → the name of the container or volume that plays it. */
  readonly binds: Readonly<Record<string, string>>;
  /** How it is brought up where somebody else does it: a script's file, or a command. Nobody but the grader runs it. */
  readonly run?: string;
}

/** What a file that is not there says. */
export const noWorkspace: Workspace = { paths: {}, binds: {} };

/**
 * The challenge that the text of a `lab.json` says to be about, as it is written there; undefined if it says nothing. What else
 * may be wrong with the file is told where all of it is read. Pure.
 */
export function claimOf(text: string): string | undefined {
  const parsed = parseJson(text);
  return parsed.kind === 'json' ? claimIn(parsed.value) : undefined;
}

/** The same, of a file that was parsed. Pure. */
export function claimIn(content: unknown): string | undefined {
  return isJsonObject(content) && typeof content.challenge === 'string' ? content.challenge : undefined;
}

/** Whether such a word means a challenge: its id, or its number. Pure. */
export function isAbout(claim: string, { id, number }: Pick<Challenge, 'id' | 'number'>): boolean {
  return claim === id || (/^\d+$/.test(claim) && Number(claim) === number);
}
