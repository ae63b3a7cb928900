import { describe, expect, it } from 'vitest';
import { TakenEvents } from '../../../src/calculate/claims/taken-events.ts';

/** Offers events in turn, each by its kind and period, and answers which of them were taken. */
function taken(limits: readonly (readonly number[])[], offers: readonly (readonly [number, number])[], inPeriod = 99) {
  const limitOf = (kind: number, period: number) => {
    const inAll = limits[kind]?.[period] ?? 0;
    return { inAll, inPeriod, says: '', unknown: null };
  };
  const events = new TakenEvents(limits.length, 3, limitOf);
  return offers.map(([kind, period]) => {
    const hasRoom = events.hasRoom(kind, period);
    if (hasRoom) events.add(kind, period);
    return hasRoom;
  });
}

const offers = (...periods: readonly number[]) => periods.map((period) => [0, period] as const);

describe('a limit that stays', () => {
  it('takes the first, of whatever period', () => {
    expect(taken([[3, 3, 3]], offers(1, 1, 2, 0))).toEqual([true, true, true, false]);
    expect(taken([[3, 3, 3]], offers(0, 1, 0, 2))).toEqual([true, true, true, false]);
  });

  it('of nothing takes none, and leaves those of another kind alone', () => {
    expect(
      taken(
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
        [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ],
      ),
    ).toEqual([false, true, false, false]);
  });

  it('of a period holds in each, beside the one for all', () => {
    expect(taken([[3, 3, 3]], offers(0, 0, 1, 1, 2, 2), 1)).toEqual([true, false, true, false, true, false]);
  });
});

describe('a limit by a figure of each period', () => {
  it('that grows takes more in the periods that follow', () => {
    // Up to the end of the first period one, of the second three, of the third four.
    expect(taken([[1, 3, 4]], offers(0, 0, 1, 1, 1, 2, 2))).toEqual([true, false, true, true, false, true, false]);
  });

  it('that grows leaves an earlier period its own limit, though later events were claimed first', () => {
    expect(taken([[2, 5, 5]], offers(1, 1, 1, 0, 0, 0))).toEqual([true, true, true, true, true, false]);
  });

  it('that becomes lower takes nothing back, and nothing more', () => {
    expect(taken([[3, 1, 1]], offers(0, 0, 0, 1, 2))).toEqual([true, true, true, false, false]);
    expect(taken([[3, 1, 3]], offers(0, 1, 0, 2, 2))).toEqual([true, false, true, true, false]);
  });

  it('that becomes lower stands in the way of no event of an earlier period', () => {
    expect(taken([[2, 5, 4]], offers(1, 1, 1, 1, 0))).toEqual([true, true, true, true, true]);
    expect(taken([[3, 1, 1]], offers(1, 0, 0, 0))).toEqual([true, true, true, false]);
  });
});

it('an event of no kind, or of no period, is a fault', () => {
  const events = new TakenEvents(1, 3, () => ({ inAll: 1, inPeriod: 1, says: '', unknown: null }));
  expect(() => events.add(0, 3)).toThrow('an event of no kind, or of no period');
});
