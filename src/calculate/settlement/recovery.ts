import { formatPounds, inPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { compare, multiply } from '../../domain/money/ratio.ts';
import type { Period, Recovery } from '../../domain/scheme/scheme.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { plannedSums, sumsToRecover, sumsToWaive } from './decided-for.ts';
import { DecidedSums } from './decided-sums.ts';
import { planAlone } from './plan-alone.ts';
import { type LeftToTake, type RecoveryCase, type RecoveryParts, sayBy, sayLater, taken } from './recovery-parts.ts';

/** What comes back of a period, and what was paid for it before. */
export interface Shortage {
  readonly period: Period;
  readonly paid: Pence;
  readonly short: Pence;
}

/**
 * What becomes of the shortages of a component, periods in order: waived up to the waivers of people, waived where it is not worth
 * taking, deferred before the period from which recoveries are taken, then taken up to what is left of the sums decided on, where
 * the scheme waits for decisions. What a plan covers is deferred until its days (RULES, Decisions) (RULES, Plans).
 */
export function recoveriesOf(of: RecoveryCase, shortages: readonly Shortage[]): readonly RecoveryParts[] {
  const { component, known, runFor } = of;
  const { from, waitsForDecision } = component.recovery;
  const waivers = new DecidedSums(sumsToWaive(known, component, of), known.used, known.givenSoFar);
  const left = shortages.map((shortage) => afterWaivers(of, shortage, waivers));
  if (from !== null && runFor.index < from.index) {
    const says = `recovered only from the run for ${from.id}`;
    return left.map(({ rest, waived }) => taken({ waived, deferred: { amount: rest, says } }));
  }
  if (waitsForDecision) return takenAsDecided(of, left);
  return planAlone(of, plannedSums(known, component, of), left);
}

function afterWaivers({ words, component }: RecoveryCase, shortage: Shortage, waivers: DecidedSums): LeftToTake {
  const { period, short } = shortage;
  const waiver = waivers.give(period.id, short);
  const rest = subtractPence(short, waiver.amount);
  const tooLittle = notWorthTaking(words, component.recovery, { ...shortage, short: rest });
  if (tooLittle === null) return { period, rest, waived: { amount: waiver.amount, says: sayBy(waiver, 'waived: ') } };
  const says = [sayBy(waiver, 'waived: '), tooLittle].filter(Boolean).join('; ');
  return { period, rest: noPence, waived: { amount: short, says } };
}

function takenAsDecided(of: RecoveryCase, left: readonly LeftToTake[]): readonly RecoveryParts[] {
  const { component, known, mostByPlan } = of;
  const recovers = new DecidedSums(sumsToRecover(known, component, of), known.used, known.givenSoFar);
  const parts = left.map(({ period, rest, waived }) => {
    const given = recovers.give(period.id, rest, mostByPlan?.(period));
    const later = recovers.defer(subtractPence(rest, given.amount));
    const due = { amount: given.amount, says: sayBy(given, 'recovery ') };
    const deferred = { amount: later.amount, says: sayLater(later, of) };
    const amount = subtractPence(subtractPence(rest, given.amount), later.amount);
    return taken({ due, deferred, proposed: { amount, says: '' }, waived }, given.byPlan);
  });
  return parts.map(withWaiting(of.words, recovers, parts));
}

/** Says of what waits for a decision how far the decisions went: for the component as a whole, as they do. */
function withWaiting(
  words: Words,
  recovers: DecidedSums,
  all: readonly RecoveryParts[],
): (each: RecoveryParts) => RecoveryParts {
  const waits = formatPounds(words, sumPence(all.map(({ parts }) => parts.proposed.amount)));
  const { decided, given, deferred } = recovers.inUse;
  const later = deferred === 0n ? '' : ` and ${formatPounds(words, deferred)} is deferred by plan`;
  const says =
    decided === 0n
      ? 'waits for a decision to recover'
      : `decided for ${formatPounds(words, decided)}, of which ${formatPounds(words, given)} is taken${later}; ${waits} waits`;
  return ({ parts, byPlan }) => ({ parts: { ...parts, proposed: { ...parts.proposed, says } }, byPlan });
}

/** Inside the tolerance nothing is taken, its edge included; nor is a sum too small to be worth it. */
function notWorthTaking(words: Words, { tolerance, smallest }: Recovery, { paid, short }: Shortage): string | null {
  if (short === 0n) return null;
  if (tolerance && compare(inPounds(short), multiply(tolerance, inPounds(paid))) <= 0) {
    return `within the tolerance of ${sayShare(tolerance)} of what was paid`;
  }
  if (smallest && compare(inPounds(short), smallest) < 0)
    return `below ${sayPounds(words, smallest)}, the smallest sum taken back`;
  return null;
}
