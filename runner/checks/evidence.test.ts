import { expect, test } from 'vitest';
import { recordedEvidence, recordedNames } from '../test/fakes/recorded-evidence.ts';
import { between } from './evidence.ts';

test('what is between two roles has a key that says who calls whom', () => {
  expect(between('client', 'server')).not.toBe(between('server', 'client'));
});

test.each(recordedNames)('the evidence of %s is kept under its roles', name => {
  const evidence = recordedEvidence(name);
  expect(Object.keys(evidence.calls).filter(key => key !== between('client', 'server'))).toEqual([]);
  expect(Object.keys(evidence.http).filter(key => key !== 'server')).toEqual([]);
});
