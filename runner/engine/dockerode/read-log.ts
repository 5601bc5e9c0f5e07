import type Docker from 'dockerode';
import type { LogLine } from '../facts.ts';
import { logLines } from './logs.ts';

/** The last `tail` lines of a container's log. */
export async function readLog(
  docker: Docker,
  containerId: string,
  tail: number,
  abortSignal: AbortSignal,
): Promise<LogLine[]> {
  const container = docker.getContainer(containerId);
  const [{ Config }, log] = await Promise.all([
    container.inspect({ abortSignal }),
    container.logs({ stdout: true, stderr: true, timestamps: true, tail, follow: false, abortSignal }),
  ]);
  return logLines(Buffer.from(log), Config.Tty);
}
