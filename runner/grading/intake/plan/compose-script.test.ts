import { expect, test } from 'vitest';
import { leavesItToCompose } from './compose-script.ts';

test.each([
  'docker compose up -d',
  'docker-compose up',
  'sudo docker compose up -d',
  'sudo -E -u root docker-compose -f x.yml up',
  'cd app && docker compose -f docker-compose.prod.yml --profile all up --build',
  'if ! docker info >/dev/null 2>&1; then echo "no engine" >&2; fi\ndocker compose \\\n  -p demo \\\n  up -d',
  'start() {\n  docker --context default compose up --detach\n}\nstart',
  'docker network create x\ndocker build -t app .\ndocker volume create v\ndocker compose up',
  'COMPOSE_PROJECT_NAME=a docker compose run --rm web',
  'for f in a b; do docker compose -f "$f.yml" up -d; done',
  'out=$(docker compose up -d)',
  'echo "$(docker compose up -d 2>&1)"',
  '/usr/local/bin/docker-compose create',
  'DC="docker compose"\n$DC up -d',
  'DC="docker-compose"\n"$DC" -f a.yml up; $DC run web',
  'docker compose up\r\n',
  '# docker run x\ndocker compose up # like docker run',
  'docker compose down || true; docker compose up',
  'exec docker compose up',
])('%j is left to Compose', script => {
  expect(leavesItToCompose([script])).toBe(true);
});

test.each([
  '',
  'docker compose down || true\ndocker run -d x',
  'docker compose down\ndocker network create x',
  'echo "now: docker compose up"',
  "echo 'docker-compose up'",
  'cat <<EOF\ndocker compose up\nEOF\nbash other.sh',
  '# docker compose up',
  'docker compose up -d || docker run -d x',
  'docker compose up db\ndocker --context default run app',
  'docker compose up; docker container start x',
  'docker compose up; bash -c "docker run x"',
  'D=docker\n$D run x\ndocker compose up',
  'docker compose ps; docker compose version',
  'my-docker-compose up; docker composer up',
  'docker build -t compose . && docker run compose up',
])('%j is not', script => {
  expect(leavesItToCompose([script])).toBe(false);
});

test('what a script calls counts', () => {
  expect(leavesItToCompose(['bash all.sh', 'docker compose up'])).toBe(true);
  expect(leavesItToCompose(['docker compose up db; bash all.sh', 'docker run x'])).toBe(false);
});
