import { type Language, type Localised, languages } from '../base/language.ts';
import type { Challenge, Objective, Role, Step } from './definition.ts';

/** All that a challenge says to people in one language. Each stands in a file of its own: `texts/<language>.ts`. */
export interface ChallengeTexts {
  readonly title: string;
  /** One sentence: what the learner builds. */
  readonly summary: string;
  /** Role → what it is called in a sentence, such as `the server`. */
  readonly roles: Readonly<Record<string, string>>;
  readonly objectives: Readonly<Record<string, ObjectiveTexts>>;
  /** What each step of the reference solution is for, in their order. */
  readonly steps: readonly string[];
}

export type ObjectiveTexts = Readonly<Record<(typeof objectiveKeys)[number], string>>;

const objectiveKeys = ['title', 'why', 'idea', 'feature'] as const;

/** A role, an objective and a challenge without what they say. */
export type RoleData = Omit<Role, 'title'>;
export type ObjectiveData = Omit<Objective, keyof ObjectiveTexts>;
export interface ChallengeData extends Omit<Challenge, 'title' | 'summary' | 'roles' | 'objectives' | 'steps'> {
  readonly roles: readonly RoleData[];
  readonly objectives: readonly ObjectiveData[];
  readonly steps: readonly Omit<Step, 'what'>[];
}

/**
 * A challenge of its data and its texts. One that is missing is empty, which `problemsOf` tells: so is all of a language that
 * is not there yet, whatever the types say. Pure.
 */
export function withTexts(data: ChallengeData, texts: Readonly<Record<Language, ChallengeTexts>>): Challenge {
  const localised = (textIn: (one: Partial<ChallengeTexts>) => string | undefined) =>
    Object.fromEntries(languages.map(language => [language, textIn(texts[language] ?? {}) ?? ''])) as Localised;
  return {
    ...data,
    title: localised(({ title }) => title),
    summary: localised(({ summary }) => summary),
    roles: data.roles.map(role => ({ ...role, title: localised(({ roles }) => roles?.[role.id]) })),
    objectives: data.objectives.map(objective => {
      const [title, why, idea, feature] = objectiveKeys.map(key =>
        localised(one => one.objectives?.[objective.id]?.[key]),
      );
      return { ...objective, ...({ title, why, idea, feature } as Pick<Objective, keyof ObjectiveTexts>) };
    }),
    steps: data.steps.map((step, index) => ({ ...step, what: localised(({ steps }) => steps?.[index]) })),
  };
}
