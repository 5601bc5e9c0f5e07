import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/work', ''],
  ['/work/', ''],
  ['/work/nginx.conf', 'nginx.conf'],
  ['/work/./db//init/', 'db/init'],
  ['/work/a/../b', 'b'],
  ['/work/a/..', ''],
])('%s is the submission’s own', (source, path) => expect(ownPath(source)).toBe(path));

test.each([
  '/',
  '/workshop/x',
  '/work/..',
  '/work/../etc',
  '/work/a/../../run/lab',
  'work/x',
  './x',
  '/work/a\nb',
  '/tmp',
])('%s is not', source => expect(ownPath(source)).toBeUndefined());
