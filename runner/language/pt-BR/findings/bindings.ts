import { code } from '../../../base/words.ts';
import type { bindings as en } from '../../en/findings/bindings.ts';

/** Como foi encontrado o contêiner de um papel. */
export const bindings: typeof en = {
  'binding.bind': 'você indicou com --bind',
  'binding.suggested-name': 'tem o nome que o enunciado sugere',
  'binding.word': ({ word }) => `o nome diz “${word}”`,
  'binding.made-by-lab': 'foi criado por lab up',
  'binding.calls': ({ other }) => `foi visto chamando ${code(other)}`,
  'binding.called-by': ({ other }) => `${code(other)} foi visto chamando-o`,
  'binding.mentions': ({ other }) => `recebeu o nome ou o endereço de ${code(other)} ao iniciar`,
  'binding.mentioned-by': ({ other }) => `${code(other)} recebeu o nome ou o endereço dele ao iniciar`,
  'binding.names': ({ other }) => `o programa dele cita ${code(other)}`,
  'binding.named-in': ({ other }) => `o programa de ${code(other)} o cita`,
  'binding.software': ({ word }) => `roda ${word}`,
  'binding.speaks': ({ protocol }) => `fala ${protocol}`,
  'binding.usual-port': ({ port }) => `escuta na porta ${port}`,
  'binding.network': ({ network }) => `compartilham a rede ${code(network)}`,
  'binding.mounts': ({ volume, holds }) =>
    holds ? `monta ${code(volume)}, que guarda um arquivo SQLite` : `monta o volume ${code(volume)}`,
  'binding.mounted-by': ({ other }) => `${code(other)} o monta`,
  'binding.holds-database': 'guarda um arquivo SQLite',
  'binding.ran': 'um contêiner desta imagem, que já não existe, montou o volume',
  'binding.none': ({ role }) => `nada neste engine parece ser ${role}; se existe, indique com --bind`,
  'binding.running': ({ names }) => `está rodando, e ${names.map(code).join(' e ')} não`,
  'binding.latest': ({ names }) => `foi criado depois de ${names.map(code).join(' e ')}, de que é uma cópia`,
  'binding.binds': ({ folder }) => `guarda o que escreve em ${code(folder)}, uma pasta do host`,
  'binding.left-out': ({ name, challenge }) => `${code(name)} ficou de fora, pois faz parte do desafio ${challenge}`,
  'binding.none-but': ({ role, leftOut }) =>
    `nada mais neste engine parece ser ${role}: ${leftOut}; se existe, indique com --bind`,
  'binding.not-there': 'nenhum contêiner tem o nome indicado com --bind',
  'binding.ambiguous': ({ names }) => `pode ser ${names.map(code).join(' ou ')}; indique qual com --bind`,
};
