import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { Facts } from '../../domain/facts.ts';
import { type PaidEvent, paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Period } from '../../domain/scheme/period.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { practiceAsAt, type Used } from '../practice-as-at.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn, type Question, toNobody } from '../quantity/evaluated.ts';
import { figuresOf } from '../quantity/figures.ts';
import type { EventLimit } from './counted-claims.ts';
import type { LimitOf } from './taken-events.ts';

const noLimit: EventLimit = { inAll: Infinity, inPeriod: Infinity, says: 'none', unknown: null };

/** The limits of each practice, as its figures are known at a day. A part of an event is none. */
export function limitsOfAll(scheme: Scheme, facts: Facts, asAt: Day, used: Used): (practice: number) => LimitOf {
  const events = paidEvents(scheme);
  if (!events.some(({ atMost }) => typeof atMost === 'object')) {
    const same = limitsBy(events.map((event) => scheme.periods.map(() => plainLimit(event))));
    return () => same;
  }
  const own = facts.practices.map((_, index) => {
    const figures = figuresOf(scheme, practiceAsAt(scheme, facts, index, asAt, used), null);
    const limitIn = (event: PaidEvent, period: Period): EventLimit => {
      const question = { scheme, figures, asAt, withOverCap: false, reached: toNobody };
      return limitOf(event, askedIn(question, period));
    };
    return limitsBy(events.map((event) => scheme.periods.map((period) => limitIn(event, period))));
  });
  return (practice) => at(own, practice);
}

/** By kind of event and period, both by their place. */
function limitsBy(limits: readonly (readonly EventLimit[])[]): LimitOf {
  return (kind, period) => at(at(limits, kind), period);
}

/** A limit that is a number, or none. */
function plainLimit({ atMost, atMostPerPeriod }: PaidEvent): EventLimit {
  if (typeof atMost === 'object') throw new Error('a limit from figures without them');
  if (atMost === undefined && atMostPerPeriod === undefined) return noLimit;
  const says = sayLimits(atMost === undefined ? null : `${atMost}`, atMostPerPeriod);
  return { inAll: atMost ?? Infinity, inPeriod: atMostPerPeriod ?? Infinity, says, unknown: null };
}

/** A limit of a period; a figure below nothing is a limit of nothing. */
function limitOf(event: PaidEvent, question: Question): EventLimit {
  const { atMost, atMostPerPeriod, clause } = event;
  if (typeof atMost !== 'object') return plainLimit(event);
  const inPeriod = atMostPerPeriod ?? Infinity;
  const limit = evaluate(atMost, question, clause);
  // Which events are over it nobody can say yet: none is refused, and what depends on them waits.
  if (limit.kind === 'unknown')
    return { inAll: Infinity, inPeriod, says: sayLimits(null, atMostPerPeriod), unknown: limit };
  const whole = Math.max(0, Number(limit.value.n / limit.value.d));
  const last = limit.steps.at(-1)?.formula ?? limit.says;
  return { inAll: whole, inPeriod, says: sayLimits(`${whole} (${last})`, atMostPerPeriod), unknown: null };
}

function sayLimits(inAll: string | null, inPeriod: number | undefined): string {
  const limits = [...(inAll === null ? [] : [inAll]), ...(inPeriod === undefined ? [] : [`${inPeriod} a period`])];
  return limits.join(' and ') || 'none';
}

/** Why a claim is refused that is over the limit. */
export function sayOverCap({ says }: EventLimit): string {
  return `at most ${says} count, and they were claimed before this one`;
}
