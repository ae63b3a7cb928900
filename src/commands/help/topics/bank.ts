import type { Topic } from './topic.ts';

export const bankTopic: Topic = {
  id: 'bank',
  title: 'The bank and the month end',
  reader: 'analyst',
  says: `
Nobody's layout is guessed. A channel is a JSON file that says what the file of your payment system or ledger looks like, and a map
says which column of what it sends back is what. Two channels and a map come with the program, to copy and change; the codes come
from the finance folder: suppliers.csv, coding.csv, holidays.csv.

$ quarterday schema channel > channel.schema.json
$ quarterday schema map > map.schema.json
$ quarterday schema coding.csv

Only what is posted is handed over, each sum under a reference of its own, and never twice. What comes back is matched by that
reference alone; a like sum is named, and never taken.

$ cp -r fixtures/dorset-ccip-2015-16 month
$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data month/data --ledger month/ledger --out month/runs
$ quarterday post month/runs/* --ledger month/ledger --approved-by "A. Name" --confirm-total 24062.79
$ quarterday hand-off --ledger month/ledger --posting 1 --channel schemes/channels/one-row-a-payee.json --finance month/finance \\
  --pay-on 2015-11-27 --by "B. Name" --out month/to-pay
$ quarterday settle --ledger month/ledger --from month/bank/first.csv --map schemes/maps/status-report.json --on 2015-12-02 --by "C. Name"
$ quarterday ledger month/ledger --open           # posted and not settled, handed over and not answered, returned

At the end of a month accrue says what is earned and not posted (creditor), posted and not yet earned (prepaid) and to come back
(debtor), by component and never netted, with a balanced journal that reverses the last one.

$ quarterday accrue dorset-ccip-2015-16 --as-at 2015-11-30 --data month/data --ledger month/ledger --finance month/finance \\
  --channel schemes/channels/one-row-a-component.json --out month/8
$ quarterday accrue dorset-ccip-2015-16 --as-at 2015-12-31 --data month/data --ledger month/ledger --finance month/finance \\
  --channel schemes/channels/one-row-a-component.json --out month/9 --prior month/8/accruals.csv
`,
  next: ['posting', 'recoveries'],
};
