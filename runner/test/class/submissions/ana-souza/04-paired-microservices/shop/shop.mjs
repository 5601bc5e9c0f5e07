import { createServer } from 'node:http';

const inventory = process.env.PROVIDER_URL ?? 'http://provider:8080';

/** The titles that can be bought now. */
async function onSale() {
  const answer = await fetch(new URL('/books', inventory), { signal: AbortSignal.timeout(2000) });
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  const books = await answer.json();
  return books.filter(book => book.copies > 0).map(book => book.title);
}

const server = createServer((request, response) => {
  const json = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  onSale().then(
    titles => json(200, { titles, count: titles.length }),
    problem => json(502, { problem: `inventory is away: ${problem.message}` }),
  );
});
server.listen(8080);
process.once('SIGTERM', () => process.exit());
