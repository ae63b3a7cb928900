import type { Topic } from './topic.ts';

export const decisionsTopic: Topic = {
  id: 'decisions',
  title: 'Where a person must decide',
  reader: 'analyst',
  says: `
A scheme leaves some things to a person: whether late evidence counts, what share of the work was done, whether a sum is taken back.
Each decision is a row in decisions.csv with the day, the name, the reason and, where it is about money, the sum. The run obeys it
from that day on and prints the name; a decision dated after the as-at date does not exist yet.

- accept-late: evidence that came after its last day, or a late claim, counts as if it had been in time
- proportion: so much of what the component is worth is earned, such as 60%
- recover: the sum may be taken back; until then it stands as proposed
- waive-recovery: the sum is not taken back, and is shown as waived

$ quarterday schema decisions.csv                 # its columns, and which decision needs which
$ cp -r fixtures/dorset-ccip-2015-16/data decided
$ quarterday run dorset-ccip-2015-16 --period Q4 --as-at 2016-07-03 --data decided --out before   # proposed: nobody has decided
$ quarterday run dorset-ccip-2015-16 --period Q4 --as-at 2016-07-31 --data decided --out after
$ quarterday diff before/* after/* || test $? -eq 3   # which sums the decisions changed; a difference is exit 3
$ quarterday explain after/* --practice Z10012    # waived, by whom, and why

A row that decides nothing is told: one for a sum that nobody asks for, twice for one thing, or by nobody. What is still open and
what it is worth, due lists.

$ quarterday due dorset-ccip-2015-16 --as-at 2016-07-03 --data decided --practice Z10007
`,
  next: ['recoveries', 'proof'],
};
