import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/calculate/quantity/evaluate.ts';
import { askedIn, firstPeriod, toNobody } from '../../../src/calculate/quantity/evaluated.ts';
import type { figuresOf } from '../../../src/calculate/quantity/figures.ts';
import { day } from '../../../src/domain/day.ts';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import type { BandsQuantity, Quantity } from '../../../src/domain/scheme/quantity.ts';
import { component, scheme } from '../../make/scheme.ts';

const of = scheme([component('c', { kind: 'fixed', pounds: ratio(1), clause: '1' })]);
const number = (n: number, unit?: string): Quantity => ({ kind: 'number', number: ratio(n), ...(unit && { unit }) });
const pounds = (n: number, per?: string): Quantity => ({ kind: 'pounds', pounds: ratio(n), ...(per && { per }) });
const missing: Quantity = { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' };

/** Nobody has any figure. */
const figures: ReturnType<typeof figuresOf> = {
  whose: ['Z00001'],
  isAwaited: true,
  lines: null,
  own: null,
  patients: () => ({ kind: 'unknown', reason: 'no list' }),
  measured: () => ({ kind: 'unknown', reason: 'no figure' }),
  claims: () => ({ kind: 'unknown', reason: 'no events' }),
};

function worth(quantity: Quantity, asAt = '2015-07-15') {
  const asked = { scheme: of, figures, asAt: day(asAt), withOverCap: false, reached: toNobody };
  const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
  return evaluated.kind === 'known' ? formatExact(evaluated.value) : evaluated.reason;
}

const saysOf = (quantity: Quantity) => {
  const asked = { scheme: of, figures, asAt: day('2015-07-15'), withOverCap: false, reached: toNobody };
  const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
  return evaluated.kind === 'known' ? evaluated.steps.at(-1)?.formula : evaluated.reason;
};

describe('one less another', () => {
  const difference = (from: number, less: number, below?: 'zero'): Quantity => ({
    kind: 'difference',
    from: pounds(from),
    less: pounds(less),
    ...(below && { below }),
  });

  it('stops at nothing, and says so, unless it may go below', () => {
    expect([worth(difference(3, 5)), worth(difference(5, 5)), worth(difference(5, 3))]).toEqual(['0', '0', '2']);
    expect(saysOf(difference(3, 5))).toBe('£3.00 − £5.00, not below nothing = £0.00');
    expect(saysOf(difference(5, 5))).toBe('£5.00 − £5.00 = £0.00');
    expect(worth(difference(3, 5, 'zero'))).toBe('-2');
  });
});

describe('bands', () => {
  const bands = (on: number, how: BandsQuantity['how'], first: Quantity, second: Quantity): Quantity => ({
    kind: 'bands',
    how,
    on: number(on, 'event'),
    bands: [
      { from: ratio(2), is: first },
      { from: ratio(4), is: second },
    ],
  });
  const whole = (on: number) => worth(bands(on, 'whole', pounds(10), pounds(30)));
  const marginal = (on: number) => worth(bands(on, 'marginal', pounds(5, 'event'), pounds(3, 'event')));

  it('begin at their lower bound, that very number included', () => {
    expect([1, 2, 3, 4, 9].map(whole)).toEqual(['0', '10', '10', '30', '30']);
    // Two at £5 from the second, the rest at £3.
    expect([1, 2, 3, 4, 6].map(marginal)).toEqual(['0', '0', '5', '10', '16']);
  });

  it('ask for the figure of the band that is reached, and of no other', () => {
    expect(worth(bands(1, 'whole', missing, pounds(30)))).toBe('0');
    expect(worth(bands(4, 'whole', missing, pounds(30)))).toBe('30');
    expect(worth(bands(3, 'whole', missing, pounds(30)))).toBe('no figure');
    expect(worth(bands(3, 'marginal', pounds(5, 'event'), missing))).toBe('5');
    expect(worth(bands(5, 'marginal', pounds(5, 'event'), missing))).toBe('no figure');
    expect(worth(bands(5, 'marginal', missing, pounds(3, 'event')))).toBe('no figure');
  });

  it('say below which band a number lies', () => {
    expect(saysOf(bands(1, 'whole', pounds(10), pounds(30)))).toBe(
      '1 event is below the first band, from 2 events = £0.00',
    );
    expect(saysOf(bands(2, 'marginal', pounds(5, 'event'), pounds(3, 'event')))).toBe(
      '2 events is below the first band = £0.00',
    );
  });
});

describe('what holds over time', () => {
  const overTime = (from: string, agreedOn?: string): Quantity => ({
    kind: 'over-time',
    values: [
      { from: day('2015-04-01'), is: pounds(10), clause: '1' },
      { from: day(from), is: pounds(12), clause: '2', ...(agreedOn && { agreedOn: day(agreedOn) }) },
    ],
  });

  it('holds in a period that begins on its first day or later, for a run as at the day of its agreement or later', () => {
    expect(worth(overTime('2015-04-01'))).toBe('12');
    expect(worth(overTime('2015-04-02'))).toBe('10');
    expect(worth(overTime('2015-04-01', '2015-07-15'))).toBe('12');
    expect(worth(overTime('2015-04-01', '2015-07-16'))).toBe('10');
  });

  it('is nothing before its first day, and holds nothing else up', () => {
    const later: Quantity = { kind: 'over-time', values: [{ from: day('2015-07-01'), is: missing, clause: '1' }] };
    expect(worth({ kind: 'sum', of: [pounds(7), later] })).toBe('7');
  });
});

it('multiplies, divides and says so', () => {
  const steps = (quantity: Quantity) => {
    const asked = { scheme: of, figures, asAt: day('2015-07-15'), withOverCap: false, reached: toNobody };
    const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
    return evaluated.kind === 'known' ? evaluated.steps.map(({ formula }) => formula) : [];
  };
  const sum: Quantity = { kind: 'sum', of: [number(2, 'visit'), number(4, 'visit')] };
  const told = '2 visits + 4 visits = 6 visits';
  expect(steps({ kind: 'product', of: [pounds(3, 'visit'), sum] })).toEqual([
    told,
    '£3.00 a visit × 6 visits = £18.00',
  ]);
  expect(steps({ kind: 'ratio', of: sum, to: number(4, 'visit') })).toEqual([told, '6 visits ÷ 4 visits = 150%']);
  expect(steps({ kind: 'difference', from: sum, less: number(4, 'visit') })).toEqual([
    told,
    '6 visits − 4 visits = 2 visits',
  ]);
  expect(steps({ kind: 'share', share: ratio(1, 2), of: sum })).toEqual([told, '50% of 6 visits = 3 visits']);
  expect(steps({ kind: 'rounded', of: sum, places: 0, mode: 'down' })).toEqual([
    told,
    '6 visits rounded to the whole number = 6 visits',
  ]);
});

it('tells of the least and the greatest which of them was reached', () => {
  const [three, five] = [pounds(3), pounds(5)];
  const reachedBy = (kind: 'least' | 'greatest') => {
    const reached: object[] = [];
    const asked = {
      scheme: of,
      figures,
      asAt: day('2015-07-15'),
      withOverCap: false,
      reached: (block: object) => reached.push(block),
    };
    evaluate({ kind, of: [three, five] }, askedIn(asked, firstPeriod(of)), '1');
    return reached;
  };
  expect([reachedBy('least'), reachedBy('greatest')]).toEqual([[three], [five]]);
});

it('remembers by how much it was below nothing, of pounds alone and while it is nothing', () => {
  const cut = (quantity: Quantity) => {
    const asked = { scheme: of, figures, asAt: day('2015-07-15'), withOverCap: false, reached: toNobody };
    const evaluated = evaluate(quantity, askedIn(asked, firstPeriod(of)), '1');
    return evaluated.kind === 'known' && evaluated.cut ? formatExact(evaluated.cut) : null;
  };
  const less = (from: Quantity, than: Quantity): Quantity => ({ kind: 'difference', from, less: than });
  expect(cut(less(pounds(3), pounds(5)))).toBe('2');
  expect(cut(less(pounds(5), pounds(3)))).toBeNull();
  expect(cut(less(number(3, 'visit'), number(5, 'visit')))).toBeNull();
  const half = (of: Quantity): Quantity => ({ kind: 'share', share: ratio(1, 2), of });
  expect(cut(half(less(pounds(3), pounds(5))))).toBe('2');
  expect(cut(half(pounds(0)))).toBeNull();
  expect(cut({ kind: 'sum', of: [pounds(0), less(pounds(3), pounds(5))] })).toBe('2');
  expect(cut({ kind: 'sum', of: [pounds(1), less(pounds(3), pounds(5))] })).toBeNull();
});

it('asks of several together, or of one alone, for nothing that only the other has', () => {
  const each: Quantity = { kind: 'each-line', measure: 'm', at: 'latest', of: pounds(1) };
  const own: Quantity = {
    kind: 'over-time',
    by: 'start',
    values: [{ from: day('2015-04-01'), is: pounds(1), clause: '1' }],
  };
  const all: Quantity = { kind: 'of-all', how: 'total', of: pounds(1) };
  expect(() => worth(each)).toThrow('the lines of m of several together');
  expect(() => worth(own)).toThrow('the own days of several together');
  expect(() => worth(all)).toThrow('figures of all are asked for where nobody else is known');
});

it('has no ratio to nothing', () => {
  expect(worth({ kind: 'ratio', of: number(3), to: number(0) })).toBe('300% ÷ 0% has no value');
});

it('a rate tells how what it is paid for was worked out', () => {
  const both: Quantity = { kind: 'sum', of: [number(2, 'visit'), number(3, 'visit')] };
  const asked = { scheme: of, figures, asAt: day('2015-07-15'), withOverCap: false, reached: toNobody };
  const evaluated = evaluate({ kind: 'rate', pounds: ratio(4), for: both }, askedIn(asked, firstPeriod(of)), '1');
  expect(evaluated.kind === 'known' && evaluated.steps.map(({ formula }) => formula)).toEqual([
    '2 visits + 3 visits = 5 visits',
    '5 visits × £4.00 = £20.00',
  ]);
});

it('a share and a rounded figure say of what', () => {
  const share: Quantity = { kind: 'share', share: ratio(1, 4), of: pounds(10) };
  const rounded = (places: number): Quantity => ({
    kind: 'rounded',
    of: { kind: 'number', number: ratio(5, 2), unit: 'visit' },
    places,
    mode: 'half-away-from-zero',
  });
  expect([share, rounded(0), rounded(1), rounded(2), rounded(3)].map(saysOf)).toEqual([
    '25% of £10.00 = £2.50',
    '2.5 visits rounded to the whole number = 3 visits',
    '2.5 visits rounded to 1 place = 2.5 visits',
    '2.5 visits rounded to two places = 2.5 visits',
    '2.5 visits rounded to 3 places = 2.5 visits',
  ]);
  expect(saysOf({ kind: 'ratio', of: number(10), to: number(0) })).toMatch(/÷ .* has no value$/);
});
