import type { Excerpt, SimilarPair } from '../../gradebook/similarity.ts';

const excerpt: Excerpt = {
  file: 'server/server.ts',
  from: 3,
  to: 6,
  lines: [
    "import { createServer } from 'node:http';",
    '',
    'const port = 8080;',
    '</pre><script>window.__pwned = 1</script>',
  ],
};

/** A made-up pair of two submissions. */
export function similarPair(first: string, second: string): SimilarPair {
  const passage = { first: excerpt, second: { ...excerpt, file: 'app/index.ts', from: 1, to: 4 } };
  return { first, second, challenge: '01-networked-containers', score: 0.83, shared: 240, passages: [passage] };
}
