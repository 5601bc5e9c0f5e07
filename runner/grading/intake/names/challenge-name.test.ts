import { describe, expect, test } from 'vitest';
import { fiveChallenges } from '../../../test/fakes/five-challenges.ts';
import { challengeNamed } from './challenge-name.ts';

const numberOf = (name: string) => challengeNamed(name, fiveChallenges)?.challenge.number;

describe('a challenge is recognised', () => {
  test.each([
    ['01-networked-containers', 1],
    ['desafio1', 1],
    ['Desafio-01', 1],
    ['desafio_01', 1],
    ['DESAFIO 1', 1],
    ['challenge_1', 1],
    ['challenge-01', 1],
    ['d1', 1],
    ['d01', 1],
    ['D5', 5],
    ['c1', 1],
    ['ch1', 1],
    ['ex1', 1],
    ['exercicio-1', 1],
    ['Exercício 3', 3],
    ['1', 1],
    ['01', 1],
    ['1-rede', 1],
    ['01_networked', 1],
    ['1. Rede', 1],
    ['networked-containers', 1],
    ['networked_containers', 1],
    ['Contêineres em rede', 1],
    ['sqlite-volume', 2],
    ['02-sqlite-volume', 2],
    ['desafio-3-api-postgres-redis', 3],
    ['Desafio 2 - SQLite', 2],
    ['desafio nº 4', 4],
    ['Challenge #5', 5],
    ['ana-souza-desafio2', 2],
    ['1º desafio', 1],
    ['desafio-um', 1],
    ['primeiro desafio', 1],
    ['Challenge Three', 3],
    ['desafio2_20261120', 2],
    ['d1-server', 1],
    ['DESAFIO_05_GATEWAY', 5],
    ['Prática 1', 1],
    ['Parte 2', 2],
    ['Etapa 3', 3],
    ['Etapa4', 4],
    ['Segunda etapa', 2],
    ['Semana 05', 5],
    ['Part 3', 3],
    ['week-2', 2],
    ['Desafio III', 3],
    ['exercício iv', 4],
    ['Parte II', 2],
    ['desafio-docker-3', 3],
    ['Trabalho de Docker 4', 4],
    ['⓵ Primeiro Desafio', 1],
    ['❷ desafio', 2],
    ['③', 3],
    ['4️⃣', 4],
    ['Reto 5', 5],
    ['desafio 2', 2],
  ])('%s is %i', (name, number) => {
    expect(numberOf(name)).toBe(number);
  });
});

test.each([
  'v1',
  'api2',
  'step1',
  'python3',
  'server1',
  'node20',
  'app-1',
  '3.12',
  '1.0',
  'desafios-1-5',
  'desafios 1 a 5',
  'desafio6',
  'desafio12',
  'desafio10',
  '2026',
  '12',
  'alpine3',
  'src',
  'desafios',
  'docs',
  'abc1',
  'redis1',
  'Desafio XX',
  'part1of3',
  'departamento 1',
  '',
])('%s is no challenge', name => {
  expect(numberOf(name)).toBeUndefined();
});

test('nothing counts on five challenges', () => {
  const [first] = fiveChallenges;
  if (first === undefined) throw new Error('there is no challenge');
  const more = [
    ...fiveChallenges,
    { ...first, id: '12-more-things', number: 12, title: { en: 'More', 'pt-BR': 'Mais' } },
  ];
  for (const name of ['desafio12', '12', 'd12', 'more-things', 'Desafio-012'])
    expect(challengeNamed(name, more)?.challenge.id).toBe('12-more-things');
});

test('a bare number and a bare name are not certain', () => {
  expect(challengeNamed('1', fiveChallenges)?.certain).toBe(false);
  expect(challengeNamed('api-gateway', fiveChallenges)?.certain).toBe(false);
  expect(challengeNamed('05-api-gateway', fiveChallenges)?.certain).toBe(true);
  expect(challengeNamed('d1', fiveChallenges)?.certain).toBe(true);
  for (const name of ['Etapa 1', 'desafio-docker-3', 'Parte II'])
    expect(challengeNamed(name, fiveChallenges)?.certain).toBe(false);
  for (const name of ['Prática 1', 'Desafio III', 'desafio 2'])
    expect(challengeNamed(name, fiveChallenges)?.certain).toBe(true);
});
