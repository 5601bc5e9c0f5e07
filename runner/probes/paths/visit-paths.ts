import { inOrder, pathsIn } from './paths.ts';

/** Paths under which people let visits be counted, likeliest first: all that is guessed about them is in this list. */
const usual: readonly string[] = `
  / /visits /visitas /visit /visita /access /acesso /accesses /acessos /hits /hit /count /contador /counter /contagem
  /api /api/visits /api/visitas /api/visit /api/access /api/acessos /api/acesso /api/hits /api/count /api/contador
  /home /index /hello /ola /views /page /pagina /registrar /registro /register /track /log /logs /stats /estatisticas
`
  .trim()
  .split(/\s+/);

/** The paths to try after the front page: those that its author names, those that its answer names, then the usual ones. */
export function pathsToTry(frontPage: string, stated: readonly string[] = []): string[] {
  return inOrder(stated, pathsIn(frontPage), usual).filter(path => path !== '/');
}
