import { dayOf } from './calendar.ts';
import { against, type Fraction, minus, none, plus, times } from './fraction.ts';
import { Held, withoutLimits } from './limits-to-date.ts';
import type { Place } from './place.ts';
import type { Worth } from './scheduled.ts';
import { talliesIn } from './tallies.ts';
import { adjusted, factorOf, ownValue, pence } from './value.ts';
import { type Member, partOf, type Span, type World } from './world.ts';
import type { Component } from './written.ts';

interface Tallied extends Worth {
  /** Whether anything of it is due that its measure makes nothing. */
  readonly earnsNothing: boolean;
}

/** What a component comes to whose value counts to date: in each period the growth, within it, of what holds in it. */
export function tallied(component: Component, member: Member, world: World): Tallied[] {
  const worths: Tallied[] = [];
  const { inner, limits } = withoutLimits(component, talliesIn);
  const held = new Held(limits);
  let toDate: Fraction = none;
  let [before, last]: [bigint, number | null] = [0n, null];
  for (const span of world.periods.slice(0, world.last + 1)) {
    const place: Place = { world, member, formula: span.place, upTo: span.place };
    const isThere = takesPartIn(component, member, span, world);
    const valueAt = (upTo: number) => adjusted(ownValue(inner.value, { ...place, upTo }), inner, { ...place, upTo });
    const holds = isThere && hasBegun(inner.value, span, world);
    const now = isThere ? valueAt(span.place) : null;
    const then = last === null ? none : valueAt(last);
    const bounds = held.boundsIn(place);
    const factor = factorOf(component.achievement, place);
    const waits = isThere && (now === null || (holds && bounds === null) || factor === 'waits');
    const reached = held.toDate;
    if (holds && now && then && bounds) {
      toDate = plus(toDate, minus(now, then));
      held.hold(toDate, bounds);
      last = span.place;
    }
    const rounded = pence(factor === 'waits' ? held.toDate : times(held.toDate, factor), world);
    const isDue = isThere && against(held.toDate, reached) !== 0;
    const earnsNothing = isDue && factor !== 'waits' && factor.over === 0n;
    worths.push({
      pence: isThere ? rounded - before : 0n,
      waits,
      isDue: isThere && (now === null || (isDue && !earnsNothing)),
      earnsNothing,
    });
    before = rounded;
  }
  return worths;
}

/** Whether something of a period may be earned: of events also by who joined within it. */
export function takesPartIn({ value }: Component, member: Member, span: Span, world: World): boolean {
  if (value.kind === 'per-event') return true;
  if (!/"kind":"(events|claimed)"/.test(JSON.stringify(value))) return partOf(member, span, world).over !== 0n;
  const joined = member.joined ?? span.start;
  return Math.max(span.start, joined) <= (member.left ?? span.end) && joined <= span.end;
}

/** Whether a value that as a whole changes from a day has begun to hold: then with all that is counted by its rules. */
export function hasBegun(value: Component['value'], { start }: Span, { asAt }: World): boolean {
  if (value.kind !== 'over-time') return true;
  return value.values.some(({ from, agreedOn }) => {
    const isKnown = agreedOn === undefined || dayOf(agreedOn) <= asAt;
    return isKnown && typeof from === 'string' && dayOf(from) <= start;
  });
}
