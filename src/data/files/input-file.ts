/** A file of the data folder as it was read: what a run records of its inputs. */
export interface InputFile {
  readonly name: string;
  readonly bytes: number;
  /** Rows below the header that are not blank. */
  readonly rows: number;
  readonly sha256: string;
  /** The file itself; null for claims.csv, which is never held. */
  readonly content: Uint8Array | null;
}

/** What became of the rows of a file. Every row is used, or ignored for one of these reasons, or told as a mistake. */
export interface RowCounts {
  readonly file: string;
  readonly rows: number;
  readonly ignored: readonly { readonly why: string; readonly rows: number }[];
}
