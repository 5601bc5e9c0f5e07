import type { Language } from '../../../base/language.ts';
import { printable } from '../../../base/text/width.ts';
import type { CommandFault } from './command-fault.ts';
import type { Notice } from './state.ts';
import { tourMessages } from './texts.ts';

/** What the page says about the last key. */
export function noticeText(language: Language, notice: Notice): string {
  const t = tourMessages[language];
  switch (notice.kind) {
    case 'fault':
      return faultText(language, notice.fault);
    case 'out-of-order':
      return t.outOfOrder(notice.step + 1);
    case 'busy':
      return t.busy(notice.step + 1);
    case 'stopping':
      return t.stopping;
  }
}

/** Why an edited command cannot be run as a step. */
function faultText(language: Language, fault: CommandFault): string {
  const t = tourMessages[language].fault;
  switch (fault.kind) {
    case 'needs-shell':
      return t.needsShell(printable(fault.character));
    case 'option-first':
      return t.optionFirst(printable(fault.option));
    case 'no-label':
      return t.noLabel(printable(fault.verb));
    default:
      return t[fault.kind];
  }
}
