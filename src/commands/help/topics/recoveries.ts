import type { Topic } from './topic.ts';

export const recoveriesTopic: Topic = {
  id: 'recoveries',
  title: 'What comes back',
  reader: 'analyst',
  says: `
A clawback is no special case: it is a payment that came out below zero, because what is earned to date is less than what was paid.
The scheme says when it may be taken. Its status says where it stands.

- due: taken in this run; falls are set off against payments of the same run first
- deferred: taken in a later period, or by a plan
- proposed: waits for a decision, recover or waive-recovery
- waived: a decision says that it is not taken

$ quarterday run cambridgeshire-qef-2017-18 --period third --as-at 2018-05-01 --data fixtures/cambridgeshire-qef-2017-18/data --out runs
$ quarterday publish runs/* --only recoveries --out papers    # recoveries.csv: each sum, who had it, why, since when, what is left

It is asked of whoever had the money, payment by payment, also where the payee has changed since. In instalments it is a row in
plans.csv: the sum, how many instalments, from which day, every month or period, and at most which share of what a run pays.

$ quarterday schema plans.csv
$ cp -r fixtures/dorset-ccip-2015-16/data planned
$ printf 'practice_code,component,amount,instalments,first_on,every,decided_on,decided_by,reason\\n' > planned/plans.csv
$ printf 'Z10007,integrated-teams,7000.00,4,2016-07-15,month,2016-07-05,S. Dyer,agreed with the practice\\n' >> planned/plans.csv
$ quarterday run dorset-ccip-2015-16 --period Q4 --as-at 2016-07-31 --data planned    # the first instalment is due, the rest deferred
`,
  next: ['decisions', 'joining', 'bank'],
};
