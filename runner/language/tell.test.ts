import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { withMore } from '../base/message.ts';
import { objectiveTitle, roleTitle, say } from './say.ts';
import { tell } from './tell.ts';

test('a finding is a sentence in any language, with what adds to it', () => {
  const finding = withMore(
    say('http.silent', { name: 'api' }),
    undefined,
    say('container.last-log', { text: 'TypeError' }),
  );
  expect(tell(finding, challenge, 'en')).toBe(
    '`api` runs, but nothing in it listens on a TCP port. Its log ends: “TypeError”',
  );
  expect(tell(finding, challenge, 'pt-BR')).toContain('O log termina assim: “TypeError”');
});

test('what it speaks of may be a finding, or have a title', () => {
  const blind = say('lab.could-not-tell', { reason: say('request.blind') });
  expect(tell(blind, challenge, 'en')).toBe('The lab could not tell: the packets of the container could not be read.');
  expect(tell(say('role.no-container', { role: roleTitle('server') }), challenge, 'pt-BR')).toContain('servidor');
  const waits = say('objective.waits-for', { title: objectiveTitle('custom-network') });
  expect(tell(waits, challenge, 'en')).toContain(challenge.objectives[0]?.title.en);
});

test('it goes through JSON unchanged', () => {
  const finding = say('network.apart', { places: [say('network.none', { name: 'a' }), 'b'] });
  expect(tell(JSON.parse(JSON.stringify(finding)), challenge, 'en')).toBe('`a` is on no network; b.');
});

test('a code that nobody has a text for is a mistake of ours', () => {
  expect(() => tell({ code: 'no.such', params: {} }, challenge, 'en')).toThrow(TypeError);
});
