import { createServer } from 'node:http';

createServer(async (_request, response) => {
  const answer = await (await fetch(`${process.env.PROVIDER_URL}/produtos`)).json();
  response.end(JSON.stringify({ produtos: answer }));
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
