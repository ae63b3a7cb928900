import { describe, expect, it } from 'vitest';
import { readScheme } from '../../src/scheme/read.ts';
import { callsOf } from '../make/counted.ts';

// What it takes to read and check a scheme is counted, not timed. Twice as much to read may take twice as many calls of functions, and a little more where
// something is put in order; not four times as many.

type Json = Readonly<Record<string, unknown>>;

const clause = '1';

function list<T>(length: number, make: (place: number) => T): T[] {
  return Array.from({ length }, (_, place) => make(place));
}

function component(place: number, value: Json, more: Json = {}): Json {
  return { id: `c-${place}`, title: `Component ${place}`, clause, value: { ...value, clause }, ...more };
}

const number = (place: number) => ({ kind: 'number', number: String(place + 1) });

/** A scheme of which some part has so many entries. */
function schemeText(components: readonly Json[], more: Json = {}): string {
  return JSON.stringify({
    language: 1,
    id: 'grown',
    title: 'Grown',
    commissioner: 'Nowhere CCG',
    status: 'agreed',
    source: { title: 'A paper' },
    term: { start: '2020-04-01', end: '2021-03-31', clause },
    periods: { every: 'quarter', clause },
    population: { at: '2020-04-01', clause },
    rounding: { at: 'component', clause },
    schedule: { kind: 'equal', clause },
    recovery: { clause },
    leaving: { prorate: 'none', clause },
    components,
    ...more,
  });
}

const rate = (quantity: Json): Json => ({ kind: 'rate', pounds: '1', for: quantity });

/** As far as there is no limit with a finding of its own: more factors than a hundred are told. */
const sizes = [20, 40, 80];

/** Each kind of growth. */
const grown: Readonly<Record<string, (size: number) => string>> = {
  components: (size) => schemeText(list(size, (place) => component(place, { kind: 'fixed', pounds: '100' }))),
  'components in groups': (size) =>
    schemeText(
      list(size / 5, (group) => ({
        group: `Group ${group}`,
        level: 'Outcome',
        clause,
        components: list(5, (place) => component(group * 5 + place, { kind: 'fixed', pounds: '100' })),
      })),
    ),
  bands: (size) =>
    schemeText([
      component(0, {
        kind: 'bands',
        on: { kind: 'patients' },
        how: 'whole',
        bands: list(size, (place) => ({ from: String(place * 10), is: { kind: 'pounds', pounds: String(place) } })),
      }),
    ]),
  'points of a line': (size) =>
    schemeText([
      component(0, {
        kind: 'line',
        on: { kind: 'patients' },
        points: list(size, (place) => ({ at: String(place * 10), is: { kind: 'pounds', pounds: String(place) } })),
      }),
    ]),
  'a long product': (size) => schemeText([component(0, rate({ kind: 'product', of: list(size, number) }))]),
  'a long sum': (size) => schemeText([component(0, rate({ kind: 'sum', of: list(size, number) }))]),
  adjustments: (size) =>
    schemeText([
      component(
        0,
        { kind: 'fixed', pounds: '100' },
        { adjustments: list(size, (place) => ({ kind: 'reduce', id: `a-${place}`, title: 'A', by: '1%', clause })) },
      ),
    ]),
  evidence: (size) =>
    schemeText([component(0, { kind: 'fixed', pounds: '100' })], {
      evidence: list(size, (place) => ({
        id: `e-${place}`,
        title: `E ${place}`,
        deadline: { kind: 'date', on: '2020-06-01' },
        clause,
      })),
      conditions: [{ periods: 'every', needs: list(size, (place) => `e-${place}`), clause }],
    }),
  'named quantities': (size) =>
    schemeText(
      [component(0, rate({ kind: 'sum', of: list(size, (place) => ({ kind: 'named', name: `q-${place}` })) }))],
      {
        quantities: list(size, (place) => ({ id: `q-${place}`, title: 'Q', is: number(place), clause })),
      },
    ),
  periods: (size) =>
    schemeText([component(0, { kind: 'fixed', pounds: '100' })], {
      term: { start: '2000-01-01', end: `${1999 + size}-12-31`, clause },
      periods: list(size, (place) => ({
        id: `y-${place}`,
        title: `Y ${place}`,
        start: `${2000 + place}-01-01`,
        end: `${2000 + place}-12-31`,
        clause,
      })),
    }),
  assumptions: (size) =>
    schemeText([component(0, { kind: 'fixed', pounds: '100' })], {
      assumptions: list(size, (place) => ({ clause, reading: `Reading ${place}` })),
    }),
};

describe('to read and check a scheme', () => {
  it.each(Object.entries(grown))(
    'takes as much more as it is longer: %s',
    (_, make) => {
      const [first, second, third] = sizes.map((size) => {
        const text = make(size);
        expect(readScheme(text, 'scheme.json').findings).toEqual([]);
        return callsOf(() => readScheme(text, 'scheme.json'));
      });
      if (first === undefined || second === undefined || third === undefined) throw new Error('not counted');
      expect((third - second) / (second - first)).toBeLessThan(2.3);
    },
    400_000,
  );

  it('ends at once where names stand for names, and says where it is too much', () => {
    const doubled = (size: number) =>
      schemeText([component(0, rate({ kind: 'named', name: `q-${size - 1}` }))], {
        quantities: list(size, (place) => {
          const before = { kind: 'named', name: `q-${place - 1}` };
          return {
            id: `q-${place}`,
            title: 'Q',
            is: place === 0 ? number(0) : { kind: 'sum', of: [before, before] },
            clause,
          };
        }),
      });
    const told = readScheme(doubled(900), 'scheme.json');
    expect(told.value).toBeNull();
    expect(told.findings.map(({ code, field }) => [code, field])).toEqual([
      ['scheme-names-stand-for-too-much', 'quantities[10].is.of[0]'],
    ]);
  });
});
