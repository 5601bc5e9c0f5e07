import type { ContainerFacts } from './facts.ts';
import { oncePer } from './memo.ts';

/** The words of a name, small and without accents: `D1-MeuServidor_2` has `d`, `meu`, `servidor`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '');
}

/** The repository's last part: `registry:5000/maria/servidor:1` is `servidor`. */
export function imageName(reference: string): string {
  const path = reference.split('@')[0] ?? '';
  return (path.split('/').at(-1) ?? '').split(':')[0] ?? '';
}

/** Names under which others on a network may call a container: its own and its aliases, without the engine's own ids. */
export const callableNames = oncePer((container: ContainerFacts): readonly string[] => {
  const given = [container.name, container.hostname, ...container.networks.flatMap(network => network.aliases)];
  return [...new Set(given)].filter(name => name !== '' && !container.id.startsWith(name));
});

/** True if the text has the name as a whole word: `http://server:8080` has `server`, `my-server` has not. */
export function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${escaped}(?![\\w-]|\\.\\w)`, 'i').test(text);
}

/** What a container was told at its start: its command and the values of its environment. */
export const instructionsOf = oncePer((container: ContainerFacts): string =>
  [...container.command, ...Object.values(container.env)].join('\n'),
);
