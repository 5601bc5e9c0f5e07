import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import { fakeLab } from '../test/fakes/lab.ts';
import { createProgram, runProgram } from './program.ts';

async function wrongUsage(language: Language, ...argv: string[]): Promise<UsageError> {
  const error: unknown = await runProgram(fakeLab({ language }), argv).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`${argv.join(' ')} was taken: ${String(error)}`);
  return error;
}

describe('wrong usage is told in both languages, with what to do', () => {
  test.each<[string[], string, string]>([
    [['verfy', '1'], 'There is no command “verfy”.', 'O comando “verfy” não existe.'],
    [['engine', 'fly'], 'There is no command “fly”.', 'O comando “fly” não existe.'],
    [['engine'], '“lab engine” needs a command after it.', '“lab engine” precisa de um comando em seguida.'],
    [['list', '--jsn'], 'There is no option “--jsn” here.', 'A opção “--jsn” não existe aqui.'],
    [['verify'], 'The argument <N> is missing.', 'Falta o argumento <N>.'],
    [
      ['verify', '1', '--bind'],
      'The option --bind <role=name> needs a value.',
      'A opção --bind <role=name> precisa de',
    ],
    [['up', '1', '2', '3'], 'There is one word too many: 2 3', 'Há palavras a mais: 2 3'],
    [['completion', 'ksh'], '“ksh” is not a value for <shell>.', '“ksh” não é um valor para <shell>.'],
    [['hint', '1', '--level', '4'], '“4” is not a value for --level', '“4” não é um valor para --level'],
    [['verify', '99'], 'There is no challenge “99”.', 'O desafio “99” não existe.'],
    [['verify', '1', '--json', '--format', 'text'], '--json and --format text', '--json e --format text'],
    [['verify', '1', '--watch', '--output', 'x'], '--watch and --output', '--watch e --output'],
    [['verify', '1', '--bind', 'foo'], '“foo” is not ROLE=NAME.', '“foo” não tem a forma PAPEL=NOME.'],
  ])('%j', async (argv, en, ptBR) => {
    const error = await wrongUsage('en', ...argv);
    expect(error.message).toContain(en);
    expect(error.exitCode).toBe(2);
    expect([error.why, ...error.next].join('')).not.toBe('');
    expect((await wrongUsage('pt-BR', ...argv)).message).toContain(ptBR);
  });

  test('a word that is nearly right brings a suggestion', async () => {
    expect((await wrongUsage('en', 'verfy', '1')).why).toBe('Did you mean verify?');
    expect((await wrongUsage('pt-BR', 'verify', '1', '--jsn')).why).toBe('Você quis dizer --json?');
    expect((await wrongUsage('en', 'list', '--no-colour')).why).toBe('Did you mean --no-color?');
  });

  test('an unknown challenge brings the list of those there are', async () => {
    expect((await wrongUsage('en', 'verify', 'nope')).why).toContain('1 (01-networked-containers)');
  });
});

test.each(['en', 'pt-BR'] as const)(
  'every command has help in %s, and none of it is commander’s English',
  async language => {
    for (const path of pathsOf(createProgram(fakeLab(), async () => {}))) {
      const lab = fakeLab({ language });
      expect(await runProgram(lab, [...path, '--help'])).toBe(0);
      expect(lab.out.text).toContain(`lab${path.map(word => ` ${word}`).join('')}`);
      expect(lab.out.text).not.toMatch(/display help|output the version|undefined/);
      if (language === 'pt-BR')
        expect(lab.out.text).not.toMatch(/Usage|Options|\[options\]|\[command\]|choices|default:/);
    }
  },
);

test('help goes to standard output, and the global options are part of it', async () => {
  const lab = fakeLab();
  expect(await runProgram(lab, ['verify', '--help'])).toBe(0);
  expect(lab.out.text).toContain('--lang <language>');
  expect(lab.err.text).toBe('');
});

test('the language option is taken before and after the verb', async () => {
  for (const argv of [
    ['--lang', 'pt', 'list'],
    ['list', '--lang', 'pt'],
  ]) {
    expect(await runProgram(fakeLab(), argv)).toBe(0);
  }
});

function pathsOf(command: Command, path: readonly string[] = []): (readonly string[])[] {
  return [path, ...command.commands.flatMap(child => pathsOf(child, [...path, child.name()]))];
}
