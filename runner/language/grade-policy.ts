import type { Refusal, RefusalCode } from '../grade/policy/refusal.ts';
import type { Language, Translations } from './language.ts';

type Sentences = Readonly<Record<RefusalCode, (subject: string, detail: string) => string>>;

interface Messages {
  readonly sentences: Sentences;
  readonly engineFault: (fault: string) => string;
}

const en: Messages = {
  engineFault: fault => `The sandbox's engine did not answer: ${fault}`,
  sentences: {
    endpoint: what =>
      `The sandbox has no \`${what}\`: it is not needed for the challenges. Do it with run, build, network or volume.`,
    protocol: what =>
      `The sandbox did not take this request (${what}): it speaks plain HTTP/1.1, as the docker command does.`,
    malformed: what =>
      `The sandbox could not read this request: its ${what} is not well formed. Use the docker command.`,
    'duplicate-key': key => `The sandbox did not take this request: \`${key}\` stands in it twice. Say it once.`,
    'too-large': (what, most) =>
      `The sandbox did not take this ${what}: it is larger than ${most} bytes. Leave out what the image does not need (.dockerignore).`,
    'unknown-field': field =>
      `The sandbox does not know the option \`${field}\`, and allows only what it knows. Leave it out.`,
    spelling: (field, canonical) => `The sandbox takes \`${canonical}\` only in this spelling, not as \`${field}\`.`,
    value: (field, value) => `The sandbox does not take \`${value}\` for \`${field}\`. Choose a usual value.`,
    machine: option =>
      `The sandbox does not allow \`${option}\`: it reaches the machine beneath the container. No challenge needs it: leave it out.`,
    namespace: option =>
      `The sandbox does not allow \`${option}\`: a container stays in spaces of its own. Leave it out.`,
    limits: option =>
      `The sandbox does not allow \`${option}\`: it limits containers itself. Leave it out, or ask for less.`,
    'bind-mount': (source, target) =>
      `The sandbox does not allow the bind mount of ${source} into ${target}: the engine does not see the folders of your machine. Use a named volume, or COPY the files in the Dockerfile.`,
    'mount-type': type =>
      `The sandbox does not allow \`${type}\`: it mounts named volumes and tmpfs only. Use \`-v NAME:/path\`.`,
    'mount-options': option => `The sandbox does not allow \`${option}\` for a mount. Leave it out.`,
    'volume-driver': option =>
      `The sandbox does not allow \`${option}\`: volumes are the engine's own (driver local, without options). Use \`docker volume create NAME\`.`,
    'host-network': option =>
      `The sandbox does not allow \`${option}\`: containers stay off the machine's network. Use \`docker network create NAME\` and publish ports with -p.`,
    'network-driver': option =>
      `The sandbox does not allow \`${option}\`: networks are plain bridges. Use \`docker network create NAME\`.`,
    subnet: range =>
      `The sandbox does not allow \`${range}\`: addresses are private ones (such as 172.28.0.0/16) that it does not use itself. Leave it out: containers find each other by name.`,
    dns: option => `The sandbox does not allow \`${option}\`: Docker's own DNS finds containers by name. Leave it out.`,
    'host-gateway': entry =>
      `The sandbox does not allow \`${entry}\`: containers do not reach the machine beneath. Call the other container by its name.`,
    link: option =>
      `The sandbox does not allow \`${option}\`: links are of the past. Put both containers on one network: they find each other by name.`,
    port: port => `Port or address ${port} cannot be published in the sandbox. Choose another, such as 8080.`,
    'log-driver': option =>
      `The sandbox does not allow \`${option}\`: it keeps the logs itself, so that they can be read. Leave it out.`,
    registry: (registry, allowed) => `The sandbox pulls no images from ${registry}. It pulls from: ${allowed}.`,
    'lab-image': image => `The image ${image} is the lab's: it stays as it is. Give yours another name.`,
    'lab-label': text => `The label \`${text}\` marks what is the lab's own. Choose another.`,
    'lab-object': name => `\`${name}\` is the lab's own. Leave it alone, and choose another name for yours.`,
    'foreign-exec': id => `The sandbox knows no exec ${id} of yours. Begin with \`docker exec\`.`,
    buildkit: what =>
      `The sandbox opens no BuildKit session (\`${what}\`). Use \`docker build\` without \`--secret\`, \`--ssh\` and \`--output\`.`,
    'remote-build': what =>
      `The sandbox builds no context from elsewhere (\`${what}\`). Build a folder: \`docker build .\``,
    compressed: (how, where) =>
      where === 'build'
        ? `The sandbox builds no context that is compressed with ${how}. Send a plain tar archive, or one of gzip.`
        : `The sandbox takes no archive here that is compressed with ${how}. Send a plain tar archive.`,
    'no-archive': () => 'The sandbox takes tar archives here, and this is none.',
    'too-many': (what, most) => `The sandbox allows no more than ${most} of this: ${what}. Remove what is not needed.`,
  },
};

const ptBR: Messages = {
  engineFault: fault => `O motor do ambiente isolado não respondeu: ${fault}`,
  sentences: {
    endpoint: what =>
      `O ambiente isolado não tem \`${what}\`: os desafios não precisam disso. Faça com run, build, network ou volume.`,
    protocol: what =>
      `O ambiente isolado não aceitou este pedido (${what}): ele fala HTTP/1.1 simples, como o comando docker.`,
    malformed: what => `O ambiente isolado não conseguiu ler este pedido: ${what} malformado. Use o comando docker.`,
    'duplicate-key': key =>
      `O ambiente isolado não aceitou este pedido: \`${key}\` aparece duas vezes. Diga uma vez só.`,
    'too-large': (what, most) =>
      `O ambiente isolado não aceitou este ${what}: passa de ${most} bytes. Deixe de fora o que a imagem não precisa (.dockerignore).`,
    'unknown-field': field =>
      `O ambiente isolado não conhece a opção \`${field}\` e só permite o que conhece. Retire-a.`,
    spelling: (field, canonical) =>
      `O ambiente isolado só aceita \`${canonical}\` com esta grafia, não como \`${field}\`.`,
    value: (field, value) => `O ambiente isolado não aceita \`${value}\` em \`${field}\`. Escolha um valor usual.`,
    machine: option =>
      `O ambiente isolado não permite \`${option}\`: isso alcança a máquina por baixo do contêiner. Nenhum desafio precisa: retire.`,
    namespace: option =>
      `O ambiente isolado não permite \`${option}\`: um contêiner fica nos espaços que são dele. Retire.`,
    limits: option =>
      `O ambiente isolado não permite \`${option}\`: ele mesmo limita os contêineres. Retire, ou peça menos.`,
    'bind-mount': (source, target) =>
      `O ambiente isolado não permite montar a pasta ${source} em ${target} (bind mount): o motor não enxerga as pastas da sua máquina. Use um volume nomeado, ou copie os arquivos com COPY no Dockerfile.`,
    'mount-type': type =>
      `O ambiente isolado não permite \`${type}\`: só monta volumes nomeados e tmpfs. Use \`-v NOME:/caminho\`.`,
    'mount-options': option => `O ambiente isolado não permite \`${option}\` numa montagem. Retire.`,
    'volume-driver': option =>
      `O ambiente isolado não permite \`${option}\`: os volumes são do próprio motor (driver local, sem opções). Use \`docker volume create NOME\`.`,
    'host-network': option =>
      `O ambiente isolado não permite \`${option}\`: os contêineres ficam fora da rede da máquina. Use \`docker network create NOME\` e publique portas com -p.`,
    'network-driver': option =>
      `O ambiente isolado não permite \`${option}\`: as redes são bridges simples. Use \`docker network create NOME\`.`,
    subnet: range =>
      `O ambiente isolado não permite \`${range}\`: os endereços são privados (como 172.28.0.0/16) e não os que ele mesmo usa. Retire: os contêineres se encontram pelo nome.`,
    dns: option =>
      `O ambiente isolado não permite \`${option}\`: o DNS do próprio Docker encontra os contêineres pelo nome. Retire.`,
    'host-gateway': entry =>
      `O ambiente isolado não permite \`${entry}\`: os contêineres não alcançam a máquina por baixo. Chame o outro contêiner pelo nome.`,
    link: option =>
      `O ambiente isolado não permite \`${option}\`: links são coisa do passado. Ponha os dois contêineres na mesma rede: eles se encontram pelo nome.`,
    port: port =>
      `A porta ou o endereço ${port} não pode ser publicado no ambiente isolado. Escolha outra porta, como 8080.`,
    'log-driver': option =>
      `O ambiente isolado não permite \`${option}\`: ele mesmo guarda os logs, para que possam ser lidos. Retire.`,
    registry: (registry, allowed) => `O ambiente isolado não baixa imagens de ${registry}. Ele baixa de: ${allowed}.`,
    'lab-image': image => `A imagem ${image} é do laboratório e fica como está. Dê outro nome à sua.`,
    'lab-label': text => `A etiqueta \`${text}\` marca o que é do laboratório. Escolha outra.`,
    'lab-object': name => `\`${name}\` é do laboratório. Não mexa nele, e escolha outro nome para o seu.`,
    'foreign-exec': id => `O ambiente isolado não conhece um exec ${id} seu. Comece com \`docker exec\`.`,
    buildkit: what =>
      `O ambiente isolado não abre sessões do BuildKit (\`${what}\`). Use \`docker build\` sem \`--secret\`, \`--ssh\` e \`--output\`.`,
    'remote-build': what =>
      `O ambiente isolado não constrói um contexto que vem de fora (\`${what}\`). Construa uma pasta: \`docker build .\``,
    compressed: (how, where) =>
      where === 'build'
        ? `O ambiente isolado não constrói um contexto comprimido com ${how}. Envie um arquivo tar simples, ou um em gzip.`
        : `O ambiente isolado não aceita aqui um arquivo comprimido com ${how}. Envie um arquivo tar simples.`,
    'no-archive': () => 'O ambiente isolado só aceita aqui arquivos tar, e este não é um.',
    'too-many': (what, most) =>
      `O ambiente isolado não permite mais de ${most} disto: ${what}. Remova o que não é preciso.`,
  },
};

const gradePolicyMessages: Translations<Messages> = { en, 'pt-BR': ptBR };

/** What a refused client is told, and what the report says of it: what, why, and what to do instead. */
export function describeRefusal({ code, subject, detail }: Refusal, language: Language): string {
  return gradePolicyMessages[language].sentences[code](subject, detail);
}

/** What a client is told where it is the engine that failed: no more than the kind, because messages name paths of this machine. */
export function engineFault(fault: unknown, language: Language): string {
  return gradePolicyMessages[language].engineFault((fault as NodeJS.ErrnoException | undefined)?.code ?? 'fault');
}
