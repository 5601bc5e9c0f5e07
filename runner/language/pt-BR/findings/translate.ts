import type { translate as en } from '../../en/findings/translate.ts';

const expectations: Readonly<Record<string, string>> = {
  text: 'um texto ou um número',
  truth: 'true ou false',
  list: 'uma lista de textos',
  mapping: 'chaves com valores',
  duration: 'uma duração, como 10s ou 1m30s',
  number: 'um número',
  name: 'um nome de letras, dígitos, “_”, “.” e “-” que começa com letra ou dígito',
  image: 'o nome de uma imagem, como redis:8',
  port: 'uma porta, como "8080:80"',
  volume: 'um volume, como dados:/var/lib/dados',
  assignments: 'nomes com valores, como CHAVE: valor ou - CHAVE=valor',
  command: 'um comando, em texto ou em lista de palavras',
  restart: 'no, always, unless-stopped ou on-failure',
  condition: 'service_started, service_healthy ou service_completed_successfully',
  'extra-host': 'um nome e um endereço, como "db:10.0.0.5"',
  build: 'uma pasta, ou chaves como context e dockerfile',
};

const kinds = {
  service: 'o serviço',
  network: 'a rede',
  volume: 'o volume',
  secret: 'o secret',
  config: 'o config',
} as const;

const quoted = (names: readonly string[]) => names.map(name => `“${name}”`).join(', ');

export const translate: typeof en = {
  'translate.bad-yaml': ({ reason }) => `Isto não é YAML válido: ${reason}`,
  'translate.next-yaml': 'Olhe essa linha: os espaços antes dela, dois-pontos que faltam, aspas que não fecham.',
  'translate.too-big': ({ kilobytes }) => `Passa de ${kilobytes} kB: não é um arquivo do Compose que dê para traduzir.`,
  'translate.too-deep': 'Os valores estão aninhados demais para serem lidos.',
  'translate.too-many-aliases': ({ max }) =>
    `Não dá para seguir as âncoras: falta uma, ou os valores delas passam de ${max}.`,
  'translate.no-file': ({ file }) => `Não existe um arquivo “${file}” que possa ser lido.`,
  'translate.next-no-file': 'Confira o nome; ele vale a partir da pasta do arquivo do Compose.',
  'translate.too-many-files': ({ max }) => `É feito de mais de ${max} arquivos.`,
  'translate.not-a-project': 'Não há serviços nele.',
  'translate.next-project': 'Um arquivo do Compose tem a chave services, e abaixo dela o nome de cada serviço.',
  'translate.unknown-key': ({ at }) => `O Compose não conhece a chave ${at}.`,
  'translate.next-key': 'Confira como está escrita e quantos espaços vêm antes dela.',
  'translate.wrong': ({ at, expected }) => `${at} deveria ser ${expected}.`,
  'translate.expected': ({ what }) => expectations[what] ?? `o que o Compose conhece (${what})`,
  'translate.undefined': ({ kind, name }) => `Não existe ${kinds[kind]} “${name}”, ou o perfil não está ativo.`,
  'translate.next-undefined': ({ name }) =>
    `Declare na chave volumes, na margem esquerda: “${name}:”. Para uma pasta, escreva ./${name}.`,
  'translate.circle': ({ names }) => `Estes esperam uns pelos outros: ${names.join(' → ')}.`,
  'translate.twice': ({ name }) => `“${name}” também está definido em um arquivo incluído.`,
  'translate.bad-variable': ({ what }) => `“${what}” não é uma variável como o Compose as escreve.`,
  'translate.next-variable':
    'Escreva $NOME, ou o nome entre chaves, com :- e um valor padrão depois dele; o próprio cifrão é $$.',
  'translate.variable-required': ({ name, said }) =>
    `A variável ${name} precisa ter valor${said === '' ? '' : `: ${said}`}.`,
  'translate.value-too-long': ({ what }) => `Com as variáveis, “${what}” fica longo demais.`,
  'translate.null-character': 'Um valor nele tem um caractere nulo, que nenhum comando pode receber.',
  'translate.no-image': ({ service }) =>
    `O serviço ${service} não diz qual é a imagem (image) nem como construí-la (build).`,
  'translate.next-no-image': 'Dê a ele um dos dois.',
  'translate.too-many-containers': ({ max }) => `Seriam mais de ${max} contêineres.`,
  'translate.one-name': ({ service, count }) =>
    `${count} contêineres de ${service} não podem ter todos o nome de container_name.`,

  'translate.note-left-out': ({ at }) => `${at} não é traduzido: fica fora dos comandos.`,
  'translate.note-no-effect': ({ at }) => `${at} não muda nada em um só engine, e fica de fora.`,
  'translate.note-unset': ({ name }) => `A variável ${name} não tem valor: nada fica no lugar dela.`,
  'translate.note-not-passed': ({ name, service }) => `${name} não tem valor aqui, então ${service} não a recebe.`,
  'translate.note-profile': ({ service, profiles }) =>
    `${service} fica de fora: nenhum de seus perfis (${profiles.join(', ')}) está ativo.`,
  'translate.note-external': ({ name }) => `“${name}” é externo: precisa existir antes.`,
  'translate.note-health-shell': ({ service }) =>
    `A verificação de saúde de ${service} é executada aqui por um shell, porque docker run não conhece outra forma: a imagem precisa ter um.`,
  'translate.note-needs-engine': ({ option, version }) => `${option} precisa do Docker ${version} ou mais novo.`,

  'translate.why-default-network': ({ name }) =>
    `O Compose cria uma rede para o projeto (${name}), para que os serviços se encontrem pelo nome.`,
  'translate.why-network': ({ name }) => `A rede ${name}, que o arquivo declara.`,
  'translate.why-volume': ({ name }) => `O volume ${name}: o que está nele fica quando os contêineres são removidos.`,
  'translate.why-build': ({ service, image }) =>
    `A imagem de ${service}, construída a partir da pasta dele e chamada ${image}.`,
  'translate.why-run': ({ service, container }) => `O serviço ${service} vira o contêiner ${container}.`,
  'translate.why-create': ({ service, container }) =>
    `O serviço ${service} vira o contêiner ${container}, que inicia quando estiver em todas as suas redes.`,
  'translate.why-alias': ({ network, aliases }) => `Em ${network} ele atende por ${quoted(aliases)}.`,
  'translate.why-mounts': ({ volumes }) => `Ele guarda dados em ${quoted(volumes)}.`,
  'translate.why-ports': 'As portas publicadas são acessíveis de fora.',
  'translate.why-connect': ({ container, network, aliases }) =>
    `${container} também fica em ${network}, onde atende por ${quoted(aliases)}.`,
  'translate.why-start': ({ container }) => `Agora ${container} inicia.`,
  'translate.why-wait-healthy': ({ service, container }) =>
    `${service} espera até que ${container} esteja saudável (depends_on com service_healthy).`,
  'translate.why-wait-completed': ({ service, container }) =>
    `${service} espera até que ${container} termine bem (depends_on com service_completed_successfully).`,

  'translate.run': ({ file }) =>
    `${file} foi traduzido para comandos docker simples, porque a rubrica manda, e estes foram executados:`,
  'translate.command': ({ command }) => `Foi executado: ${command}`,
  'translate.cannot-run': ({ file, reason }) => `Não deu para traduzir ${file} para comandos docker: ${reason}`,
  'translate.call-needs-shell': 'Os arquivos que o Compose recebe dependem do que um shell faz da chamada.',
  'translate.at': ({ place, finding }) => `Em ${place}: ${finding}`,
  'translate.no-compose': ({ file }) =>
    `As instruções, em ${file}, são do Compose. Elas foram traduzidas para que o resto pudesse ser verificado; à mão, não foram escritas.`,
};
