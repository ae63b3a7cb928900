import { formatExact } from '../../domain/money/ratio.ts';
import type { Schedule } from '../../domain/scheme/scheme.ts';

/** The shares of the periods, and how instalments are rounded. */
export function scheduleData({ shares, eachPeriod, rounded, clause }: Schedule) {
  return {
    shares: shares.map(formatExact),
    ...(eachPeriod && { each_period: true as const }),
    ...(rounded && { rounded }),
    clause,
  };
}
