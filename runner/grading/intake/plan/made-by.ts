import { shellCommands } from './shell-commands.ts';

/** Of a script, so much is read. */
const maxCharacters = 20_000;

/** What a script's docker commands make, each as `network x`, `volume x`, `image x` or `container x`. Pure. */
export function madeBy(script: string): ReadonlySet<string> {
  const made = new Set<string>();
  for (const words of shellCommands(script.slice(0, maxCharacters).replace(/\\\r?\n/g, ' '))) {
    if (!/^docker(?:\.exe)?$/.test(words[0] ?? '')) continue;
    const [verb = '', second = ''] = words.slice(1);
    const after = (...options: string[]) =>
      words.flatMap((word, index) => {
        const own = options.find(option => word.startsWith(`${option}=`));
        if (own !== undefined) return [word.slice(own.length + 1)];
        return options.includes(word) ? [words[index + 1] ?? ''] : [];
      });
    if (/^(?:network|volume)$/.test(verb) && second === 'create') made.add(`${verb} ${words.at(-1)}`);
    else if (verb === 'build' || second === 'build') for (const tag of after('-t', '--tag')) made.add(`image ${tag}`);
    else if (/^(?:run|create)$/.test(verb) || (verb === 'container' && /^(?:run|create)$/.test(second)))
      for (const name of after('--name')) made.add(`container ${name}`);
  }
  return made;
}
