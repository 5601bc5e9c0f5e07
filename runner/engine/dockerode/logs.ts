import type { LogLine } from '../facts.ts';

/**
 * The lines of a log that was asked for with timestamps. Without a terminal the engine frames its output: 8 bytes of
 * header (stream, 3 zeros, length as big-endian uint32), then the payload, as `POST /containers/{id}/attach` in the
 * Docker Engine API describes; with a terminal (`tty`) it is the bare text.
 */
export function logLines(log: Buffer, tty: boolean): LogLine[] {
  return (tty ? [{ stream: 'stdout' as const, payload: log }] : frames(log))
    .flatMap(({ stream, payload }) => lines(payload.toString('utf8')).map(line => parseLine(line, stream)))
    .filter(line => line !== undefined)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

type Frame = { stream: 'stdout' | 'stderr'; payload: Buffer };

function frames(log: Buffer): Frame[] {
  const found: Frame[] = [];
  for (let at = 0; at + 8 <= log.length; ) {
    const length = log.readUInt32BE(at + 4);
    found.push({ stream: log[at] === 2 ? 'stderr' : 'stdout', payload: log.subarray(at + 8, at + 8 + length) });
    at += 8 + length;
  }
  return found;
}

const lines = (text: string) => text.split(/\r?\n/).filter(line => line !== '');

function parseLine(line: string, stream: LogLine['stream']): LogLine | undefined {
  const space = line.indexOf(' ');
  const at = space < 0 ? line : line.slice(0, space);
  if (Number.isNaN(Date.parse(at))) return undefined;
  return { at, stream, text: space < 0 ? '' : line.slice(space + 1) };
}
