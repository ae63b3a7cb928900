/** What the manual says of one kind of finding; `quarterday help <code>` prints it. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  /** The mistake in a few words. */
  readonly title: string;
  /** Why it matters and what was expected. */
  readonly meaning: string;
  /** What to do, in a spreadsheet or an editor. */
  readonly fix: string;
}
