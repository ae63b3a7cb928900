import { dayOf, textOf } from './calendar.ts';
import { against, type Fraction, least, minus, most, none, plus } from './fraction.ts';
import { isMeant, type Place } from './place.ts';
import { isOn, priceOn } from './prices.ts';
import type { Counted } from './world.ts';
import type { Events } from './written.ts';

/** What was claimed, claim by claim in their turn, each up to what is left under every ceiling that it shares with those before it. */
export function claimed(block: Events, place: Place): Fraction | null {
  const { world } = place;
  const { counted, unknown } = world.claims(place.member);
  if (unknown.has(block.event)) return null;
  const { ceilings = [] } = block;
  const used = ceilings.map(() => new Map<string, Fraction>());
  let sum = none;
  for (const claim of counted) {
    if (claim.event !== block.event || !isOn(claim.on, block, world)) continue;
    const keys = ceilings.map(({ per }) => per.map((each) => commonTo(claim, each)).join(' '));
    const paid = ceilings.reduce((rest, { pounds }, index) => {
      const left = minus(priceOn(claim.on, pounds, world), used[index]?.get(keys[index] ?? '') ?? none);
      return least(rest, most(left, none));
    }, claim.amount);
    for (const [index, key] of keys.entries()) used[index]?.set(key, plus(used[index]?.get(key) ?? none, paid));
    if (isMeant(claim.period, block, place)) sum = plus(sum, paid);
  }
  return against(sum, none) < 0 ? none : sum;
}

/** What a claim has in common with others. */
function commonTo({ id, on, person, period }: Counted, per: string): string {
  const date = textOf(on);
  const monday = dayOf('2024-01-01');
  switch (per) {
    case 'claim':
      return id;
    case 'person':
      return person;
    case 'day':
      return date;
    case 'week':
      return `${Math.floor((on - monday) / 7)}`;
    case 'month':
      return date.slice(0, 7);
    case 'period':
      return `${period}`;
    default:
      return '';
  }
}
