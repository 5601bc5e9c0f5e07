import type { formats as en } from '../../en/findings/formats.ts';

export const formats: typeof en = {
  'format.not-json': 'Não é JSON.',
  'format.not-json-at': ({ line, column }) =>
    `Não é JSON, na linha ${line}, coluna ${column}. Muitas vezes é uma vírgula a mais antes de um colchete ou de uma chave, ou uma aspa que falta.`,
  'format.too-deep': 'Tem mais níveis do que qualquer arquivo desses.',
  'format.too-long': ({ characters }) => `Tem mais de ${characters} caracteres.`,
  'format.wrong': ({ at, expected, found }) =>
    at === '' ? `Esperava-se ${expected}; há ${found}.` : `${at}: esperava-se ${expected}; há ${found}.`,
  'format.missing': ({ at, expected }) =>
    at === '' ? `Esperava-se ${expected}; não há nada.` : `${at}: esperava-se ${expected}; não há nada.`,
  'format.unknown': ({ at, known }) => `${at} não é conhecido. Possíveis aqui: ${known.join(', ')}.`,
  'format.twice': ({ at }) => `${at} aparece duas vezes: o mesmo desafio é citado pelo número e pelo identificador.`,
  'format.more': ({ count }) => (count === 1 ? 'E mais um.' : `E mais ${count}.`),
  'format.example': ({ example }) => `Por exemplo: ${example}`,
  'format.did-you-mean': ({ word }) => `Você quis dizer ${word}?`,

  'expected.compose': 'a palavra "translate", ou nada',
  'expected.object': 'um objeto, entre { }',
  'expected.list': 'uma lista, entre [ ]',
  'expected.text': 'um texto, entre aspas',
  'expected.something-else': 'outra coisa',
  'expected.schema': ({ schema }) => `o texto "${schema}"`,
  'expected.language': 'um idioma do laboratório, "en" ou "pt-BR"',
  'expected.moment': 'uma data e hora com o fuso',
  'expected.class-moment': 'uma data e hora com o fuso (ou sem ele, e "timezone" em rubric.json)',
  'expected.timezone': 'o nome de um fuso horário',
  'expected.other-hours': ({ at }) =>
    `outras horas que não as de ${at}: de dois descontos na mesma hora, não se sabe qual vale`,
  'expected.id': 'um nome com letras minúsculas, dígitos e hifens',
  'expected.points': ({ max }) => `um número de 0 a ${max} com no máximo duas casas decimais`,
  'expected.percent': 'um número de 0 a 100 com no máximo duas casas decimais',
  'expected.whole-points': 'um número inteiro de pontos, 0 ou mais',
  'expected.milliseconds': 'um número inteiro de milissegundos, 0 ou mais',
  'expected.hint-level': 'o nível de uma dica: 1, 2 ou 3',
  'expected.hours': 'um número de horas, 0 ou mais',
  'expected.hours-above': 'um número de horas acima de 0',
  'expected.penalty': 'um objeto com "percent" e com "afterHours" ou "everyHours"',
  'expected.deadline': 'uma data e hora com o fuso, porque os descontos contam a partir dela',
  'expected.required-points': 'pontos acima de 0 para ao menos um objetivo que não seja bônus',
  'expected.assignment': 'o número da tarefa no Canvas, com no máximo 20 dígitos',
  'expected.challenge': 'o número ou o identificador de um desafio, entre aspas',
  'expected.challenges': 'uma lista de números ou identificadores de desafios',
  'expected.challenge-word': 'o número ou o identificador de um desafio',
  'expected.path': 'um caminho que comece com uma barra, sem espaços',
  'expected.name': 'o nome de um contêiner ou de um volume',
  'expected.run': 'o nome de um script ou um comando',
};
