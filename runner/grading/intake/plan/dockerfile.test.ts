import { expect, test } from 'vitest';
import { builderFor, isDockerfile } from './dockerfile.ts';

test.each(['Dockerfile', 'api/Dockerfile', 'Dockerfile.dev', 'api.Dockerfile', 'Containerfile', 'dockerfile-web'])(
  '%s is a Dockerfile',
  path => expect(isDockerfile(path)).toBe(true),
);

test.each(['Dockerfile.dockerignore', '.dockerignore', 'docker-compose.yml', 'dockerfiles/README.md', 'mydockerfile'])(
  '%s is none',
  path => expect(isDockerfile(path)).toBe(false),
);

test.each([
  ['a cache', 'FROM a\nRUN --mount=type=cache,target=/cache npm ci\n'],
  [
    'a file of the context, over several lines',
    'FROM a\nRUN \\\n  # why\n  --mount=type=bind,source=a,target=a \\\n  npm ci\n',
  ],
  ['no network', 'FROM a\nrun --network=none npm test\n'],
  ['a mode', 'FROM a\nCOPY --from=build --chmod=755 up.sh /\n'],
  ['a script', 'FROM a\nRUN <<EOF\nnpm ci\nEOF\n'],
  ['a file, indented, on Windows', 'FROM a\r\nCOPY <<-"END" /etc/motd\r\n\thello\r\n\tEND\r\n'],
  ['two files', 'FROM a\nCOPY <<one <<two /etc/\n1\none\n2\ntwo\n'],
])('%s needs BuildKit', (_what, dockerfile) => expect(builderFor(['FROM a\n', dockerfile])).toBe('buildkit'));

test.each([
  ['what all builders know', 'FROM a AS b\nCOPY --from=b --chown=1:1 . .\nADD a b\nRUN npm ci && echo "--mount"\n'],
  ['a syntax line by itself', '# syntax=docker/dockerfile:1\nFROM a\nRUN npm ci\n'],
  ['a link, which is only quicker with it', 'FROM a\nCOPY --link a b\n'],
  ['a comment', 'FROM a\n# RUN --mount=type=cache npm ci\n'],
  ['an option of the command', 'FROM a\nRUN mount --mount=x\nRUN useradd --network=none a\n'],
  ['an operator', 'FROM a\nRUN echo $((1<<two))\n'],
])('%s does not', (_what, dockerfile) => expect(builderFor([dockerfile])).toBe('classic'));

const cached = 'FROM a\nRUN --mount=type=cache,target=/x npm ci\n';

test.each(['# syntax=docker/dockerfile:1\n', '# syntax = docker.io/docker/dockerfile:1.7-labs\n'])(
  '%j is Docker’s own frontend',
  line => expect(builderFor([line + cached])).toBe('buildkit'),
);

test.each([
  '# syntax=somebody/dockerfile:1\n',
  '#escape=`\r\n#SYNTAX=docker.io/docker/dockerfile-upstream\r\n',
  "cat >Dockerfile <<'END'\n# syntax=registry.example/x\n",
])('%j is somebody’s, and is not asked for', line => expect(builderFor([cached, line])).toBe('classic'));
