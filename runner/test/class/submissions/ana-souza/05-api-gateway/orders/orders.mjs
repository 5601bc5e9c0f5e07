import { createServer } from 'node:http';

const all = [{ id: 10, user: 1, item: 'lamp' }, { id: 11, user: 2, item: 'chair' }];

createServer((request, response) => {
  const [, service, id] = new URL(request.url, 'http://here').pathname.split('/');
  const found = id === undefined ? all : all.find(one => String(one.id) === id);
  const isThere = service === 'orders' && found !== undefined;
  response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isThere ? found : { problem: 'nothing here' }));
}).listen(3002);
process.once('SIGTERM', () => process.exit());
