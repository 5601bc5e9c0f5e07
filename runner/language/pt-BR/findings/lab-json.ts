import type { labJson as en } from '../../en/findings/lab-json.ts';

export const labJson: typeof en = {
  'lab-json.cannot-use': ({ file }) => `${file} não pode ser usado.`,
  'lab-json.not-readable': ({ reason }) => `Não dá para ler o arquivo: ${reason}`,
  'lab-json.repair': ({ file, example }) => `Corrija ou remova ${file}. Um exemplo: ${example}`,
  'lab-json.bind-ignored': ({ role, name }) =>
    `O lab.json diz que ${name} faz o papel ${role}, mas não havia nada com esse nome.`,
};
