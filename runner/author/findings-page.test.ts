import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../base/language.ts';
import { findingTexts } from '../language/findings.ts';
import { inLanguage } from '../language/tell.ts';
import { englishFindings } from './english-findings.ts';
import { findingsPage, paramsInSource, samplesOf } from './findings-page.ts';

const source = englishFindings(join(import.meta.dirname, '../..'));
const params = paramsInSource(source);
const codes = Object.keys(findingTexts.en);
/** These say the same in any language: they only frame what others say. */
const frames = [
  'fault.said',
  'lab.build-images',
  'network.apart',
  'paths.tried',
  'private.by-name',
  'submission.unknown',
];

test('no code stands in two files', () => {
  const written = [...source.matchAll(/^ {2}'([a-z-]+\.[a-z-]+)':/gm)].map(([, code]) => code);
  expect(written.toSorted()).toEqual(codes.toSorted());
});

describe.each(languages)('%s', language => {
  const texts: Readonly<Record<string, unknown>> = findingTexts[language];

  test('has a text for each code, and for nothing else', () => {
    expect(Object.keys(texts).toSorted()).toEqual(codes.toSorted());
  });

  test.each(codes)('%s is a sentence that speaks of what it is given', code => {
    const types = params.get(code) ?? {};
    const message = { code, params: samplesOf(types) };
    const sentence = inLanguage(message, language);
    expect(sentence.trim()).not.toBe('');
    expect(sentence).not.toMatch(/undefined|NaN|\[object|\$\{/);
    if (language !== 'en' && !frames.includes(code)) expect(sentence).not.toBe(inLanguage(message, 'en'));
  });
});

test('docs/findings.md is made from them: npm run docs', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/findings.md'), 'utf8')).toBe(findingsPage(source));
});
