import type { Topic } from './topic.ts';

export const proofTopic: Topic = {
  id: 'proof',
  title: 'Prove a figure',
  reader: 'auditor',
  says: `
A run folder holds all that its figures were made of.

--out DIR makes DIR/<scheme>-<period>-<first 12 of the run id>, by one rename,
when everything in it is written.

- payments.csv, clawbacks.csv, statements.csv: what is paid and what comes back, by practice, payee, component and period; a row for
  each practice and payee
- withheld.csv, refused.csv: every amount that is not paid, and every claim that does not count, with the reason
- workings.csv, summary.json: every step of every figure, with its clause; totals, sums that foot, rows without effect, warnings,
  assumptions
- run.json, inputs/, provenance.json, SHA256SUMS: what makes the run (its sha256 is the run id), byte for byte; when and by which
  version it was made; the checksums, written last

quarterday verify RUN holds every checksum, and every report against the control totals and the workings; --recompute makes the run
again from its own inputs/, and names the first figure that differs. fixtures/past-runs/ keeps runs that must verify for ever;
src/calculate/RULES.md has the rules of the arithmetic.

$ quarterday verify fixtures/past-runs/west-hampshire-qps-2019-20-Q4-* --recompute
$ cp -r fixtures/past-runs/west-hampshire-qps-2019-20-Q4-* run
$ quarterday explain run --practice Z20006        # from the sum to the clause, the claims and the postings
$ grep Z20006 run/workings.csv                    # every step of it
$ quarterday publish run --only report --out papers   # the same to click through, in one file that needs no network

A figure that was changed afterwards is found, and named.

$ cp -r run changed && sed -i.bak 's/Z20006/Z20007/' changed/payments.csv
$ quarterday verify changed || test $? -eq 3

What changed between two runs, and why, diff says: entitlement and its causes first.

$ quarterday run west-hampshire-qps-2019-20 --period Q3 --as-at 2020-01-31 --data fixtures/west-hampshire-qps-2019-20/data --out earlier
$ quarterday diff earlier/* run || test $? -eq 3
`,
  next: ['posting', 'decisions', 'scripts'],
};
