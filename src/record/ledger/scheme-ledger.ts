import type { NewestPosting } from '../run-folder/manifest.ts';
import type { FiledPosting } from './plain-posting.ts';
import { PostedRows } from './posted-rows.ts';
import type { ChainedPosting } from './posting.ts';

/** Gathers what a ledger holds of one scheme while it is walked. */
export class SchemeLedger {
  readonly #scheme: string;
  readonly #posted: PostedRows;
  /** In the order of the ledger. */
  readonly postings: ChainedPosting[] = [];

  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#posted = new PostedRows(scheme);
  }

  readonly take = (posting: FiledPosting, sha256: string): void => {
    if (posting.scheme !== this.#scheme) return;
    const { lines: _, ...header } = posting;
    this.postings.push({ ...header, sha256 });
    this.#posted.add(posting);
  };

  /** Every line, in the order of the ledger. */
  get rows() {
    return this.#posted.rows;
  }

  /** Null where nothing of the scheme was posted. */
  get newest(): ChainedPosting | null {
    return this.postings.at(-1) ?? null;
  }
}

/** The newest posting of a scheme as a run records it. */
export function newestPosting(newest: ChainedPosting | null): NewestPosting {
  if (newest === null) return { serial: 0, sha256: null, schemeSha256: null };
  return { serial: newest.serial, sha256: newest.sha256, schemeSha256: newest.schemeSha256 };
}
