import { UsageError } from '../../base/errors.ts';
import { type Language, languageOfEnvironment, languages, parseLanguage } from '../../base/language.ts';
import { parseMessages } from '../texts/parse.ts';

/** What holds for every verb, wherever on the command line it stands, and must be known before anything is said. */
export interface Globals {
  readonly language: Language;
  /** True if `--lang` says it, and not the system. */
  readonly languageIsAsked: boolean;
  readonly noColour: boolean;
  /** True if the screen is to be said, line by line, to a screen reader: by option, or as Ink's programs are told. */
  readonly screenReader: boolean;
}

/**
 * Reads `--lang`, `--no-color` and `--screen-reader` from anywhere before a `--`. The last `--lang` counts.
 * Throws UsageError, in the system's language, where it asks for one that the lab does not speak.
 */
export function globalsOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Globals {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const system = languageOfEnvironment(env);
  let asked: Language | undefined;
  for (const [index, word] of words.entries()) {
    const value = word === '--lang' ? words[index + 1] : /^--lang=(.*)$/s.exec(word)?.[1];
    // A `--lang` without a value is told by the parser, with the others of its kind.
    if (value === undefined) continue;
    asked = parseLanguage(value);
    if (asked === undefined) {
      const t = parseMessages[system];
      throw new UsageError(t.notAChoice('--lang', value), { why: t.possible(languages.join(', ')) });
    }
  }
  return {
    language: asked ?? system,
    languageIsAsked: asked !== undefined,
    noColour: words.includes('--no-color'),
    screenReader: words.includes('--screen-reader') || env.INK_SCREEN_READER === 'true',
  };
}
