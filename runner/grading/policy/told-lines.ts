import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * Puts another text in the place of each line, at once; empty lines are left out. `tell` gives it with its end, or nothing. Ends with
 * an error where a line is longer than `longest` characters, or `tell` throws.
 */
export function toldLines(longest: number, tell: (line: string) => string): Transform {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const lines = `${rest}${decoder.write(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longest) return done(new Error('a line of the answer is too long'));
      try {
        done(
          null,
          lines
            .filter(line => line.trim() !== '')
            .map(tell)
            .join(''),
        );
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
