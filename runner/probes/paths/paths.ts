import { isHarmless } from './harmless-path.ts';
import { isHealthCheck } from './health-check.ts';

/**
 * Paths under which people let a service be asked for what it makes of another's data, likeliest first: all that is
 * guessed about them is in this list. Those that a service names itself, or its author does, come before these.
 */
export const usualPaths: readonly string[] = `
  / /orders /pedidos /summary /resumo /report /relatorio /products /produtos /catalog /catalogo /items /itens
  /cart /carrinho /checkout /store /loja /shop /list /lista /data /dados /consume /consumer /consumir /consumidor
  /call /chamar /fetch /buscar /provider /provedor /fornecedor /prices /precos /stock /estoque /inventory
  /users /usuarios /message /mensagem /hello /ola /info /api /api/orders /api/pedidos /api/summary /api/resumo
  /api/report /api/relatorio /api/products /api/produtos /api/data /api/dados /orders/1 /pedidos/1
  /reports /relatorios /dashboard /painel /overview /details /detalhes /full /completo /combined /combinado
  /aggregate /agregado /profile /perfil /customers /clientes /client /cliente /books /livros /inventario /vitrine
  /service /servico /services /servicos /request /consulta /consultar /query /get /all /todos /total /stats
  /estatisticas /home /inicio /index /test /teste /proxy /external /remote /backend /tasks /tarefas /posts /news
  /noticias /weather /clima /alunos /students /cursos /courses /invoice /api/items /api/itens /api/users /api/usuarios
  /api/stock /api/estoque /users/1 /usuarios/1 /products/1 /produtos/1 /v1/orders /api/v1/orders
  /status /api/status /health /api/health /saude /healthz /ping /ready
`
  .trim()
  .split(/\s+/);

const most = 20;

/** What a learner writes in place of a value: `/orders/:id`, `/orders/{id}`, `/orders/<int:id>`. */
const parameter = /:\w+|\{\w+\}|<[\w:]+>/g;

/** The paths that a text names, such as links in a page or an index in JSON; a 1 stands in for each parameter. */
export function pathsIn(text: string): string[] {
  const found = text.matchAll(/(?<![\w:/.<])\/[a-z](?:[\w/-]|:\w+|\{\w+\}|<[\w:]+>)*(?![\w.]*\.\w)/gi);
  const paths = [...found].map(([path]) => path.replaceAll(parameter, '1').replace(/(?<=.)\/$/, ''));
  return [...new Set(paths)].filter(isHarmless).slice(0, most);
}

/**
 * The paths to try, each once, in the order of the lists; whatever says only whether a service lives comes last: such a page
 * may call another service and answer well without it.
 */
export function inOrder(...lists: readonly (readonly string[])[]): string[] {
  const paths = [...new Set(lists.flat())].filter(isHarmless);
  return [...paths.filter(path => !isHealthCheck(path)), ...paths.filter(isHealthCheck)];
}
