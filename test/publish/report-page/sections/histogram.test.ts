import { expect, it } from 'vitest';
import { noPence, pence } from '../../../../src/domain/money/money.ts';
import { plainWords } from '../../../../src/domain/words/words.ts';
import { htmlOf } from '../../../../src/publish/report-page/markup.ts';
import type { ListedPractice } from '../../../../src/publish/report-page/rows/practice-row.ts';
import { histogram } from '../../../../src/publish/report-page/sections/histogram.ts';

function paid(pounds: number): ListedPractice {
  const net = pence(pounds * 100);
  const sums = { could: net, earned: net, open: noPence, paidBefore: noPence, pays: net, takenBack: noPence };
  const none = { waits: noPence, later: noPence, stays: noPence, carried: noPence };
  return { ...sums, ...none, net, code: `Z${pounds}`, name: 'Ash', locality: null, paidTo: [] };
}

/** The histogram as text, and the bars as `class: number`. */
function drawn(nets: readonly number[]) {
  const html = histogram(plainWords, nets.map(paid))
    .map((each) => htmlOf(plainWords, each))
    .join('');
  const bars = [...html.matchAll(/class="(b-\w+)"><\/rect><text[^>]*class="count">(\d+)/g)];
  return { text: html.replace(/<[^>]*>/g, ''), bars: bars.map(([, kind, count]) => `${kind} ${count}`) };
}

// 60 practices from £1,000 to £6,900: a few far off stand in the bar at their end, and flatten nobody else.
const most = Array.from({ length: 60 }, (_, index) => 1000 + index * 100);

it('is as wide as nearly all are, in bars of a round width, with those far off at the ends', () => {
  const { text, bars } = drawn([...most, -90_000, 400_000]);
  expect(text).toContain('in steps of £1,000, with their number. The first bar is everything below ');
  expect(bars.at(0)).toBe('b-back 1');
  expect(bars.slice(1, 6)).toEqual(['b-earned 10', 'b-earned 10', 'b-earned 10', 'b-earned 10', 'b-earned 10']);
  expect(bars.length).toBeGreaterThan(6);
});

it('has a bar of its own, left of nothing, for the only one that owes', () => {
  const { bars } = drawn([...most, -1]);
  expect(bars[0]).toBe('b-back 1');
  expect(bars.filter((each) => each.startsWith('b-back'))).toHaveLength(1);
  expect(drawn(most).bars.filter((each) => each.startsWith('b-back'))).toEqual([]);
});
