import { CouldNotTell } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import { type FoundEngine, findEngine, type WhereToLook } from './find-engine.ts';
import { startOwnEngine } from './own-engine/own-engine.ts';
import { canProvide, type System, thisSystem } from './system.ts';
import { setupMessages } from './texts/setup.ts';
import { UnusableEngine } from './unusable-engine.ts';

/** No engine answers, and nobody chose one that does not. */
export class NoEngine extends CouldNotTell {
  /** True if the lab can provide one, if it is asked to. */
  readonly canProvide: boolean;
  constructor(
    message: string,
    canProvide: boolean,
    details: { readonly why?: string; readonly next?: readonly string[] },
  ) {
    super(message, details);
    this.canProvide = canProvide;
  }
}

/** What is needed to find or provide an engine. */
export interface ProvideOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly language: Language;
  /** True if somebody can be asked. */
  readonly interactive: boolean;
  /** Tells one line on the way (to standard error). */
  say(line: string): void;
  /** Asks a yes-or-no question; called only where `interactive` is true. */
  confirm(question: string): Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
  /** False if an engine is only looked for, and none is provided. */
  readonly provide?: boolean | undefined;
  /** True if one of the lab's own was asked for by name: another one that has ended does not stand in its way. */
  readonly byName?: boolean | undefined;
  /** For tests: the machine, how to find and how to start an engine. */
  readonly system?: System;
  readonly find?: typeof findEngine;
  readonly start?: typeof startOwnEngine;
}

/** As `findEngine`; undefined also where what is there does not stand in the way of an engine of the lab's own, asked for by name. */
export async function findBeforeOwn(where: WhereToLook, find = findEngine): Promise<FoundEngine | undefined> {
  try {
    return await find(where);
  } catch (error) {
    if (error instanceof UnusableEngine && error.yieldsToOwn) return undefined;
    throw error;
  }
}

/**
 * The engine to use: one that answers, or else one that the lab provides on Debian or Ubuntu as root, after it has asked (in a
 * terminal) or said so (without one, unless LAB_SETUP=no). Throws NoEngine with the steps for this system otherwise, and
 * UnusableEngine where an engine is there: none is provided beside it.
 */
export async function ensureEngine(options: ProvideOptions): Promise<FoundEngine> {
  const { env, home, language, say, system = thisSystem(), find = findEngine, start = startOwnEngine } = options;
  const found = await (options.byName ? findBeforeOwn({ env, home, language }, find) : find({ env, home, language }));
  if (found !== undefined) return found;
  const t = setupMessages[language];
  const next = t.steps(system);
  const forbidden = env.LAB_SETUP === 'no';
  if (options.provide === false && canProvide(system))
    throw new NoEngine(t.noEngine, !forbidden, {
      ...(forbidden ? { why: t.setupForbidden } : {}),
      next: ['lab engine start'],
    });
  if (!canProvide(system)) throw new NoEngine(t.noEngine, false, { why: t.whyNotProvided(system), next });
  if (forbidden) throw new NoEngine(t.noEngine, false, { why: t.setupForbidden, next });
  if (options.interactive) {
    if (!(await options.confirm(t.mayProvide))) throw new NoEngine(t.noEngine, true, { why: t.setupDeclined, next });
  } else {
    say(t.willProvide);
  }
  return await start({ env, t, say, signal: options.signal });
}
