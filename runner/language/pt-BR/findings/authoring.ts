import { code, codeList } from '../../../base/words.ts';
import type { authoring as en } from '../../en/findings/authoring.ts';

export const authoring: typeof en = {
  'author.two-ids': ({ id }) => `Dois desafios têm o id ${code(id)}. Dê outro a um deles.`,
  'author.two-numbers': ({ number }) => `Dois desafios têm o número ${number}. Dê outro a um deles, também no id.`,
  'author.bad-id': ({ id }) =>
    `O id ${code(id)} não é um número com palavras. Escreva um como ${code('06-nome-curto')}.`,
  'author.id-number': ({ id, number }) =>
    `O id ${code(id)} não começa com o número do desafio, ${number}. Mude um dos dois.`,
  'author.no-network': `${code('suggestedNetwork')} está vazio, mas o ${code('run')} de um papel contém ${code('{network}')}. Dê um nome à rede.`,
  'author.empty': ({ place, language }) =>
    `${code(place)} está vazio em ${language}. Escreva o texto em ${code(`texts/${language}.ts`)}.`,

  'author.two-roles': ({ role }) => `Dois papéis têm o id ${code(role)}. Dê outro a um deles.`,
  'author.two-names': ({ name }) =>
    `Dois papéis sugerem o nome ${code(name)}. Em um engine, cada contêiner precisa de um nome próprio.`,
  'author.container-name': ({ role, name }) =>
    `Papel ${code(role)}: ${code(name)} não serve como nome de contêiner. Use ao menos duas letras ou dígitos, sem espaços.`,
  'author.calls-unknown': ({ role, called, known }) =>
    `O papel ${code(role)} chama ${code(called)}, que não é um papel. Os papéis são: ${codeList(known)}.`,
  'author.mounts-unknown': ({ role, volume }) =>
    `O papel ${code(role)} monta ${code(volume)}, que não é um papel do tipo ${code('volume')}. Crie um ou tire a menção.`,
  'author.not-docker': ({ place, command }) =>
    `${code(place)} não é um comando docker: ${code(command)}. Ele roda sem shell e precisa começar com ${code('docker')}.`,
  'author.needs-shell': ({ place, character, command }) =>
    `${code(place)} precisa de um shell por causa de ${code(character)}: ${code(command)}. Ele roda sem shell: escreva o comando de forma simples.`,

  'author.nothing-required': 'Nenhum objetivo é obrigatório: todos são bônus. Torne um deles obrigatório.',
  'author.two-objectives': ({ objective }) => `Dois objetivos têm o id ${code(objective)}. Dê outro a um deles.`,
  'author.no-points': ({ objective }) =>
    `O objetivo ${code(objective)} não vale nada. Os pontos dele precisam ser maiores que zero.`,
  'author.needs-later': ({ objective, needed }) =>
    `O objetivo ${code(objective)} depende de ${code(needed)}, que não vem antes dele. Ponha esse primeiro ou tire-o de ${code('needs')}.`,
  'author.unknown-role': ({ objective, role, known }) =>
    `O objetivo ${code(objective)} olha para ${code(role)}, que não é um papel. Os papéis são: ${codeList(known)}.`,
  'author.unknown-kind': ({ objective, kind, known }) =>
    `O objetivo ${code(objective)} tem a verificação ${code(kind)}, e esse tipo não existe. Você quis dizer ${codeList(known)}? ${code('docs/checks.md')} traz todos.`,
  'author.check-lacks': ({ objective, name, example }) =>
    `A verificação do objetivo ${code(objective)} não diz ${code(name)}. Escreva-a como em ${code(example)}.`,
  'author.check-has': ({ objective, name, example }) =>
    `A verificação do objetivo ${code(objective)} diz ${code(name)}, que o tipo dela não conhece. Escreva-a como em ${code(example)}.`,
  'author.check-shape': ({ objective, name, example }) =>
    `Na verificação do objetivo ${code(objective)}, ${code(name)} é um papel onde cabe uma lista, ou uma lista onde cabe um papel. Escreva-a como em ${code(example)}.`,

  'author.two-sabotages': ({ folder }) => `A definição traz a sabotagem ${code(folder)} duas vezes. Tire uma delas.`,
  'author.fails-nothing': ({ folder }) =>
    `A sabotagem ${code(folder)} não reprova nada. Diga quais objetivos ela reprova.`,
  'author.fails-unknown': ({ folder, objective }) =>
    `A sabotagem ${code(folder)} reprova ${code(objective)}, que não é um objetivo. Indique um pelo id.`,
  'author.nothing-fails': ({ objective }) =>
    `Nenhuma sabotagem reprova ${code(objective)}. Escreva uma solução pequena que reprove e indique-a na definição.`,
  'author.sabotage-undefined': ({ folder }) =>
    `${code(`sabotage/${folder}`)} existe, mas a definição não a menciona. Diga ali o que ela reprova.`,
  'author.sabotage-missing': ({ folder }) =>
    `A definição menciona a sabotagem ${code(folder)}, mas ${code(`sabotage/${folder}/up.sh`)} não existe. Escreva o arquivo.`,

  'author.file-missing': ({ path }) => `Falta ${code(path)}. O ${code('CONTRIBUTING.md')} diz o que ele contém.`,
  'author.file-stray': ({ path }) => `${code(path)} não faz parte do desafio. Tire-o daqui.`,
  'author.texts-missing': ({ language }) =>
    `Falta ${code(`texts/${language}.ts`)}. Escreva-o com as chaves dos outros idiomas: cada texto existe em todos.`,
  'author.script': ({ path }) =>
    `${code(path)} falta ou não é executável. Escreva-o e rode ${code(`chmod +x ${path}`)}.`,
  'author.steps-differ': `${code('solution/up.sh')} precisa rodar exatamente os comandos docker de ${code('steps')}, na mesma ordem. Escreva os mesmos nos dois.`,
  'author.no-step': ({ command }) =>
    `Nenhum passo roda o que um papel diz: ${code(command)}. Acrescente-o a ${code('steps')} e a ${code('solution/up.sh')}.`,
  'author.headings-differ': 'Os enunciados não têm os mesmos títulos nos dois idiomas. Use os mesmos, na mesma ordem.',
  'author.brief-lacks': ({ file, row }) =>
    `${code(file)} não traz um objetivo com os seus pontos. Acrescente a linha ${code(row)}.`,
  'author.to-do': ({ path, lines }) =>
    `${code(path)} ainda tem TODOs, ${lines.length === 1 ? 'na linha' : 'nas linhas'} ${lines.join(', ')}. Escreva o que cada um pede.`,

  'author.folder-name': ({ folder, id }) =>
    `A pasta é ${code(folder)}, mas a definição tem o id ${code(id)}. Dê o mesmo nome aos dois.`,
  'author.not-in-catalogue': ({ id }) =>
    `${code('challenges/catalogue.ts')} não traz ${code(id)}, e por isso o laboratório não o conhece. Importe-o ali e acrescente-o à lista.`,
  'author.no-proof': ({ file }) =>
    `Falta ${code(file)}, e por isso nenhum teste prova o desafio. Escreva-o como o de outro desafio.`,
  'author.types': ({ path, line, reason }) =>
    `${code(path)}, linha ${line}: os tipos não combinam. O TypeScript diz: ${reason}`,
  'author.types-unchecked': ({ reason }) =>
    `Não foi possível verificar os tipos (${reason}). Rode ${code('npm ci')} na pasta do laboratório e tente de novo.`,
  'author.not-loaded': ({ reason }) =>
    `Não foi possível carregar ${code('challenge.ts')}: ${reason}. Conserte isso primeiro: o resto só pode ser verificado depois.`,
  'author.not-bundled': ({ path, line, reason }) =>
    `Não foi possível pôr os desafios no laboratório. ${code(path)}, linha ${line}: ${reason}`,
  'author.bundle-kept': `O laboratório segue como era antes. ${code('npm run lab -- author check')} diz o que mais está errado.`,
  'author.no-bundle': 'Conserte isso e comece de novo.',
  'author.no-import': ({ path }) => `ele importa ${code(path)}, que não existe`,
  'author.wrong-shape': 'Algo na definição falta ou não é o que precisa ser. Conserte primeiro o que o TypeScript diz.',
  'author.exports-none': `${code('challenge.ts')} não exporta nenhum desafio. Exporte o que ${code('withTexts')} devolve, como faz outro desafio.`,
};
