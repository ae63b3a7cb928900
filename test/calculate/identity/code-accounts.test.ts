import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { facts, paid, run, succeeded, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

it('an account belongs to the code under which its list was counted, also in a run before that day', () => {
  // Z00001 becomes Z00002 on 20 April, when the lists are counted: 400.00 a year, of which 30.00 was paid to the old code.
  const core = component('core', { kind: 'per-patient', pounds: ratio(4), clause: '1' });
  const population = { kind: 'registered', at: day('2015-04-20'), acceptedInstead: [], clause: 'population' };
  const known = {
    ...facts([{ patients: null, paid: [paid('core', 'Q1', '30.00', '2015-04-05')] }, { patients: 100 }]),
    successions: [succeeded(1, 2, '2015-04-20')],
  };
  for (const asAt of ['2015-04-10', '2015-04-20']) {
    const accounts = run(scheme([core], { population }), known, 'Q1', asAt);
    expect(accounts.map((account) => [account.practice.code, ...tell(account, 'core')])).toEqual([
      ['Z00002', 'Q1 released 100.00 payment 70.00'],
    ]);
  }
});
