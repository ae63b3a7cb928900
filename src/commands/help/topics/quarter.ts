import type { Topic } from './topic.ts';

export const quarterTopic: Topic = {
  id: 'quarter',
  title: "A quarter's work",
  reader: 'analyst',
  says: `
The second quarter of fourteen made-up practices, line by line; q2/runs/* is the run folder that the third line makes.

$ cp -r fixtures/dorset-ccip-2015-16 q2      # of your own: quarterday template makes an empty folder, import one of the files that you have
$ quarterday check dorset-ccip-2015-16 --data q2/data                  # every mistake of every file, with the cell and a fix
$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data q2/data --ledger q2/ledger --out q2/runs
$ quarterday explain q2/runs/* --practice Z10005                       # the answer to "why so little?"
$ quarterday publish q2/runs/* --finance q2/finance --out q2/papers    # for the committee, and a letter for each payee
$ quarterday post q2/runs/* --ledger q2/ledger --approved-by "A. Name" --confirm-total 24062.79
$ quarterday hand-off --ledger q2/ledger --posting 1 --channel schemes/channels/one-row-a-payee.json --finance q2/finance \\
  --pay-on 2015-11-27 --by "B. Name" --out q2/to-pay                  # the file that pays it: 9 payees, £24,062.79
$ quarterday settle --ledger q2/ledger --from q2/bank/first.csv --map schemes/maps/status-report.json --on 2015-12-02 --by "C. Name"
$ quarterday ledger q2/ledger --open                                   # what Z10003 was sent came back: £9,525.00
$ quarterday hand-off --ledger q2/ledger --posting 1 --channel schemes/channels/one-row-a-payee.json --finance q2/finance \\
  --pay-on 2015-12-11 --by "B. Name" --out q2/again --again QD1PZ10003 --reason "account closed"
$ quarterday settle --ledger q2/ledger --from q2/bank/second.csv --map schemes/maps/status-report.json --on 2015-12-14 --by "C. Name"
$ quarterday verify --ledger q2/ledger                                 # and ledger --open says: nothing
$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2016-01-31 --data q2/data --ledger q2/ledger   # what came in since: £500.00, not all again
$ quarterday accrue dorset-ccip-2015-16 --as-at 2015-11-30 --data q2/data --ledger q2/ledger --finance q2/finance \\
  --channel schemes/channels/one-row-a-component.json --out q2/month-8   # the next month takes --prior q2/month-8/accruals.csv
$ quarterday due dorset-ccip-2015-16 --as-at 2015-12-14 --data q2/data --ledger q2/ledger --within 30d
$ quarterday forecast dorset-ccip-2015-16 --as-at 2015-12-14 --data q2/data --ledger q2/ledger

Typing the total is the last check that the right run is posted; note the hash that post prints in the minutes. (Warnings of days
come of posting 2015 today.) Many schemes are one quarterday batch JOB, and publish takes all their runs. A mistake found later is
corrected in the data, and the period is run again with the ledger: only the difference is paid or recovered, from whoever had the
money. Where a person must decide, that is a row in decisions.csv with name, date, reason and sum; a recovery in instalments is a
row in plans.csv. A whole year of three schemes, with a merger, a plan and a returned payment, stands in fixtures/year/README.md.
`,
  next: ['files', 'decisions', 'bank', 'proof'],
};
