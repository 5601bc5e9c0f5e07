import { type Blueprint, type SkeletonFile, serverOf, urlVariable } from './blueprint.ts';

/** A program for each role, once for the solution and once for the starter, with a Dockerfile of two stages and of one. Pure. */
export function programFiles(blueprint: Blueprint): SkeletonFile[] {
  const server = serverOf(blueprint);
  return blueprint.roles.flatMap(role => {
    const program = role === server ? serving(role) : calling(server);
    return ['solution', 'starter'].flatMap(place => [
      { path: `${place}/${role}/${role}.ts`, text: program },
      { path: `${place}/${role}/Dockerfile`, text: place === 'solution' ? twoStages(role) : oneStage(role) },
      { path: `${place}/${role}/package.json`, text: manifest(role) },
      { path: `${place}/${role}/.dockerignore`, text: 'node_modules\n.git\n.env\nDockerfile\n.dockerignore\n' },
    ]);
  });
}

const ending = `// The first process of a container ignores SIGTERM unless it says what to do: \`docker stop\` would have to wait and kill.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
`;

const serving = (role: string) => `import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 8080);
// On every network interface: on 127.0.0.1 it would hear nobody but itself.
const host = process.env.HOST ?? '0.0.0.0';

const server = createServer((request, response) => {
  console.log(\`\${new Date().toISOString()} \${request.method} \${request.url} from \${request.socket.remoteAddress}\`);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ message: 'Hello from ${role}' }));
});

server.listen(port, host, () => console.log(\`listening on \${host}:\${port}\`));

${ending}`;

const calling = (server: string) => `import { setTimeout as pause } from 'node:timers/promises';

const url = process.env.${urlVariable(server)} ?? 'http://localhost:8080';
const periodMs = Number(process.env.PERIOD_MS ?? 2000);

${ending}
for (;;) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), headers: { connection: 'close' } });
    console.log(\`\${new Date().toISOString()} \${response.status} \${await response.text()}\`);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    console.log(\`\${new Date().toISOString()} no answer from \${url}: \${cause}\`);
  }
  await pause(periodMs);
}
`;

const manifest = (role: string) =>
  `${JSON.stringify({ name: role, version: '1.0.0', private: true, type: 'module' }, null, 2)}\n`;

const oneStage = (role: string) => `FROM lab/node:26-dev
WORKDIR /app
COPY . ./
ENTRYPOINT ["node", "${role}.ts"]
`;

const twoStages = (role: string) => `FROM lab/node:26-dev AS build
WORKDIR /app
COPY package.json ${role}.ts ./
# A spelling mistake should stop the build, not the container.
RUN node --check ${role}.ts

FROM lab/node:26
WORKDIR /app
COPY --from=build /app ./
ENV NODE_ENV=production
ENTRYPOINT ["node", "${role}.ts"]
`;
