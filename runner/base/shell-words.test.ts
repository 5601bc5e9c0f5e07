import { expect, test } from 'vitest';
import { NeedsShell, shellWords } from './shell-words.ts';

test.each([
  ['docker network create app-net', ['docker', 'network', 'create', 'app-net']],
  ['  docker   ps  ', ['docker', 'ps']],
  [`docker run --env "A=b c" --name 'x y'`, ['docker', 'run', '--env', 'A=b c', '--name', 'x y']],
  [String.raw`echo a\ b "say \"hi\""`, ['echo', 'a b', 'say "hi"']],
  [`echo '' x`, ['echo', '', 'x']],
  [`echo --env=A='b'c`, ['echo', '--env=A=bc']],
])('splits %s', (command, words) => {
  expect(shellWords(command)).toEqual(words);
});

test.each(['docker ps | head', 'docker rm $(docker ps -q)', 'a; b', 'a && b', 'echo "$HOME"', "echo 'open", 'ls *'])(
  'refuses %s',
  command => {
    expect(() => shellWords(command)).toThrow('needs a shell');
  },
);

test('says which character needs a shell', () => {
  const refused = (() => {
    try {
      return shellWords('docker ps | head');
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(NeedsShell);
  expect(refused).toMatchObject({ character: '|' });
});
