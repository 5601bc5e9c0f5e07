/**
 * Paths under which people let a service be asked for what it makes of another's data, likeliest first: all that is
 * guessed about them is in this list. Those that a service names itself come before these.
 */
export const usualPaths: readonly string[] = `
  / /orders /pedidos /summary /resumo /report /relatorio /products /produtos /catalog /catalogo /items /itens
  /cart /carrinho /checkout /store /loja /shop /list /lista /data /dados /consume /consumer /consumir /consumidor
  /call /chamar /fetch /buscar /provider /provedor /fornecedor /prices /precos /stock /estoque /inventory
  /users /usuarios /message /mensagem /hello /ola /info /api /api/orders /api/pedidos /api/summary /api/resumo
  /api/report /api/relatorio /api/products /api/produtos /api/data /api/dados /orders/1 /pedidos/1
  /status /health /saude
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
  return [...new Set(paths)].slice(0, most);
}
