import type { Localised } from '../runner/base/language.ts';

/** One of the lab's own images, as data: `runner/setup/images` builds whatever this list says. */
export interface LabImage {
  /** Such as `node:26-dev`; the reference is this behind a prefix, `lab/` unless told otherwise. */
  readonly name: string;
  readonly what: Localised;
  /**
   * The ids of the challenges that cannot do without it; it is built when the first of them is opened. What `grading` needs is
   * built when a class is graded, or when it is asked for by name.
   */
  readonly neededBy: 'all' | 'grading' | readonly string[];
  /**
   * Under `lab-images/`. All its files named in `copies` are part of the build context. Images that share a folder come
   * from the same kind of source.
   */
  readonly folder: string;
  /** Under `folder`. It begins with `ARG BASE` and `FROM ${BASE}`. */
  readonly dockerfile: string;
  readonly base: ImageBase;
  readonly contract: Contract;
}

/**
 * What an image stands on. `assembled` ones come from Debian packages, or from an image of the registry where that is
 * reachable; either way the Dockerfile adds `rootfs.tar`. `image` ones stand on another image of this list.
 */
export type ImageBase =
  | {
      readonly kind: 'assembled';
      /** Without it, it comes from packages wherever it is built. */
      readonly registry?: RegistryImage;
      readonly rootfs: Rootfs;
      readonly copies?: RegExp;
    }
  | { readonly kind: 'image'; readonly name: string; readonly copies: RegExp };

/** An image of the registry: `chainguard/node`, `latest-dev`. */
export interface RegistryImage {
  readonly repository: string;
  readonly tag: string;
}

/** A file system assembled from Debian packages, npm's Node and npm itself. Paths have no leading slash. */
export interface Rootfs {
  /** Where the packages must be of one release, such as `debian trixie`; else they are of this machine's own. */
  readonly release?: string;
  /** Debian packages; what they depend on comes too, and what neither `keep` nor `drop` wants goes again. */
  readonly packages: readonly string[];
  /** Only these paths stay, where it is given. */
  readonly keep?: readonly RegExp[];
  /** These paths go. */
  readonly drop?: readonly RegExp[];
  /** Puts `/usr/bin/node` there. */
  readonly node: boolean;
  /** The exact version of npm to put there, if any. */
  readonly npm?: string;
  /** True where the certificates of this machine's private authorities join the bundle: never in a runtime image. */
  readonly privateAuthorities: boolean;
  readonly accounts: readonly Account[];
  readonly folders: readonly Folder[];
  /** Link → target, made where nothing is there yet. */
  readonly links: Readonly<Record<string, string>>;
}

export interface Account {
  readonly name: string;
  /** Of the user and of the group. */
  readonly id: number;
  readonly home: string;
  readonly shell: string;
}

export interface Folder {
  readonly path: string;
  readonly owner: number;
  readonly mode: number;
}

/** What whoever builds on the image counts on, whichever source it came from. */
export interface Contract {
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  /** The lowest major version of Node that will do, for images that run Node: these are looked into, too. */
  readonly node?: number;
  /** What it serves with, for images that have a shell and no Node: these are looked into, too. */
  readonly service?: Service;
  /** Programs that a look inside finds on the PATH. */
  readonly present: readonly string[];
  /** Programs of which a look inside finds no trace anywhere. */
  readonly absent: readonly string[];
}

/** A program that says its version when it is run with `--version`. */
export interface Service {
  readonly program: string;
  /** The only major version that will do: data folders of another one are not read. */
  readonly major: number;
}
