import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/calculate/quantity/evaluate.ts';
import { askedIn, firstPeriod, toNobody } from '../../../src/calculate/quantity/evaluated.ts';
import type { Figures } from '../../../src/calculate/quantity/figures.ts';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Edge, LineQuantity, Quantity } from '../../../src/domain/scheme/quantity.ts';
import { component, scheme } from '../../make/scheme.ts';

// Twenty patients of whatever list; the figure m is 12 on 1 April, 5 on 1 May and not there on 1 June.

const measures = [{ id: 'm', title: 'M', numerator: 'n', denominator: 'd', numeratorUnit: 'visit', clause: 'm' }];
const of = scheme([component('c', { kind: 'fixed', pounds: ratio(1), clause: '1' })], { measures });
const rows = new Map([
  [day('2015-04-01'), 12],
  [day('2015-05-01'), 5],
]);
const figures: Figures = {
  whose: ['Z00001'],
  isAwaited: true,
  lines: null,
  own: null,
  patients: () => ({ kind: 'known', is: ratio(20) }),
  measured: (_, at) => {
    const found = typeof at === 'number' ? rows.get(at) : undefined;
    if (found === undefined || typeof at !== 'number')
      return { kind: 'unknown', reason: `no figure for ${String(at)}` };
    return { kind: 'known', is: { numerator: ratio(found), denominator: ratio(1), asAt: at } };
  },
  claims: () => ({ kind: 'unknown', reason: 'no events' }),
};

/** How a quantity is worked out; or why it is not, and by which clause. */
function says(quantity: Quantity): string {
  return steps(quantity).at(-1) ?? '';
}

/** Every step of it. */
function steps(quantity: Quantity): readonly string[] {
  const asked = { scheme: of, figures, asAt: day('2015-07-15'), withOverCap: false, reached: toNobody };
  const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
  if (evaluated.kind === 'unknown') return [`${evaluated.reason} (${evaluated.clause})`];
  return evaluated.steps.length === 0 ? [evaluated.says] : evaluated.steps.map(({ formula }) => formula);
}

const pounds = (n: number): Quantity => ({ kind: 'pounds', pounds: ratio(n) });

describe('patients', () => {
  it('are told with their population and their day, where these are not those of the scheme', () => {
    const list = { kind: 'patients' } as const;
    const told = [
      list,
      { ...list, population: 'over-75' },
      { ...list, at: day('2015-05-01') },
      { ...list, population: 'over-75', at: day('2015-05-01') },
    ].map(says);
    expect(told).toEqual([
      '20 patients',
      '20 patients (over-75)',
      '20 patients (at 2015-05-01)',
      '20 patients (over-75 at 2015-05-01)',
    ]);
  });
});

describe('a change', () => {
  const change = (from: string, to: string, below?: 'zero'): Quantity => ({
    kind: 'change',
    measure: 'm',
    part: 'numerator',
    from: day(from),
    to: day(to),
    ...(below && { below }),
  });

  it('is nothing where it is a fall, unless it may be below zero', () => {
    expect(says(change('2015-05-01', '2015-04-01'))).toBe(
      'm from 2015-05-01 to 2015-04-01: 12 visits − 5 visits = 7 visits',
    );
    expect(says(change('2015-04-01', '2015-05-01'))).toBe(
      'm from 2015-04-01 to 2015-05-01: 5 visits − 12 visits, not below nothing = 0 visits',
    );
    expect(says(change('2015-04-01', '2015-05-01', 'zero'))).toBe(
      'm from 2015-04-01 to 2015-05-01: 5 visits − 12 visits = −7 visits',
    );
  });

  it('waits for the first figure and for the second', () => {
    const missing = `no figure for ${day('2015-06-01')} (1)`;
    expect(says(change('2015-06-01', '2015-04-01'))).toBe(missing);
    expect(says(change('2015-04-01', '2015-06-01'))).toBe(missing);
  });
});

it('names all of which the least or the greatest is taken', () => {
  expect(says({ kind: 'least', of: [pounds(3), pounds(5)] })).toBe('the least of £3.00 and £5.00 = £3.00');
  expect(says({ kind: 'greatest', of: [pounds(3), pounds(5)] })).toBe('the greatest of £3.00 and £5.00 = £5.00');
});

describe('edges that the data give', () => {
  const measured = (on: string): Quantity => ({ kind: 'measure', measure: 'm', part: 'numerator', at: day(on) });
  const [five, twelve] = [measured('2015-05-01'), measured('2015-04-01')];
  const bands = (on: number, how: 'whole' | 'marginal', ...edges: readonly Edge[]): Quantity => ({
    kind: 'bands',
    how,
    on: { kind: 'number', number: ratio(on), unit: 'visit' },
    bands: edges.map((from, index) => ({
      from,
      is: how === 'whole' ? pounds(10 * (index + 1)) : { kind: 'pounds', pounds: ratio(index + 1), per: 'visit' },
    })),
  });

  it('are those of bands, their very numbers included', () => {
    const worth = (on: number) => says(bands(on, 'whole', five, twelve)).split(': ')[1];
    expect([5, 11, 12].map(worth)).toEqual(['£10.00 = £10.00', '£10.00 = £10.00', '£20.00 = £20.00']);
    // Seven visits at £1 above the fifth, and one at £2.
    expect(says(bands(13, 'marginal', five, twelve))).toBe(
      '7 visits × £1.00 a visit + 1 visit × £2.00 a visit = £9.00',
    );
  });

  it('leave it unknown where one is missing, or they do not ascend', () => {
    expect(says(bands(9, 'whole', five, measured('2015-06-01')))).toBe(`no figure for ${day('2015-06-01')} (1)`);
    const odd = 'by its figures edge 2 does not lie above the one before it (1)';
    expect(says(bands(9, 'whole', twelve, five))).toBe(odd);
    expect(says(bands(9, 'whole', five, five))).toBe(odd);
  });

  it('are those of a line', () => {
    const line = (on: number, beyond?: 'goes-on'): Quantity =>
      ({
        kind: 'line',
        on: { kind: 'number', number: ratio(on), unit: 'visit' },
        points: [
          { at: five, is: pounds(0) },
          { at: twelve, is: pounds(70) },
        ],
        ...(beyond && { beyond }),
      }) satisfies LineQuantity;
    const worth = (...asked: Parameters<typeof line>) =>
      says(line(...asked))
        .split(' = ')
        .at(-1);
    expect([4, 5, 6, 12, 13].map((on) => worth(on))).toEqual(['£0.00', '£0.00', '£10.00', '£70.00', '£70.00']);
    expect(worth(13, 'goes-on')).toBe('£80.00');
  });
});

describe('the steps of a scale', () => {
  const visits = (number: number): Quantity => ({ kind: 'number', number: ratio(number), unit: 'visit' });
  const sum: Quantity = { kind: 'sum', of: [visits(3), visits(6)] };
  const edge: Quantity = { kind: 'sum', of: [visits(1), visits(4)] };
  const paid: Quantity = { kind: 'sum', of: [pounds(1), pounds(2)] };
  const [nine, five, three] = [
    '3 visits + 6 visits = 9 visits',
    '1 visit + 4 visits = 5 visits',
    '£1.00 + £2.00 = £3.00',
  ];

  it('are those of what it is read at, of its edges and of what stands there', () => {
    expect(steps({ kind: 'bands', how: 'whole', on: sum, bands: [{ from: edge, is: paid }] })).toEqual([
      nine,
      five,
      three,
      '9 visits is in the band from 5 visits: £3.00 = £3.00',
    ]);
    expect(steps({ kind: 'bands', how: 'whole', on: visits(4), bands: [{ from: edge, is: paid }] })).toEqual([
      five,
      '4 visits is below the first band, from 5 visits = £0.00',
    ]);
    const rate: Quantity = { kind: 'sum', of: [{ kind: 'pounds', pounds: ratio(2), per: 'visit' }] };
    expect(steps({ kind: 'bands', how: 'marginal', on: sum, bands: [{ from: edge, is: rate }] })).toEqual([
      nine,
      five,
      '£2.00 a visit = £2.00 a visit',
      '4 visits × £2.00 a visit = £8.00',
    ]);
    const points = [
      { at: edge, is: paid },
      { at: visits(13), is: pounds(11) },
    ];
    // Half of the way from 3.00 to 11.00.
    expect(steps({ kind: 'line', on: sum, points })).toEqual([
      nine,
      five,
      three,
      '9 visits: on the line from £3.00 at 5 visits to £11.00 at 13 visits = £7.00',
    ]);
  });

  it('say where on a line it is read', () => {
    const points = [
      { at: visits(5), is: pounds(3) },
      { at: visits(13), is: pounds(11) },
    ];
    const at = (number: number, beyond?: 'goes-on') =>
      says({ kind: 'line', on: visits(number), points, ...(beyond && { beyond }) });
    expect([at(4), at(5), at(14), at(14, 'goes-on')]).toEqual([
      '4 visits: £3.00 before 5 visits = £3.00',
      '5 visits: £3.00 at 5 visits = £3.00',
      '14 visits: £11.00 after 13 visits = £11.00',
      '14 visits: beyond the end of the line from £3.00 at 5 visits to £11.00 at 13 visits = £12.00',
    ]);
  });

  it('begin a band above an edge that is excluded', () => {
    const at = (number: number) =>
      says({
        kind: 'bands',
        how: 'whole',
        on: visits(number),
        bands: [{ from: ratio(5), edge: 'excluded', is: paid }],
      });
    expect([at(5), at(6)]).toEqual([
      '5 visits is below the first band, from 5 visits = £0.00',
      '6 visits is in the band from above 5 visits: £3.00 = £3.00',
    ]);
  });

  it('wait for an edge and for an end that are not known', () => {
    const missing: Quantity = { kind: 'measure', measure: 'm', part: 'numerator', at: day('2015-06-01') };
    const waits = `no figure for ${day('2015-06-01')} (1)`;
    const rate: Quantity = { kind: 'pounds', pounds: ratio(2), per: 'visit' };
    expect(says({ kind: 'bands', how: 'marginal', on: visits(9), bands: [{ from: missing, is: rate }] })).toBe(waits);
    const line = (at: Quantity, is: Quantity): Quantity => ({
      kind: 'line',
      on: visits(9),
      points: [
        { at, is },
        { at: visits(13), is: pounds(11) },
      ],
    });
    expect(says(line(missing, pounds(3)))).toBe(waits);
    expect(says(line(visits(5), missing))).toBe(waits);
  });
});

describe('a figure', () => {
  const share = (denominator: number, more: object = {}) => {
    const at = day('2015-05-01');
    const known = { numerator: ratio(5), denominator: ratio(denominator), asAt: at };
    const asked = {
      scheme: { ...of, measures: measures.map((each) => ({ ...each, denominatorUnit: 'visit' })) },
      figures: { ...figures, measured: () => ({ kind: 'known' as const, is: known }) },
      asAt: day('2015-07-15'),
      withOverCap: false,
      reached: toNobody,
    };
    const quantity: Quantity = { kind: 'measure', measure: 'm', part: 'share', at, ...more };
    const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
    return evaluated.kind === 'known' ? evaluated.says : evaluated.reason;
  };

  it('as a share is one of its two numbers by the other, and of nothing what the scheme says', () => {
    expect(share(20)).toBe('25% (m at 2015-05-01: 5 of 20)');
    expect(share(0, { zeroDenominator: ratio(1) })).toBe('100% (m at 2015-05-01: 5 of 0)');
    expect(() => share(0)).toThrow('a share of m that does not say what nothing counts as');
  });

  it('that is missing counts as the number that stands in for it, and says so', () => {
    const missing: Quantity = { kind: 'measure', measure: 'm', part: 'numerator', at: day('2015-06-01') };
    expect(says(missing)).toBe(`no figure for ${day('2015-06-01')} (1)`);
    expect(says({ ...missing, ifMissing: ratio(3) })).toBe(`3 visits (no figure for ${day('2015-06-01')}: counted so)`);
  });

  it('under a name is told with it', () => {
    const is: Quantity = { kind: 'number', number: ratio(3), unit: 'visit' };
    expect(says({ kind: 'named', name: 'visits of the year', is })).toBe('3 visits (visits of the year)');
  });
});
