import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSharedMoney, notBounded } from '../../../src/outlook/worlds/not-bounded.ts';
import { schemeIn } from '../../make/any-data.ts';
import { lookingDays, yearOf } from '../../make/random-year.ts';
import { type Bounds, boundsOf } from './bounds.ts';

// What a finished year came to lies between certain and most as at every day before, for every practice and component; of money that is
// shared by figures, for all practices together. What a scheme's own list of what is not bounded names is left out.

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

  it('ends between what was certain and the most, whenever it was looked at', () => {
    fc.assert(
      fc.property(yearOf(scheme), fc.constantFrom(...lookingDays(scheme)), (year, asAt) => {
        const bounds = boundsOf(scheme, year, asAt).filter(({ component }) => !free.has(component));
        const own = bounds.filter(({ component }) => !shared.has(component));
        const together = [...shared].map((component) =>
          sumOf(
            component,
            bounds.filter((each) => each.component === component),
          ),
        );
        expect([...own, ...together].filter(({ certain, final, most }) => certain > final || final > most)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('the shipped schemes', () => {
  it('name nothing that is not bounded', () => {
    expect(shipped.flatMap((path) => notBounded(schemeIn(`${root}${path}`)))).toEqual([]);
  });
});

function sumOf(component: string, rows: readonly Bounds[]): Bounds {
  const sum = (amount: (row: Bounds) => bigint) => rows.map(amount).reduce((a, b) => a + b, 0n);
  return {
    practice: 'all',
    component,
    certain: sum(({ certain }) => certain),
    final: sum(({ final }) => final),
    most: sum(({ most }) => most),
  };
}
