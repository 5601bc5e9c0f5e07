/** What one check of `lab doctor` found. */
export interface Finding {
  readonly id: string;
  /** `warning`: it works, but something is worth knowing. */
  readonly ok: boolean | 'warning';
  readonly what: string;
  /** What to do about it. */
  readonly fix?: string;
}
