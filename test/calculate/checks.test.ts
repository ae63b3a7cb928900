import { expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { at } from '../../src/domain/at.ts';
import { day } from '../../src/domain/day.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Value } from '../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, judgeAll, tell } from '../make/facts.ts';
import { component, quarters, scheme } from '../make/scheme.ts';

const jabs: Value = {
  kind: 'quantity',
  of: { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'jab' } },
  clause: '1',
};
const paying = scheme([component('c', jabs)]);
const asAt = day('2015-07-15');
const about = { period: at(quarters, 0), asAt };

it('accepting a claim that is not there is told from the day of the decision on, beside one that is there', () => {
  const late = { evidence: 'jab 2015-04-01', line: 2 };
  const decisions = [
    decided('accept-late', '2015-07-15', late),
    decided('accept-late', '2015-07-15', { evidence: 'misspelt', line: 3 }),
    decided('accept-late', '2015-07-16', { evidence: 'misspelt', line: 4 }),
    decided('proportion', '2015-07-15', { evidence: 'misspelt', line: 5 }),
  ];
  const known = facts([{ patients: 1, decisions }, { patients: 1 }]);
  const judge = openClaimJudge(paying, known, asAt);
  judgeAll(judge, known, [claim('jab', '2015-04-01', '2015-04-02')]);
  const { findings } = calculate(paying, known, { ...about, claims: judge.counted });
  expect(findings.map(({ code, line, value }) => [code, line, value])).toEqual([
    ['accepted-claim-missing', 3, 'misspelt'],
  ]);
});

it('where no claims were read nothing was claimed', () => {
  const { value } = calculate(paying, facts([{ patients: 1 }]), { ...about, claims: null });
  expect(tell([...(value?.accounts() ?? [])][0], 'c')).toEqual(['Q1 released 0.00']);
});
