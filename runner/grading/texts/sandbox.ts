import type { Translations } from '../../base/language.ts';

const en = {
  engineElsewhere: (address: string) => `The Docker engine at ${address} is on another machine.`,
  engineElsewhereWhy:
    'Each submission gets an engine of its own in a container, which is spoken to through a socket in a folder of this machine.',
  engineElsewhereNext:
    'Unset DOCKER_HOST, so that the engine of this machine is used, or grade on that one: lab doctor',
  waiting: 'Another lab grade is using this engine: waiting until it has ended…',
  preparing: 'Preparing the sandboxes: the images of the lab go into each of them…',
  noSandboxes: 'This machine could not run a sandbox, in which submissions are kept apart from it and from each other.',
  noSandboxesNext: 'Look at what the engine says about itself: lab doctor',
};

const ptBR: typeof en = {
  engineElsewhere: (address: string) => `O motor Docker em ${address} está em outra máquina.`,
  engineElsewhereWhy:
    'Cada entrega ganha um motor só seu, dentro de um contêiner, e fala-se com ele por um socket numa pasta desta máquina.',
  engineElsewhereNext:
    'Remova a variável DOCKER_HOST, para que seja usado o motor desta máquina, ou corrija naquela: lab doctor',
  waiting: 'Outro lab grade está usando este motor: esperando ele terminar…',
  preparing: 'Preparando os ambientes isolados, com as imagens do laboratório dentro…',
  noSandboxes:
    'Esta máquina não conseguiu abrir um ambiente isolado, no qual as entregas ficam separadas dela e umas das outras.',
  noSandboxesNext: 'Veja o que o motor diz de si mesmo: lab doctor',
};

/** What is said while sandboxes are prepared. */
export const gradeSandboxMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
