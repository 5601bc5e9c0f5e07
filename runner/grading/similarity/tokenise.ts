import type { Grammar } from './grammar.ts';
import { TokenList, type Tokens } from './token-list.ts';

const word = /[\p{L}_$@][\p{L}\p{N}_$]*/uy;
const number = /\d[\w.]*/y;
const operator = /=>|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\?\.|:=|<-|->|\*\*|\+\+|--|[^\s\w]/uy;
const option = /--?[A-Za-z][\w-]*/y;
const heredoc = /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/y;

/**
 * Reads a source as its language's words and signs. It takes time in proportion to the source's length and ends on anything at
 * all: a text that is not closed goes on to the end of its line, or of the file where its form may have many lines.
 */
export function tokenise(source: string, grammar: Grammar): Tokens {
  return new Tokeniser(source, grammar).read();
}

class Tokeniser {
  readonly #source: string;
  readonly #grammar: Grammar;
  readonly #found = new TokenList();
  /** For each template that is open: how many braces are open in the expression that stands in it. */
  readonly #templates: number[] = [];
  #at = 0;
  #line = 1;
  /** The end of the line that a here-document begins after, by its closing word. */
  #awaited: string[] = [];
  /** Whether a `/` would begin a regular expression. */
  #valueExpected = true;

  constructor(source: string, grammar: Grammar) {
    this.#source = source;
    this.#grammar = grammar;
  }

  read(): Tokens {
    while (this.#at < this.#source.length) this.#step();
    return this.#found.tokens;
  }

  /** Whatever stands here, one of these goes on behind it. */
  #step(): void {
    const has = this.#grammar.has;
    if (this.#space() || this.#comment()) return;
    if (has.has('templates') && this.#template()) return;
    if (this.#text()) return;
    if (has.has('regular expressions') && this.#regularExpression()) return;
    if (has.has('heredocs') && this.#heredoc()) return;
    if (has.has('options') && this.#option()) return;
    if (this.#word() || this.#number()) return;
    this.#operator();
  }

  #space(): boolean {
    const sign = this.#source[this.#at] ?? '';
    if (sign > ' ') return false;
    this.#at++;
    if (sign !== '\n') return true;
    this.#line++;
    if (this.#awaited.length > 0) this.#skipHeredocs();
    return true;
  }

  #comment(): boolean {
    const { lineComments, blockComments } = this.#grammar;
    const source = this.#source;
    if (lineComments.some(it => source.startsWith(it, this.#at)) && this.#commentMayBegin()) {
      this.#goTo(source.indexOf('\n', this.#at));
      return true;
    }
    const block = blockComments.find(([open]) => source.startsWith(open, this.#at));
    if (block === undefined) return false;
    const end = source.indexOf(block[1], this.#at + block[0].length);
    this.#goTo(end === -1 ? -1 : end + block[1].length);
    return true;
  }

  /** `#` within a word of a shell, as in `$#` or `a#b`, is none. */
  #commentMayBegin(): boolean {
    return !this.#grammar.has.has('heredocs') || this.#at === 0 || /[\s;()]/.test(this.#source[this.#at - 1] ?? '');
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  /** Goes on at a place further on, -1 for the end, and counts the lines on the way. */
  #goTo(place: number): void {
    const end = place === -1 ? this.#source.length : place;
    for (let at = this.#at; at < end; at++) if (this.#source.charCodeAt(at) === 10) this.#line++;
    this.#at = end;
  }

  #add(sign: string, line = this.#line): void {
    this.#found.sign(sign, line);
    this.#valueExpected = !/^(?:[)\]}]|0|""|this|super|null|true|false|undefined)$/.test(sign);
  }

  #option(): boolean {
    const found = this.#match(option)?.[0];
    if (found !== undefined) this.#add(found);
    return found !== undefined;
  }

  #number(): boolean {
    const found = this.#match(number) !== null;
    if (found) this.#add('0');
    return found;
  }

  #operator(): void {
    const { dropped, same } = this.#grammar;
    const found = this.#match(operator)?.[0];
    if (found === undefined) this.#at++;
    else if (!dropped.has(found)) this.#add(same[found] ?? found);
  }

  #heredoc(): boolean {
    const closing = this.#match(heredoc)?.[2];
    if (closing === undefined) return false;
    this.#awaited.push(closing);
    this.#add('<<');
    return true;
  }

  #word(): boolean {
    const name = this.#match(word)?.[0];
    if (name === undefined) return false;
    const { keywords, same, dropped, has } = this.#grammar;
    if (has.has('text prefixes') && /^[rbfu]{1,2}$/i.test(name) && this.#text()) return true;
    if (dropped.has(name)) return true;
    const plain = has.has('any case') ? name.toLowerCase() : name;
    if (keywords.has(plain)) this.#add(same[plain] ?? plain);
    else this.#name(name);
    return true;
  }

  #name(name: string): void {
    this.#found.name(name, this.#line);
    this.#valueExpected = false;
  }

  #text(): boolean {
    const form = this.#grammar.texts.find(({ open }) => this.#source.startsWith(open, this.#at));
    if (form === undefined) return false;
    const { open, close, escapes, lines } = form;
    const line = this.#line;
    const source = this.#source;
    let at = this.#at + open.length;
    while (at < source.length && !source.startsWith(close, at)) {
      if (!lines && source[at] === '\n') break;
      at += escapes && source[at] === '\\' ? 2 : 1;
    }
    this.#goTo(Math.min(source.length, source.startsWith(close, at) ? at + close.length : at));
    this.#add('""', line);
    return true;
  }

  /** Texts in back-quotes, with expressions within them, which are read as code. */
  #template(): boolean {
    const depth = this.#templates.length - 1;
    const braces = this.#templates[depth];
    const sign = this.#source[this.#at];
    if (sign === '`') {
      this.#templates.push(0);
      this.#at++;
      this.#templateText();
    } else if (braces !== undefined && sign === '{') {
      this.#templates[depth] = braces + 1;
      return false;
    } else if (braces !== undefined && sign === '}') {
      if (braces > 0) {
        this.#templates[depth] = braces - 1;
        return false;
      }
      this.#at++;
      this.#templateText();
    } else return false;
    return true;
  }

  /** Within a template's text, up to its end or the next expression in it. */
  #templateText(): void {
    const line = this.#line;
    const source = this.#source;
    let at = this.#at;
    while (at < source.length && source[at] !== '`' && !source.startsWith('${', at)) at += source[at] === '\\' ? 2 : 1;
    if (source[at] === '$') at += 2;
    else {
      this.#templates.pop();
      at++;
    }
    this.#goTo(Math.min(source.length, at));
    this.#add('""', line);
    this.#valueExpected = this.#source[at - 1] === '{';
  }

  #regularExpression(): boolean {
    const source = this.#source;
    if (source[this.#at] !== '/' || !this.#valueExpected) return false;
    let inClass = false;
    let at = this.#at + 1;
    for (; at < source.length && source[at] !== '\n'; at++) {
      if (source[at] === '\\') at++;
      else if (source[at] === '[') inClass = true;
      else if (source[at] === ']') inClass = false;
      else if (source[at] === '/' && !inClass) break;
    }
    // Whatever it was, the rest of the line is not read again.
    if (source[at] === '/') while (/[a-z]/.test(source[at + 1] ?? '')) at++;
    this.#goTo(Math.min(source.length, source[at] === '\n' ? at : at + 1));
    this.#add('""');
    return true;
  }

  /** At the beginning of a line after which here-documents were announced. */
  #skipHeredocs(): void {
    const line = this.#line;
    for (const closing of this.#awaited) {
      let end = -1;
      while (this.#at < this.#source.length && end === -1) {
        const next = this.#source.indexOf('\n', this.#at);
        const stop = next === -1 ? this.#source.length : next;
        if (this.#source.slice(this.#at, stop).trim() === closing) end = stop;
        this.#goTo(end === -1 ? Math.min(stop + 1, this.#source.length) : end);
      }
      this.#add('""', line);
    }
    this.#awaited = [];
  }
}
