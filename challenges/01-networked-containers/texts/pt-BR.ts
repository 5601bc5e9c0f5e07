import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'Contêineres em rede',
  summary: 'Uma API em um contêiner e, em outro, um cliente que a chama pelo nome, de tempos em tempos, na sua rede.',
  roles: {
    server: 'o servidor',
    client: 'o cliente',
  },
  objectives: {
    'custom-network': {
      title: 'Servidor e cliente estão em uma mesma rede criada por você',
      why: 'Em uma rede sua, os contêineres se encontram pelo nome e ficam separados de todo o resto. Na rede padrão `bridge` não há nomes.',
      idea: 'Dois contêineres só conversam pelo nome quando ambos estão na mesma rede, e essa rede não é a rede padrão.',
      feature:
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
    'server-answers': {
      title: 'O servidor responde HTTP no seu endereço da rede',
      why: 'Cada contêiner tem a sua própria interface de loopback. Um servidor que escuta em 127.0.0.1 só ouve a si mesmo; em 0.0.0.0 ele ouve também os outros contêineres.',
      idea: 'O servidor precisa continuar em execução e escutar onde os outros contêineres possam alcançá-lo.',
      feature:
        'Escute em 0.0.0.0, não em 127.0.0.1 nem em localhost. `docker ps --all` mostra se ele continua em execução; `docker logs NOME` mostra o que ele disse.',
    },
    'own-image': {
      title: 'O servidor roda a partir de uma imagem construída por você',
      why: 'Uma imagem leva o programa e tudo de que ele precisa, e assim ele inicia do mesmo jeito em qualquer máquina. Código montado ou digitado em uma imagem pronta fica só na sua.',
      idea: 'Descreva, passo a passo, como se faz uma imagem com o seu servidor, e deixe o Docker fazê-la.',
      feature:
        'Um `Dockerfile` diz de qual imagem partir (FROM), o que copiar (COPY) e o que executar; `docker build --tag NOME PASTA` faz a imagem.',
    },
    'periodic-requests': {
      title: 'O cliente chama o servidor de tempos em tempos',
      why: 'Um contêiner vive enquanto vive o seu processo principal. Um cliente que continua chamando mostra que os dois seguem vivos, e não só que um dia iniciaram.',
      idea: 'Uma requisição só não basta: o programa do cliente precisa repetir, esperando um pouco entre uma e outra.',
      feature:
        'Um laço com pausa no processo principal do cliente (como `setTimeout`, `time.sleep` ou `while true; do …; sleep 2; done`). `docker logs --follow NOME` mostra o laço em ação.',
    },
    'by-name': {
      title: 'O cliente alcança o servidor pelo nome',
      why: 'Endereços IP mudam quando os contêineres são recriados; os nomes ficam. Uma porta publicada é um desvio pelo host, que nem sempre existe em outras máquinas.',
      idea: 'Em uma rede sua, o nome de um contêiner é também o nome de host dele para os outros.',
      feature:
        'O servidor DNS do Docker transforma o nome dado com `docker run --name` (ou `--network-alias`) no endereço. Passe a URL com `--env` e use a porta em que o servidor escuta, não uma porta publicada.',
    },
    'no-compose': {
      title: 'Feito à mão, sem o Docker Compose',
      why: 'O Compose faz tudo isso por você, e é justamente por isso que ele fica para depois: primeiro veja cada passo com os próprios olhos.',
      idea: 'Inicie cada contêiner com um comando próprio.',
      feature: '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
    'survives-restart': {
      title: 'Depois que o servidor é reiniciado, o cliente o encontra de novo',
      why: 'Servidores reiniciam: por atualizações, depois de falhas. Um cliente que desiste na primeira requisição perdida precisa ser iniciado à mão toda vez.',
      idea: 'Uma requisição que falha é uma notícia, não o fim: registre no log e tente de novo.',
      feature:
        'Trate o erro dentro do laço, defina um tempo limite para cada requisição e deixe que cada uma procure o nome de novo. Com `docker restart NOME` você testa isso.',
    },
  },
  steps: [
    'Cria uma rede sua. Nela, o Docker mantém um pequeno servidor DNS, e assim os contêineres se encontram pelo nome.',
    'Constrói uma imagem a partir de `server/Dockerfile` e dá a ela o nome `server`. A última palavra é a pasta enviada ao engine como contexto da construção.',
    'Inicia um contêiner dessa imagem, em segundo plano, ligado à rede. Nenhuma porta é publicada: só os contêineres de `app-net` precisam alcançá-lo.',
    'Constrói a imagem do cliente do mesmo jeito, a partir da pasta dele. Construa de novo, e cada passo virá do cache.',
    'Inicia o cliente na mesma rede e diz a ele, por uma variável de ambiente, quem chamar. Na URL, `server` é o nome do outro contêiner.',
  ],
};
