import type { Language } from '../../base/language.ts';
import type { Gradebook, PartGrade, StudentGrade } from '../../gradebook/gradebook.ts';
import type { PartResult } from '../../gradebook/result.ts';
import { tellSubmission } from '../../gradebook/tell-submission.ts';
import { scoreOf } from '../../verdict/report.ts';
import { fateOf, partOf } from './class-parts.ts';
import { fiveChallenges } from './five-challenges.ts';
import { verbatim } from './verbatim.ts';

const given = [
  'Ana',
  'Bruno',
  'Camila',
  'Davi',
  'Eduarda',
  'Felipe',
  'Gabriela',
  'Heitor',
  'Isabela',
  'João',
  'Karina',
];
const family = ['Araújo', 'Barbosa', 'Conceição', 'Duarte', 'Esteves', 'Ferreira', 'Gonçalves', 'Hipólito', 'Lima'];

/** A made-up class of so many students with all five challenges: the same class each time. */
export function classBook(size: number, language: Language = 'en', names: readonly string[] = []): Gradebook {
  const random = sequence(7);
  return {
    schema: 'lab.grades/2',
    at: '2026-11-21T08:00:00.000Z',
    language,
    grader: '0.1.0',
    title: language === 'en' ? 'Containers, autumn term' : 'Contêineres, segundo semestre',
    canvasAssignment: '',
    remarks:
      language === 'en'
        ? ['The roster names `turma-a_999`, who handed nothing in.']
        : ['A lista traz `turma-a_999`, de quem não há entrega.'],
    challenges: fiveChallenges.map(({ id, number, title, objectives }) => ({
      id,
      number,
      title: title[language],
      possible: 20,
      bonusCap: 2,
      objectives: objectives.map(objective => ({
        id: objective.id,
        title: objective.title[language],
        points: objective.points,
        bonus: objective.bonus ?? false,
      })),
    })),
    students: Array.from({ length: size }, (_, index) => studentOf(index, language, names[index], random)),
  };
}

function studentOf(index: number, language: Language, hostile: string | undefined, random: () => number): StudentGrade {
  const name =
    hostile ??
    `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}${index >= 99 ? ` ${Math.floor(index / 99) + 1}` : ''}`;
  const id = hostile ?? `turma-a_${String(index + 1).padStart(3, '0')}`;
  const skill = random();
  const parts = fiveChallenges.map((challenge, at) =>
    partOf(challenge, fateOf(index, at, skill, random), language, random, hostile),
  );
  const grades = parts.map(gradeOf);
  const earned = round(grades.reduce((sum, { earned, bonus }) => sum + earned + bonus, 0));
  const late = index % 13 === 5;
  const final = late ? round(earned * 0.9) : earned;
  return {
    id,
    identity: { name, email: '', canvasId: '', sisUserId: '', sisLoginId: '', section: '', moodleId: '' },
    works: grades,
    earned,
    possible: 100,
    penalty: late
      ? { points: round(earned - final), reason: language === 'en' ? 'one day, 10 %.' : 'um dia, 10 %.' }
      : { points: 0, reason: '' },
    ...(index === 3 ? { override: 77.5 } : {}),
    comment:
      index === 3
        ? language === 'en'
          ? 'Shown in class: well explained.\nThe log was lost.'
          : 'Mostrado em aula: bem explicado.'
        : '',
    final: index === 3 ? 77.5 : final,
    needsAttention: parts.some(
      ({ outcome, objectives }) => outcome === 'unknown' || objectives.some(({ verdict }) => verdict === 'unknown'),
    ),
    result: tellSubmission(
      {
        schema: 'lab.submission/2',
        id,
        source: `${id}.zip`,
        works: parts,
        remarks:
          index % 9 === 4
            ? [
                verbatim(
                  language === 'en'
                    ? 'The challenges were found two folders deep.'
                    : 'Os desafios estavam duas pastas abaixo.',
                ),
              ]
            : [],
      },
      fiveChallenges,
      language,
    ),
  };
}

function gradeOf({ challenge, objectives }: PartResult): PartGrade {
  const all = objectives.map(({ id, points, verdict }) => ({ id, points, earned: verdict === 'pass' ? points : 0 }));
  const { earned, possible, bonus } = scoreOf(objectives);
  return {
    challenge,
    earned: round((earned / possible) * 20),
    bonus: Math.min(2, bonus),
    possible: 20,
    objectives: all,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Numbers from 0 to 1 that look random, and are the same each time (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
