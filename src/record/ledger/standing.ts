import type { LedgerHead, Manifest } from '../run-folder/manifest.ts';
import type { PostingHeader } from './posting.ts';

/** How a run stands to a ledger: whether it may be posted there. */
export type LedgerStanding =
  /** As the posting with this serial, after `head`. */
  | { readonly kind: 'may-be-posted'; readonly serial: number }
  | { readonly kind: 'already-posted'; readonly posting: PostingHeader }
  /** A different run for the same scheme and period was posted at the head that this run was made against. */
  | { readonly kind: 'posted-otherwise'; readonly posting: PostingHeader }
  /** These postings came after the head that the run was made against. */
  | { readonly kind: 'stale'; readonly between: readonly PostingHeader[] }
  /** The head that the run was made against is none of this ledger. */
  | { readonly kind: 'other-ledger' };

/** Judges a run against all postings of a ledger, in order. A run made without a ledger was made as if there were none. */
export function standingOf(
  { scheme, period, ledgerHead }: Manifest,
  runId: string,
  { head, postings }: { readonly head: LedgerHead; readonly postings: readonly PostingHeader[] },
): LedgerStanding {
  const posted = postings.find(({ run }) => run === runId);
  if (posted) return { kind: 'already-posted', posting: posted };
  const madeAt = ledgerHead ?? { serial: 0, sha256: null };
  if (madeAt.serial === head.serial && madeAt.sha256 === head.sha256) {
    return { kind: 'may-be-posted', serial: head.serial + 1 };
  }
  const [next] = postings.slice(madeAt.serial);
  if (!next || next.previous !== madeAt.sha256) return { kind: 'other-ledger' };
  if (next.scheme === scheme && next.period === period) return { kind: 'posted-otherwise', posting: next };
  return { kind: 'stale', between: postings.slice(madeAt.serial) };
}
