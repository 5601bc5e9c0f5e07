import { expect, test } from 'vitest';
import { isBoxed } from './boxed-body.ts';

const users = '[{"id":1,"name":"Ana"},{"id":2,"name":"Bruno"}]';
const boxed = (answer: unknown, others: readonly string[] = []) =>
  isBoxed(JSON.stringify(answer), [users, users], others);
const data = JSON.parse(users);

test.each([
  ['with its source', { data, source: 'users' }],
  ['alone', { users: data }],
  [
    'with where, when and by which way',
    { origem: 'usuarios', dados: data, timestamp: '2026-12-01T02:00:00Z', 'status-code': 200 },
  ],
  ['in a box in a box', { service: 'users', result: { items: data } }],
  ['as a text', { body: users, from: 'http://users:3001/users' }],
])('data in a box %s are the service’s', (_, answer) => expect(boxed(answer)).toBe(true));

test('an object with its source beside is the service’s', () => {
  expect(isBoxed('{"id":1,"name":"Ana","source":"users"}', ['{"id":1,"name":"Ana"}'])).toBe(true);
  expect(isBoxed('{"erro":"nao ha","origem":"pedidos"}', ['{"erro":"nao ha"}'])).toBe(true);
});

test.each([
  ['lost', { data: data.slice(1), source: 'users' }],
  ['changed', { data: [{ id: 1, name: 'Eva' }, data[1]], source: 'users' }],
  ['invented in them', { data: [...data, { id: 3, name: 'Caio' }] }],
  ['invented beside them', { data, total: 2 }],
  ['a verdict on them beside them', { ok: true, data }],
  ['more data as a source', { data, source: { id: 7, name: 'Davi' } }],
  ['nothing', { source: 'users' }],
  ['no object', data],
])('%s is another answer', (_, answer) => expect(boxed(answer)).toBe(false));

test('an object from which something was lost, or to which something was added, is another', () => {
  expect(isBoxed('{"id":1,"source":"users"}', ['{"id":1,"name":"Ana"}'])).toBe(false);
  expect(isBoxed('{"id":1,"name":"Ana","age":30}', ['{"id":1,"name":"Ana"}'])).toBe(false);
});

test('what is said to come from another is not the service’s', () => {
  expect(boxed({ data, source: 'orders' }, ['orders'])).toBe(false);
  expect(boxed({ data, source: 'http://pedidos:80/' }, ['pedidos'])).toBe(false);
  expect(boxed({ data, source: 'users' }, ['orders'])).toBe(true);
});

test('a box around nothing, or no JSON at all, is none', () => {
  expect(isBoxed('{"data":"","source":"users"}', [''])).toBe(false);
  expect(isBoxed('hello', ['hell'])).toBe(false);
});
