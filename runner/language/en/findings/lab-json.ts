export const labJson = {
  'lab-json.cannot-use': ({ file }: { file: string }) => `${file} cannot be used.`,
  'lab-json.not-readable': ({ reason }: { reason: string }) => `It cannot be read: ${reason}`,
  'lab-json.not-json': ({ reason }: { reason: string }) => `It is not JSON: ${reason}`,
  'lab-json.not-an-object': 'It has to be an object: { "challenge": "…", "paths": { … } }.',
  'lab-json.unknown-key': ({ key, known }: { key: string; known: readonly string[] }) =>
    `It has "${key}", but only ${known.slice(0, -1).join(', ')} and ${known.at(-1)} can be there.`,
  'lab-json.challenge-not-text': 'Its "challenge" has to be a challenge’s id, in quotes.',
  'lab-json.paths-not-an-object': 'Its "paths" have to be an object, such as { "users": "/u" }.',
  'lab-json.binds-not-an-object': 'Its "binds" have to be an object, such as { "server": "my-server" }.',
  'lab-json.run-not-text': 'Its "run" has to be a text: the name of a script, or a command.',
  'lab-json.unknown-role': ({ key, role, known }: { key: string; role: string; known: readonly string[] }) =>
    `Its "${key}" speak of "${role}", but this challenge has ${known.join(', ')}.`,
  'lab-json.not-a-name': ({ role }: { role: string }) =>
    `The name of "${role}" in "binds" has to be that of a container or a volume.`,
  'lab-json.not-a-path': ({ role }: { role: string }) =>
    `The path of "${role}" has to be a text that begins with a slash, such as "/u".`,
  'lab-json.repair': ({ file, example }: { file: string; example: string }) =>
    `Repair or remove ${file}. An example: ${example}`,
  'lab-json.bind-ignored': ({ role, name }: { role: string; name: string }) =>
    `lab.json says that ${name} plays ${role}, but nothing of that name was there.`,
};
