import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, measured, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const toDate: Value = {
  kind: 'quantity',
  of: { kind: 'rate', pounds: ratio(2), for: { kind: 'measure', measure: 'm', part: 'numerator', at: 'to-date' } },
  clause: '1',
};
const measures = [{ id: 'm', title: 'm', numerator: 'n', denominator: 'd', numeratorUnit: 'item', clause: '2' }];
function told(joinedOn: string, prorate: 'none' | 'days' = 'none') {
  const joining = { prorate, list: 'first-after' as const, clause: '3' };
  // A row of the first quarter, none of the second, and one of the third.
  const rows = [measured('m', '2015-06-30', '900', '1'), measured('m', '2015-12-31', '30', '1')];
  const given = facts([{ patients: 10, practice: { joinedOn: day(joinedOn) }, measures: rows }]);
  return tell(
    run(scheme([component('c', toDate, { schedule: null })], { measures, joining }), given, 'Q3', '2016-01-31')[0],
    'c',
  );
}

it('adds up no figure of a period of which a joiner is owed nothing, and waits for none of it', () => {
  expect(told('2015-10-01')).toEqual(['Q1 released 0.00', 'Q2 released 0.00', 'Q3 released 60.00 payment 60.00']);
  // Within the second quarter: by days that is owed in part and its figure is waited for, else it adds nothing.
  expect(told('2015-09-15')).toEqual(['Q1 released 0.00', 'Q2 released 0.00', 'Q3 released 60.00 payment 60.00']);
  const waits = ['Q2 withheld 0.00 [withheld 0.00]', 'Q3 withheld 0.00 [withheld 0.00]'];
  expect(told('2015-09-15', 'days')).toEqual(['Q1 released 0.00', ...waits]);
});
