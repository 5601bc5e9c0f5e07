import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileNameOf } from '../../gradebook/file-name.ts';
import { htmlFiles } from '../../gradebook/html/html-files.ts';
import { classBook } from '../fakes/class-book.ts';
import { hostileNames } from '../fakes/hostile-names.ts';
import { launch, open, type ReportFolder, writeReports } from './open-report.ts';
import { accessibilityTroubles, paper, scrollsSideways } from './page-state.ts';

const book = classBook(12, 'pt-BR', hostileNames);
const named = (index: number) => `feedback/${fileNameOf(book.students[index]?.id ?? '')}.html`;

let browser: Browser;
let folder: ReportFolder;

beforeAll(async () => {
  browser = await launch();
  folder = await writeReports(htmlFiles(book));
});

afterAll(async () => {
  await browser.close();
  await folder[Symbol.asyncDispose]();
});

test.each(['light', 'dark'] as const)('is accessible in %s, with its logs open', async colorScheme => {
  await using it = await open(browser, folder.url(named(1)), { colorScheme });
  expect(await paper(it.page)).toBe(colorScheme === 'light' ? 'rgb(246, 245, 241)' : 'rgb(14, 23, 29)');
  for (const summary of await it.page.locator('summary').all()) await summary.click();
  expect(await accessibilityTroubles(it.page)).toEqual([]);
  expect(it.troubles).toEqual([]);
});

test.each(book.students.map((_, index) => index))(
  'student %i fits a phone, and what they are called does not run',
  async index => {
    await using it = await open(browser, folder.url(named(index)), { viewport: { width: 390, height: 844 } });
    expect(await it.page.evaluate('window.__pwned')).toBeUndefined();
    expect(await it.page.locator('script, img').count()).toBe(0);
    expect(await scrollsSideways(it.page)).toBe(false);
    expect(it.troubles).toEqual([]);
  },
);
