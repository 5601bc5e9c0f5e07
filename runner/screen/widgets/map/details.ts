import type { Line } from '../../../base/text/line.ts';
import { cut, rule, span } from '../../../base/text/line.ts';
import { textWidth } from '../../../base/text/width.ts';
import { wrapCommand } from '../../text/command.ts';
import { wrap } from '../../text/wrap.ts';
import { titleOf, wordsOf } from './detail-words.ts';
import { lookCommands } from './look.ts';
import type { Thing } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** What is known of the selected thing, and the docker commands that show it: exactly `height` lines, the heading first. */
export function detailLines(t: MapMessages, thing: Thing, now: number, width: number, height: number): Line[] {
  if (height < 2) return [];
  const commands = lookCommands(thing).map(text => ({
    text,
    lines: commandLines(text, width - 2),
    isWhole: wrapCommand(text, width - 4).every(row => textWidth(row) <= width - 4),
  }));
  const words = wrap(wordsOf(t, thing, now), width - 2).map(line => [span('  '), ...line]);
  const room = height - 1;
  const fitting =
    commands.find(({ isWhole, lines }) => isWhole && lines.length === 1) ??
    commands.find(({ isWhole }) => isWhole) ??
    commands[0];
  const shown = fitting?.lines.slice(0, room) ?? [];
  const said = words.slice(0, Math.max(0, room - shown.length));
  const shownWords =
    said.length < words.length && said.length > 0
      ? [...said.slice(0, -1), cut([...(said.at(-1) ?? []), span(' …', 'quiet')], width)]
      : said;
  const more: Line[] = [];
  for (const { lines, isWhole, text } of commands) {
    const isNew = text !== fitting?.text && !(fitting?.text.startsWith('docker inspect ') && isPlainInspect(text));
    if (isNew && isWhole && shownWords.length + shown.length + more.length + lines.length <= room) more.push(...lines);
  }
  const body = [...shownWords, ...shown, ...more];
  return [rule(titleOf(t, thing), width), ...body, ...Array.from({ length: room - body.length }, (): Line => [])];
}

/** It shows everything, so beside a more telling one it says nothing new. */
function isPlainInspect(command: string): boolean {
  return /^docker inspect [^-]\S*$/.test(command);
}

function commandLines(command: string, width: number): Line[] {
  return wrapCommand(command, width - 2).flatMap((row, index) =>
    inPieces(row, width - 2).map(
      (piece, part): Line => [span(index === 0 && part === 0 ? '  $ ' : '    ', 'quiet'), ...piece],
    ),
  );
}

/** A word that is longer than the line goes on in the next. */
function inPieces(row: string, width: number): Line[] {
  const whole = [span(row, 'accent', true)];
  return textWidth(row) <= width ? [whole] : wrap(whole, width);
}
