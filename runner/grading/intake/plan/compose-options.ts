import { NeedsShell, shellWords } from '../../../base/shell-words.ts';

/** What a call of Compose says of the project that it is for. */
export interface ComposeOptions {
  readonly files: readonly string[];
  readonly profiles: readonly string[];
  readonly projectName?: string;
}

const call = /\b(?:docker-compose|docker(?:\.exe)?[ \t]+compose)[ \t]+([^\n;&|#]*?\b(?:up|create|start)\b)/;

/** The options of the first call of Compose in a text that starts something; `undefined` if a shell would have to work them out. Pure. */
export function composeOptions(text: string): ComposeOptions | undefined {
  const [, given] = call.exec(text.replace(/\\\r?\n/g, ' ')) ?? [];
  if (given === undefined) return { files: [], profiles: [] };
  let words: readonly string[];
  try {
    words = shellWords(given);
  } catch (error) {
    if (error instanceof NeedsShell) return undefined;
    throw error;
  }
  const valuesOf = (...flags: readonly string[]) =>
    words.flatMap((word, index) => {
      const flag = flags.find(one => word === one || word.startsWith(`${one}=`));
      if (flag === undefined) return [];
      return word === flag ? (words[index + 1] ?? []) : word.slice(flag.length + 1);
    });
  const [projectName] = valuesOf('-p', '--project-name');
  return {
    ...{ files: valuesOf('-f', '--file'), profiles: valuesOf('--profile') },
    ...(projectName === undefined ? {} : { projectName }),
  };
}
