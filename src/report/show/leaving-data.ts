import { formatExact } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** What becomes of who leaves. */
export function leavingData({ notice, prorate, comesBack, clause }: Scheme['leaving']) {
  const back = comesBack?.map(({ share, ...each }) => ({ ...each, share: formatExact(share) }));
  return { notice, prorate, ...(back && { comes_back: back }), clause };
}
