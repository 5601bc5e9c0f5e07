import { expect, test } from 'vitest';
import { plainProgram } from './plain-program.ts';

const plain = (name: string, content: string) => {
  const file = plainProgram({ name, content: Buffer.from(content) });
  return [file.name, file.content.toString().replaceAll(/ +/g, ' ')];
};

test('types are taken out, and what it imports is called as it is then', () => {
  const source = `import { a } from './other-one.ts';\nimport type { B } from './types.ts';\nconst c: B = await import('./late.ts');\n`;
  expect(plain('probe/main.ts', source)).toEqual([
    'probe/main.mjs',
    "import { a } from './other-one.mjs';\n \nconst c = await import('./late.mjs');\n",
  ]);
});

test('what is no TypeScript stays as it is', () => {
  expect(plain('postgres/entrypoint.sh', "from './x.ts'")).toEqual(['postgres/entrypoint.sh', "from './x.ts'"]);
});
