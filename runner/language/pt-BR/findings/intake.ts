import type { intake as en } from '../../en/findings/intake.ts';

const mebibytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;

export const intake: typeof en = {
  'intake.damaged':
    'O arquivo compactado está danificado: termina antes da hora ou não contém o que diz. Peça outra cópia.',
  'intake.empty-archive': 'O arquivo compactado está vazio.',
  'intake.unknown-archive': 'O arquivo não é um zip nem um tar, apesar do nome.',
  'intake.unsupported-archive': ({ ending }) => `Arquivos do tipo ${ending} não são lidos. Peça um .zip ou um .tar.gz.`,
  'intake.archive-too-big': ({ bytes }) => `O arquivo compactado tem mais de ${mebibytes(bytes)}.`,
  'intake.too-much': ({ bytes }) => `O conteúdo do arquivo compactado passa de ${mebibytes(bytes)}.`,
  'intake.too-many': ({ most }) => `Há mais de ${most} arquivos e pastas nele.`,
  'intake.file-too-big': ({ name, bytes }) =>
    `O arquivo “${name}”, dentro do compactado, tem mais de ${mebibytes(bytes)}.`,
  'intake.bomb': ({ ratio }) => `O conteúdo do arquivo compactado é mais de ${ratio} vezes maior do que ele.`,
  'intake.bad-name': ({ name }) =>
    `O arquivo compactado tem uma entrada com um nome que nenhum arquivo pode ter: “${name}”.`,
  'intake.absolute-path': ({ name }) => `O arquivo compactado tem uma entrada com caminho absoluto: “${name}”.`,
  'intake.leads-out': ({ name }) => `O arquivo compactado tem uma entrada que leva para fora da sua pasta: “${name}”.`,
  'intake.too-deep': ({ name, most }) =>
    `O arquivo compactado tem mais de ${most} pastas umas dentro das outras: “${name}”.`,
  'intake.name-too-long': ({ name }) => `O arquivo compactado tem uma entrada com um nome longo demais: “${name}”.`,
  'intake.link-out': ({ name, target }) =>
    `O arquivo compactado tem um link que leva para fora da sua pasta: “${name}” → “${target}”.`,
  'intake.file-and-folder': ({ name }) => `No arquivo compactado, “${name}” é um arquivo e uma pasta ao mesmo tempo.`,
  'intake.bad-entry': ({ name, kind }) =>
    ({
      device: `O arquivo compactado tem uma entrada que é um dispositivo ou um pipe: “${name}”.`,
      sparse: `O arquivo compactado tem um arquivo com buracos (esparso): “${name}”.`,
      encrypted: `O arquivo compactado está criptografado (“${name}”): peça um sem senha.`,
      unknown: `O arquivo compactado tem uma entrada de um tipo que não é lido: “${name}”.`,
    })[kind],
  'intake.duplicate-entries': ({ count, first }) =>
    count === 1
      ? `O arquivo compactado tem “${first}” duas vezes (aqui, maiúsculas e minúsculas são iguais): vale a última.`
      : `O arquivo compactado tem ${count} arquivos repetidos (como “${first}”): vale o último de cada.`,
  'intake.skipped-links': ({ count, first }) =>
    count === 1
      ? `O link “${first}” do arquivo compactado foi deixado de fora.`
      : `${count} links do arquivo compactado (como “${first}”) foram deixados de fora.`,
  'intake.inner-archive': ({ name }) => `O arquivo compactado “${name}”, que estava dentro, foi aberto.`,
  'intake.inner-archive-refused': ({ name, why }) =>
    `O arquivo compactado “${name}”, que estava dentro, não foi aberto. ${why}`,
  'intake.cannot-read': ({ name }) => `Não dá para ler “${name}”.`,
  'intake.too-many-to-read': ({ most }) => `Há mais de ${most} arquivos e pastas: os demais não foram olhados.`,
  'intake.links-not-followed': ({ count, first }) =>
    count === 1
      ? `O link “${first}” leva para fora da entrega e não foi seguido.`
      : `${count} links (como “${first}”) levam para fora da entrega e não foram seguidos.`,
  'intake.odd-files': ({ count, first }) =>
    count === 1
      ? `“${first}” é um dispositivo ou um pipe e não foi olhado.`
      : `${count} entradas (como “${first}”) são dispositivos ou pipes e não foram olhadas.`,
  'intake.not-a-submission': 'Não é pasta nem arquivo compactado, nem arquivo baixado do sistema da escola.',
  'intake.earlier-upload': 'O mesmo arquivo foi entregue de novo depois.',
  'intake.late': 'O sistema de onde foi baixado marca a entrega como atrasada.',
  'intake.one-submission': ({ name }) =>
    `A pasta tem desafios, e não alunos: foi tomada por uma só entrega, “${name}”.`,
  'intake.no-such-challenge': ({ path }) =>
    `A pasta “${path}” parece um desafio, mas nenhum dos que são corrigidos aqui.`,
  'intake.renamed': ({ source, id }) => `“${source}” tem o nome de outra entrega: aqui, chama-se “${id}”.`,
  'intake.nothing-found': 'Nenhuma pasta de desafio foi encontrada na entrega.',
  'intake.found-in': ({ title, path }) => `${title}: as instruções estão em “${path}”.`,
  'intake.in-readme': ({ title, readme }) => `${title}: as instruções são a seção sobre ele em “${readme}”.`,
  'intake.whole-submission': ({ title }) => `A entrega inteira foi tomada como ${title}.`,
  'intake.nested': ({ inner, outer }) => `A pasta “${inner}” está dentro de “${outer}”, que é de outro desafio.`,
  'intake.duplicates': ({ title, chosen, others }) =>
    `Mais de uma pasta poderia ser ${title}: foi usada “${chosen}”, e não ${others}.`,
  'intake.other-in-lab-json': ({ path, id }) =>
    `O lab.json em “${path}” diz que se trata de ${id}; é para esse desafio que vale.`,
  'intake.no-instructions':
    'Não há nada que diga como colocar a solução no ar: nem lab.json com “run”, nem up.sh, run.sh ou start.sh, nem outro script que use docker, nem README com comandos docker.',
  'intake.not-a-shell-script': ({ file }) =>
    `“${file}” não é um script de shell e não é executado. Entregue os mesmos comandos como up.sh ou em um README.`,
  'intake.lfs-pointer': ({ file }) =>
    `“${file}” é só um ponteiro do Git LFS: o conteúdo não foi entregue. Peça o arquivo (git lfs pull, e depois compactar de novo).`,
  'intake.empty-script': ({ file }) => `“${file}” não tem nenhum comando.`,
  'intake.other-language': ({ file, program }) =>
    `“${file}” foi escrito para ${program}, não para um shell: o bash não consegue executá-lo.`,
  'intake.foreign-syntax': ({ file, what }) =>
    `Os comandos de “${file}” usam “${what}”, que só o PowerShell ou o cmd entendem: o bash não consegue executá-los.`,
  'intake.bad-lab-json': ({ why }) => `O lab.json não pode ser usado. ${why}`,
  'intake.alternatives-left-out': ({ count }) =>
    count === 1
      ? 'Um bloco do README mostra outra maneira e foi deixado de fora.'
      : `${count} blocos do README mostram outras maneiras e foram deixados de fora.`,
  'intake.clean-up-left-out': ({ commands }) =>
    `Comandos do README que fazem a limpeza no final foram deixados de fora: ${commands}`,
  'intake.placeholders-left-out': ({ commands }) =>
    `Comandos do README com algo a preencher foram deixados de fora: ${commands}`,
  'intake.compose-left-out': 'Os comandos do Compose no README foram deixados de fora.',
  'intake.also-run': ({ before, file }) =>
    `“${before}” é executado antes de “${file}”, que não constrói as imagens nem o chama.`,
  'intake.readme-too-long': ({ file }) => `Só o começo de “${file}” foi lido: ele é muito longo.`,
  'intake.typography-mended': ({ command }) =>
    `Traços, espaços ou aspas que nenhum shell conhece (de um editor de texto) foram corrigidos, como em: ${command}`,
  'intake.translated': ({ file }) =>
    file === undefined
      ? 'Comandos para PowerShell ou cmd foram traduzidos para o bash.'
      : `“${file}” é para PowerShell ou cmd; seus comandos foram traduzidos para o bash.`,
  'intake.with-words': ({ file, words }) => `“${file}” pede uma palavra e foi chamado com: ${words}.`,
  'intake.in-a-row': ({ files }) => `Estes scripts foram executados um depois do outro: “${files}”.`,
  'intake.found-deeper': ({ file }) => `As instruções estão em “${file}”, mais abaixo na pasta.`,
  'intake.own-script': ({ file }) => `O ${file} de quem avalia foi executado primeiro.`,
  'intake.left-to-compose': ({ file }) => `“${file}” deixa tudo com o Compose.`,
  'intake.says-nothing': ({ file }) => `“${file}” não tem comandos docker que coloquem algo no ar.`,
  'intake.containers-own': ({ file }) => `Um Dockerfile copia “${file}” para uma imagem: é o programa de um contêiner.`,
  'intake.for-something-else': ({ file }) => `“${file}” faz limpeza, testa ou não executa nenhum comando docker.`,
};
