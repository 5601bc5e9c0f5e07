import type { ContainerFacts } from '../engine/facts.ts';

/** Why an engine could not start a container, as far as its words tell. */
export type StartFailure =
  /** `taken`: somebody has the host's port; `refused`: the engine may not have it. */
  | { readonly kind: 'port'; readonly port: number; readonly reason: 'taken' | 'refused' }
  | {
      readonly kind: 'program';
      readonly reason: 'missing' | 'not-executable' | 'wrong-format';
      readonly program: string;
    }
  /** A file is mounted where there is a folder, the other way round, or the host has nothing there. */
  | { readonly kind: 'mount'; readonly source: string; readonly target: string | undefined }
  | { readonly kind: 'network' }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'other' };

/**
 * Reads the reason that the engine gives: Docker's with runc in their several versions, and Podman's with crun. `undefined` if
 * it gives none. Pure.
 */
export function startFailure({ error, state, command }: ContainerFacts): StartFailure | undefined {
  if (error === undefined || state === 'running' || state === 'paused') return undefined;
  const [, port] =
    /(?:Bind for|listen (?:tcp|udp|sctp)[46]?|bind host port(?: for)?) \S*?:(\d+)(?=[\s:/]|$)/.exec(error) ?? [];
  if (port !== undefined && /already (?:allocated|in use)|Only one usage/i.test(error))
    return { kind: 'port', port: Number(port), reason: 'taken' };
  if (port !== undefined && /permission denied|forbidden/i.test(error))
    return { kind: 'port', port: Number(port), reason: 'refused' };
  const mount = /mounting \\*"([^"\\]+)\\*" to rootfs (?:\\*"[^"]*" )?at \\*"([^"\\]+)\\*"/.exec(error);
  if (mount !== null) return { kind: 'mount', source: mount[1] ?? '', target: mount[2] };
  const source = /(?:bind source path does not exist|creating mount source path): ?'?([^':]+)/.exec(error)?.[1];
  if (source !== undefined) return { kind: 'mount', source: source.trim(), target: undefined };
  const program = /exec:? \\*["`']([^"`'\\]+)|executable file \\*["`']([^"`'\\]+)/.exec(error);
  const named = program?.[1] ?? program?.[2];
  const reason = programReason(error, named !== undefined);
  if (reason !== undefined) return { kind: 'program', reason, program: named ?? command[0] ?? '' };
  if (/network \S+ not found|cannot join network of a non running container/.test(error)) return { kind: 'network' };
  const user = /unable to find (?:user|group) ([^:]+):/.exec(error)?.[1];
  return user === undefined ? { kind: 'other' } : { kind: 'user', user };
}

function programReason(error: string, isNamed: boolean) {
  if (/exec format error/i.test(error)) return 'wrong-format';
  if (/executable file .*not found/i.test(error)) return 'missing';
  if (isNamed && /no such file or directory/i.test(error)) return 'missing';
  return (isNamed || /open executable/.test(error)) && /permission denied/i.test(error) ? 'not-executable' : undefined;
}

/** What all of the engine's reasons begin with, and what nobody can do anything with. */
const preamble =
  /^.*(?:unable to start container process|OCI runtime create failed|OCI runtime error|programming external connectivity on endpoint \S+(?: \(\w+\))?|container init|runc): /s;

const longest = 200;

/** The engine's reason in one line, without its preamble. Pure. */
export function reasonOf(error: string): string {
  const line = error
    .replace(preamble, '')
    .replace(/: unknown(?=: |$)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
