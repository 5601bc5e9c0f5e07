import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlFiles } from '../../gradebook/html/html-files.ts';
import { classBook } from '../fakes/class-book.ts';
import { hostileNames } from '../fakes/hostile-names.ts';
import { similarPair } from '../fakes/similar-pair.ts';
import { launch, open, type ReportFolder, writeReports } from './open-report.ts';
import { accessibilityTroubles, namesShown, paper, scrollsSideways } from './page-state.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const light = 'rgb(246, 245, 241)';
const dark = 'rgb(14, 23, 29)';

let browser: Browser;
let small: ReportFolder;
let large: ReportFolder;
let hostile: ReportFolder;

beforeAll(async () => {
  browser = await launch();
  const book = classBook(30);
  const [, first, second] = book.students;
  small = await writeReports(htmlFiles(book, [similarPair(first?.id ?? '', second?.id ?? '')]));
  large = await writeReports(htmlFiles(classBook(200)).slice(0, 1));
  const bad = classBook(12, 'pt-BR', hostileNames);
  hostile = await writeReports(htmlFiles(bad, [similarPair(hostileNames[0] ?? '', hostileNames[1] ?? '')]));
});

afterAll(async () => {
  await browser.close();
  for (const folder of [small, large, hostile]) await folder[Symbol.asyncDispose]();
});

test('asks nobody for anything, and has nothing to complain of', async () => {
  await using it = await open(browser, small.url('report.html'));
  await it.page.getByRole('button', { name: 'Ana Araújo' }).click();
  expect(await it.page.title()).toBe('Containers, autumn term');
  expect(it.troubles).toEqual([]);
});

test('finds students by a part of their name, with or without accents', async () => {
  await using it = await open(browser, small.url('report.html'));
  expect(await namesShown(it.page)).toHaveLength(30);
  await it.page.getByLabel('Find a student').fill('conceicao');
  const found = await namesShown(it.page);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(name => name.endsWith('Conceição'))).toBe(true);
  expect(await it.page.getByRole('status').textContent()).toBe(`${found.length} of 30 students`);
  await it.page.getByLabel('Find a student').fill('nobody at all');
  expect(await it.page.getByText('Nobody fits.').isVisible()).toBe(true);
});

test('shows those in one state, chosen by keyboard', async () => {
  await using it = await open(browser, small.url('report.html'));
  await it.page.getByRole('radio', { name: /^All \d/ }).focus();
  await it.page.keyboard.press('ArrowRight');
  expect(await it.page.getByRole('radio', { name: 'Need attention 1' }).isChecked()).toBe(true);
  expect(await namesShown(it.page)).toEqual(['Heitor Araújo']);
  await it.page.getByRole('radio', { name: /^Something not handed in/ }).check();
  const states = await it.page.locator('tbody:not([hidden]) .tag.blocked').count();
  expect(states).toBeGreaterThan(0);
  expect((await namesShown(it.page)).length).toBeLessThan(30);
});

test('sorts by any column, by keyboard, and says so', async () => {
  await using it = await open(browser, small.url('report.html'));
  const { page } = it;
  const grades = async () => (await page.locator('tbody td:nth-child(2) b').allTextContents()).map(Number);
  const header = page.getByRole('columnheader', { name: 'Grade' });
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await header.getAttribute('aria-sort')).toBe('descending');
  expect(await grades()).toEqual((await grades()).toSorted((one, other) => other - one));
  await page.keyboard.press('Space');
  expect(await header.getAttribute('aria-sort')).toBe('ascending');
  expect(await grades()).toEqual((await grades()).toSorted((one, other) => one - other));
  const student = page.getByRole('columnheader', { name: 'Student' });
  await student.getByRole('button').click();
  expect(await header.getAttribute('aria-sort')).toBeNull();
  expect(await student.getAttribute('aria-sort')).toBe('ascending');
  expect(await namesShown(page)).toEqual((await namesShown(page)).toSorted(new Intl.Collator('en').compare));
});

test('a row opens, by keyboard, to what was seen and what is next, and leads to the feedback', async () => {
  await using it = await open(browser, small.url('report.html'));
  const toggle = it.page.getByRole('button', { name: 'Bruno Araújo' });
  const details = it.page.locator(`#${await toggle.getAttribute('aria-controls')}`);
  expect(await details.isVisible()).toBe(false);
  await toggle.focus();
  await it.page.keyboard.press('Enter');
  expect(await toggle.getAttribute('aria-expanded')).toBe('true');
  expect(await details.getByText('the script ended with an error').isVisible()).toBe(true);
  expect(await details.getByText('docker network connect app-net client').first().isVisible()).toBe(true);
  await details.getByRole('link', { name: 'Whole feedback' }).click();
  expect(await it.page.locator('h1').textContent()).toBe('Hello, Bruno Araújo!');
});

test('what could not be told stands apart, before all else', async () => {
  await using it = await open(browser, small.url('report.html'));
  const section = it.page.getByRole('region', { name: 'Look at these first' });
  expect(await section.getByRole('link').allTextContents()).toEqual(['Heitor Araújo']);
  expect(await section.getByText('could not be reached from here').isVisible()).toBe(true);
});

test.each(['light', 'dark'] as const)('is accessible in %s, with a row and a pair open', async colorScheme => {
  await using it = await open(browser, small.url('report.html'), { colorScheme, reducedMotion: 'reduce' });
  expect(await paper(it.page)).toBe(colorScheme === 'light' ? light : dark);
  await it.page.getByRole('button', { name: 'Bruno Araújo' }).click();
  await it.page.locator('.similar summary').first().click();
  expect(await accessibilityTroubles(it.page)).toEqual([]);
});

test('the colours can be changed, and stay so', async () => {
  await using it = await open(browser, small.url('report.html'), { colorScheme: 'light' });
  await it.page.getByRole('button', { name: 'Dark colours' }).click();
  expect(await paper(it.page)).toBe(dark);
  expect(await accessibilityTroubles(it.page)).toEqual([]);
  await it.page.reload();
  expect(await paper(it.page)).toBe(dark);
  await it.page.getByRole('button', { name: 'Light colours' }).click();
  expect(await paper(it.page)).toBe(light);
});

test('fits a phone: only the table scrolls sideways, and the names stay in sight', async () => {
  await using it = await open(browser, small.url('report.html'), phone);
  expect(await scrollsSideways(it.page)).toBe(false);
  await it.page.getByRole('button', { name: 'Bruno Araújo' }).tap();
  expect(await scrollsSideways(it.page)).toBe(false);
  await it.page.locator('.scroll').evaluate('it => { it.scrollLeft = 300; }');
  const name = await it.page.locator('tbody th').first().boundingBox();
  expect(name?.x).toBeGreaterThanOrEqual(0);
  expect(name?.x).toBeLessThan(40);
  expect(it.troubles).toEqual([]);
});

test('is whole without a script', async () => {
  await using it = await open(browser, small.url('report.html'), { javaScriptEnabled: false });
  expect(await it.page.locator('tbody th').count()).toBe(30);
  expect(await it.page.locator('.tools').isVisible()).toBe(false);
  await it.page.locator('summary', { hasText: 'Details of Bruno Araújo' }).click();
  expect(await it.page.getByText('docker network connect app-net client').first().isVisible()).toBe(true);
  expect(it.troubles).toEqual([]);
});

test('two hundred students are found and sorted as well', async () => {
  await using it = await open(browser, large.url('report.html'));
  await it.page.getByRole('columnheader', { name: 'Percent' }).getByRole('button').click();
  await it.page.getByLabel('Find a student').fill('gabriela');
  const found = await namesShown(it.page);
  expect(found.length).toBeGreaterThan(10);
  expect(found.every(name => name.startsWith('Gabriela'))).toBe(true);
  expect(it.troubles).toEqual([]);
});

test('names and logs that are more than text stay text', async () => {
  await using it = await open(browser, hostile.url('report.html'), phone);
  for (const toggle of await it.page.locator('.toggle').all()) await toggle.click();
  await it.page.locator('.similar summary').first().click();
  expect(await it.page.evaluate('window.__pwned')).toBeUndefined();
  expect(await it.page.locator('main img, main svg[onload], script').count()).toBe(1);
  expect(await namesShown(it.page)).toContain('<script>window.__pwned = 1</script>');
  expect(await scrollsSideways(it.page)).toBe(false);
  expect(it.troubles).toEqual([]);
});
