import { plainPostedLines } from '../../record/ledger/plain-lines.ts';
import type { FiledPosting } from '../../record/ledger/plain-posting.ts';
import type { ChainedPosting, PostedLine } from '../../record/ledger/posting.ts';

/** A posting, with the lines of one practice where that was asked for. */
export interface ListedPosting extends ChainedPosting {
  /** How many lines it has in all. */
  readonly lineCount: number;
  readonly lines: readonly PostedLine[];
}

/** Takes postings as they are read: all of them, or those with lines of a practice. */
export class ListedPostings {
  readonly #practice: string | null;
  readonly postings: ListedPosting[] = [];
  readonly practices = new Set<string>();

  constructor(practice: string | null) {
    this.#practice = practice;
  }

  readonly take = (posting: FiledPosting, sha256: string): void => {
    const { lines: filed, ...header } = posting;
    const lines: PostedLine[] = [];
    let lineCount = 0;
    for (const line of 'bytes' in filed ? plainPostedLines(filed) : filed) {
      lineCount += 1;
      this.practices.add(line.practice);
      if (line.practice === this.#practice) lines.push(line);
    }
    if (this.#practice === null || lines.length > 0) this.postings.push({ ...header, sha256, lineCount, lines });
  };
}
