/** A word that may stand next on a command line. */
export interface Offer {
  readonly word: string;
  /** What it is, for shells that show it. */
  readonly says: string;
}

/** Paths that may stand there, which the shell itself knows best: how they are quoted, and where home is. */
export type OfferedPaths = 'files' | 'folders' | 'none';

/** Everything that may stand next on a command line. */
export interface Offers {
  readonly words: readonly Offer[];
  readonly paths: OfferedPaths;
}

/** A place where any word may stand that nobody can guess, such as a name or a date. */
export const nothingOffered: Offers = { words: [], paths: 'none' };

/** Words and no paths. */
export function offered(words: readonly Offer[]): Offers {
  return { words, paths: 'none' };
}
