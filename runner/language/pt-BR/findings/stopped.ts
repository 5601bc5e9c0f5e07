import { code } from '../../../base/words.ts';
import type { stopped as en } from '../../en/findings/stopped.ts';

const size = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MiB`;

export const stopped: typeof en = {
  'stopped.never-started': ({ name }) => `${code(name)} foi criado, mas nunca iniciado.`,
  'stopped.not-started': ({ name }) => `Não foi possível iniciar ${code(name)}.`,
  'stopped.port-taken-by': ({ port, holder }) => ` A porta ${port} do host está ocupada por ${code(holder)}.`,
  'stopped.port-taken-by-program': ({ port }) =>
    ` A porta ${port} do host está em uso, e nenhum outro contêiner a publica: outro programa de lá a ocupa.`,
  'stopped.port-was-taken': ({ port }) =>
    ` A porta ${port} do host estava ocupada; nenhum outro contêiner a publica agora.`,
  'stopped.port-refused': ({ port }) => ` O engine não pode usar a porta ${port} do host.`,
  'stopped.missing': ({ program }) => ` Não há nenhum programa ${code(program)} nele.`,
  'stopped.not-executable': ({ program }) => ` ${code(program)}, dentro dele, não tem permissão de execução.`,
  'stopped.wrong-format': ({ program }) =>
    ` ${code(program)}, dentro dele, não é um programa para esta máquina: foi feito para outro processador, ou é um script sem a primeira linha (${code('#!…')}).`,
  'stopped.mount': ({ source, target }) =>
    ` ${code(source)}, do host, não pode ser montado em ${code(target)}: um é arquivo e o outro é pasta. Se o arquivo não existe no host, ${code('--volume')} cria uma pasta.`,
  'stopped.mount-source': ({ source }) => ` No host não há ${code(source)} para montar.`,
  'stopped.network': ' A rede em que ele deveria estar não existe mais.',
  'stopped.user': ({ user }) => ` Não há usuário ${code(user)} nele.`,
  'stopped.engine-said': ({ reason }) => ` O engine diz: “${reason}”`,
  'stopped.limit': ({ bytes }) => ` Ele pode usar ${size(bytes)}.`,
};
