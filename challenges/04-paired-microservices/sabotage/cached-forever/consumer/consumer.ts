import { createServer } from 'node:http';

let kept: Promise<string> | undefined;
createServer(async (_request, response) => {
  kept ??= fetch(`${process.env.PROVIDER_URL}/products`).then(answer => answer.text());
  response.end(await kept);
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
