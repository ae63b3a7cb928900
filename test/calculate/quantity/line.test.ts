import { expect, it } from 'vitest';
import { onLine, placeOnLine } from '../../../src/calculate/quantity/line.ts';
import { formatExact, type Ratio, ratio } from '../../../src/domain/money/ratio.ts';

// 0 at 10; at 20 a jump from 4 below it to 5 there, and from 6 just after it; 10 at 30.
const points = [
  { at: ratio(10), is: ratio(0) },
  { at: ratio(20), is: ratio(5), below: ratio(4), above: ratio(6) },
  { at: ratio(30), is: ratio(10) },
];

function paid(value: Ratio, goesOn = false): string {
  return formatExact(onLine(placeOnLine(points, value, goesOn), value, (end) => end));
}

it.each([
  ['before the first point', ratio(9), '0'],
  ['at a point', ratio(10), '0'],
  ['between two points', ratio(15), '2'],
  ['just before a jump', ratio(199, 10), '3.96'],
  ['at a jump', ratio(20), '5'],
  ['just after a jump', ratio(201, 10), '6.04'],
  ['at the last point', ratio(30), '10'],
  ['after the last point', ratio(40), '10'],
])('is read %s', (_, value, pays) => {
  expect(paid(value)).toBe(pays);
});

it('goes on beyond the last point on the line that led to it', () => {
  expect(paid(ratio(40), true)).toBe('14');
});
