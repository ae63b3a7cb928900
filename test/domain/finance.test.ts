import { expect, it } from 'vitest';
import { codingOf } from '../../src/domain/finance.ts';

const row = (scheme: string | null, component: string, line: number) => {
  return { scheme, component, costCentre: '1', subjective: '2', line };
};

it('finds the coding of a component in the row of its scheme, else in that of every scheme', () => {
  const coding = [row(null, 'access', 2), row('dorset', 'access', 3), row('devon', 'teams', 4), row(null, 'plans', 5)];
  const line = (scheme: string, component: string) => codingOf(scheme, component, coding)?.line ?? null;
  expect([line('dorset', 'access'), line('devon', 'access'), line('devon', 'teams')]).toEqual([3, 2, 4]);
  expect([line('dorset', 'teams'), line('dorset', 'plans'), line('dorset', 'visits')]).toEqual([null, 5, null]);
});
