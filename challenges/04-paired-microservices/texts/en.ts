import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'Paired microservices',
  summary:
    'Two services, each in an image of its own: one gives data, the other asks it by name and answers with what it gets.',
  roles: {
    provider: 'the provider',
    consumer: 'the consumer',
  },
  objectives: {
    'custom-network': {
      title: 'Both services share a network that you created',
      why: 'On a network of your own, services find each other by name, and nobody else is there.',
      idea: 'Two services that talk need one network in common, and the default one has no names.',
      feature:
        '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
    },
    'two-images': {
      title: 'Each service runs from an image of its own that you built',
      why: 'Services with images of their own can be changed, built and replaced one without the other. That is what makes them two.',
      idea: 'Give each service a folder with its program and its Dockerfile, and nothing of the other.',
      feature:
        '`docker build --tag NAME FOLDER`, once for each folder. `docker images` shows two images with different ids.',
    },
    'provider-answers': {
      title: 'The provider answers HTTP at its address on the network',
      why: 'Each container has its own loopback. A service that listens on 127.0.0.1 hears only itself; on 0.0.0.0 it hears the other containers too.',
      idea: 'The provider has to keep running, and to listen where other containers can reach it.',
      feature:
        'Listen on 0.0.0.0, not on 127.0.0.1 or localhost. `docker ps --all` shows whether it still runs, `docker logs NAME` shows what it said.',
    },
    'consumer-answers': {
      title: 'The consumer answers HTTP at its address on the network',
      why: 'The consumer is a service too: it serves whoever asks, and asks the provider on the way.',
      idea: 'The consumer has to be a server of its own, not a script that runs once.',
      feature:
        'An HTTP server in the container’s main process, on 0.0.0.0. Both services may use the same port number, for each container has ports of its own.',
    },
    'calls-on-request': {
      title: 'Each request to the consumer makes it call the provider',
      why: 'Data that is asked for when it is needed is never out of date. A copy in the consumer’s code or memory is, as soon as the provider’s changes.',
      idea: 'The consumer keeps no data of its own: while it handles a request, it asks the provider.',
      feature:
        'An HTTP request inside the handler (`fetch`, `requests.get`, `http.Get`…), to the URL in an environment variable: `docker run --env PROVIDER_URL=http://NAME:PORT`. `docker logs` of the provider shows each one.',
    },
    'by-internal-name': {
      title: 'The consumer reaches the provider by its name on the network',
      why: 'Addresses change whenever containers are recreated; names stay. `host.docker.internal` and published ports are detours through the host, open to others too.',
      idea: 'On a network of your own, a container’s name is also its host name for the others.',
      feature:
        'Use the name given with `docker run --name` (or `--network-alias`) in the URL, and the port that the provider listens on inside its container.',
    },
    'shows-provider-data': {
      title: 'The consumer’s answer contains the provider’s data',
      why: 'A call whose answer nobody uses is only traffic. What the provider says has to arrive at whoever asked the consumer.',
      idea: 'Read what the provider answers, and put it, or a part of it, into your own answer.',
      feature:
        '`docker run --rm --network NETWORK --entrypoint curl lab/node:26-dev http://NAME:PORT/` asks a service from inside its network: compare what the two say.',
    },
    'no-compose': {
      title: 'Made by hand, without Docker Compose',
      why: 'Compose does all of this for you, which is exactly why it comes later: first see each step with your own eyes.',
      idea: 'Start each container with a command of its own.',
      feature: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
    },
    'fails-gracefully': {
      title: 'With the provider stopped, the consumer says so soon, and recovers',
      why: 'The other service will be away at times. A status of 5xx within seconds lets whoever asked react; a hanging request, an empty 200 or a crash does not.',
      idea: 'A call can fail, or never end: expect both, and tell whoever asked.',
      feature:
        'Give the call a timeout, catch its error in the handler, and answer 502, 503 or 504. `docker stop NAME` and `docker start NAME` let you try it.',
    },
  },
  steps: [
    'Creates a network for the two services. On it, Docker’s own DNS server tells each of them where the other is.',
    'Builds the provider’s image from the folder `provider`, which has its Dockerfile and nothing of the other service.',
    'Starts the provider on the network, in the background. Its name, `provider`, is now also its host name there. No port is published.',
    'Builds the consumer’s image. It may use other packages, another version, even another language: the two only share HTTP.',
    'Starts the consumer on the same network and tells it where the provider is. Both may listen on port 8080: each container has its own.',
  ],
};
