/** One cell of a terminal's screen. Colours are undefined (the terminal's own), a palette index or `#rrggbb`. */
export interface Cell {
  /** Empty behind a character that is two columns wide. */
  readonly text: string;
  readonly foreground: number | string | undefined;
  readonly background: number | string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly style: Style;
}

interface Style {
  readonly colour: string;
  readonly behind: string | undefined;
  readonly attributes: string;
}

/** In the picture's own units; the font's real size does not matter, since each run is stretched to its columns. */
const cell = { width: 8.4, height: 18, font: 14 };
const frame = { top: 34, side: 14, bottom: 14 };
const theme = { paper: '#10161d', ink: '#d7dee6', bar: '#1c252f' };
/** The 16 colours of the palette, readable on the paper. */
const sixteen =
  '#4a5563 #ef6b73 #63c174 #e2b455 #5fa8f5 #c58af0 #4cc3cf #d7dee6 #7d8a99 #ff8a90 #82dc92 #f4cd78 #86c0ff #dba9ff #75dde6 #ffffff'.split(
    ' ',
  );

/** A terminal's screen as an SVG picture of a window with that title. Pure: the same screen makes the same picture. */
export function svgOf(screen: readonly (readonly Cell[])[], title: string): string {
  const columns = Math.max(...screen.map(row => row.length));
  const width = round(columns * cell.width + 2 * frame.side);
  const height = round(screen.length * cell.height + frame.top + frame.bottom);
  const rows = screen.flatMap((row, index) => runsOf(row).map(run => drawRun(run, index)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" rx="9" fill="${theme.paper}"/>
<path d="M0 9a9 9 0 0 1 9-9h${width - 18}a9 9 0 0 1 9 9v15H0z" fill="${theme.bar}"/>
<g fill="#55616f"><circle cx="17" cy="12" r="5"/><circle cx="34" cy="12" r="5"/><circle cx="51" cy="12" r="5"/></g>
<text x="${round(width / 2)}" y="16" fill="#93a0ae" font-family="sans-serif" font-size="12" text-anchor="middle">${escaped(title)}</text>
<g font-family="'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace" font-size="${cell.font}" fill="${theme.ink}">
${rows.join('\n')}
</g>
</svg>
`;
}

function drawRun({ column, columns, text, style }: Run, row: number): string {
  const x = round(frame.side + column * cell.width);
  const top = round(frame.top + row * cell.height);
  const width = round(columns * cell.width);
  const box =
    style.behind === undefined
      ? ''
      : `<rect x="${x}" y="${top}" width="${width}" height="${cell.height}" fill="${style.behind}"/>`;
  if (text.trim() === '' && !style.attributes.includes('underline')) return box;
  const fill = style.colour === theme.ink ? '' : ` fill="${style.colour}"`;
  const y = round(top + cell.height * 0.75);
  return `${box}<text x="${x}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${fill}${style.attributes}>${escaped(text)}</text>`;
}

/** Neighbours of one style are drawn together; blanks at the end of a row are not drawn at all. */
function runsOf(row: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  row.forEach((one, column) => {
    const style = styleOf(one);
    const last = runs.at(-1);
    if (one.text === '' && last !== undefined) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else if (last !== undefined && isSame(last.style, style)) {
      runs[runs.length - 1] = { ...last, text: last.text + (one.text || ' '), columns: last.columns + 1 };
    } else {
      runs.push({ column, columns: 1, text: one.text || ' ', style });
    }
  });
  return runs.flatMap(words);
}

/** Viewers fold blanks that follow each other into one, and those around a run would be stretched with it. */
function words(run: Run): Run[] {
  const isPlain = run.style.behind === undefined && run.style.attributes === '' && run.columns === run.text.length;
  if (!isPlain) return [{ ...run, text: run.text.replaceAll(' ', '\u00a0') }];
  return [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    ...run,
    text,
    column: run.column + index,
    columns: text.length,
  }));
}

function styleOf({ foreground, background, bold, dim, italic, underline, inverse }: Cell): Style {
  const [front, back] = inverse ? [background, foreground] : [foreground, background];
  const colour = hex(front) ?? (inverse ? theme.paper : theme.ink);
  const behind = hex(back) ?? (inverse ? theme.ink : undefined);
  const attributes = [
    bold ? ' font-weight="bold"' : '',
    dim ? ' opacity="0.62"' : '',
    italic ? ' font-style="italic"' : '',
    underline ? ' text-decoration="underline"' : '',
  ].join('');
  return { colour, behind, attributes };
}

function isSame(one: Style, other: Style): boolean {
  return one.colour === other.colour && one.behind === other.behind && one.attributes === other.attributes;
}

/** The colour of a palette index: 16 of the theme, a cube of 6×6×6, 24 greys (xterm's 256 colours). */
function hex(colour: number | string | undefined): string | undefined {
  if (typeof colour !== 'number') return colour;
  if (colour < 16) return sixteen[colour];
  if (colour >= 232) return rgb([0, 0, 0].map(() => 8 + (colour - 232) * 10));
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const index = colour - 16;
  return rgb([Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map(level));
}

function rgb(parts: readonly number[]): string {
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
