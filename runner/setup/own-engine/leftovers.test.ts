import { expect, test } from 'vitest';
import { mountsBelow } from './leftovers.ts';

const mountinfo = [
  '27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
  '62 27 254:0 /e/data /e/data rw,relatime shared:4 - ext4 /dev/vda rw',
  '98 62 0:61 / /e/data/overlay2/a\\040b/merged rw,relatime - overlay overlay rw',
  '171 27 0:4 net:[4026532405] /e/exec/netns/63cb rw - nsfs nsfs rw',
  '180 27 0:4 net:[4026532406] /e/exec-other/netns/1 rw - nsfs nsfs rw',
  '',
].join('\n');

test('mounts below the folders, the latest first', () => {
  expect(mountsBelow(mountinfo, ['/e/data', '/e/exec'])).toEqual([
    '/e/exec/netns/63cb',
    '/e/data/overlay2/a b/merged',
    '/e/data',
  ]);
});

test('a disk that somebody mounted on the data folder stays', () => {
  expect(mountsBelow('62 27 254:1 / /e/data rw - ext4 /dev/vdb rw', ['/e/data'])).toEqual([]);
  expect(mountsBelow('62 27 254:1 /@root/e/data /e/data rw - btrfs /dev/vdb rw', ['/e/data'])).toEqual(['/e/data']);
  expect(mountsBelow('62 27 254:1 /srv/x /e/data rw - ext4 /dev/vdb rw', ['/e/data'])).toEqual([]);
});
