import type { Topic } from './topic.ts';

export const joiningTopic: Topic = {
  id: 'joining',
  title: 'Joining, leaving, moving and merging',
  reader: 'analyst',
  says: `
Practices come and go, and the tables say when; what follows from it the scheme says, under joining and leaving.

- joined_on, in practices.csv: the day on which it joined, after the term began; paid by days, or from the next period on
- notice_on and left_on, in practices.csv: its notice and its last day; paid to that day, and events after it are refused
- memberships.csv: a move to another locality or network, from a day on; a period goes by what holds on its first day
- successions.csv: a merger, or a new code: the old codes end, one code stands for them from a day on
- payees.csv: somebody else has the money, from a day on; the practice stays

$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data fixtures/dorset-ccip-2015-16/data --out left
$ quarterday explain left/* --practice Z10003     # gave notice and left: 69 of the 92 days of the quarter

A merger moves nobody's past. The old codes stay in practices.csv, the account goes on under the new one, and what was paid to the
old ones counts as paid.

$ cp -r fixtures/dorset-ccip-2015-16/data merged
$ printf 'old_code,new_code,from\\nZ10002,Z10001,2015-10-01\\n' > merged/successions.csv
$ quarterday run dorset-ccip-2015-16 --period Q3 --as-at 2016-02-15 --data merged --out merger
$ quarterday explain merger/* --practice Z10001
`,
  next: ['recoveries', 'files', 'scheme'],
};
