/** What is wrong with a file of ours: where, what is expected there, and how it could look. */
export const formats = {
  'format.not-json': 'It is not valid JSON.',
  'format.not-json-at': ({ line, column }: { line: number; column: number }) =>
    `It is not valid JSON, at line ${line}, column ${column}. Often it is a comma too many before a bracket, or a quotation mark that is missing.`,
  'format.too-deep': 'It is nested more deeply than any such file.',
  'format.too-long': ({ characters }: { characters: number }) => `It is longer than ${characters} characters.`,
  'format.wrong': ({ at, expected, found }: { at: string; expected: string; found: string }) =>
    at === '' ? `Expected ${expected}; there is ${found}.` : `${at}: expected ${expected}; there is ${found}.`,
  'format.missing': ({ at, expected }: { at: string; expected: string }) =>
    at === '' ? `Expected ${expected}; there is nothing.` : `${at}: expected ${expected}; there is nothing.`,
  'format.unknown': ({ at, known }: { at: string; known: readonly string[] }) =>
    `${at} is not known. Possible here: ${known.join(', ')}.`,
  'format.twice': ({ at }: { at: string }) =>
    `${at} is there twice: the same challenge is named by its number and by its id.`,
  'format.more': ({ count }: { count: number }) => (count === 1 ? 'And one more.' : `And ${count} more.`),
  'format.example': ({ example }: { example: string }) => `For example: ${example}`,
  'format.did-you-mean': ({ word }: { word: string }) => `Did you mean ${word}?`,

  'expected.compose': 'the word "translate", or nothing',
  'expected.object': 'an object, in { }',
  'expected.list': 'a list, in [ ]',
  'expected.text': 'a text, in quotation marks',
  'expected.something-else': 'something else',
  'expected.schema': ({ schema }: { schema: string }) => `the text "${schema}"`,
  'expected.language': 'a language of the lab, "en" or "pt-BR"',
  'expected.moment': 'a date and time with its zone',
  'expected.class-moment': 'a date and time with its zone (or without, and "timezone" in rubric.json)',
  'expected.timezone': 'the name of a time zone',
  'expected.other-hours': ({ at }: { at: string }) =>
    `other hours than in ${at}: of two at the same hour, nobody knows which was meant`,
  'expected.id': 'a name of lower-case letters, digits and hyphens',
  'expected.points': ({ max }: { max: number }) => `a number from 0 to ${max} with at most two decimals`,
  'expected.percent': 'a number from 0 to 100 with at most two decimals',
  'expected.whole-points': 'a whole number of points, 0 or more',
  'expected.milliseconds': 'a whole number of milliseconds, 0 or more',
  'expected.hint-level': 'the level of a hint: 1, 2 or 3',
  'expected.hours': 'a number of hours, 0 or more',
  'expected.hours-above': 'a number of hours above 0',
  'expected.penalty': 'an object with "percent", and with either "afterHours" or "everyHours"',
  'expected.deadline': 'a date and time with its zone, because penalties count from it',
  'expected.required-points': 'points above 0 for at least one objective that is no bonus',
  'expected.assignment': 'the number of the assignment in Canvas, at most 20 digits',
  'expected.challenge': 'the number or the id of a challenge, in quotation marks',
  'expected.challenges': 'a list of numbers or ids of challenges',
  'expected.challenge-word': 'the number or the id of a challenge',
  'expected.path': 'a path that begins with a slash, without spaces',
  'expected.name': 'the name of a container or of a volume',
  'expected.run': 'the name of a script, or a command',
};
