import { createServer } from 'node:http';

let answered = 0;
const server = createServer((request, response) => {
  answered += 1;
  response.setHeader('content-type', 'text/plain');
  response.end(`hello number ${answered}\n`);
});
server.listen(8080, () => console.log('server is listening'));
process.once('SIGTERM', () => process.exit());
