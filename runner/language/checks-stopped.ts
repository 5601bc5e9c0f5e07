import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const size = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MiB`;

const en = {
  neverStarted: (name: string) => `${code(name)} was created, but never started.`,
  notStarted: (name: string) => `${code(name)} could not be started.`,
  takenBy: (port: number, holder: string) => ` Port ${port} of the host is taken by ${code(holder)}.`,
  takenByProgram: (port: number) =>
    ` Port ${port} of the host is in use, and no other container publishes it: another program there has it.`,
  wasTaken: (port: number) => ` Port ${port} of the host was taken; no other container publishes it any more.`,
  portRefused: (port: number) => ` The engine may not use port ${port} of the host.`,
  missing: (program: string) => ` There is no program ${code(program)} in it.`,
  'not-executable': (program: string) => ` ${code(program)} in it may not be executed.`,
  'wrong-format': (program: string) =>
    ` ${code(program)} in it is no program for this machine: it was built for another processor, or it is a script without its first line (${code('#!…')}).`,
  mount: (source: string, target: string) =>
    ` ${code(source)} of the host cannot be mounted on ${code(target)}: one is a file and the other a folder. Where the host has no such file, ${code('--volume')} makes a folder.`,
  mountSource: (source: string) => ` The host has no ${code(source)} to be mounted.`,
  network: ' The network that it is to be on is not there any more.',
  user: (user: string) => ` It has no user ${code(user)}.`,
  said: (reason: string) => ` The engine says: “${reason}”`,
  limit: (bytes: number) => ` It may use ${size(bytes)}.`,
};

const ptBR: typeof en = {
  neverStarted: name => `${code(name)} foi criado, mas nunca iniciado.`,
  notStarted: name => `Não foi possível iniciar ${code(name)}.`,
  takenBy: (port, holder) => ` A porta ${port} do host está ocupada por ${code(holder)}.`,
  takenByProgram: port =>
    ` A porta ${port} do host está em uso, e nenhum outro contêiner a publica: outro programa de lá a ocupa.`,
  wasTaken: port => ` A porta ${port} do host estava ocupada; nenhum outro contêiner a publica agora.`,
  portRefused: port => ` O engine não pode usar a porta ${port} do host.`,
  missing: program => ` Não há nenhum programa ${code(program)} nele.`,
  'not-executable': program => ` ${code(program)}, dentro dele, não tem permissão de execução.`,
  'wrong-format': program =>
    ` ${code(program)}, dentro dele, não é um programa para esta máquina: foi feito para outro processador, ou é um script sem a primeira linha (${code('#!…')}).`,
  mount: (source, target) =>
    ` ${code(source)}, do host, não pode ser montado em ${code(target)}: um é arquivo e o outro é pasta. Se o arquivo não existe no host, ${code('--volume')} cria uma pasta.`,
  mountSource: source => ` No host não há ${code(source)} para montar.`,
  network: ' A rede em que ele deveria estar não existe mais.',
  user: user => ` Não há usuário ${code(user)} nele.`,
  said: reason => ` O engine diz: “${reason}”`,
  limit: bytes => ` Ele pode usar ${size(bytes)}.`,
};

/** What is said of a container that could not be started, or was killed. */
export const stoppedMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
