import type { Translations } from '../../base/language.ts';

const en = {
  step: (at: number, of: number, image: string, what: string) => `[${at}/${of}] ${image}: ${what}`,
  fetchingPackages: (release: string) => `fetching and unpacking packages (${release})…`,
  fetchingNode: 'fetching Node and npm…',
  assembling: 'putting the file system together…',
  pulling: (reference: string) => `fetching ${reference}…`,
  building: 'building the image…',
  checking: 'checking that it keeps its contract…',
  ready: (size: string) => `ready, ${size}`,
  fromPackages: (why: string) => `Image registry out of reach (${why}): building from Debian packages instead.`,
  fallingBack: (why: string) => `The registry's images won't do (${why}): building from Debian packages instead.`,
  installing: (packages: string) => `Installing what puts the images together (packages: ${packages})…`,
  tryAgain: 'then try again',
  missingPackages: (packages: string) =>
    `Building the lab images needs packages that are not installed here: ${packages}.`,
  noMirror: (release: string) => `apt has no package list for ${release} on this machine.`,
  noSource:
    'The lab images cannot be built here: the image registry is out of reach, and this is not Debian or Ubuntu.',
  goOnline: 'connect to a network from which the image registry can be reached, then run: lab images build',
  goDebian: 'or run the lab on Debian or Ubuntu',
  noRegistry: (registry: string) => `The images of ${registry} are out of reach.`,
  unknownArchitecture: (name: string) => `There is no Node for an engine on “${name}”: amd64 and arm64 are supported.`,
  unknownSource: (value: string) => `LAB_IMAGES_SOURCE is “${value}”; it can be debian or chainguard.`,
  badRegistry: (value: string) =>
    `LAB_REGISTRY is “${value}”; it should be a host, with a port if need be: 127.0.0.1:5000`,
  unknownImage: (name: string, known: string) => `There is no lab image “${name}”. These exist: ${known}`,
  programFailed: (command: string) => `This command failed: ${command}`,
  programTooSlow: (name: string, seconds: number) => `${name} did not finish within ${seconds} seconds.`,
  buildFailed: (reference: string) => `The image ${reference} could not be built.`,
  contractBroken: (reference: string) => `The image ${reference} came out different from what the lab needs.`,
  allCurrent: 'The lab images are up to date.',
  header: { image: 'IMAGE', state: 'STATE', size: 'SIZE', source: 'FROM', what: 'WHAT FOR' },
  state: { current: 'ready', outdated: 'out of date', missing: 'missing' },
  buildHint: 'To build what is missing or out of date: lab images build',
};

const ptBR: typeof en = {
  step: (at, of, image, what) => `[${at}/${of}] ${image}: ${what}`,
  fetchingPackages: release => `baixando e desempacotando pacotes (${release})…`,
  fetchingNode: 'baixando o Node e o npm…',
  assembling: 'montando o sistema de arquivos…',
  pulling: reference => `baixando ${reference}…`,
  building: 'construindo a imagem…',
  checking: 'conferindo se ela cumpre o contrato…',
  ready: size => `pronta, ${size}`,
  fromPackages: why => `Registro de imagens fora de alcance (${why}): vamos construir com pacotes do Debian.`,
  fallingBack: why => `As imagens do registro não servem (${why}): vamos construir com pacotes do Debian.`,
  installing: packages => `Instalando o que monta as imagens (pacotes: ${packages})…`,
  tryAgain: 'depois, tente de novo',
  missingPackages: packages =>
    `Para construir as imagens do laboratório faltam pacotes que não estão instalados aqui: ${packages}.`,
  noMirror: release => `O apt desta máquina não tem a lista de pacotes de ${release}.`,
  noSource:
    'Não dá para construir as imagens do laboratório aqui: o registro de imagens está fora de alcance, e este sistema não é Debian nem Ubuntu.',
  goOnline: 'conecte-se a uma rede que alcance o registro de imagens e execute: lab images build',
  goDebian: 'ou use o laboratório no Debian ou no Ubuntu',
  noRegistry: registry => `As imagens de ${registry} estão fora de alcance.`,
  unknownArchitecture: name => `Não há Node para um engine em “${name}”: só para amd64 e arm64.`,
  unknownSource: value => `LAB_IMAGES_SOURCE está como “${value}”; pode ser debian ou chainguard.`,
  badRegistry: value => `LAB_REGISTRY está como “${value}”; deve ser um host, com porta se preciso: 127.0.0.1:5000`,
  unknownImage: (name, known) => `Não existe a imagem “${name}” no laboratório. Existem estas: ${known}`,
  programFailed: command => `Este comando falhou: ${command}`,
  programTooSlow: (name, seconds) => `O ${name} não terminou em ${seconds} segundos.`,
  buildFailed: reference => `Não foi possível construir a imagem ${reference}.`,
  contractBroken: reference => `A imagem ${reference} saiu diferente do que o laboratório precisa.`,
  allCurrent: 'As imagens do laboratório estão em dia.',
  header: { image: 'IMAGEM', state: 'ESTADO', size: 'TAMANHO', source: 'ORIGEM', what: 'PARA QUÊ' },
  state: { current: 'pronta', outdated: 'desatualizada', missing: 'ausente' },
  buildHint: 'Para construir o que falta ou está desatualizado: lab images build',
};

/** Building and listing the lab's images. */
export const imagesMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
