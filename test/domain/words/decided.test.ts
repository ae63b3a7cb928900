import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Decision, Plan } from '../../../src/domain/facts.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { sayDecision, sayPlan } from '../../../src/domain/words/decided.ts';
import { sayEventDays } from '../../../src/domain/words/event-days.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

const who = { decidedBy: 'A. Person', decidedOn: day('2016-02-10'), reason: 'fire at the surgery' };

it('says who decided, when, on what sum and why', () => {
  const [all, sum] = [null, pence(123450)].map((amount) => sayDecision(plainWords, { ...who, amount } as Decision));
  expect(all).toBe('decided by A. Person on 2016-02-10: fire at the surgery');
  expect(sum).toBe('decided by A. Person on 2016-02-10, £1,234.50: fire at the surgery');
});

it('says by what plan, in one instalment or several', () => {
  const plans = [1, 6].map((instalments) => sayPlan(plainWords, { ...who, amount: pence(60000), instalments } as Plan));
  expect(plans).toEqual([
    'by plan, decided by A. Person on 2016-02-10, £600.00 in one instalment: fire at the surgery',
    'by plan, decided by A. Person on 2016-02-10, £600.00 in 6 instalments: fire at the surgery',
  ]);
});

it('says which days of events are meant', () => {
  const [from, until] = [day('2021-12-12'), day('2022-01-31')];
  const days = [{}, { from }, { until }, { on: ['sunday', 'holiday'] }, { from, until, on: ['saturday'] }] as const;
  expect(days.map(sayEventDays)).toEqual([
    '',
    'from 12 December 2021',
    'until 31 January 2022',
    'on Sundays and holidays',
    'from 12 December 2021 until 31 January 2022 on Saturdays',
  ]);
});
