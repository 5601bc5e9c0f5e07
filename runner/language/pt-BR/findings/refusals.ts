import type { refusals as en } from '../../en/findings/refusals.ts';

export const refusals: typeof en = {
  'refusal.endpoint': ({ subject: what }) =>
    `O ambiente isolado não tem \`${what}\`: os desafios não precisam disso. Faça com run, build, network ou volume.`,
  'refusal.protocol': ({ subject: what }) =>
    `O ambiente isolado não aceitou este pedido (${what}): ele fala HTTP/1.1 simples, como o comando docker.`,
  'refusal.malformed': ({ subject: what }) =>
    `O ambiente isolado não conseguiu ler este pedido: ${what} malformado. Use o comando docker.`,
  'refusal.duplicate-key': ({ subject: key }) =>
    `O ambiente isolado não aceitou este pedido: \`${key}\` aparece duas vezes. Diga uma vez só.`,
  'refusal.too-large': ({ subject: what, detail: most }) =>
    `O ambiente isolado não aceitou este ${what}: passa de ${most} bytes. Deixe de fora o que a imagem não precisa (.dockerignore).`,
  'refusal.unknown-field': ({ subject: field }) =>
    `O ambiente isolado não conhece a opção \`${field}\` e só permite o que conhece. Retire-a.`,
  'refusal.spelling': ({ subject: field, detail: canonical }) =>
    `O ambiente isolado só aceita \`${canonical}\` com esta grafia, não como \`${field}\`.`,
  'refusal.value': ({ subject: field, detail: value }) =>
    `O ambiente isolado não aceita \`${value}\` em \`${field}\`. Escolha um valor usual.`,
  'refusal.machine': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: isso alcança a máquina por baixo do contêiner. Nenhum desafio precisa: retire.`,
  'refusal.namespace': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: um contêiner fica nos espaços que são dele. Retire.`,
  'refusal.limits': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: ele mesmo limita os contêineres. Retire, ou peça menos.`,
  'refusal.bind-mount': ({ subject: source, detail: target }) =>
    `O ambiente isolado não permite montar a pasta ${source} em ${target} (bind mount): só dá para montar arquivos entregues, dentro da pasta do desafio, e como foram entregues. Use um volume nomeado, ou copie os arquivos com COPY no Dockerfile.`,
  'refusal.mount-type': ({ subject: type }) =>
    `O ambiente isolado não permite \`${type}\`: só monta volumes nomeados e tmpfs. Use \`-v NOME:/caminho\`.`,
  'refusal.mount-options': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\` numa montagem. Retire.`,
  'refusal.volume-driver': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: os volumes são do próprio motor (driver local, sem opções). Use \`docker volume create NOME\`.`,
  'refusal.host-network': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: os contêineres ficam fora da rede da máquina. Use \`docker network create NOME\` e publique portas com -p.`,
  'refusal.network-driver': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: as redes são bridges simples. Use \`docker network create NOME\`.`,
  'refusal.subnet': ({ subject: range }) =>
    `O ambiente isolado não permite \`${range}\`: os endereços são privados (como 172.28.0.0/16) e não os que ele mesmo usa. Retire: os contêineres se encontram pelo nome.`,
  'refusal.dns': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: o DNS do próprio Docker encontra os contêineres pelo nome. Retire.`,
  'refusal.host-gateway': ({ subject: entry }) =>
    `O ambiente isolado não permite \`${entry}\`: os contêineres não alcançam a máquina por baixo. Chame o outro contêiner pelo nome.`,
  'refusal.link': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: links são coisa do passado. Ponha os dois contêineres na mesma rede: eles se encontram pelo nome.`,
  'refusal.port': ({ subject: port }) =>
    `A porta ou o endereço ${port} não pode ser publicado no ambiente isolado. Escolha outra porta, como 8080.`,
  'refusal.log-driver': ({ subject: option }) =>
    `O ambiente isolado não permite \`${option}\`: ele mesmo guarda os logs, para que possam ser lidos. Retire.`,
  'refusal.registry': ({ subject: registry, detail: allowed }) =>
    `O ambiente isolado não baixa imagens de ${registry}. Ele baixa de: ${allowed}.`,
  'refusal.lab-image': ({ subject: image }) =>
    `A imagem ${image} é do laboratório e fica como está. Dê outro nome à sua.`,
  'refusal.lab-label': ({ subject: text }) => `A etiqueta \`${text}\` marca o que é do laboratório. Escolha outra.`,
  'refusal.lab-object': ({ subject: name }) =>
    `\`${name}\` é do laboratório. Não mexa nele, e escolha outro nome para o seu.`,
  'refusal.foreign-exec': ({ subject: id }) =>
    `O ambiente isolado não conhece um exec ${id} seu. Comece com \`docker exec\`.`,
  'refusal.buildkit': ({ subject: what }) =>
    `O ambiente isolado não abre sessões do BuildKit (\`${what}\`). Use \`docker build\` sem \`--secret\`, \`--ssh\` e \`--output\`.`,
  'refusal.remote-build': ({ subject: what }) =>
    `O ambiente isolado não constrói um contexto que vem de fora (\`${what}\`). Construa uma pasta: \`docker build .\``,
  'refusal.compressed': ({ subject: how, detail: where }) =>
    where === 'build'
      ? `O ambiente isolado não constrói um contexto comprimido com ${how}. Envie um arquivo tar simples, ou um em gzip.`
      : `O ambiente isolado não aceita aqui um arquivo comprimido com ${how}. Envie um arquivo tar simples.`,
  'refusal.no-archive': () => 'O ambiente isolado só aceita aqui arquivos tar, e este não é um.',
  'refusal.too-many': ({ subject: what, detail: most }) =>
    `O ambiente isolado não permite mais de ${most} disto: ${what}. Remova o que não é preciso.`,
};
