import { feedbackMarkdown } from '../feedback/feedback-markdown.ts';
import { fileNameOf } from '../file-name.ts';
import type { Gradebook } from '../gradebook.ts';
import type { TextFile } from '../make-book.ts';
import type { SimilarPair } from '../similarity.ts';
import { classHtml } from './class-html.ts';
import { feedbackHtml } from './feedback-html.ts';

/**
 * The reports that are read by people: `report.html` for the instructor, and each student's feedback as HTML and Markdown.
 * Of alike code only the instructor's says something, and only where it was looked for.
 */
export function htmlFiles(book: Gradebook, similar?: readonly SimilarPair[]): readonly TextFile[] {
  return [
    { path: 'report.html', content: classHtml(book, similar) },
    ...book.students.flatMap(student => {
      const path = `feedback/${fileNameOf(student.id)}`;
      return [
        { path: `${path}.html`, content: feedbackHtml(student, book) },
        { path: `${path}.md`, content: feedbackMarkdown(student, book) },
      ];
    }),
  ];
}
