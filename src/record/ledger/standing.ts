import type { Manifest } from '../run-folder/manifest.ts';
import type { ChainedPosting, PostingHeader } from './posting.ts';

/** How a run stands to a ledger: whether it may be posted there. */
export type LedgerStanding =
  | { readonly kind: 'may-be-posted' }
  | { readonly kind: 'already-posted'; readonly posting: ChainedPosting }
  /** A different run for the same scheme and period was the first of its scheme to be posted since this one was made. */
  | { readonly kind: 'posted-otherwise'; readonly posting: PostingHeader }
  /** These postings of the scheme came since the run was made. */
  | { readonly kind: 'stale'; readonly since: readonly PostingHeader[] }
  /** The posting that the run names as the newest of its scheme is none of this ledger. */
  | { readonly kind: 'other-ledger' };

/**
 * Judges a run against all postings of a ledger, in order: those of its own scheme count, however many of others came since. A
 * run made without a ledger was made as if there were none.
 */
export function standingOf(
  { scheme, period, newestPosting }: Pick<Manifest, 'scheme' | 'period' | 'newestPosting'>,
  runId: string,
  postings: readonly ChainedPosting[],
): LedgerStanding {
  const posted = postings.find(({ run }) => run === runId);
  if (posted) return { kind: 'already-posted', posting: posted };
  const own = postings.filter((posting) => posting.scheme === scheme);
  const seen = newestPosting?.serial ?? 0;
  const isThere = own.some(({ serial, sha256 }) => serial === seen && sha256 === newestPosting?.sha256);
  if (seen !== 0 && !isThere) return { kind: 'other-ledger' };
  const since = own.filter(({ serial }) => serial > seen);
  const [next] = since;
  if (!next) return { kind: 'may-be-posted' };
  return next.period === period ? { kind: 'posted-otherwise', posting: next } : { kind: 'stale', since };
}
