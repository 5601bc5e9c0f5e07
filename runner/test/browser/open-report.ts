import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, flags } from './chromium.ts';

/** So much that a slow machine with much else to do does not fail. */
const timeoutMs = 15_000;

/** Starts the browser of this machine. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? 'chromium', headless: true, args: flags });
}

/** Files in a folder of their own that goes when it is disposed of. */
export interface ReportFolder extends AsyncDisposable {
  /** The URL of a file in it. */
  url(path: string): string;
}

/** Writes reports where a browser can open them. */
export async function writeReports(
  files: readonly { readonly path: string; readonly content: string }[],
): Promise<ReportFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-report-'));
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return {
    url: path => pathToFileURL(join(folder, path)).href,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A page, and all that went wrong on it: requests for anything but itself, what it complained of, dialogs. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page;
  readonly troubles: readonly string[];
}

/** Opens a file in a window of its own, and lets nothing out. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  const troubles: string[] = [];
  context.setDefaultTimeout(timeoutMs);
  const page = await context.newPage();
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => troubles.push(`error: ${error.message}`));
  page.on('dialog', dialog => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', request => {
    if (!request.url().startsWith(url)) troubles.push(`request: ${request.url()}`);
  });
  await context.route(
    address => !address.href.startsWith('file:'),
    route => route.abort(),
  );
  await page.goto(url);
  return { page, troubles, [Symbol.asyncDispose]: () => context.close() };
}
