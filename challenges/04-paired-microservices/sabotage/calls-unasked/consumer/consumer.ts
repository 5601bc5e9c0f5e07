import { createServer } from 'node:http';

let kept = '[]';
const refresh = async () => {
  kept = await (await fetch(`${process.env.PROVIDER_URL}/products`)).text();
};
setInterval(() => refresh().catch(console.error), 100);
createServer((_request, response) => response.end(kept)).listen(8080);
process.once('SIGTERM', () => process.exit(0));
