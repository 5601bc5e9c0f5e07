import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTable } from '../../app/table.ts';
import { openLab } from '../pty/lab.ts';
import { openTerminal, type TestTerminal } from '../pty/terminal.ts';
import { median, p95, say } from './figures.ts';

const rounds = 15;
const root = join(import.meta.dirname, '../../..');

/** The least that an Ink program can be, opened as the lab opens its screen. */
const empty = `
import { createElement } from 'react';
import { render, Text } from 'ink';
render(createElement(Text, null, 'empty'), { alternateScreen: true, incrementalRendering: true });
setInterval(() => {}, 1e9);
`;

/** How long until the first whole screen of \`lab\` stands on a terminal, beside an empty Ink program, in turns. */
export async function benchFirstPaint(folder: string, env: Readonly<Record<string, string>>): Promise<void> {
  const program = await bundled(folder);
  const contenders: readonly { name: string; shows: RegExp; open(): TestTerminal }[] = [
    {
      name: 'an empty Ink program, bundled',
      shows: /empty/,
      open: () => openTerminal([process.execPath, program], { columns: 120, rows: 40 }),
    },
    { name: 'lab, its list of challenges', shows: /q quit/, open: () => openLab({ columns: 120, rows: 40, env }) },
  ];
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { shows, open }] of contenders.entries()) {
      const began = performance.now();
      await using terminal = open();
      await terminal.sees(shows);
      times[index]?.push(performance.now() - began);
    }
  }
  const least = median(times[0] ?? []);
  say(`First paint, on a pseudo-terminal (${rounds} rounds, in turns)`);
  const rows = contenders.map(({ name }, index) => {
    const all = times[index] ?? [];
    return [name, median(all).toFixed(0), p95(all).toFixed(0), (median(all) / least).toFixed(2)];
  });
  say(renderTable([['', 'ms, median', 'ms, p95', 'times the empty one'], ...rows]));
}

/** Bundled as the lab is, so that neither has more files to find. */
async function bundled(folder: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const input = join(folder, 'empty.js');
  writeFileSync(input, empty);
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external: ['react-devtools-core'],
    resolve: { modules: [join(root, 'node_modules')] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    checks: { pluginTimings: false },
  });
  const file = join(folder, 'empty-bundled.mjs');
  await build.write({ format: 'esm', file, codeSplitting: false });
  await build.close();
  return file;
}
