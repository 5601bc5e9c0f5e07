export const labJson = {
  'lab-json.cannot-use': ({ file }: { file: string }) => `${file} cannot be used.`,
  'lab-json.not-readable': ({ reason }: { reason: string }) => `It cannot be read: ${reason}`,
  'lab-json.repair': ({ file, example }: { file: string; example: string }) =>
    `Repair or remove ${file}. An example: ${example}`,
  'lab-json.bind-ignored': ({ role, name }: { role: string; name: string }) =>
    `lab.json says that ${name} plays ${role}, but nothing of that name was there.`,
};
