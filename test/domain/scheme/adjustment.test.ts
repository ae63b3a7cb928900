import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { takenOff } from '../../../src/domain/scheme/adjustment.ts';
import type { Adjustment } from '../../../src/domain/scheme/scheme.ts';

type Reduce = Extract<Adjustment, { kind: 'reduce' }>;

function reduce(given: Partial<Reduce>): Adjustment {
  const half = { id: 'half', title: 'Half', kind: 'reduce', by: ratio(1, 2), clause: '1' } as const;
  return { ...half, roundedTo: 'pound', mode: 'half-away-from-zero', ...given };
}

describe('what a reduction takes off', () => {
  it('is rounded in the mode of the scheme', () => {
    expect(takenOff(ratio(101), reduce({}))).toEqual(ratio(51));
    expect(takenOff(ratio(101), reduce({ mode: 'down' }))).toEqual(ratio(50));
  });

  it('is never more than there is', () => {
    expect(takenOff(ratio(9, 4), reduce({ by: ratio(1), mode: 'up' }))).toEqual(ratio(9, 4));
    expect(takenOff(ratio(-9, 4), reduce({ by: ratio(1), mode: 'up' }))).toEqual(ratio(-9, 4));
  });
});
