import { expect, test } from 'vitest';
import { nobody } from './enrol.ts';
import { meant } from './whom.ts';

const student = (id: string, team = id, identity = {}) => ({ id, team, identity: { ...nobody, ...identity } });
const students = [
  student('João Peçanha'),
  student('g3 · Rui Sá', 'g3', { name: 'Rui Sá', email: 'rui@escola.br' }),
  student('g3 · Lia Luz', 'g3', { name: 'Lia Luz' }),
  student('ana'),
  student('Ana', 'x'),
];
const of = (...words: string[]) => meant(new Map(words.map(word => [word, word])), students);

test('a student is found whatever the case and accents, and a member of a team by name or address', () => {
  expect([...of('joao pecanha', 'rui sa', 'Ana').byId]).toEqual([
    ['João Peçanha', 'joao pecanha'],
    ['g3 · Rui Sá', 'rui sa'],
    ['Ana', 'Ana'],
  ]);
  expect([...of('RUI@escola.br').byId.keys()]).toEqual(['g3 · Rui Sá']);
});

test('a team is all of it, but for whom something else is written', () => {
  expect([...of('g3', 'lia luz').byId]).toEqual([
    ['g3 · Lia Luz', 'lia luz'],
    ['g3 · Rui Sá', 'g3'],
  ]);
});

test('what fits nobody, or more than one, is told, with the nearest', () => {
  expect(of('João Pesanha', 'zé', 'ANA').nobody).toEqual(['João Pesanha (João Peçanha?)', 'zé', 'ANA (ana?)']);
});
