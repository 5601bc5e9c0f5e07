import { Box, Text } from 'ink';
import type { Line, Span, Tone } from '../text/line.ts';

const colours: Readonly<Record<Exclude<Tone, 'quiet'>, string>> = {
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  accent: 'cyan',
};

/** Lines as rows of the screen. Without colour, bold and dim stay: they are no colours. */
export function Rows({ lines, colour }: { lines: readonly Line[]; colour: boolean }) {
  return (
    <Box flexDirection="column">
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its number and nothing else.
        <Text key={row} wrap="truncate-end">
          {line.length === 0 ? ' ' : line.map((part, index) => draw(part, index, colour))}
        </Text>
      ))}
    </Box>
  );
}

function draw(part: Span, index: number, colour: boolean) {
  const tone = part.tone;
  const painted = colour && tone !== undefined && tone !== 'quiet' ? { color: colours[tone] } : {};
  return (
    <Text key={index} bold={part.strong === true} dimColor={tone === 'quiet'} {...painted}>
      {part.text}
    </Text>
  );
}
