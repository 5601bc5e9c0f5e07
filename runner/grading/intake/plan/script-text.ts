import type { Message } from '../../../base/message.ts';
import { shellQuote } from '../../../base/shell-quote.ts';
import { say } from '../../../language/say.ts';
import type { PartFiles } from '../part-files.ts';
import { printable } from '../printable.ts';

/** No submission has more folders with accents that its scripts call otherwise. */
const maxLinks = 20;

/** Why a file is no script for bash, in a sentence; `undefined` if it is one. */
export function troubleOf(file: string, text: string): Message | undefined {
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return say('intake.lfs-pointer', { file: printable(file) });
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const program = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?(?:\w+=\S+\s+)*)?(?:\S*\/)?([^\s/]+)/.exec(first)?.[1];
  if (program !== undefined && !/^(?:ba|z|k|da|a|)sh(?:\.exe)?$/.test(program))
    return say('intake.other-language', { file: printable(file), program: printable(program, 30) });
  const commands = text.replace(/^\uFEFF?\s*#.*$/gm, '').trim();
  return commands === '' ? say('intake.empty-script', { file: printable(file) }) : undefined;
}

/**
 * What bash runs so that a submission's scripts run as they would by hand: files that come from Windows lose their carriage returns,
 * and scripts that are called by name get the mode that an archive may have lost.
 */
export function callOf(scripts: readonly string[], files: PartFiles): string {
  const called = withCalled(scripts, files);
  return `${preludeOf(called, scripts, files)}${scripts.map(path => `bash ${shellPath(path)}\n`).join('')}`;
}

/** What makes scripts ready that come from Windows or an archive; `read` are those that bash is given, and need no mode for that. */
export function preludeOf(called: readonly string[], read: readonly string[], files: PartFiles): string {
  const fromWindows = called.filter(path => /\r\n|^\uFEFF/.test(files.text(path) ?? ''));
  const lines: string[] = [];
  const wide = called.filter(path => files.isUtf16(path)).map(shellPath);
  for (const path of wide) lines.push(`iconv -f UTF-16 -t UTF-8 ${path} >/tmp/utf-8 && cat /tmp/utf-8 >${path}`);
  if (fromWindows.length > 0)
    lines.push(`sed -i -e '1s/^\\xEF\\xBB\\xBF//' -e 's/\\r$//' ${fromWindows.map(shellPath).join(' ')}`);
  const plain = called.filter(path => !read.includes(path) && files.isExecutable(path) === false);
  if (plain.length > 0) lines.push(`chmod +x ${plain.map(shellPath).join(' ')}`);
  const texts = called.map(path => files.text(path) ?? '').join('\n');
  lines.push(...otherForms([...files.folders], texts));
  return lines.map(line => `${line}\n`).join('');
}

/**
 * A name with accents has two forms that look the same, and a Mac finds a folder by either: one that a script calls by the other form
 * gets a link of that name.
 */
function otherForms(folders: readonly string[], texts: string): string[] {
  const links = folders.flatMap(path => {
    const name = baseName(path);
    return (['NFC', 'NFD'] as const)
      .map(form => name.normalize(form))
      .filter(other => other !== name && texts.includes(other) && !texts.includes(name))
      .map(other => {
        const link = shellPath(path.slice(0, path.length - name.length) + other);
        return `[ -e ${link} ] || ln -s ${shellQuote(name)} ${link}`;
      });
  });
  return links.slice(0, maxLinks);
}

/** The texts of scripts, and of those that they call. */
export function textsCalled(scripts: readonly string[], files: PartFiles): string[] {
  return withCalled(scripts, files).map(path => files.text(path) ?? '');
}

/** Scripts and those that they mention, and so on. */
export function withCalled(scripts: readonly string[], files: PartFiles): string[] {
  const called = new Set(scripts);
  for (const script of called) {
    const text = files.text(script) ?? '';
    for (const path of files.scripts) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (text.includes(name)) called.add(path);
    }
  }
  return [...called];
}

/** `./` keeps a name that begins with a dash from being an option. */
export function shellPath(path: string): string {
  return shellQuote(`./${path}`);
}

/** The last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
