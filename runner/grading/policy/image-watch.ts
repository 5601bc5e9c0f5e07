import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ImageRequest } from '../sandbox/image-request.ts';
import type { Allowed } from './rules/call.ts';

const longestLine = 65_536;
const keptLines = 40;
const keptColumns = 400;

/** How the classic builder announces an instruction, and how BuildKit's are told (see `build-output.ts`). */
const announcement = /^(?:Step \d+\/\d+ : |\[[^\]]*\d+\/\d+\] )(.+)$/;

/** Looks on while the engine gets or makes an image. */
export class ImageWatch {
  readonly #kind: ImageRequest['kind'];
  readonly #names: readonly string[];
  #ending: ImageRequest['ending'] = 'open';
  #error = '';
  #instruction = '';
  #output: string[] = [];

  constructor(kind: ImageRequest['kind'], names: readonly string[]) {
    this.#kind = kind;
    this.#names = names;
  }

  get seen(): ImageRequest {
    return {
      ...{ kind: this.#kind, names: this.#names, ending: this.#ending, error: this.#error },
      ...{ instruction: this.#instruction, output: [...this.#output] },
    };
  }

  /** `message`: the engine's. */
  failed(message: string): void {
    this.#ending = 'failed';
    this.#error = message.slice(0, longestLine);
  }

  /** The answer to it has come to its end. */
  ended(): void {
    if (this.#ending === 'open') this.#ending = 'done';
  }

  /** One message of the answer. */
  read(line: string): void {
    let message: { readonly error?: unknown; readonly stream?: unknown };
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    if (typeof message?.error === 'string') this.failed(message.error);
    if (typeof message?.stream !== 'string') return;
    for (const text of message.stream.split('\n')) {
      const begun = announcement.exec(text.trim())?.[1];
      if (begun !== undefined) {
        this.#instruction = begun.slice(0, keptColumns);
        this.#output = [];
      } else if (text.trim() !== '') {
        this.#output.push(text.slice(0, keptColumns));
        if (this.#output.length > keptLines) this.#output.shift();
      }
    }
  }
}

/** Watches what is sent, where it is about an image to get or to make. */
export function watchOf({ method, path }: Allowed): ImageWatch | undefined {
  if (method !== 'POST') return undefined;
  const { pathname, searchParams } = new URL(path, 'http://docker');
  if (/^\/v[\d.]+\/build$/.test(pathname)) return new ImageWatch('build', searchParams.getAll('t'));
  if (!/^\/v[\d.]+\/images\/create$/.test(pathname)) return undefined;
  const [image, tag] = [searchParams.get('fromImage') ?? '', searchParams.get('tag') ?? ''];
  return new ImageWatch('pull', [tag === '' ? image : `${image}${tag.startsWith('sha256:') ? '@' : ':'}${tag}`]);
}

/** Lets an answer through as it is, and shows its messages to the watch; those that are very long are not looked at. */
export function watched(watch: ImageWatch): Transform {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isTooLong = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const lines = decoder.write(chunk).split('\n');
      for (const [index, part] of lines.entries()) {
        isTooLong ||= rest.length + part.length > longestLine;
        rest = isTooLong ? '' : rest + part;
        if (index === lines.length - 1) break;
        if (!isTooLong) watch.read(rest);
        rest = '';
        isTooLong = false;
      }
      done(null, chunk);
    },
    flush(done) {
      if (!isTooLong) watch.read(rest);
      watch.ended();
      done();
    },
  });
}
