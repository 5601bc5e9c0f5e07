import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { wrapCommand } from './command.ts';

const long = `docker run --detach --name client --network app-net --env "GREETING=hello there, you" --env 'B=it is' lab/node:26 sh -c "while :; do wget -qO- http://server:8080; sleep 5; done"`;

describe('wrapCommand', () => {
  it('leaves a command that fits as it is', () => {
    expect(wrapCommand('docker network create app-net', 60)).toEqual(['docker network create app-net']);
  });

  it('keeps an option and its value together', () => {
    const [first, second] = wrapCommand('docker run --detach --name client --network app-net client', 36);
    expect(first).toBe('docker run --detach --name client \\');
    expect(second).toBe('  --network app-net client');
  });

  it.each([30, 44, 60, 100])('says the same to a shell when its lines are copied together, at width %i', width => {
    const words = (script: string) =>
      execFileSync('sh', ['-c', script.replace(/^docker/, `printf '%s\\n'`)], { encoding: 'utf8' });
    expect(words(wrapCommand(long, width).join('\n'))).toBe(words(long));
  });
});
