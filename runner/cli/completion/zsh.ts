import { brief, optionsWithValue, paths, quoted } from './walk.ts';
import type { CommandWords, OptionWords, Value, Word } from './words.ts';

/** For zsh with compinit. */
export function zshScript(commands: readonly CommandWords[]): string {
  const valued = optionsWithValue(commands);
  const flags = valued.flatMap(option => option.flags).join('|');
  return `#compdef lab
# lab completion for zsh. Load it in ~/.zshrc, after compinit:  eval "$(lab completion zsh)"
_lab() {
  local cur=\${words[CURRENT]} prev=\${words[CURRENT-1]} at='' word
  local -i count=0 i
  local -a candidates
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    case $word in
      (${flags}) ((i++)) ;;
      (-*) ;;
      (*)
        case \${at:+$at/}$word in
          (${paths(commands).join('|')}) at=\${at:+$at/}$word ;;
          (*) ((count++)) ;;
        esac
        ;;
    esac
  done
  case $prev in
${valued.map(({ flags, value }) => `    (${flags.join('|')})\n      ${complete(value)}\n      return\n      ;;`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $at in
${commands.map(it => `      (${quoted(it.path.join('/'))}) ${describe('option', it.options.flatMap(optionWord))} ;;`).join('\n')}
    esac
    return
  fi
  case $at:$count in
${commands.flatMap(positions).join('\n')}
  esac
}
# Autoloaded from a file it is to complete now; evaluated, to be registered.
if [[ \${funcstack[1]} == _lab ]]; then
  _lab "$@"
else
  compdef _lab lab
fi
`;
}

function positions({ path, commands, arguments: values }: CommandWords): string[] {
  const at = path.join('/');
  return [
    ...(commands.length === 0 ? [] : [`    (${quoted(`${at}:0`)}) ${describe('command', commands)} ;;`]),
    ...values.map((value, index) => `    (${quoted(`${at}:${index}`)}) ${complete(value)} ;;`),
  ];
}

function complete(value: Value | undefined): string {
  switch (value?.kind) {
    case 'words':
      return describe('value', value.words);
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    default:
      return ':';
  }
}

function optionWord({ flags, what }: OptionWords): Word[] {
  return flags.map(word => ({ word, what }));
}

function describe(kind: string, words: readonly Word[]): string {
  const items = words.map(({ word, what }) =>
    quoted(what === '' ? word : `${word.replaceAll(':', '\\:')}:${brief(what)}`),
  );
  return `candidates=(${items.join(' ')}); _describe ${kind} candidates`;
}
