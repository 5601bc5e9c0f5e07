import { pathsIn } from './paths.ts';

/** Paths under which people let visits be counted, likeliest first: all that is guessed about them is in this list. */
const usual: readonly string[] = `
  / /visits /visitas /visit /visita /access /acesso /accesses /acessos /hits /hit /count /contador /counter /contagem
  /api /api/visits /api/visitas /api/visit /api/access /api/acessos /api/acesso /api/hits /api/count /api/contador
  /home /index /hello /ola /views /page /pagina /registrar /registro /register /track /log /logs /stats /estatisticas
`
  .trim()
  .split(/\s+/);

/** What nobody should be asked for by chance. */
const unsafe =
  /delete|remove|reset|logout|clear|drop|flush|destroy|shutdown|apaga|limpa|exclu|remov|zera|sair|desliga/i;

/** The paths to try after the front page: those that its answer names, then the usual ones. */
export function pathsToTry(frontPage: string): string[] {
  const named = pathsIn(frontPage).filter(path => !unsafe.test(path));
  return [...new Set([...named, ...usual])].filter(path => path !== '/');
}
