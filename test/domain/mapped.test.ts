import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapped } from '../../src/domain/mapped.ts';

it('makes what map makes', () => {
  const make = (each: number, place: number) => `${place}: ${each}`;
  fc.assert(
    fc.property(fc.array(fc.integer()), (list) => {
      expect(mapped(list, make)).toEqual(list.map(make));
    }),
  );
});
