import type { Worksheet } from '../book-files/worksheet.ts';
import { fileNameOf } from '../file-name.ts';
import type { Gradebook } from '../gradebook.ts';
import type { ReportFile } from '../make-book.ts';
import { canvasCsv } from './canvas.ts';
import { check50Json } from './check50.ts';
import { gradesCsv } from './csv.ts';
import { feedbackZip } from './feedback-zip.ts';
import { filledWorksheet } from './filled-worksheet.ts';
import { gradescopeJson } from './gradescope.ts';
import { resultsJson } from './json.ts';
import { junitXml } from './junit.ts';
import { mailMergeCsv } from './mail-merge.ts';
import { moodleCsv } from './moodle.ts';
import { prairieLearnJson } from './prairielearn.ts';

/** The grades of a class in the form of each system that reads them. Pure. */
export function gradeFiles(book: Gradebook, worksheet?: Worksheet): readonly ReportFile[] {
  return [
    { path: 'results.json', content: resultsJson(book) },
    { path: 'grades.csv', content: gradesCsv(book) },
    { path: 'junit.xml', content: junitXml(book) },
    { path: 'canvas.csv', content: canvasCsv(book) },
    { path: 'moodle.csv', content: worksheet === undefined ? moodleCsv(book) : filledWorksheet(book, worksheet) },
    ...feedbackZip(book),
    ...mailMergeCsv(book),
    ...book.students.flatMap(student => {
      const name = fileNameOf(student.id);
      return [
        { path: `gradescope/${name}/results.json`, content: gradescopeJson(book, student) },
        { path: `prairielearn/${name}/results.json`, content: prairieLearnJson(book, student) },
        { path: `check50/${name}.json`, content: check50Json(book, student) },
      ];
    }),
  ];
}
