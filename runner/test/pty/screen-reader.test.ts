import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { bundleLab, openLab } from './lab.ts';
import { clear, createNetwork, network } from './workbench.ts';

beforeAll(async () => {
  bundleLab();
  await clear();
});
afterAll(clear);

/** Wide and high enough that every statement is one row, and none is scrolled away. */
const size = { columns: 300, rows: 120 };

it('says the screen to a screen reader: line by line, and only what changes', async () => {
  await using terminal = openLab(size, '--screen-reader', '--lang', 'pt');
  await terminal.sees(/^Teclas: .*q sair\.$/m);
  expect(terminal.isFullScreen()).toBe(false);
  expect(terminal.cursorIsShown()).toBe(true);
  terminal.type('1');
  await terminal.sees(/^Objetivo 1 de 7: .*, ainda não, 4 pontos\.$/m);
  await terminal.sees(/^Selecionado: .*\nObservado: /m);
  await createNetwork();
  await terminal.sees(new RegExp(`^rede ${network} criada`, 'm'));
  terminal.type('t');
  await terminal.sees(/^O terminal dentro do laboratório fica de fora/m);
  terminal.type('v');
  await terminal.sees(new RegExp(`^Relatório\\.\nDesafio 1 de ${catalogue.length}: `, 'm'));

  const text = terminal.rows().join('\n');
  expect(text.match(/^Objetivo 1 de 7: /gm)).toHaveLength(2);
  expect(text).not.toMatch(/[─-╿▀-▟⠀-⣿✔✖❯]/u);
  expect(terminal.colours()).toEqual([]);

  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
  await terminal.sees(/^Desafio 1, .*: 0 de 20 pontos\.$/m);
});
