import { Box, Text } from 'ink';
import { memo } from 'react';
import type { CellColour, CellStyle, Line, Span } from '../../base/text/line.ts';
import { areSameLines, isSameLine } from '../text/same-lines.ts';
import { type Colouring, isDim, toneColour } from '../tones.ts';

/**
 * Lines as rows of the screen. Without colour, bold and dim stay: they are no colours. Rows that look as before are not
 * drawn again, and where all do Ink has nothing to write.
 */
export const Rows = memo(
  ({ lines, colour }: { lines: readonly Line[]; colour: Colouring }) => (
    <Box flexDirection="column">
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its number and nothing else.
        <Row key={row} line={line} colour={colour} />
      ))}
    </Box>
  ),
  (before, now) => before.colour === now.colour && areSameLines(before.lines, now.lines),
);

const Row = memo(
  ({ line, colour }: { line: Line; colour: Colouring }) => (
    <Text wrap="truncate-end">{line.length === 0 ? ' ' : line.map((part, index) => draw(part, index, colour))}</Text>
  ),
  (before, now) => before.colour === now.colour && isSameLine(before.line, now.line),
);

function draw(part: Span, index: number, colour: Colouring) {
  if (part.style !== undefined) return drawCells(part.text, part.style, index, colour !== false);
  const color = toneColour(part, colour);
  return (
    <Text key={index} bold={part.strong === true} dimColor={isDim(part)} {...(color === undefined ? {} : { color })}>
      {part.text}
    </Text>
  );
}

function drawCells(text: string, style: CellStyle, index: number, colour: boolean) {
  const painted = {
    ...(colour && style.foreground !== undefined ? { color: colourOf(style.foreground) } : {}),
    ...(colour && style.background !== undefined ? { backgroundColor: colourOf(style.background) } : {}),
  };
  return (
    <Text
      key={index}
      bold={style.bold === true}
      dimColor={style.dim === true}
      italic={style.italic === true}
      underline={style.underline === true}
      inverse={style.inverse === true}
      strikethrough={style.strikethrough === true}
      {...painted}
    >
      {text}
    </Text>
  );
}

const palette = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** The first sixteen by name: those follow the learner's own theme. */
function colourOf(colour: CellColour): string {
  if (typeof colour === 'string') return colour;
  const name = palette[colour % 8] ?? 'white';
  if (colour < 8) return name;
  return colour < 16 ? `${name}Bright` : `ansi256(${colour})`;
}
