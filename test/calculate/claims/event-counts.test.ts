import { expect, it } from 'vitest';
import { EventCounts } from '../../../src/calculate/claims/event-counts.ts';

// A wrong place in what is paid for is a fault, and not no events.

it('has no count of a kind, a practice or a period that is not there', () => {
  const counts = new EventCounts(2, ['visit', 'call'], 4);
  counts.add(1, 'call', 3);
  expect(counts.of(1, 'call', 3)).toBe(1);
  expect(() => counts.of(2, 'visit', 0)).toThrow('practice 2 or period 0 has no count of events');
  expect(() => counts.add(0, 'jab', 0)).toThrow('no kind of event jab to count');
});
