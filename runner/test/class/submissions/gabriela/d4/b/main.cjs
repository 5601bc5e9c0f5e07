// Asks once, at the start, and shows that for ever.
let cities = '[]';
fetch('http://provider:8080/').then(r => r.text()).then(text => { cities = text; });
require('node:http').createServer((q, r) => r.end(cities)).listen(8080);
process.on('SIGTERM', () => process.exit(0));
