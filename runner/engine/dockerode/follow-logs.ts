import type Docker from 'dockerode';
import type { FollowOptions } from '../engine.ts';
import type { LogLine } from '../facts.ts';
import { logReader } from './log-reader.ts';

/** A container's log that is being sent, and whether it comes from a terminal. */
export interface OpenLog {
  readonly tty: boolean;
  readonly stream: AsyncIterable<Buffer>;
}

/** Asks for a log to be sent as it is written. `signal` ends the sending; the log does not end it before. */
export async function openLog(
  docker: Docker,
  containerId: string,
  { tail, since }: FollowOptions,
  signal: AbortSignal,
): Promise<OpenLog> {
  const container = docker.getContainer(containerId);
  const { Config } = await container.inspect({ abortSignal: signal });
  const stream = await container.logs({
    stdout: true,
    stderr: true,
    timestamps: true,
    follow: true,
    ...(tail === undefined ? {} : { tail }),
    ...(since === undefined ? {} : { since: unixTime(since) as unknown as number }),
    abortSignal: signal,
  });
  return { tty: Config.Tty, stream: stream as AsyncIterable<Buffer> };
}

/** The lines of an open log, those at or before `since` left out: the engine tells that moment's again. */
export async function* linesOf({ tty, stream }: OpenLog, since: string | undefined): AsyncGenerator<LogLine> {
  const reader = logReader(tty);
  const isNew = (line: LogLine) => since === undefined || line.at > since;
  for await (const chunk of stream) {
    for (const line of reader.push(chunk)) if (isNew(line)) yield line;
  }
  for (const line of reader.end()) if (isNew(line)) yield line;
}

/** Seconds since 1970, with the nanoseconds that a Date would lose. */
function unixTime(at: string): string {
  const fraction = /\.(\d+)/.exec(at)?.[1] ?? '0';
  return `${Math.floor(Date.parse(at) / 1000)}.${fraction.padEnd(9, '0')}`;
}
