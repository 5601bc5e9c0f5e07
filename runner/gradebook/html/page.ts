import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Language } from '../../base/language.ts';
import { type Markup, markup } from './markup.ts';

/** What a page is made of. Style and script are ours: nothing of a student's may be in them. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  readonly body: Markup;
}

/**
 * A whole HTML document that needs no other file. Its policy lets it load nothing, send nothing, and run only the style and
 * script that are in it, by their digests (CSP Level 3): whatever slipped through the escaping would not run either.
 */
export function page({ language, title, style, script, body }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src ${digestOf(style)}`,
    `script-src ${script === undefined ? "'none'" : digestOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `${markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
${script === undefined ? undefined : markup`<script>${raw(script)}</script>`}
</body>
</html>
`}`;
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
