import { expect, test } from 'vitest';
import { parseAptOptions, parseIndexTargets, sourcesOf } from './mirror.ts';

const record = (fields: Record<string, string>) =>
  Object.entries({
    'Created-By': 'Packages',
    Origin: 'Debian',
    'Repo-URI': 'http://mirror.test/debian/',
    Component: 'main',
    ...fields,
  })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');

test("of apt's index targets, the release itself, its updates and its security fixes count, component by component", () => {
  const printed = [
    record({ Codename: 'bookworm', Release: 'stable' }),
    record({ Codename: 'bookworm', Release: 'stable', Component: 'contrib' }),
    record({ Codename: 'bookworm', Release: 'stable', 'Created-By': 'Translations' }),
    record({ Codename: 'bookworm-updates', Release: 'bookworm-updates' }),
    record({
      Codename: 'bookworm-security',
      Release: 'bookworm-security',
      'Repo-URI': 'http://mirror.test/debian-security/',
    }),
    record({ Codename: 'bookworm-backports', Release: 'bookworm-backports' }),
    record({ Codename: 'trixie', Release: 'trixie' }),
    record({ Codename: 'bookworm', Release: 'bookworm', Origin: 'Somebody Else' }),
  ].join('\n');
  expect(parseIndexTargets(printed, 'debian bookworm')).toEqual([
    'deb http://mirror.test/debian/ stable contrib main',
    'deb http://mirror.test/debian/ bookworm-updates main',
    'deb http://mirror.test/debian-security/ bookworm-security main',
  ]);
});

test("Ubuntu's targets count for an Ubuntu release", () => {
  const printed = record({
    Origin: 'Ubuntu',
    Codename: 'noble',
    Release: 'noble',
    'Repo-URI': 'http://mirror.test/u/',
  });
  expect(parseIndexTargets(printed, 'ubuntu noble')).toEqual(['deb http://mirror.test/u/ noble main']);
  expect(parseIndexTargets(printed, 'debian noble')).toEqual([]);
});

test("another suite is where this machine's own one is, with its updates and security fixes", () => {
  const sources = [
    'deb http://mirror.test/debian/ stable contrib main',
    'deb http://mirror.test/debian/ bookworm-updates main',
    'deb http://mirror.test/debian-security/ bookworm-security main',
  ];
  expect(sourcesOf(sources, 'trixie')).toEqual([
    'deb http://mirror.test/debian/ trixie main',
    'deb http://mirror.test/debian/ trixie-updates main',
    'deb http://mirror.test/debian-security/ trixie-security main',
  ]);
});

test("of apt's settings, those about reaching the mirror are handed on", () => {
  const printed =
    'APT::Architecture "amd64";\nAcquire::http "";\nAcquire::http::Proxy "http://proxy.test:3142";\nAcquire::Retries "3";\n';
  expect(parseAptOptions(printed)).toEqual(['Acquire::http::Proxy "http://proxy.test:3142"', 'Acquire::Retries "3"']);
});
