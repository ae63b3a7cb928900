/** Something in a run folder or a ledger that is not as it was written. */
export interface Difference {
  /** The file concerned, or the folder itself. */
  readonly file: string;
  /** From 1, where the file has lines. */
  readonly line?: number;
  /** What is wrong and what was expected, to be read after the name of the file. */
  readonly says: string;
  readonly value?: string;
}
