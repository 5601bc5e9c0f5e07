import { Static, Text, useWindowSize } from 'ink';
import { useSyncExternalStore } from 'react';
import { span } from '../../base/text/line.ts';
import type { ScreenTerminal } from '../../terminal/screen-terminal.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useSuspend } from '../hooks/use-suspend.ts';
import type { Transcript } from '../linear/transcript.ts';
import { wrap } from '../text/wrap.ts';

interface LinearAppProps {
  readonly transcript: Transcript;
}

/**
 * The screen for screen readers. Ink erases and writes a frame anew whenever anything in it changes, and a screen reader
 * would read all of it again; what is static is written once, so everything here is.
 */
function LinearApp({ transcript }: LinearAppProps) {
  const said = useSyncExternalStore(transcript.subscribe, transcript.said);
  const { columns } = useWindowSize();
  useKeys(transcript.dispatch);
  // Ink asks for no more of its items than their number and those that are new.
  return (
    <Static items={said as unknown as string[]}>
      {(line, index) => <Text key={index}>{wrapped(line, columns)}</Text>}
    </Static>
  );
}

/** A terminal would break a line within its words, and they would be read in two. */
function wrapped(text: string, columns: number): string {
  return wrap([span(text)], columns - 1)
    .map(line => line.map(part => part.text).join(''))
    .join('\n');
}

/** The same on a terminal that it can lend to the shell. */
export function HeldLinearApp({ terminal, ...props }: LinearAppProps & { readonly terminal: ScreenTerminal }) {
  useSuspend(terminal);
  return <LinearApp {...props} />;
}
