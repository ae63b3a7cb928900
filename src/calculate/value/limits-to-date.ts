import { compare, greatest, least, type Ratio } from '../../domain/money/ratio.ts';
import { figureOf, holds } from '../../domain/scheme/adjustment.ts';
import { blocksIn, type Quantity } from '../../domain/scheme/quantity.ts';
import { isToDate } from '../../domain/scheme/quantity-kinds.ts';
import type { Adjustment, Component, Period } from '../../domain/scheme/scheme.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn, type EvaluatedValue, type OpenQuestion, type Reached, type Unknown } from '../quantity/evaluated.ts';

/** A limit in pounds around the whole value of a component: a ceiling (`most`) or a floor (`least`). */
interface Limit {
  readonly way: 'most' | 'least';
  readonly of: Quantity;
  readonly clause: string;
  /** What is told as reached where the limit binds. */
  readonly block: object;
  readonly adjustment: Adjustment | null;
}

/** What a limit comes to in a period. */
interface Bound {
  readonly limit: Limit;
  readonly is: EvaluatedValue;
}

/** To what each limit was held last, so that a lower one takes nothing back. */
export type HeldBounds = ReadonlyMap<Limit, Ratio>;

/**
 * A component without the limits that are held against what it is worth to date: a `least` or `greatest` around its whole value, and the
 * ceilings and floors that no other adjustment follows.
 */
export function withoutLimits(component: Component): { readonly inner: Component; readonly limits: readonly Limit[] } {
  const { adjustments } = component;
  const trailing = adjustments.length - adjustments.findLastIndex((each) => limitOf(each) === null) - 1;
  const own = adjustments.slice(adjustments.length - trailing).flatMap((each) => limitOf(each) ?? []);
  const { value } = component;
  const counting = value.kind === 'quantity' || value.kind === 'envelope' ? value : null;
  // Where other adjustments follow, the least of a quantity is a part of the formula like any other.
  const around = counting && trailing === adjustments.length ? limitsAround(counting.of, counting.clause) : null;
  return {
    inner: {
      ...component,
      value: counting && around ? { ...counting, of: around.of } : value,
      adjustments: adjustments.slice(0, adjustments.length - trailing),
    },
    limits: [...(around?.limits ?? []), ...own],
  };
}

function limitOf(adjustment: Adjustment): Limit | null {
  if (adjustment.kind !== 'cap' && adjustment.kind !== 'floor') return null;
  const way = adjustment.kind === 'cap' ? 'most' : 'least';
  return { way, of: figureOf(adjustment), clause: adjustment.clause, block: adjustment, adjustment };
}

/** Of a `least` or `greatest` with one part that adds up over the term, the others are limits of that one. */
function limitsAround(
  of: Quantity,
  above: string,
): { readonly of: Quantity; readonly limits: readonly Limit[] } | null {
  if (of.kind !== 'least' && of.kind !== 'greatest') return null;
  const clause = of.clause ?? above;
  const counting = of.of.filter(addsUp);
  const [core] = counting;
  if (!core || counting.length > 1) return null;
  const inside = limitsAround(core, clause);
  const way = of.kind === 'least' ? 'most' : 'least';
  const limits = of.of
    .filter((part) => part !== core)
    .map((part): Limit => ({ way, of: part, clause, block: part, adjustment: null }));
  return { of: inside?.of ?? core, limits: [...(inside?.limits ?? []), ...limits] };
}

function addsUp(quantity: Quantity): boolean {
  return blocksIn(quantity).some(({ block }) => isToDate(block));
}

/** The limits that hold in a period; or why one of them is not known. */
export function boundsIn(limits: readonly Limit[], period: Period, question: OpenQuestion): readonly Bound[] | Unknown {
  const bounds: Bound[] = [];
  for (const limit of limits) {
    if (limit.adjustment && !holds(limit.adjustment, period.start, question.asAt)) continue;
    const is = evaluate(limit.of, askedIn(question, period), limit.clause);
    if (is.kind === 'unknown') return is;
    bounds.push({ limit, is });
  }
  return bounds;
}

/** A value to date within its limits. A ceiling never lies below what was reached before it, a floor never below an earlier one. */
export function limited(
  pounds: Ratio,
  bounds: readonly Bound[],
  before: { readonly limited: Ratio; readonly bounds: HeldBounds } | null,
  reached: Reached,
): { readonly limited: Ratio; readonly bounds: HeldBounds } {
  const held = new Map(before?.bounds);
  let within = pounds;
  for (const { limit, is } of bounds) {
    const past = limit.way === 'most' ? before?.limited : held.get(limit);
    const bound = past === undefined ? is.value : greatest(is.value, past);
    held.set(limit, bound);
    const next = limit.way === 'most' ? least(within, bound) : greatest(within, bound);
    if (compare(next, within) !== 0) reached(limit.block);
    within = next;
  }
  return { limited: within, bounds: held };
}
