import { type Pence, pence } from '../../../domain/money/money.ts';

/** A round step (1, 2 or 5 with noughts), so that a length has about so many of them and no more. */
export function niceStep(most: Pence, steps: bigint): Pence {
  let unit = 1n;
  for (;;) {
    for (const round of [1n, 2n, 5n]) if (round * unit * steps >= most) return pence(round * unit);
    unit *= 10n;
  }
}
