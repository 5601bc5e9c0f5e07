import { createServer } from 'node:http';

const books = [
  { title: 'Grande Sertão: Veredas', copies: 3 },
  { title: 'A Hora da Estrela', copies: 7 },
  { title: 'Memórias Póstumas de Brás Cubas', copies: 0 },
];

createServer((request, response) => {
  const known = request.url === '/books' || request.url === '/';
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(known ? books : { problem: 'no such shelf' }));
}).listen(8080);
process.once('SIGTERM', () => process.exit());
