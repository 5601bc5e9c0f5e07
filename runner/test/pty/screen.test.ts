import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../base/text/width.ts';
import { bundleLab, openLab } from './lab.ts';
import type { TestTerminal } from './terminal.ts';

beforeAll(bundleLab);

/** The screen is as the program meant it: nothing scrolled, nothing left over. */
function expectWholeFrame(terminal: TestTerminal, columns: number, rows: number, footer: RegExp): void {
  const lines = terminal.rows();
  expect(lines).toHaveLength(rows);
  expect(lines.at(-1)).toMatch(footer);
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(columns);
}

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
];
const readers = [
  { lang: 'en_US.UTF-8', list: 'Networked containers', objectives: '▶ Objectives', quit: /q quit$/ },
  { lang: 'pt_BR.UTF-8', list: 'Contêineres em rede', objectives: '▶ Objetivos', quit: /q sair$/ },
];

describe.each(sizes)('at $columns×$rows', ({ columns, rows }) => {
  it.each(readers)(
    'opens, goes into challenge 1 and back, and ends: $lang',
    async ({ lang, list, objectives, quit }) => {
      await using terminal = openLab({ columns, rows, env: { LANG: lang } });
      await terminal.sees(list);
      await terminal.sees(quit);
      expect(terminal.isFullScreen()).toBe(true);
      expectWholeFrame(terminal, columns, rows, quit);
      terminal.type('\r');
      await terminal.sees(objectives);
      await terminal.sees(/[✔✖] /);
      expectWholeFrame(terminal, columns, rows, quit);
      terminal.type('\u001b');
      await terminal.loses(objectives);
      terminal.type('q');
      expect(await terminal.ends()).toBe(0);
      expect(terminal.isFullScreen()).toBe(false);
      expect(terminal.cursorIsShown()).toBe(true);
    },
  );
});

it('fills the terminal again after every change of its size', async () => {
  await using terminal = openLab({ columns: 80, rows: 24 });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees(/[✔✖] /);
  for (const [columns, rows] of [
    [140, 40],
    [100, 30],
    [200, 60],
    [70, 20],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    // The title on the first row, or on the second where there is room for air; the footer on the last.
    await terminal.sees(
      new RegExp(`^(\\n +1 .*(\\n.*){${rows - 2}}| +1 .*(\\n.*){${rows - 1}})(?<=\\n +Ctrl-T.* q quit)$`),
    );
    expect(terminal.rows().filter(row => row.includes('▶ Objectives'))).toHaveLength(1);
  }
  terminal.resize(40, 10);
  await terminal.sees('Please give it');
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});

it('changes the language while it watches', async () => {
  await using terminal = openLab();
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees(/✖ .* not yet/);
  terminal.type('l');
  await terminal.sees(/✖ .* ainda não/);
  await terminal.sees('Observado');
  terminal.type('b');
  await terminal.sees('Enunciado 1 · Contêineres em rede');
  terminal.type('?');
  await terminal.sees('Digite comandos docker');
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});

it('shows no colour where NO_COLOR is set, and says everything in words', async () => {
  await using terminal = openLab({ env: { NO_COLOR: '1' } });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees(/✖ .* not yet/);
  expect(terminal.colours()).toEqual([]);
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});
