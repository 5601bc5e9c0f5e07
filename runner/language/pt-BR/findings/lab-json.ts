import type { labJson as en } from '../../en/findings/lab-json.ts';

export const labJson: typeof en = {
  'lab-json.cannot-use': ({ file }) => `${file} não pode ser usado.`,
  'lab-json.not-readable': ({ reason }) => `Não dá para ler o arquivo: ${reason}`,
  'lab-json.not-json': ({ reason }) => `Não é JSON: ${reason}`,
  'lab-json.not-an-object': 'Precisa ser um objeto: { "challenge": "…", "paths": { … } }.',
  'lab-json.unknown-key': ({ key, known }) =>
    `Ele tem "${key}", mas só ${known.slice(0, -1).join(', ')} e ${known.at(-1)} podem estar ali.`,
  'lab-json.challenge-not-text': 'O seu "challenge" precisa ser o id de um desafio, entre aspas.',
  'lab-json.paths-not-an-object': 'Os seus "paths" precisam ser um objeto, como { "users": "/u" }.',
  'lab-json.binds-not-an-object': 'Os seus "binds" precisam ser um objeto, como { "server": "meu-servidor" }.',
  'lab-json.run-not-text': 'O seu "run" precisa ser um texto: o nome de um script ou um comando.',
  'lab-json.unknown-role': ({ key, role, known }) =>
    `Os seus "${key}" falam de "${role}", mas este desafio tem ${known.join(', ')}.`,
  'lab-json.not-a-name': ({ role }) => `O nome de "${role}" em "binds" precisa ser o de um contêiner ou volume.`,
  'lab-json.not-a-path': ({ role }) =>
    `O caminho de "${role}" precisa ser um texto que comece com uma barra, como "/u".`,
  'lab-json.repair': ({ file, example }) => `Corrija ou remova ${file}. Um exemplo: ${example}`,
  'lab-json.bind-ignored': ({ role, name }) =>
    `O lab.json diz que ${name} faz o papel ${role}, mas não havia nada com esse nome.`,
};
