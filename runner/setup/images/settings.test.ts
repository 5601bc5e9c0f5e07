import { expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { sourceSettings } from './settings.ts';

test('without settings, it is the public registry, and nothing is forced', () => {
  expect(sourceSettings({}, 'en')).toEqual({ forced: undefined, registry: 'cgr.dev', explicit: false });
  expect(sourceSettings({ LAB_IMAGES_SOURCE: '', LAB_REGISTRY: '' }, 'en').explicit).toBe(false);
});

test('a source or a registry can be chosen', () => {
  expect(sourceSettings({ LAB_IMAGES_SOURCE: 'debian' }, 'en')).toMatchObject({ forced: 'debian', explicit: true });
  expect(sourceSettings({ LAB_REGISTRY: '127.0.0.1:5000' }, 'en')).toMatchObject({
    registry: '127.0.0.1:5000',
    explicit: true,
  });
});

test.each([{ LAB_IMAGES_SOURCE: 'alpine' }, { LAB_REGISTRY: 'http://127.0.0.1' }, { LAB_REGISTRY: 'a b' }])(
  '%j is wrong usage',
  env => {
    expect(() => sourceSettings(env, 'pt-BR')).toThrow(UsageError);
  },
);
