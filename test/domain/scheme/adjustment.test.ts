import { describe, expect, it } from 'vitest';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import { takenOff } from '../../../src/domain/scheme/adjustment.ts';
import type { Adjustment } from '../../../src/domain/scheme/scheme.ts';

type Reduce = Extract<Adjustment, { kind: 'reduce' }>;

function reduce(given: Partial<Reduce>): Adjustment {
  const half = { id: 'half', title: 'Half', kind: 'reduce', by: ratio(1, 2), clause: '1' } as const;
  return { ...half, roundedTo: 'pound', mode: 'half-away-from-zero', ...given };
}

describe('what a reduction takes off', () => {
  it('is rounded in the mode of the scheme', () => {
    expect(formatExact(takenOff(ratio(101), reduce({})))).toBe('51');
    expect(formatExact(takenOff(ratio(101), reduce({ mode: 'down' })))).toBe('50');
  });

  it('is never more than there is', () => {
    expect(formatExact(takenOff(ratio(9, 4), reduce({ by: ratio(1), mode: 'up' })))).toBe('2.25');
    expect(formatExact(takenOff(ratio(-9, 4), reduce({ by: ratio(1), mode: 'up' })))).toBe('-2.25');
  });
});
