import type { WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { Pot } from './pot.ts';
import { sayToDate } from './say-to-date.ts';

/** What a practice has of a pot up to the end of a period. */
export function shareAt({ shares }: Pot, place: number, q: number): Pence {
  const share = shares[q]?.[place];
  if (share === undefined) throw new Error(`no share at place ${place} in period ${q + 1}`);
  return share;
}

/** How a period of a share follows from the exact share to date. */
export function potStep(pot: Pot, place: number, q: number, formula: string, clause: string): WorkingStep {
  const [exact, share] = [at(at(pot.exact, q), place), shareAt(pot, place, q)];
  const before = q === 0 ? undefined : shareAt(pot, place, q - 1);
  return {
    step: 'pool',
    formula: `${formula}: ${sayToDate(exact, share, before)}`,
    value: formatExact(exact),
    rounded: subtractPence(share, before ?? noPence),
    clause,
  };
}
