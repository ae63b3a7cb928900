import type { Day } from '../../domain/day.ts';
import type { Facts } from '../../domain/facts.ts';
import { type PaidEvent, paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { practiceAsAt, type Used } from '../practice-as-at.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn, firstPeriod, toNobody } from '../quantity/evaluated.ts';
import { type Figures, figuresOf } from '../quantity/figures.ts';
import type { EventLimit } from './counted-claims.ts';

export const noLimit: EventLimit = { inAll: Infinity, inPeriod: Infinity, says: 'none', unknown: null };

/** The limits of every kind of event for each practice, in their order, as its figures are known at a day. A part of an event is none. */
export function limitsOfAll(
  scheme: Scheme,
  facts: Facts,
  asAt: Day,
  used: Used,
): readonly ReadonlyMap<string, EventLimit>[] {
  const events = paidEvents(scheme);
  const limits = (figures: Figures | null) =>
    new Map(events.map((event) => [event.event, limitOf(event, scheme, figures, asAt)]));
  if (events.some(({ atMost }) => typeof atMost === 'object')) {
    return facts.practices.map((_, index) =>
      limits(figuresOf(scheme, practiceAsAt(scheme, facts, index, asAt, used), null)),
    );
  }
  const same = limits(null);
  return facts.practices.map(() => same);
}

function limitOf(
  { atMost, atMostPerPeriod, clause }: PaidEvent,
  scheme: Scheme,
  figures: Figures | null,
  asAt: Day,
): EventLimit {
  const inPeriod = atMostPerPeriod ?? Infinity;
  const perPeriod = atMostPerPeriod === undefined ? [] : [`${atMostPerPeriod} a period`];
  const say = (inAll: string[]) => [...inAll, ...perPeriod].join(' and ') || 'none';
  if (atMost === undefined) return { inAll: Infinity, inPeriod, says: say([]), unknown: null };
  if (typeof atMost === 'number') return { inAll: atMost, inPeriod, says: say([`${atMost}`]), unknown: null };
  if (!figures) throw new Error('a limit from figures without them');
  const question = { scheme, figures, asAt, withOverCap: false, reached: toNobody };
  const limit = evaluate(atMost, askedIn(question, firstPeriod(scheme)), clause);
  if (limit.kind === 'unknown') return { inAll: 0, inPeriod, says: limit.reason, unknown: limit };
  const whole = Number(limit.value.n / limit.value.d);
  const last = limit.steps.at(-1)?.formula ?? limit.says;
  return { inAll: whole, inPeriod, says: say([`${whole} (${last})`]), unknown: null };
}

/** Why a claim is refused that is over the limit. */
export function sayOverCap({ says, unknown }: EventLimit): string {
  if (unknown !== null) return `how many count is not known yet: ${says}`;
  return `at most ${says} count, and they were claimed before this one`;
}
