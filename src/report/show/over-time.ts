import { sayDay } from '../../domain/day.ts';
import type { FromDay, OverTimeQuantity, Quantity } from '../../domain/scheme/quantity.ts';
import { sayLong } from '../../domain/words/say.ts';
import { cite } from './cite.ts';

/** Values that hold from a day on, and by which day they go. */
export function sayOverTime({ by, byDays, values }: OverTimeQuantity, say: (quantity: Quantity) => string): string {
  const says = values.map(({ from, is, agreedOn, clause }) => {
    const agreed = agreedOn === undefined ? '' : ` (agreed on ${sayDay(agreedOn)})`;
    return `from ${sayFrom(from)} ${say(is)}${agreed} ${cite(clause)}`;
  });
  return `${sayBy(by)}${says.join('; ')}${byDays ? '; a period in which it changes by the days of each' : ''}`;
}

function sayFrom(from: FromDay): string {
  if (typeof from === 'number') return sayDay(from);
  if ('afterPeriod' in from) return `${sayLong(from.afterPeriod)} after the end of the period`;
  const isStart = Object.values(from).every((number) => number === 0);
  return isStart ? 'its own start' : `${sayLong(from)} after its own start`;
}

function sayBy(by: OverTimeQuantity['by']): string {
  if (by === undefined || by === 'period') return '';
  return by === 'start' ? 'by the day of its own start: ' : `by the day on which ${by.received} comes: `;
}
