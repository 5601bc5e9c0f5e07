/** What a tokeniser has to know of a language: enough to tell words from texts and comments, and no more. */
export interface Grammar {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Longer openings first. What a text says does not count. */
  readonly texts: readonly TextForm[];
  /** Words that are kept as they are; all others are names, that anybody may choose. */
  readonly keywords: ReadonlySet<string>;
  /** Different ways to say the same, such as `let` and `const`. */
  readonly same: Readonly<Record<string, string>>;
  /** Signs that a formatter adds or takes away. */
  readonly dropped: ReadonlySet<string>;
  /** What the language has of its own. */
  readonly has: ReadonlySet<
    'templates' | 'regular expressions' | 'heredocs' | 'options' | 'text prefixes' | 'any case'
  >;
  /** What a token counts for, from 0 to 1: little where a task leaves hardly any choice. */
  readonly weight: number;
}

export interface TextForm {
  readonly open: string;
  readonly close: string;
  readonly escapes: boolean;
  /** Whether it may go on in the next line. */
  readonly lines: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const quoted = (quote: string, lines = false): TextForm => ({ open: quote, close: quote, escapes: true, lines });
const raw = (quote: string): TextForm => ({ open: quote, close: quote, escapes: false, lines: true });

const cLike: Grammar = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  texts: [quoted('"""', true), quoted('"'), quoted("'")],
  keywords: words(
    'abstract as base bool boolean break byte case catch char class const continue default delegate do double else enum event extends extern false final finally float fn for foreach func function goto if impl implements import in instanceof int interface internal is let long match mod mut namespace native new nil null object of operator out override package params private protected pub public readonly record ref return sealed short sizeof static string struct super switch this throw throws trait true try type typedef typeof union unsafe unsigned use using val var virtual void volatile when where while yield',
  ),
  same: { final: 'var', const: 'var', val: 'var' },
  dropped: words('; ,'),
  has: new Set(),
  weight: 1,
};

const javaScript: Grammar = {
  ...cLike,
  texts: [quoted('"'), quoted("'")],
  keywords: words(
    'async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield',
  ),
  same: { let: 'var', const: 'var', '===': '==', '!==': '!=' },
  dropped: words('; , export'),
  has: new Set(['templates', 'regular expressions']),
};

const go: Grammar = {
  ...cLike,
  texts: [raw('`'), quoted('"'), quoted("'")],
  keywords: words(
    'break case chan const continue default defer else fallthrough false for func go goto if import interface map nil package range return select struct switch true type var',
  ),
  same: {},
};

const python: Grammar = {
  ...cLike,
  lineComments: ['#'],
  blockComments: [],
  texts: [quoted('"""', true), quoted("'''", true), quoted('"'), quoted("'")],
  keywords: words(
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return self try while with yield',
  ),
  same: {},
  has: new Set(['text prefixes']),
};

const shell: Grammar = {
  ...cLike,
  lineComments: ['#'],
  blockComments: [],
  texts: [raw("'"), quoted('"', true)],
  keywords: words(
    'awk break case cat continue cp cut curl do docker done echo elif else esac exec exit export fi for function grep head if in jq kill local mkdir printf read return rm sed set shift sleep sort tail test then trap until wait wget while xargs',
  ),
  same: {},
  dropped: words('; \\'),
  has: new Set(['heredocs', 'options']),
  // The docker commands of a task are much the same for everybody.
  weight: 0.25,
};

const dockerfile: Grammar = {
  ...shell,
  keywords: words(
    'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR AS apk apt-get curl install node npm pip python wget',
  ),
  texts: [quoted("'"), quoted('"')],
};

const sql: Grammar = {
  ...cLike,
  lineComments: ['--'],
  texts: [raw("'"), raw('"')],
  has: new Set(['any case']),
  keywords: words(
    'and as asc autoincrement by constraint count create default delete desc drop exists from group having if in insert integer into is join key limit not null on or order primary references select serial set table text timestamp unique update values where with',
  ),
  weight: 0.5,
};

const grammars: readonly (readonly [name: RegExp, grammar: Grammar])[] = [
  [/\.(?:[cm]?js|[cm]?ts|jsx|tsx)$/, javaScript],
  [/\.py$/, python],
  [/\.go$/, go],
  [/\.(?:java|kt|cs|c|h|cc|cpp|hpp|rs|scala|swift|dart|php|groovy)$/, cLike],
  [/\.(?:rb|ex|exs|lua|pl)$/, { ...cLike, lineComments: ['#'], blockComments: [] }],
  [/\.(?:sh|bash)$/, shell],
  [/(?:^|\/)(?:dockerfile|containerfile)[^/]*$|\.dockerfile$/, dockerfile],
  [/\.sql$/, sql],
];

/** The language of a file by its name; `undefined` if its content tells nothing: data, prose, settings, pictures. */
export function grammarOf(file: string): Grammar | undefined {
  const name = file.toLowerCase();
  // What a tool has written, or has made small.
  if (/\.min\.[cm]?js$|\.d\.[cm]?ts$|_pb2\.py$|\.pb\.go$|\.dockerignore$/.test(name)) return undefined;
  return grammars.find(([pattern]) => pattern.test(name))?.[1];
}
