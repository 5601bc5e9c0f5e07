import { describe, expect, it } from 'vitest';
import { lineWidth } from '../../base/text/line.ts';
import { markdown } from './markdown.ts';

const draw = (source: string, width = 40) => markdown(source, width).map(line => line.map(part => part.text).join(''));

describe('markdown', () => {
  it('lays out headings, paragraphs and lists', () => {
    expect(
      draw('# Title\nOne paragraph\nin two lines.\n\n- first thing that is long enough to wrap\n- second\n\n1. third'),
    ).toEqual([
      'Title',
      '',
      'One paragraph in two lines.',
      '',
      '  • first thing that is long enough to',
      '    wrap',
      '  • second',
      '',
      '  1. third',
    ]);
  });

  it('keeps code as it stands', () => {
    expect(draw('```\n┌──┐\n│  │\n```')).toEqual(['    ┌──┐', '    │  │']);
  });

  it('fits a table into the width', () => {
    const lines = draw(
      '| command | what it does |\n| --- | --- |\n| `docker ps --all` | all containers, those that have ended too |',
      34,
    );
    expect(lines[0]).toMatch(/^command +what it does$/);
    expect(lines[1]).toMatch(/^─+$/);
    expect(lines.slice(2).join(' ').replace(/\s+/g, ' ')).toContain('docker ps');
    expect(
      markdown('| a | b |\n|---|---|\n| c | a rather long cell of a table |', 20).every(line => lineWidth(line) <= 20),
    ).toBe(true);
  });

  it('drops the signs of emphasis and the targets of links', () => {
    expect(draw('**bold**, _bonus:_ and [text](https://example.org), but snake_case_name')).toEqual([
      'bold, bonus: and text, but',
      'snake_case_name',
    ]);
  });
});
