import type { Message } from '../../base/message.ts';
import type { ConnectedEngine } from '../../engine/engine.ts';
import type { ScriptRun } from '../../gradebook/result.ts';
import type { ScriptFollower } from './script-follower.ts';

/** What the shell beside a sandbox's engine may have of the machine's memory, on top of the sandbox's own, in bytes. */
export const shellMemoryBytes = 768 * 1024 ** 2;

/** What one sandbox may use of the machine. */
export interface SandboxLimits {
  readonly cpus: number;
  readonly memoryBytes: number;
  /** Processes and threads, of all its containers together. */
  readonly processes: number;
  /** What its engine may write to disk. */
  readonly diskBytes: number;
}

/** Who builds the images in a sandbox: the classic builder, or BuildKit, for Dockerfiles that only it can read. */
export type Builder = 'classic' | 'buildkit';

/** A script to run in a sandbox. */
export interface ScriptOptions {
  /** Absolute, on this machine: the student's files. They are copied in: the script cannot change them. */
  readonly folder: string;
  /** What bash runs there. */
  readonly script: string;
  readonly signal: AbortSignal;
  /** Told of what it takes away and makes; its looks do not count as the script's time. */
  readonly follower?: ScriptFollower;
  /** Wall clock, in milliseconds. */
  readonly timeoutMs: number;
  /** How long a docker command in the foreground holds the script up, in milliseconds, before it is left running. */
  readonly graceMs: number;
  /** Bytes of output after which it is ended. */
  readonly outputBytes: number;
}

/** A throwaway engine for one attempt at one part, with the lab's images in it. Disposing of it removes all of it. */
export interface Sandbox extends AsyncDisposable {
  /** The engine itself, not through the policy: for looking at what the script has made. */
  readonly connected: ConnectedEngine;
  /** Runs a script beside the engine, through the policy. Throws SandboxFault when the machine fails, not the script. */
  run(options: ScriptOptions): Promise<ScriptRun>;
  /** The container on the host's engine in which the last script ran, and that goes on; empty before the first. */
  readonly shell: string;
  /** What the policy has refused so far. */
  readonly refusals: readonly Message[];
  /**
   * The first command by which a script would have started something by Compose, which no sandbox has; empty where none did, or where
   * it ran something by hand, too.
   */
  readonly compose: string;
  /** A usual program that a script called and the shell does not have; empty where there was none. */
  readonly missingTool: string;
  /** True if what failed is that something out of the sandbox could not be reached: a registry, a package index. */
  unreachable(): boolean;
  /** True if a Dockerfile could only be read by BuildKit, and the classic builder was asked. */
  needsBuildKit(): boolean;
}

/** How one sandbox is to be. */
export interface SandboxOptions {
  readonly limits: SandboxLimits;
  readonly builder: Builder;
  readonly signal: AbortSignal;
}

/** Makes sandboxes on an engine. Disposing of it removes the cache that they share. */
export interface Sandboxes extends AsyncDisposable {
  /** Throws SandboxFault when the machine cannot make one. */
  open(options: SandboxOptions): Promise<Sandbox>;
}

/** The machine's fault, and never the student's. */
export class SandboxFault extends Error {
  override readonly name = 'SandboxFault';
}
