import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'SQLite em um volume',
  summary:
    'Um programa que guarda suas linhas em um arquivo SQLite, em um volume nomeado: elas sobrevivem ao contêiner.',
  roles: {
    writer: 'o gravador',
    volume: 'o volume',
  },
  objectives: {
    'named-volume': {
      title: 'Os dados ficam em um volume nomeado',
      why: 'O que um contêiner escreve no próprio sistema de arquivos some com ele. Um volume fica, e é pelo nome que você o encontra de novo: um anônimo logo se perde entre outros, e uma pasta do host fica presa àquela máquina.',
      idea: 'Contêineres vêm e vão. O que deve ficar precisa de um lugar fora deles, com um nome.',
      feature:
        '`docker volume create NOME` cria um volume; `docker run --volume NOME:/CAMINHO` o monta. Antes dos dois-pontos vai um nome: um caminho ali faz um bind mount, e nada ali faz um volume anônimo.',
    },
    'database-in-volume': {
      title: 'O volume guarda um banco de dados SQLite, com o seu journal',
      why: 'Só o que está sob o ponto de montagem fica no volume. O SQLite escreve o journal ao lado do banco; por isso, monte a pasta, e não o arquivo: um banco sem o seu journal pode ficar danificado.',
      idea: 'O programa e o volume precisam concordar sobre uma pasta.',
      feature:
        'Passe o caminho ao programa com `--env` e monte o volume na pasta desse arquivo. `docker diff NOME` lista o que um contêiner escreveu em outro lugar.',
    },
    'has-rows': {
      title: 'Uma tabela sua tem uma linha',
      why: 'Dados que devem sobreviver precisam, antes, existir. Uma linha inserida, mas sem commit, ainda não existe.',
      idea: 'Crie uma tabela se ela ainda não existir e insira uma linha nela.',
      feature:
        '`CREATE TABLE IF NOT EXISTS …`, `INSERT INTO …` e, onde a sua biblioteca pede, um commit. `docker logs NOME` mostra o que o programa diz.',
    },
    'survives-recreation': {
      title: 'As linhas sobrevivem quando o contêiner é removido e recriado',
      why: 'Cada atualização de imagem significa um contêiner novo. Um programa que recomeça do zero a cada vez, ou que tropeça na própria tabela, perde em um segundo o que o volume guardou.',
      idea: 'Ao iniciar, o programa precisa contar com que um contêiner anterior já tenha passado por ali.',
      feature:
        '`CREATE TABLE IF NOT EXISTS`, e nada de `DROP`, de `DELETE` nem de remover o arquivo ao iniciar. Teste: `docker rm --force NOME` e, depois, o mesmo `docker run` outra vez.',
    },
    integrity: {
      title: 'O SQLite considera o banco íntegro',
      why: 'Copiar um banco enquanto se escreve nele, ou deixar o journal para trás, danifica o banco em silêncio, e você só percebe quando é tarde.',
      idea: 'Deixe que só o SQLite mexa no arquivo, e deixe que ele termine.',
      feature:
        '`PRAGMA integrity_check` diz o que há de errado. Tratar o SIGTERM fechando o banco deixa o `docker stop` terminar bem.',
    },
    'no-compose': {
      title: 'Feito à mão, sem o Docker Compose',
      why: 'O Compose dá nome aos volumes e os monta por você. Faça isso uma vez à mão, e você saberá o que ele faz.',
      idea: 'Crie o volume e inicie o contêiner, cada um com um comando próprio.',
      feature: '`docker volume create` e `docker run`, no lugar de `docker compose up`.',
    },
    'not-root': {
      title: 'O programa escreve como um usuário que não é root',
      why: 'Quem invade um programa que roda como root é root no contêiner, e sobre tudo o que está montado ali.',
      idea: 'Um volume novo recebe o dono da pasta da imagem: prepare essa pasta para o usuário do programa.',
      feature:
        '`USER` no Dockerfile e `COPY --chown` ou `chown` para a pasta, antes de o volume ser montado pela primeira vez.',
    },
  },
  steps: [
    'Cria um volume e dá um nome a ele. O Docker o mantém separado de qualquer contêiner: ele fica até que alguém o remova.',
    'Constrói uma imagem a partir de `writer/Dockerfile`. Nela, `/data` pertence ao usuário com que o programa roda.',
    'Inicia o programa com o volume em `/data`. Um volume ainda vazio recebe o conteúdo e o dono que `/data` tem na imagem, e assim o programa pode escrever ali.',
  ],
};
