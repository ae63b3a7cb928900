import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoundedOverTerm, isSharedMoney, notBounded } from '../../../src/outlook/worlds/not-bounded.ts';
import { schemeIn } from '../../make/any-data.ts';
import { lookingDays, yearOf } from '../../make/random-year.ts';
import { type Bounds, boundsOf } from './bounds.ts';

// What a finished year came to lies between certain and most as at every day before, for every practice, component and period; of money
// that is shared by figures, for all practices together; of events that may come in any period, over the term. What a scheme's own list of
// what is not bounded names is left out.

const root = fileURLToPath(new URL('../../../', import.meta.url));
const schemesIn = (folder: string) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.json') && name !== 'scheme.schema.json')
    .map((name) => `${folder}/${name}`);
const shipped = [
  'schemes/cambridgeshire-qef-2017-18.json',
  'schemes/dorset-ccip-2015-16.json',
  'schemes/west-hampshire-qps-2019-20.json',
  'fixtures/bury-qinpc-phase-5-illustrative/scheme.json',
];
const runs = Number(process.env.YEARS ?? 40);

describe.each([...shipped, ...schemesIn('fixtures/other-schemes')])('%s', (path) => {
  const scheme = schemeIn(`${root}${path}`);
  const free = new Set(notBounded(scheme).map(({ component }) => component.id));
  const shared = new Set(scheme.components.filter((each) => isSharedMoney(each, scheme)).map(({ id }) => id));

  const overTerm = new Set(scheme.components.filter(isBoundedOverTerm).map(({ id }) => id));

  it('ends between what was certain and the most, whenever it was looked at', () => {
    fc.assert(
      fc.property(yearOf(scheme), fc.constantFrom(...lookingDays(scheme)), (year, asAt) => {
        const bounds = boundsOf(scheme, year, asAt).filter(({ component }) => !free.has(component));
        const isOff = (each: Bounds, by: bigint) => each.certain > each.final + by || each.final > each.most + by;
        const all = (row: Bounds) => (shared.has(row.component) ? 'all' : row.practice);
        const ofTerm = together(bounds, (row) => `${all(row)} ${row.component}`);
        expect(ofTerm.filter((each) => isOff(each, 0n))).toEqual([]);
        // Pence are rounded to date: each line of a period may have one more or less.
        const ofPeriods = together(
          bounds.filter(({ component }) => !overTerm.has(component)),
          (row) => `${all(row)} ${row.component} ${row.period}`,
        );
        expect(ofPeriods.filter((each) => isOff(each, BigInt(each.lines)))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('the shipped schemes', () => {
  it('name nothing that is not bounded', () => {
    expect(shipped.flatMap((path) => notBounded(schemeIn(`${root}${path}`)))).toEqual([]);
  });

  it('name the events of Dorset alone as bounded over the term, and not by period', () => {
    const over = shipped.flatMap((path) => schemeIn(`${root}${path}`).components.filter(isBoundedOverTerm));
    expect(over.map(({ id }) => id)).toEqual(['locality-meetings', 'cluster-events']);
  });
});

/** The sums of all rows of one name. */
function together(rows: readonly Bounds[], nameOf: (row: Bounds) => string): (Bounds & { readonly lines: number })[] {
  const sums = new Map<string, Bounds & { readonly lines: number }>();
  for (const row of rows) {
    const name = nameOf(row);
    const { certain, final, most, lines } = sums.get(name) ?? { certain: 0n, final: 0n, most: 0n, lines: 0 };
    const added = { certain: certain + row.certain, final: final + row.final, most: most + row.most };
    sums.set(name, { ...row, ...added, lines: lines + 1 });
  }
  return [...sums.values()];
}
