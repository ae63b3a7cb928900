import type { Rounding } from '../money/rounding.ts';
import type { Component, Scheme } from './scheme.ts';

/**
 * To what a part of the amounts of a component is rounded. A shared sum is split in pence whatever the unit of the scheme is, and so is a part
 * of what each has of it: rounded to the pound, all parts together could come to more than there is (RULES, Decisions).
 */
export function roundingOfParts({ value }: Component, { rounding }: Scheme): Rounding {
  const isShared = value.kind === 'pool' || value.kind === 'shared' || value.kind === 'envelope';
  return isShared ? { unit: 'penny', mode: rounding.mode } : rounding;
}
