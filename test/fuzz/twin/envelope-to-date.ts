import { sharing } from './among.ts';
import { against, all, type Fraction, minus, most, none, over, plus, shareOut, sum, times } from './fraction.ts';
import { Held, withoutLimits } from './limits-to-date.ts';
import type { Place } from './place.ts';
import { hasLeft } from './quantity.ts';
import type { Worth } from './scheduled.ts';
import { hasBegun, takesPartIn } from './tallied.ts';
import { talliesIn } from './tallies.ts';
import { numberOf, ownValue, pence } from './value.ts';
import { type Member, takesPart, type World } from './world.ts';
import type { Component, Envelope } from './written.ts';

/** What one has come to so far: by itself, of the envelope, and in which period that was last known. */
interface SoFar {
  readonly earned: Fraction;
  readonly has: Fraction;
}

/** An envelope in which each earns by what adds up to date, period by period. */
export function envelopeToDate(
  component: Component,
  pot: Envelope,
  world: World,
): ReadonlyMap<Member, readonly Worth[]> {
  const [first] = world.periods;
  if (!first) throw new Error('no period');
  const members = world.members.filter((each) => takesPart(each, world));
  const worths = new Map<Member, Worth[]>(world.members.map((each) => [each, []]));
  const standings = new Map(
    members.map((member) => [
      member,
      sharing(pot.among ?? [], component, first, { world, member, formula: first.place, upTo: first.place }),
    ]),
  );
  const alone = new Map(members.map((member) => [member, earnedAlone(component, pot, member, world)]));
  let soFar = new Map<Member, SoFar>(members.map((member) => [member, { earned: none, has: none }]));
  let before: readonly bigint[] = members.map(() => 0n);
  let isSplit = false;
  for (const span of world.periods.slice(0, world.last + 1)) {
    const there = members.filter((member) => alone.get(member)?.[span.place]?.isThere);
    const sharers = there.filter((member) => standings.get(member) !== 'out');
    const place = { world, formula: span.place, upTo: span.place, together: there };
    const [someone] = world.members;
    const most = someone ? numberOf(pot.pounds, { ...place, member: someone }) : null;
    const waits =
      most === null ||
      there.some((member) => standings.get(member) === 'waits') ||
      sharers.some((member) => alone.get(member)?.[span.place]?.waits && !hasLeft(member, world));
    const was = soFar;
    if (!waits && most !== null) {
      const earned = (member: Member) =>
        (sharers.includes(member) ? alone.get(member)?.[span.place]?.toDate : soFar.get(member)?.earned) ?? none;
      const { next, isScaled } = scaled(pot, soFar, earned, most);
      soFar = next;
      const exact = members.map((member) => soFar.get(member)?.has ?? none);
      const rounded = exact.map((each) => pence(each, world)).reduce((a, b) => a + b, 0n);
      if (isScaled || (rounded > pence(most, world) && rounded > pence(sum(exact), world))) isSplit = true;
    }
    const exact = members.map((member) => soFar.get(member)?.has ?? none);
    const now = waits
      ? before
      : isSplit
        ? shareOut(pence(sum(exact), world), exact)
        : exact.map((each) => pence(each, world));
    for (const member of world.members) {
      const at = members.indexOf(member);
      const pence = at < 0 ? 0n : (now[at] ?? 0n) - (before[at] ?? 0n);
      // Nobody waits for a figure of who has left: its own part does.
      const isWaiting =
        sharers.includes(member) && (waits || (pence === 0n && alone.get(member)?.[span.place]?.waits === true));
      const moved = minus(soFar.get(member)?.has ?? none, was.get(member)?.has ?? none).over !== 0n;
      worths.get(member)?.push({
        pence,
        waits: isWaiting,
        isOpen: true,
        isDue: isWaiting || moved,
      });
    }
    before = now;
  }
  return worths;
}

/** What is new is scaled to what is left, or all of it to what there is. */
function scaled(
  { scales }: Envelope,
  soFar: ReadonlyMap<Member, SoFar>,
  earned: (member: Member) => Fraction,
  limit: Fraction,
): { readonly next: Map<Member, SoFar>; readonly isScaled: boolean } {
  const members = [...soFar.keys()];
  const scaleOf = (has: Fraction, together: Fraction) =>
    against(together, has) > 0 && together.over !== 0n ? over(has, together) : all;
  if (scales === 'all-to-date') {
    const scale = scaleOf(limit, sum(members.map(earned)));
    const next = new Map(
      members.map((member) => [member, { earned: earned(member), has: times(earned(member), scale) }]),
    );
    return { next, isScaled: against(scale, all) !== 0 };
  }
  const kept = new Map(
    [...soFar].map(([member, { earned: before, has }]) => {
      const now = earned(member);
      return [member, against(now, before) < 0 ? over(times(has, now), before) : has];
    }),
  );
  const grown = (member: Member) => most(none, minus(earned(member), soFar.get(member)?.earned ?? none));
  const left = most(none, minus(limit, sum([...kept.values()])));
  const scale = scaleOf(left, sum(members.map(grown)));
  const next = new Map(
    members.map((member) => [
      member,
      { earned: earned(member), has: plus(kept.get(member) ?? none, times(grown(member), scale)) },
    ]),
  );
  return { next, isScaled: against(scale, all) !== 0 };
}

/** T of one member by itself, within the limits around the whole of it. */
function earnedAlone(component: Component, { of }: Envelope, member: Member, world: World) {
  const alone: Component = { ...component, value: { ...of, clause: '1' }, adjustments: [] };
  const { inner, limits } = withoutLimits(alone, talliesIn);
  const held = new Held(limits);
  let [toDate, last]: [Fraction, number | null] = [none, null];
  return world.periods.slice(0, world.last + 1).map((span) => {
    const place: Place = { world, member, formula: span.place, upTo: span.place };
    const isThere = takesPartIn(alone, member, span, world);
    const valueAt = (upTo: number) => {
      const worth = ownValue(inner.value, { ...place, upTo });
      return worth && most(none, worth);
    };
    const holds = isThere && hasBegun(inner.value, span, world);
    const now = isThere ? valueAt(span.place) : null;
    const then = last === null ? none : valueAt(last);
    const bounds = held.boundsIn(place);
    if (holds && now && then && bounds) {
      toDate = plus(toDate, minus(now, then));
      held.hold(toDate, bounds);
      last = span.place;
    }
    const waits = isThere && (now === null || (holds && bounds === null));
    return { isThere, waits, toDate: most(none, held.toDate) };
  });
}
