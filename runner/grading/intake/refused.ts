import type { Message } from '../../base/message.ts';

/** An archive that is not unpacked: it is damaged, or not safe; `finding` says why. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
  readonly finding: Message;

  constructor(finding: Message, options?: ErrorOptions) {
    super(finding.code, options);
    this.finding = finding;
  }
}
