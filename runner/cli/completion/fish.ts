import { brief, optionsWithValue, paths } from './walk.ts';
import type { CommandWords, OptionWords, Value } from './words.ts';

/** For fish 3 and newer. */
export function fishScript(commands: readonly CommandWords[]): string {
  const flags = optionsWithValue(commands).flatMap(option => option.flags);
  return `# lab completion for fish. Load it:  lab completion fish > ~/.config/fish/completions/lab.fish
# True if the command line so far is at command $argv[1] with $argv[2] arguments after it (any number without it).
function __lab_at
    set -l at
    set -l count 0
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $word ${flags.join(' ')}
            set skip 1
        else if string match -q -- '-*' $word
            continue
        else if contains -- (string join / $at $word) ${paths(commands).join(' ')}
            set at (string join / $at $word)
        else
            set count (math $count + 1)
        end
    end
    test "$at" = "$argv[1]"; and begin
        test (count $argv) = 1; or test $count = $argv[2]
    end
end
complete -c lab -f
${commands.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ path, commands, options, arguments: values }: CommandWords): string[] {
  const at = path.join('/');
  return [
    ...commands.map(({ word, what }) => `complete -c lab ${condition(at, 0)} -a ${word} -d ${quoted(brief(what))}`),
    ...values.flatMap((value, index) => argument(condition(at, index), value)),
    ...options.map(it => `complete -c lab ${condition(at)}${option(it)}`),
  ];
}

function condition(at: string, count?: number): string {
  return `-n ${quoted(`__lab_at "${at}"${count === undefined ? '' : ` ${count}`}`)}`;
}

function argument(when: string, value: Value): string[] {
  if (value.kind === 'words') {
    return value.words.map(({ word, what }) => `complete -c lab ${when} -a ${word} -d ${quoted(what)}`);
  }
  if (value.kind === 'folder') return [`complete -c lab ${when} -a '(__fish_complete_directories)'`];
  return value.kind === 'file' ? [`complete -c lab ${when} -F`] : [];
}

function option({ flags, what, value }: OptionWords): string {
  const names = flags.map(flag => (flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join('');
  return `${names} -d ${quoted(brief(what))}${optionValue(value)}`;
}

function optionValue(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value.kind === 'words') return ` -x -a ${quoted(value.words.map(({ word }) => word).join(' '))}`;
  if (value.kind === 'folder') return ` -x -a '(__fish_complete_directories)'`;
  return value.kind === 'file' ? ' -r -F' : ' -x';
}

/** Within single quotes fish has two escapes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
