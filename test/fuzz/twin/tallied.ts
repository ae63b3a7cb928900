import { type Fraction, minus, none, plus, times } from './fraction.ts';
import type { Worth } from './scheduled.ts';
import { adjusted, factorOf, ownValue, pence } from './value.ts';
import { type Member, partOf, type Span, type World } from './world.ts';
import type { Component } from './written.ts';

/** Whether a component is paid as its events or figures come in, and not by a schedule. */
export function isTallied({ value }: Component): boolean {
  return value.kind === 'per-event' || talliesIn(value);
}

function talliesIn(tree: object): boolean {
  const kind: unknown = Reflect.get(tree, 'kind');
  const at: unknown = Reflect.get(tree, 'at');
  if ((kind === 'events' || kind === 'claimed') && at === undefined) return true;
  if (kind === 'measure' && at === 'to-date') return true;
  return Object.entries(tree).some(
    ([key, part]) => key !== 'atMost' && typeof part === 'object' && part !== null && talliesIn(part),
  );
}

/** Whether a member takes part in a period of what adds up: with a single event, be it on the day on which it joins. */
export function countsToDate({ value }: Component, member: Member, span: Span, world: World): boolean {
  if (!/"kind":"(events|claimed)"/.test(JSON.stringify(value))) return partOf(member, span, world).over !== 0n;
  const { joined, left } = member;
  return Math.max(span.start, joined ?? span.start) <= (left ?? span.end) && (joined ?? span.start) <= span.end;
}

interface Tallied extends Worth {
  /** Whether anything of it is due that its measure makes nothing. */
  readonly earnsNothing: boolean;
}

/** What a component comes to whose value counts to date: in each period the growth, within it, of what holds in it. */
export function tallied(component: Component, member: Member, world: World): Tallied[] {
  const worths: Tallied[] = [];
  let toDate: Fraction = none;
  let [before, last]: [bigint, number | null] = [0n, null];
  for (const span of world.periods.slice(0, world.last + 1)) {
    const isThere = component.value.kind === 'per-event' || countsToDate(component, member, span, world);
    const valueAt = (upTo: number) => {
      const place = { world, member, formula: span.place, upTo };
      return adjusted(ownValue(component.value, place), component, place);
    };
    const now = isThere ? valueAt(span.place) : null;
    const then = last === null ? none : valueAt(last);
    const factor = factorOf(component.achievement, { world, member, formula: span.place, upTo: span.place });
    const waits = isThere && (now === null || factor === 'waits');
    const grown = now && then ? minus(now, then) : none;
    if (now && then) {
      toDate = plus(toDate, grown);
      last = span.place;
    }
    const rounded = pence(factor === 'waits' ? toDate : times(toDate, factor), world);
    const isDue = isThere && grown.over !== 0n;
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
