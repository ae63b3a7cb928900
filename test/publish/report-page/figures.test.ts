import { describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { backSum, counted, length, percent, perPatient, shownSum } from '../../../src/publish/report-page/figures.ts';
import { htmlOf, tag } from '../../../src/publish/report-page/markup.ts';
import { niceStep } from '../../../src/publish/report-page/sections/nice-step.ts';

const shown = (children: ReturnType<typeof shownSum>) => htmlOf(plainWords, tag('td', {}, children));

describe('figures of the page', () => {
  it.each([
    [0n, 7n, '0%'],
    [7n, 7n, '100%'],
    [99999n, 100000n, '99.9%'],
    [1n, 100000n, '0.1%'],
    [100001n, 100000n, '100.1%'],
    [1n, 3n, '33.3%'],
    [-1n, 4n, '−25.0%'],
    [1n, 0n, null],
  ])('says %s of %s as %s', (part, whole, says) => {
    expect(percent(part, whole)).toBe(says);
  });

  it('shows nothing as a dash that is read aloud, and what comes back in red alone', () => {
    expect(shown(shownSum(pence(0)))).toBe('<td><span aria-hidden="true">–</span><span class="vh">nothing</span></td>');
    expect(shown(shownSum(pence(-1200)))).toBe('<td>−£12.00</td>');
    expect(shown(backSum(pence(-1200)))).toBe('<td><span class="neg">−£12.00</span></td>');
  });

  it('counts in words, measures in per cent, divides by patients', () => {
    expect(counted(1, 'payment')).toBe('1 payment');
    expect(counted(2000, 'recovery', 'recoveries')).toBe('2,000 recoveries');
    expect(length(1n, 3n)).toBe('33.33%');
    expect(perPatient(pence(100), ratio(3))).toBe(33n);
    expect(perPatient(pence(100), ratio(0))).toBeNull();
    expect(niceStep(pence(307), 6n)).toBe(100n);
    expect(niceStep(pence(3600000), 18n)).toBe(200000n);
  });
});
