/** What a service's answer says, taken apart: words and numbers that would be recognised elsewhere. */
export interface Said {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** Words that anybody's answer has, whatever it is about. */
const trivial = new Set(
  `ok okay success sucesso error erro status message mensagem true false null none undefined yes no sim nao up down
   healthy saudavel ready pronto running online active ativo service servico server servidor provider provedor fornecedor
   consumer consumidor api http https localhost get post json html utf-8 text data dados version name nome id`
    .trim()
    .split(/\s+/),
);

/** Times and ids of requests change at each answer, and anybody's answer has them. */
const passing =
  /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\w{3}, \d\d \w{3} \d{4}|\d\d?[:/]\d\d[:/]\d\d|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-|\d{10,13}$)/i;

/** A text without accents, in small letters, its blanks as one: as it may be written again elsewhere. */
function plain(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** What an answer says: the leaves of JSON, or the phrases of a page or of any other text. */
export function saidIn(body: string): Said {
  const leaves = leavesOf(body);
  const texts = leaves.filter(leaf => typeof leaf === 'string').map(text => text.trim());
  const numbers = leaves.filter(leaf => typeof leaf === 'number');
  return { texts: [...new Set(texts)].filter(isTelling), numbers: [...new Set(numbers)].filter(isTellingNumber) };
}

/** The things said that a text shows, as they were said; numbers also as sums and the like of what was said. */
export function shownIn(said: Said, body: string): string[] {
  const text = textOf(body);
  const numbers = numbersIn(text);
  const shows = (said: string) => [plain(said), ...windowsOf(plain(said))].some(part => hasPhrase(text, part));
  return [
    ...said.texts.filter(shows),
    ...said.numbers.filter(number => numbers.has(number)).map(String),
    ...aggregatesOf(said.numbers)
      .filter(number => isTellingNumber(number) && numbers.has(number) && !said.numbers.includes(number))
      .map(String),
  ];
}

/**
 * Whether what is shown could not be there by chance: a name or phrase, or two numbers of three digits or more.
 */
export function isEnough(shown: readonly string[]): boolean {
  const numbers = shown.filter(value => value !== '' && !Number.isNaN(Number(value)));
  return shown.length > numbers.length || numbers.length > 1;
}

function leavesOf(body: string): (string | number)[] {
  try {
    return jsonLeaves(JSON.parse(body));
  } catch {
    const phrases = withoutMarkup(body).split(/[\n\r|;,\t]+|: /);
    return phrases.map(phrase => phrase.trim()).map(phrase => (/^\d[\d.]*$/.test(phrase) ? Number(phrase) : phrase));
  }
}

function jsonLeaves(value: unknown): (string | number)[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return /^\d+([.,]\d+)?$/.test(value) ? [Number(value.replace(',', '.'))] : [value];
  if (Array.isArray(value)) return value.flatMap(jsonLeaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(jsonLeaves);
  return [];
}

function withoutMarkup(body: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '\n')
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, '\n')
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z])(acute|grave|circ|tilde|cedil|uml|ring);/gi, '$1')
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** All that an answer says, in one plain text: of JSON its names and values, escapes undone. */
function textOf(body: string): string {
  try {
    const strings: string[] = [];
    JSON.parse(body, (key, value) => {
      strings.push(key);
      if (typeof value !== 'object') strings.push(String(value));
      return value;
    });
    return plain(strings.join('\n'));
  } catch {
    return plain(withoutMarkup(body));
  }
}

const isTelling = (text: string) =>
  /\p{L}{3}/u.test(text) && !trivial.has(plain(text)) && !passing.test(text) && !/^(https?:)?\/\S*$/.test(text);

/** Small numbers are everywhere; times in milliseconds are nobody's data. */
const isTellingNumber = (number: number) => {
  const digits = String(Math.abs(number)).replace(/\D/g, '').replace(/^0+/, '');
  return Number.isFinite(number) && digits.length > 2 && !passing.test(String(number));
};

function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\d]/u.test(letter);
    if (!isWord(text[at - 1]) && !isWord(text[at + phrase.length])) return true;
  }
  return false;
}

const windowWords = 5;

/** Parts of a long text, which others may shorten. */
function windowsOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words.slice(0, -windowWords).map((_, index) => words.slice(index, index + windowWords).join(' '));
}

/** Every reading of every number in a text: `1.234,56` and `1,234.56` are the same to people of different countries. */
function numbersIn(text: string): ReadonlySet<number> {
  const written = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const readings = written.flatMap(number => [
    Number(number.replaceAll(',', '')),
    Number(number.replaceAll('.', '').replace(',', '.')),
    Number(number.replace(/[.,](?=\d*[.,])/g, '').replace(',', '.')),
  ]);
  return new Set(readings.filter(number => !Number.isNaN(number)));
}

const round = (number: number) => Math.round(number * 100) / 100;

function aggregatesOf(numbers: readonly number[]): number[] {
  if (numbers.length < 2) return [];
  const sum = numbers.reduce((total, number) => total + number, 0);
  return [round(sum), round(sum / numbers.length)];
}
