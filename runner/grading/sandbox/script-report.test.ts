import { expect, test } from 'vitest';
import { parseScriptReport } from './script-report.ts';

const said = (changes: object) => JSON.stringify({ code: 1, memory: false, failed: '', left: '', ...changes });

test('a report says how the script ended, and of what', () => {
  const line = said({
    failed: '1 2 1763711400000000 docker run\n  \u001b[31mx',
    left: 'docker run web\n\ndocker logs -f a\n',
  });
  expect(parseScriptReport(line)).toEqual({
    exitCode: 1,
    outOfMemory: false,
    failingCommand: 'docker run \uFFFD[31mx',
    leftRunning: ['docker run web', 'docker logs -f a'],
    ...{ namedImages: [], missingTool: '', compose: '' },
  });
  const more = parseScriptReport(
    said({ named: 'a:1\nb\n', missing: 'psql\ngit\n', compose: 'docker compose up -d\ndocker compose up\n' }),
  );
  expect(more).toMatchObject({ namedImages: ['a:1', 'b'], missingTool: 'psql', compose: 'docker compose up -d' });
});

test('no command is blamed of a script that ended well, and what is told is bounded', () => {
  expect(parseScriptReport(said({ code: 0, failed: '1 1 1 false' }))?.failingCommand).toBe('');
  const report = parseScriptReport(said({ failed: 'x'.repeat(9_000), left: 'docker run a\n'.repeat(500) }));
  expect(report?.failingCommand.length).toBeLessThanOrEqual(300);
  expect(report?.leftRunning).toHaveLength(10);
});

test.each(['', 'null', '[]', '{}', '{"code":"0"}', '{"code":1.5}', 'bash: warning: x', '{"code":'])(
  '%j is none',
  line => {
    expect(parseScriptReport(line)).toBeUndefined();
  },
);

test('fields of another type are as if they were not there', () => {
  expect(parseScriptReport('{"code":2,"memory":1,"failed":[],"left":{},"named":3,"compose":[]}')).toEqual({
    ...{
      exitCode: 2,
      outOfMemory: false,
      failingCommand: '',
      leftRunning: [],
      namedImages: [],
      missingTool: '',
      compose: '',
    },
  });
});
