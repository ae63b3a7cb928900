import { expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { openAccounts } from '../../src/calculate/identity/accounts.ts';
import type { PracticeAccount } from '../../src/domain/account.ts';
import { at } from '../../src/domain/at.ts';
import { day } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { decided, facts, paid, succeeded, tell } from '../make/facts.ts';
import { component, quarters, scheme } from '../make/scheme.ts';

it('one practice comes to the same alone as among all, also where a sum that was decided is used up', () => {
  const fixed = component('c', { kind: 'fixed', pounds: ratio(100), clause: '1' });
  const waiting = scheme([{ ...fixed, recovery: { ...fixed.recovery, waitsForDecision: true } }]);
  // £25.00 earned, £40.00 paid, £5.00 of the £5.00 decided on taken since: £10.00 waits.
  const given = facts([
    { patients: 100 },
    {
      patients: 100,
      decisions: [decided('recover', '2015-06-01', { component: 'c', amount: pence(500) })],
      paid: [paid('c', 'Q1', '40.00', '2015-05-01'), paid('c', 'Q1', '-5.00', '2015-06-10')],
    },
  ]);
  const run = { period: at(quarters, 0), asAt: day('2015-07-31'), claims: null };
  const calculation = calculate(waiting, given, run).value;
  const all = [...(calculation?.accounts() ?? [])];
  expect(all.map((_, index) => calculation?.groundsAt(index).account)).toEqual(all);
  expect(all[1]?.lines[0]?.positions[0]?.settlement).toMatchObject({
    kind: 'clawback',
    parts: [{ status: 'proposed', amount: 1000n }],
  });
});

it('so it does where a sum counts for several accounts, of which those before it take theirs first', () => {
  // Z00004 stands for three codes from October, and Z00005 for itself. Each was paid £150.00 too much, and £200.00 may be taken of the three.
  const nothing = component('c', { kind: 'fixed', pounds: ratio(0), clause: '1' });
  const waiting = scheme([{ ...nothing, recovery: { ...nothing.recovery, waitsForDecision: true } }]);
  const had = (payeeCode: string) => [paid('c', 'Q1', '150.00', '2015-05-01', { payeeCode })];
  const given = {
    ...facts([
      { patients: 100, paid: had('Z00001') },
      { patients: 100, paid: had('Z00002') },
      { patients: 100, paid: had('Z00003') },
      { patients: null, decisions: [decided('recover', '2015-11-01', { component: 'c', amount: pence(200_00) })] },
      { patients: 100, paid: had('Z00005') },
    ]),
    successions: [1, 2, 3].map((old) => succeeded(old, 4, '2015-10-01')),
  };
  const asAt = day('2016-01-15');
  const { facts: byAccount } = openAccounts(waiting, given, asAt).value;
  const calculation = calculate(waiting, byAccount, { period: at(quarters, 0), asAt, claims: null }).value;
  const all = [...(calculation?.accounts() ?? [])];
  expect(all.map((account) => tell(account, 'c')[0])).toEqual([
    'Q1 released 0.00 clawback 150.00 due from Z00004',
    'Q1 released 0.00 clawback 50.00 due from Z00004 clawback 100.00 proposed from Z00004',
    'Q1 released 0.00 clawback 150.00 proposed from Z00004',
    'Q1 released 0.00 clawback 150.00 proposed',
  ]);
  expect(all.map((_, index) => calculation?.groundsAt(index).account)).toEqual(all);
});

it('an account may be worked out by other facts of its own: what all have in common stays as it is', () => {
  const perPatient = component('c', { kind: 'per-patient', pounds: ratio(1), clause: '1' });
  const pool = component('pool', { kind: 'pool', pounds: ratio(400), clause: '2' });
  // £1 for each of 100 patients, and a quarter of £400 with 300 others.
  const { plans: _, ...given } = facts([{ patients: 100 }, { patients: 300 }]);
  const run = { period: at(quarters, 0), asAt: day('2015-07-31'), claims: null };
  const calculation = calculate(scheme([perPatient, pool]), given, run).value;
  const told = (account: PracticeAccount | undefined) => ['c', 'pool'].flatMap((id) => tell(account, id));
  const own = { facts: facts([{ patients: 500 }, { patients: 1 }]), claims: null };
  const share = 'Q1 released 25.00 payment 25.00';
  expect(told(calculation?.groundsAt(0).account)).toEqual([share, share]);
  expect(told(calculation?.accountBy(0, own))).toEqual(['Q1 released 125.00 payment 125.00', share]);
});

// Whoever looks at every practice by itself, as a report does, must not go through all of them for each.
it('looks at the rows of others for none of many practices', () => {
  const fixed = component('c', { kind: 'fixed', pounds: ratio(100), clause: '1' });
  const given = facts(Array.from({ length: 200 }, () => ({ patients: 100 })));
  let asked = 0;
  class Counting extends Map<string, readonly never[]> {
    override get(code: string): readonly never[] | undefined {
      asked += 1;
      return super.get(code);
    }
  }
  const run = { period: at(quarters, 0), asAt: day('2015-07-31'), claims: null };
  const calculation = calculate(scheme([fixed]), { ...given, plans: new Counting() }, run).value;
  for (const index of given.practices.keys()) calculation?.groundsAt(index);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(200 * 10);
});
