import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventNumbers } from '../../../src/data/claims/event-numbers.ts';

/** The numbers of ids that stand among other bytes. */
function numbersOf(events: EventNumbers, ids: readonly string[]): number[] {
  return ids.map((id) => {
    const bytes = Buffer.from(`..${id}.`);
    return events.numberOf(bytes, 2, bytes.length - 1);
  });
}

/** The same by a map. */
function numbered(first: readonly string[], ids: readonly string[]): number[] {
  const numbers = new Map(first.map((id, number) => [id, number]));
  return ids.map((id) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
}

it('gives claims for one event one number, and every other event another, practice after practice', () => {
  const id = fc.oneof(fc.stringMatching(/^M[0-9]{1,3}$/), fc.string({ unit: 'grapheme', maxLength: 5 }));
  const practice = fc.tuple(fc.uniqueArray(id, { maxLength: 6 }), fc.array(id, { maxLength: 300 }));
  fc.assert(
    fc.property(fc.array(practice, { maxLength: 4 }), (practices) => {
      const events = new EventNumbers();
      for (const [first, ids] of practices) {
        events.startAnew(first);
        expect(numbersOf(events, ids)).toEqual(numbered(first, ids));
      }
    }),
    { numRuns: 200 },
  );
});

it('tells apart ids that hash to the same', () => {
  const ids = ['costarring', 'liquid', 'declinate', 'macallums', 'altarage', 'zinke'];
  expect(numbersOf(new EventNumbers(), ids)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(numbersOf(new EventNumbers(), [...ids, ...ids])).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
});

it('has room for very many', () => {
  const ids = Array.from({ length: 300_000 }, (_, index) => `E${index}`);
  expect(numbersOf(new EventNumbers(), ids)).toEqual(ids.map((_, index) => index));
});
