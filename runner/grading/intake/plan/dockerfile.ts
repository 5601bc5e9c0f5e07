import type { Builder } from '../../sandbox/sandbox.ts';

const name = /^(?:(?:docker|container)file(?:[._-].+)?|.+\.(?:docker|container)file)$/i;
const continued = /\\[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/g;

/** Flags without which an instruction means something else, and which the classic builder does not know. */
const flags: Readonly<Record<string, RegExp>> = {
  RUN: /^--(?:mount|network|security)\b/i,
  COPY: /^--(?:chmod|exclude|parents)\b/i,
  ADD: /^--(?:checksum|chmod|exclude|keep-git-dir|unpack)\b/i,
};

/** True of a path that is a Dockerfile's by its name: `Dockerfile`, `api.Dockerfile`, `Containerfile.dev`. Pure. */
export function isDockerfile(path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return name.test(base) && !/\.dockerignore$/i.test(base);
}

/**
 * The builder for these Dockerfiles, and for scripts that write some: the classic one, unless one of them needs BuildKit and none
 * asks for somebody else's frontend. Pure.
 */
export function builderFor(texts: readonly string[]): Builder {
  return texts.some(needsBuildKit) && !texts.some(namesForeignFrontend) ? 'buildkit' : 'classic';
}

/**
 * True if a Dockerfile can only be read by BuildKit: flags such as `RUN --mount`, here-documents. The classic builder says so
 * of the first, and takes the others for empty commands. Follows the Dockerfile reference as of syntax 1.7.
 */
function needsBuildKit(dockerfile: string): boolean {
  const text = dockerfile.replace(continued, ' ');
  return text.split(/\r?\n/).some((line, index, lines) => {
    const [, instruction = '', rest = ''] = /^\s*(RUN|COPY|ADD)\s+(.*)$/i.exec(line) ?? [];
    if (instruction === '') return false;
    const words = rest.split(/\s+/);
    const firstPlain = words.findIndex(word => !word.startsWith('--'));
    const given = words.slice(0, firstPlain < 0 ? words.length : firstPlain);
    if (given.some(flag => flags[instruction.toUpperCase()]?.test(flag))) return true;
    return hasHereDocument(rest, lines.slice(index + 1));
  });
}

/** True if a Dockerfile names a frontend that is not Docker's own: a program of somebody's, to be pulled and run. */
function namesForeignFrontend(dockerfile: string): boolean {
  return [...dockerfile.matchAll(/^\s*#[ \t]*syntax[ \t]*=[ \t]*(\S+)/gim)].some(
    ([, frontend = '']) => !/^(?:docker\.io\/)?docker\/dockerfile(?:[:@]|$)/.test(frontend),
  );
}

/** A mark that another line ends; without that line, it is an operator, or means nothing. */
function hasHereDocument(line: string, following: readonly string[]): boolean {
  return [...line.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)].some(([, dash, , word]) =>
    following.some(other => (dash ? other.replace(/^\t+/, '') : other) === word),
  );
}
