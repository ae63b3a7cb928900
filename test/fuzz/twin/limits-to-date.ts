import { dayOf } from './calendar.ts';
import { type Fraction, least, most, none } from './fraction.ts';
import type { Place } from './place.ts';
import { numberOf } from './value.ts';
import type { Adjustment, Block, Component, Value } from './written.ts';

// Limits in pounds around what counts to date as a whole: they are held against what it has come to, and a lower one takes nothing back.

/** A limit: nothing above it, or nothing below it. */
interface Limit {
  readonly way: 'cap' | 'floor';
  readonly of: string | Block;
  /** Where it is an adjustment, with the days on which that holds. */
  readonly adjustment: Adjustment | null;
}

/** A component without its outermost limits: ceilings and floors that no other adjustment follows, and where all are such, those of its value. */
export function withoutLimits(
  component: Component,
  tallies: (tree: object) => boolean,
): { readonly inner: Component; readonly limits: readonly Limit[] } {
  const all = component.adjustments ?? [];
  const inside = all.findLastIndex(({ kind }) => kind !== 'cap' && kind !== 'floor') + 1;
  const own = all.slice(inside).flatMap((adjustment): Limit[] => {
    if (adjustment.kind !== 'cap' && adjustment.kind !== 'floor') return [];
    return [{ way: adjustment.kind, of: adjustment.pounds, adjustment }];
  });
  const around = inside === 0 ? limitsAround(component.value, tallies) : { of: component.value, limits: [] };
  const value: Value = { ...around.of, clause: component.value.clause };
  return { inner: { ...component, value, adjustments: all.slice(0, inside) }, limits: [...around.limits, ...own] };
}

/** Of the least or the greatest of several of which one counts to date, the others are limits. */
function limitsAround<Of extends Value | Block>(
  value: Of,
  tallies: (tree: object) => boolean,
): { readonly of: Of | Block; readonly limits: readonly Limit[] } {
  if (value.kind !== 'least' && value.kind !== 'greatest') return { of: value, limits: [] };
  const [core, ...more] = value.of.filter(tallies);
  if (!core || more.length > 0) return { of: value, limits: [] };
  const inside = limitsAround(core, tallies);
  const way = value.kind === 'least' ? 'cap' : 'floor';
  const others = value.of.filter((part) => part !== core).map((of): Limit => ({ way, of, adjustment: null }));
  return { of: inside.of, limits: [...inside.limits, ...others] };
}

/** What a component has come to within its limits. */
export class Held {
  readonly #limits: readonly Limit[];
  readonly #floors = new Map<Limit, Fraction>();
  toDate: Fraction = none;

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
  }

  /** What each limit that holds in a period comes to; null while one of them is not known. */
  boundsIn(place: Place): readonly (readonly [Limit, Fraction])[] | null {
    const { world, formula } = place;
    const holding = this.#limits.filter(({ adjustment }) => {
      const { from, agreedOn } = adjustment ?? {};
      const hasBegun = from === undefined || dayOf(from) <= (world.periods[formula]?.start ?? 0);
      return hasBegun && (agreedOn === undefined || dayOf(agreedOn) <= world.asAt);
    });
    const bounds = holding.flatMap((limit) => {
      const is = numberOf(limit.of, place);
      return is ? [[limit, is] as const] : [];
    });
    return bounds.length < holding.length ? null : bounds;
  }

  /** Nothing that was reached is taken back by a ceiling, and a floor never becomes lower. */
  hold(exact: Fraction, bounds: readonly (readonly [Limit, Fraction])[]): void {
    let within = exact;
    for (const [limit, is] of bounds) {
      if (limit.way === 'cap') within = least(within, most(is, this.toDate));
      else {
        const bound = most(is, this.#floors.get(limit) ?? is);
        this.#floors.set(limit, bound);
        within = most(within, bound);
      }
    }
    this.toDate = within;
  }
}
