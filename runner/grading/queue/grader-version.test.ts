import { expect, test } from 'vitest';
import { graderVersion } from './grader-version.ts';

const inputs = { version: '1.2.3', program: 'a', images: { probe: 'b', shell: 'c' } };

test('program, images and version each make another grader; the order of the images does not', () => {
  const versions = [
    inputs,
    { ...inputs, program: 'b' },
    { ...inputs, images: { ...inputs.images, shell: 'd' } },
    { ...inputs, images: { probe: 'b' } },
    { ...inputs, version: '1.2.4' },
  ].map(graderVersion);
  expect(versions[0]).toMatch(/^1\.2\.3-[0-9a-f]{16}$/);
  expect(new Set(versions).size).toBe(versions.length);
  expect(graderVersion({ ...inputs, images: { shell: 'c', probe: 'b' } })).toBe(versions[0]);
});

test.each([undefined, ''])('a program that does not know what it is (%j) judges nothing', program => {
  expect(() => graderVersion({ ...inputs, program })).toThrow(TypeError);
});
