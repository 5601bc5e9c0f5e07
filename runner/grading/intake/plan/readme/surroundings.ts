import type { PartFiles } from '../../part-files.ts';
import { baseName, shellPath, textsCalled } from '../script-text.ts';
import type { ReadmeSurroundings } from './plan-readme.ts';

const call =
  /^(?:(?:bash|sh|zsh|source|\.)\s+(?:-\w+\s+)*)?(['"]?)((?:\.[\\/])?[\w./\\ -]*?\.(?:sh|bash))\1((?:\s+[\w.:=/-]+)*)\s*(?:#.*|>.*|&)?$/;
/** A longer command calls no script. */
const maxCharacters = 500;

const downward =
  /^(?:--?)?(?:down|stop|clean\w*|logs?|status|ps|help|h|restart|test\w*|destroy|reset|remove|rm|parar|derrubar|limpar|ajuda)$/i;
const endingScript =
  /^(?:\d+[-_.]?)?(?:down|stop|clean|clear|tear|reset|destroy|remove|rm|delete|kill|undo|parar|pare|limpa|limpeza|remov|encerr|derrub|desfaz|apaga|test|check|verif)/i;

/** What a README has beside it, with the scripts that it calls: `./run.sh build`, and then `./run.sh up`. Pure. */
export function surroundingsOf(
  files: PartFiles,
): ReadmeSurroundings & { called(commands: readonly string[]): string[] } {
  const scriptOf = (path: string) => {
    const plain = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    return files.scripts.includes(plain) ? plain : files.scripts.find(it => plain.endsWith(`/${it}`));
  };
  const called = (commands: readonly string[]) =>
    files.scripts.filter(path => commands.some(command => command.includes(baseName(path))));
  return {
    folders: files.folders,
    paths: new Set(files.paths),
    call: command => {
      const [, , path = '', words = ''] = command.length > maxCharacters ? [] : (call.exec(command) ?? []);
      const script = path === '' ? undefined : scriptOf(path);
      if (script === undefined || endingScript.test(baseName(script))) return undefined;
      if (
        words
          .trim()
          .split(/\s+/)
          .some(word => downward.test(word))
      )
        return undefined;
      return `bash ${shellPath(script)}${words}`;
    },
    called,
    textsCalled: commands => textsCalled(called(commands), files),
  };
}
