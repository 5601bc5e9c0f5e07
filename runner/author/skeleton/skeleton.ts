import { type Blueprint, idOf, type SkeletonFile, variableOf } from './blueprint.ts';
import { briefFiles } from './brief-files.ts';
import { definitionFiles } from './definition-files.ts';
import { programFiles } from './program-files.ts';
import { scriptFiles } from './script-files.ts';
import { textsFiles } from './texts-files.ts';

/** Every file of a new challenge's folder: a small system that works, with TODOs where only the author can say it. Pure. */
export function skeletonOf(blueprint: Blueprint): SkeletonFile[] {
  return [definitionFiles, textsFiles, briefFiles, programFiles, scriptFiles].flatMap(files => files(blueprint));
}

/** The test that proves the challenge on an engine. Pure. */
export function proofOf(blueprint: Blueprint): string {
  const variable = variableOf(blueprint);
  return `import { ${variable} } from '../../../challenges/${idOf(blueprint)}/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(${variable});
`;
}

/** The lines of the catalogue for it. */
export function catalogueLines(blueprint: Blueprint): readonly [imported: string, listed: string] {
  const variable = variableOf(blueprint);
  return [`import { ${variable} } from './${idOf(blueprint)}/challenge.ts';`, `  ${variable},`];
}

/** The text of `catalogue.ts` with the challenge in it, by its number; `undefined` if the text is not as it is known. Pure. */
export function inCatalogue(source: string, blueprint: Blueprint): string | undefined {
  const known = [...source.matchAll(/^import \{ (\w+) \} from '\.\/(\d+)-[^']*';$/gm)];
  const before = known.findLast(([, , number]) => Number(number) < blueprint.number);
  const [imported, listed] = catalogueLines(blueprint);
  const line = before?.[0];
  const entry = before === undefined ? undefined : `  ${before[1]},`;
  if (line === undefined || entry === undefined || !source.includes(`\n${entry}\n`)) return undefined;
  return source.replace(line, `${line}\n${imported}`).replace(`\n${entry}\n`, `\n${entry}\n${listed}\n`);
}
