import { expect, test } from 'vitest';
import { say } from '../language/say.ts';
import { inLanguage } from '../language/tell.ts';
import { setbackMessage } from '../live/setback.ts';
import { CouldNotLook, CouldNotTell, saidBy } from './errors.ts';

const noImages = new CouldNotLook(say('lab.no-images'), say('lab.build-images'));

test('what could not be looked at is told in sentences, wherever it is told', () => {
  for (const said of [saidBy(noImages), setbackMessage(noImages)]) {
    expect(inLanguage(said, 'en')).toMatch(/^The lab images are not on this engine yet/);
    expect(inLanguage(said, 'pt-BR')).toMatch(/^As imagens do lab ainda não estão neste engine/);
  }
});

test('other errors say what they say', () => {
  expect(inLanguage(saidBy(new CouldNotTell('já em português')), 'en')).toBe('já em português');
});
