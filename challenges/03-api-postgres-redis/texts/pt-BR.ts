import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'API, PostgreSQL e Redis',
  summary:
    'Uma API que registra cada acesso no PostgreSQL e conta as visitas no Redis: três contêineres, ligados à mão.',
  roles: {
    postgres: 'o PostgreSQL',
    redis: 'o Redis',
    api: 'a API',
  },
  objectives: {
    'custom-network': {
      title: 'PostgreSQL, Redis e API estão em uma mesma rede criada por você',
      why: 'Uma rede sua mantém os três juntos e todo o resto do lado de fora, e nela cada um encontra os outros pelo nome.',
      idea: 'Crie primeiro a rede; depois inicie cada um dos três nela.',
      feature:
        '`docker network create` cria uma rede, `docker run --network NOME` inicia um contêiner nela e `docker network connect` liga um que já está em execução.',
    },
    'api-answers': {
      title: 'A API responde HTTP no seu endereço da rede',
      why: 'Cada contêiner tem a sua própria interface de loopback: uma API que escuta em 127.0.0.1 só ouve a si mesma. E uma que termina porque o banco ainda não está pronto nunca chega a responder.',
      idea: 'A API precisa continuar em execução, escutar onde outros a alcancem e tolerar um banco que se atrase alguns segundos.',
      feature:
        'Escute em 0.0.0.0. `docker ps --all` mostra se ela continua em execução; `docker logs NOME`, o que ela disse.',
    },
    'counts-in-postgres': {
      title: 'Cada acesso é uma linha no PostgreSQL',
      why: 'Um banco de dados lembra cada coisa que aconteceu, e não só quantas: com uma linha por acesso, amanhã ainda dá para perguntar quando e para quê.',
      idea: 'Sempre que alguém pedir a página, insira uma linha antes de responder.',
      feature:
        'Entregue host, usuário e senha à API com `docker run --env`. `docker exec -it NOME psql -U postgres` abre o banco, onde `SELECT count(*) FROM …` conta.',
    },
    'counts-in-redis': {
      title: 'Cada acesso incrementa um contador no Redis, e a resposta o mostra',
      why: 'Um contador na memória do programa recomeça a cada contêiner novo, e duas cópias da API contariam separado. O Redis conta por todas, em um passo só.',
      idea: 'Deixe a contagem com o Redis e responda com o número que ele devolve.',
      feature:
        'O comando `INCR visits` do Redis soma um e devolve o novo número. `docker exec NOME redis-cli GET visits` o mostra.',
    },
    'private-by-name': {
      title: 'Banco e cache são alcançados pelo nome, e não a partir do host',
      why: 'Os endereços mudam a cada contêiner novo, os nomes ficam. E uma porta publicada fica aberta a quem alcançar a sua máquina; só a API precisa destes dois.',
      idea: 'Dentro da rede, o nome de um contêiner é o nome de host dele. O que só contêineres usam fica lá dentro.',
      feature:
        'Nada de `--publish` para PostgreSQL e Redis, e os nomes deles nas configurações da API, como em `postgres://…@NOME:5432/…` e `redis://NOME:6379`.',
    },
    'no-compose': {
      title: 'Feito à mão, sem o Docker Compose',
      why: 'O Compose faz estes passos por você. Quem já os fez uma vez à mão sabe o que ele faz, e consegue consertar quando algo quebra.',
      idea: 'Cada contêiner é iniciado por um comando que você mesmo digita.',
      feature: '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
    'data-on-named-volume': {
      title: 'O PostgreSQL guarda os seus arquivos em um volume com nome',
      why: 'Um contêiner é feito para ser trocado, e o que foi escrito nele vai embora junto. Um volume com nome fica, e o próximo contêiner o aproveita.',
      idea: 'Descubra em que pasta o PostgreSQL guarda os seus arquivos e ponha um volume exatamente ali.',
      feature:
        '`docker run --volume NOME:PASTA`. A pasta é /var/lib/postgresql/data até a versão 17; da 18 em diante, o volume vai em /var/lib/postgresql.',
    },
    'survives-database-outage': {
      title: 'Com o PostgreSQL parado, a API avisa, e se recupera quando ele volta',
      why: 'Bancos de dados reiniciam. Uma API que nessa hora diz que deu certo perde dados, uma que trava leva junto quem a chamou, e uma que termina precisa ser iniciada à mão.',
      idea: 'Responda só depois de gravar a linha; se não der para gravar logo, responda com um erro e continue em execução.',
      feature:
        'Um pool de conexões que troca as conexões perdidas, um tempo limite para conectar e para cada consulta, e o status 503. Com `docker stop NOME` e `docker start NOME` você testa isso.',
    },
  },
  steps: [
    'Cria uma rede sua. Nela, cada um dos três contêineres encontra os outros pelo nome.',
    'Cria um volume com nome. Um contêiner pode ser removido e refeito; o que está no volume continua lá.',
    'Inicia o PostgreSQL a partir de uma imagem pronta, com a senha do superusuário em uma variável de ambiente e os arquivos no volume. Nenhuma porta é publicada.',
    'Inicia o Redis na mesma rede. Ele não precisa de configuração, e ninguém de fora da rede o alcança.',
    'Constrói a imagem da API a partir de `api/Dockerfile`. Os pacotes vêm antes do programa, e assim uma mudança no programa não os instala de novo.',
    'Inicia a API e diz a ela, por variáveis de ambiente, onde encontrar os outros dois. Em cada URL, o host é o nome de um contêiner.',
  ],
};
