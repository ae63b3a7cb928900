import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { EvidenceRow } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { facts, received, run } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// £100 a quarter for a plan by 30 June and a report whenever it comes.

const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });
const report = evidence('report');

/** Status, reason and clauses of Q1, and what is told of each condition. */
function told(rows: readonly EvidenceRow[], asAt: string) {
  const needs = [
    { evidence: plan, clause: '4' },
    { evidence: report, clause: '5' },
  ];
  const conditions = quarters.map(() => ({ needs, keeps: [] }));
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const paying = scheme([component('c', fixed, { conditions })], { evidence: [plan, report] });
  const [account] = run(paying, facts([{ patients: 1, evidence: rows }]), 'Q1', asAt);
  const position = account?.lines[0]?.positions[0];
  const why = position?.unpaid.map(
    ({ status, amount, reason, clause }) => `${status} ${amount}: ${reason} (${clause})`,
  );
  const steps = position?.steps.filter(({ step }) => step === 'condition');
  return [...(why ?? []), ...(steps ?? []).map(({ value, formula, clause }) => `${value}: ${formula} (${clause})`)];
}

it('names all that is open; and once something has failed, that alone', () => {
  expect(told([], '2015-06-30')).toMatchInlineSnapshot(`
    [
      "withheld 10000: plan: not received yet, due by 2015-06-30; report: not received yet (4, 5)",
      "open: needs plan: not received yet, due by 2015-06-30 (4)",
      "open: needs report: not received yet (5)",
    ]
  `);
  expect(told([received('plan', '2015-07-01')], '2015-07-01')).toMatchInlineSnapshot(`
    [
      "forfeited 10000: plan: received 2015-07-01, due by 2015-06-30 (4)",
      "failed: needs plan: received 2015-07-01, due by 2015-06-30 (4)",
      "open: needs report: not received yet (5)",
    ]
  `);
  expect(told([received('plan', '2015-06-30')], '2015-07-01')).toMatchInlineSnapshot(`
    [
      "withheld 10000: report: not received yet (5)",
      "met: needs plan: received 2015-06-30, due by 2015-06-30 (4)",
      "open: needs report: not received yet (5)",
    ]
  `);
  expect(told([received('plan', '2015-06-30'), received('report', '2015-07-01')], '2015-07-01')).toMatchInlineSnapshot(`
    [
      "met: needs plan: received 2015-06-30, due by 2015-06-30 (4)",
      "met: needs report: received 2015-07-01 (5)",
    ]
  `);
});
