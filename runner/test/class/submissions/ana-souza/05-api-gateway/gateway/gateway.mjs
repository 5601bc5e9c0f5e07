import { createServer, request as ask } from 'node:http';

const services = { users: ['users', 3001], orders: ['orders', 3002] };

function relay(incoming, outgoing, [host, port]) {
  const { method, headers, url } = incoming;
  const onward = ask({ host, port, method, headers, path: url, timeout: 3000, agent: false });
  onward.on('response', answer => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('timeout', () => onward.destroy(new Error('timeout')));
  onward.on('error', problem => {
    console.log(host, problem.code ?? problem.message);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end(`${host} is away\n`);
  });
  incoming.pipe(onward);
}

createServer((incoming, outgoing) => {
  const service = services[incoming.url.split(/[/?]/)[1]];
  if (service) relay(incoming, outgoing, service);
  else outgoing.writeHead(404).end('no such path\n');
}).listen(8080, () => console.log('open'));
process.once('SIGTERM', () => process.exit());
