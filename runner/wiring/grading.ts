import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { Lab } from '../app/lab.ts';
import type { Grading } from '../grading/grading.ts';

/** The real parts that `lab grade` puts together. Each is loaded where it is first used. */
export function gradingOf(lab: Lab): Grading {
  return {
    graderVersion: async () => {
      const [{ graderVersion }, { labImages }, { contextDigest }] = await Promise.all([
        import('../grading/queue/grader-version.ts'),
        import('../../lab-images/images.ts'),
        import('../setup/images/inputs.ts'),
      ]);
      const digests = labImages.map(async image => [image.name, await contextDigest(image, lab.root)] as const);
      return graderVersion({
        version: manifest.version,
        // Put there by the bundler.
        program: process.env.LAB_BUNDLE_DIGEST,
        images: Object.fromEntries(await Promise.all(digests)),
      });
    },
    readClass: async (folder, options) => (await import('../grading/intake/read-class.ts')).readClass(folder, options),
    openSandboxes: async options => (await import('./sandboxes.ts')).openSandboxes(lab, options),
    enterShell: async container => (await import('./enter-shell.ts')).enterShell(lab, container),
    openStore: async (folder, onSetAside) =>
      new (await import('../grading/queue/file-store.ts')).FileStore(folder, onSetAside),
    gradePart: async (part, context) => (await import('../grading/grade-part.ts')).gradePart(part, context),
    readBookFiles: async (files, language, challenges) =>
      (await import('../gradebook/book-files/read-book-files.ts')).readBookFiles(files, language, challenges),
    readWorksheet: async (file, language) =>
      (await import('../gradebook/book-files/read-book-files.ts')).readWorksheet(file, language),
    reportsOf: async (book, similar, worksheet) => {
      const [{ gradeFiles }, { htmlFiles }, { similarityMarkdown }] = await Promise.all([
        import('../gradebook/formats/grade-files.ts'),
        import('../gradebook/html/html-files.ts'),
        import('../grading/similarity/similarity-markdown.ts'),
      ]);
      const alike =
        similar === undefined ? [] : [{ path: 'similarity.md', content: similarityMarkdown(similar, book.language) }];
      return [...gradeFiles(book, worksheet), ...htmlFiles(book, similar), ...alike];
    },
    similar: async (submissions, { signal }) => {
      const { similarPairs } = await import('../grading/similarity/similar-pairs.ts');
      const parts = submissions.flatMap(({ id, parts }) =>
        parts.map(({ challenge, folder }) => ({ id, challenge, folder })),
      );
      // What everybody was given, or could look up, is nobody's own.
      const starters = (challenge: string) =>
        ['starter', 'solution'].map(folder => join(lab.root, 'challenges', challenge, folder));
      return similarPairs(parts, { starters, signal });
    },
  };
}
