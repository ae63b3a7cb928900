import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { isZero } from '../../domain/money/ratio.ts';
import { soLongAfter } from '../../domain/scheme/claim-window.ts';
import { addLong } from '../../domain/scheme/days-or-months.ts';
import { quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { blocksIn, type FromDay, type OverTimeQuantity } from '../../domain/scheme/quantity.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { type AskedLine, askedByPrice, type Need } from './needs.ts';

/** What a line asks for of a practice without a condition: evidence by whose day it is worth more or less. */
export type PricedEvidence = (line: AskedLine, known: PracticeAsAt) => readonly Need[];

/** Evidence that only sets a price, as at a day: nothing is asked any more once it is worth nothing, whenever it comes. */
export function pricedEvidence(scheme: Scheme, asAt: Day): PricedEvidence {
  const blocks = new Map(
    scheme.components.map((component) => [
      component.id,
      quantitiesOf(component).flatMap((quantity) =>
        blocksIn(quantity).flatMap(({ block }) =>
          block.kind === 'over-time' && typeof block.by === 'object' ? [{ block, received: block.by.received }] : [],
        ),
      ),
    ]),
  );
  return (line, known) =>
    (blocks.get(line.component.id) ?? []).flatMap(({ block, received }) => {
      const kind = scheme.evidence.find(({ id }) => id === received);
      if (!kind) throw new Error(`no evidence ${received}`);
      const isIn = known.evidence.some(
        ({ evidence, period }) =>
          evidence === received && (!kind.perPeriod || period === null || period === line.period.id),
      );
      const price = isIn ? null : priceNow(block, line.period, { asAt, startsOn: startOf(known, scheme) });
      return price === null ? [] : [askedByPrice(kind, line, price, block.clause ?? line.component.clause)];
    });
}

function startOf({ practice }: PracticeAsAt, { term }: Scheme): Day {
  return practice.joinedOn ?? term.start;
}

/** The day on which evidence is worth what it is worth next, and the last such day; null where it is worth nothing from now on. */
function priceNow(
  { values }: OverTimeQuantity,
  period: Period,
  { asAt, startsOn }: { readonly asAt: Day; readonly startsOn: Day },
): { readonly on: Day; readonly lastDay: Day | null; readonly pricedAnew: boolean } | null {
  const begun = values
    .filter(({ agreedOn }) => agreedOn === undefined || agreedOn <= asAt)
    .map(({ from, is }) => ({ from: firstDay(from, period, startsOn), price: constantOf(is) }));
  const now = begun.findLastIndex(({ from }) => from <= asAt);
  const left = begun.slice(Math.max(now, 0));
  const isWorth = ({ price }: (typeof left)[number]) => price === null || !isZero(price);
  const first = left.findIndex(isWorth);
  const current = left[first];
  if (!current) return null;
  const next = left[first + 1];
  return {
    on: current.from > asAt ? current.from : asAt,
    lastDay: next ? addDays(next.from, -1) : null,
    pricedAnew: next !== undefined && isWorth(next),
  };
}

function firstDay(from: FromDay, period: Period, startsOn: Day): Day {
  if (typeof from === 'number') return from;
  return 'afterPeriod' in from ? soLongAfter(period, from.afterPeriod) : addLong(startsOn, from);
}
