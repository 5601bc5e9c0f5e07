import { expect, test } from 'vitest';
import { Scram } from './scram.ts';

test('the example of RFC 7677 comes out as printed there', () => {
  const scram = new Scram('pencil', 'rOprNGfwEbeRWgbNEkqO', 'user');
  expect(scram.first).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO');
  const serverFirst = 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096';
  expect(scram.final(serverFirst)).toBe(
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  );
});

test('a server that does not take up our nonce is not answered', () => {
  expect(() => new Scram('pencil', 'ours').final('r=theirs,s=AAAA,i=4096')).toThrow(TypeError);
  expect(() => new Scram('pencil', 'ours').final('r=ours+more,s=AAAA,i=0')).toThrow(TypeError);
});
