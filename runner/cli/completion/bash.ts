import { optionsWithValue, paths, quoted } from './walk.ts';
import type { CommandWords, Value } from './words.ts';

/** For bash 3.2 and newer, without the bash-completion package. */
export function bashScript(commands: readonly CommandWords[]): string {
  const valued = optionsWithValue(commands);
  const flags = valued.flatMap(option => option.flags).join('|');
  return `# lab completion for bash. Load it in ~/.bashrc:  eval "$(lab completion bash)"
_lab() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at= count=0 i word
  # bash makes a word of its own of the "=" in --option=value.
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${flags})
        [[ \${COMP_WORDS[i+1]} == '=' ]] && ((i++))
        ((i++))
        ;;
      -* | =) ;;
      *)
        case \${at:+$at/}$word in
          ${paths(commands).join('|')}) at=\${at:+$at/}$word ;;
          *) ((count++)) ;;
        esac
        ;;
    esac
  done
  COMPREPLY=()
  case $prev in
${valued.map(({ flags, value }) => `    ${flags.join('|')})\n      ${complete(value)}\n      return\n      ;;`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $at in
${commands.map(it => `      ${quoted(it.path.join('/'))}) ${reply(it.options.flatMap(option => option.flags))} ;;`).join('\n')}
    esac
    return
  fi
  case $at:$count in
${commands.flatMap(positions).join('\n')}
  esac
}
complete -F _lab lab
`;
}

function positions({ path, commands, arguments: values }: CommandWords): string[] {
  const at = path.join('/');
  return [
    ...(commands.length === 0 ? [] : [`    ${quoted(`${at}:0`)}) ${reply(commands.map(({ word }) => word))} ;;`]),
    ...values.map((value, index) => `    ${quoted(`${at}:${index}`)}) ${complete(value)} ;;`),
  ];
}

function complete(value: Value | undefined): string {
  switch (value?.kind) {
    case 'words':
      return reply(value.words.map(({ word }) => word));
    case 'file':
      return 'compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")';
    case 'folder':
      return 'compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$cur")';
    default:
      return ':';
  }
}

function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$cur"))`;
}
