import { strToU8, zipSync } from 'fflate';
import { participantNumber } from '../book-files/worksheet.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { feedbackHtml } from '../html/feedback-html.ts';
import type { ReportFile } from '../make-book.ts';
import { publishedGrade } from './grade-status.ts';
import { plainLine } from './plain-text.ts';

/** A moment that a zip file can hold wherever we are: the same feedback makes the same file. */
const mtime = new Date(2000, 0, 1);

/**
 * `moodle-feedback.zip` for Moodle's "Upload multiple feedback files in a zip": a folder for each student, named as in its own download of
 * submissions, `Full name_501_assignsubmission_file_`, of which Moodle reads the number. Only of those whose number is known and whose grade
 * is one; no file where there is nobody. Pure.
 */
export function feedbackZip(book: Gradebook): ReportFile[] {
  const files = book.students.flatMap(student => {
    const number = participantNumber(student.identity.moodleId);
    if (number === undefined || publishedGrade(student) === undefined) return [];
    const folder = `${folderName(student)}_${number}_assignsubmission_file_`;
    return [[`${folder}/feedback.html`, strToU8(feedbackHtml(student, book))] as const];
  });
  if (files.length === 0) return [];
  return [{ path: 'moodle-feedback.zip', content: zipSync(Object.fromEntries(files), { mtime }) }];
}

/** The name is for people; the number behind its first underscore is what Moodle finds a student by. */
function folderName({ identity, id }: StudentGrade): string {
  const name = plainLine(identity.name || id)
    .replace(/[_/\\:*?"<>|]+/g, ' ')
    .replace(/^[.~\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 80).toWellFormed().trim() || 'student';
}
