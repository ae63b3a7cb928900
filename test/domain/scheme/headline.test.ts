import { describe, expect, it } from 'vitest';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import { headlineTerms } from '../../../src/domain/scheme/headline.ts';
import type { Adjustment, PlainValue, Value } from '../../../src/domain/scheme/scheme.ts';
import { component, scheme } from '../../make/scheme.ts';

const clause = 'c';
const aPatient: PlainValue = { kind: 'per-patient', pounds: ratio(6), clause };
const fixed: PlainValue = { kind: 'fixed', pounds: ratio(500), clause };
const pool: PlainValue = { kind: 'pool', pounds: ratio(1000), clause };
const cut = (id: string, by: number): Adjustment => {
  return { id, title: id, kind: 'reduce', by: ratio(by, 100), roundedTo: null, mode: 'down', clause };
};
const half = { title: 'Half', share: ratio(1, 2), clause };
const third = { title: 'Third', share: ratio(1, 3), clause };

type Figure =
  | { readonly kind: 'rate' | 'most' }
  | { readonly kind: 'budget'; readonly after: readonly string[] | 'all' }
  | { readonly kind: 'reduction'; readonly by: readonly string[] };

/** What each of these values, by its own name, adds to a headline. */
function terms(headline: Figure, values: Readonly<Record<string, Value>>, adjustments: readonly Adjustment[] = []) {
  const made = scheme(Object.entries(values).map(([id, value]) => component(id, value, { adjustments })));
  const components = [...Object.keys(values), 'of-no-scheme'];
  const all = headlineTerms(made, { title: 'T', clause, pounds: ratio(1), components, ...headline });
  expect(all.at(-1)).toBeNull();
  return Object.fromEntries(
    Object.keys(values).map((id, place) => {
      const term = all[place];
      if (term) expect(term.component.id).toBe(id);
      return [id, term ? formatExact(term.pounds) : null];
    }),
  );
}

describe('what each component adds to a figure that the paper prints', () => {
  it('is its rate a patient, or its share of one', () => {
    const values = {
      aPatient,
      share: { kind: 'share', of: aPatient, path: [half, third], clause } as const,
      fixed,
      pool,
    };
    expect(terms({ kind: 'rate' }, values)).toEqual({ aPatient: '6', share: '1', fixed: null, pool: null });
    expect(terms({ kind: 'rate' }, { other: { kind: 'share', of: fixed, path: [half], clause } })).toEqual({
      other: null,
    });
  });

  it('is the most that one practice can earn: a sum, or its dearest events up to the cap', () => {
    const event: PlainValue = { kind: 'per-event', event: 'visit', pounds: ratio(5), atMost: 26, clause };
    const values: Readonly<Record<string, Value>> = {
      fixed,
      event,
      byDay: { ...event, pounds: [{ pounds: ratio(5) }, { pounds: ratio(7) }, { pounds: ratio(6) }] },
      without: { ...event, atMost: null },
      byList: { ...event, atMost: { kind: 'patients' } },
      aPatient,
    };
    expect(terms({ kind: 'most' }, values)).toEqual({
      fixed: '500',
      event: '130',
      byDay: '182',
      without: null,
      byList: null,
      aPatient: null,
    });
  });

  it('is a pot after what is taken off it, in the order that is written', () => {
    const adjustments = [cut('tenth', 10), cut('half', 50)];
    expect(terms({ kind: 'budget', after: 'all' }, { pool, fixed }, adjustments)).toEqual({ pool: '450', fixed: null });
    expect(terms({ kind: 'budget', after: ['half'] }, { pool }, adjustments)).toEqual({ pool: '500' });
    expect(terms({ kind: 'budget', after: [] }, { pool }, adjustments)).toEqual({ pool: '1000' });
  });

  it('is what is taken off a pot, each of what those before leave', () => {
    const adjustments = [cut('tenth', 10), cut('half', 50)];
    expect(terms({ kind: 'reduction', by: ['half'] }, { pool, fixed }, adjustments)).toEqual({
      pool: '450',
      fixed: null,
    });
    expect(terms({ kind: 'reduction', by: ['tenth', 'half'] }, { pool }, adjustments)).toEqual({ pool: '550' });
    expect(terms({ kind: 'reduction', by: [] }, { pool }, adjustments)).toEqual({ pool: '0' });
  });
});
