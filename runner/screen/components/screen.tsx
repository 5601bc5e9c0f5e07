import { Box } from 'ink';
import type { State } from '../state.ts';
import type { Colouring } from '../tones.ts';
import { screenView } from '../views/screen.ts';
import { Rows } from './rows.tsx';

/** The state, drawn: as wide and as high as the terminal, with a margin of one column. */
export function Screen({ state, colour }: { state: State; colour: Colouring }) {
  const { columns, rows } = state.size;
  return (
    <Box width={columns} height={rows} paddingX={1} overflow="hidden">
      <Rows lines={screenView(state)} colour={colour} />
    </Box>
  );
}
