/** An image of a Node program that may write to `/dados`. */
export const nodeImage = (tag: string, source: string, entrypoint = ['node', '/app/main.mjs']) => `
docker build --tag ${tag} - <<'DOCKERFILE'
FROM lab/node:26-dev
USER 0
RUN mkdir /dados && chown 65532:65532 /dados && echo '${Buffer.from(source).toString('base64')}' | base64 -d > /app/main.mjs
USER 65532
ENTRYPOINT ${JSON.stringify(entrypoint)}
DOCKERFILE
`;

/** Waits until a container's log has said something. */
export const saying = (name: string, what: string) =>
  `timeout 20 sh -c 'until docker logs ${name} 2>&1 | grep -q "${what}"; do sleep 0.1; done'\n`;

/** The beginning of a program that uses SQLite. */
export const sqlite = "import { DatabaseSync } from 'node:sqlite';\n";
/** A program that writes one row and ends. */
export const once = (file: string) => `${sqlite}const db = new DatabaseSync('${file}');
db.exec('CREATE TABLE IF NOT EXISTS notas (id INTEGER PRIMARY KEY, texto TEXT)');
db.prepare('INSERT INTO notas (texto) VALUES (?)').run('oi ' + new Date().toISOString());
console.log('gravado');
`;

/** A program that goes on writing rows. */
export const forever = (file: string, periodMs = 300) => `${once(file)}
setInterval(() => db.prepare('INSERT INTO notas (texto) VALUES (?)').run('de novo'), ${periodMs});
`;
