import type { Topic } from './topic.ts';

export const startTopic: Topic = {
  id: 'start',
  title: 'From nothing to the first posting',
  reader: 'all',
  says: `
A scheme is one JSON file, the facts are a folder of CSV files, and a run makes of the two what each practice is owed. This page goes
once through all of it with a scheme of your own; it takes a quarter of an hour.

First the scheme. What new writes can be checked and shown at once: its assumptions say what is made up, and is to be replaced
by what your paper says.

$ quarterday new --kind events --id visits-2027-28 --out visits.json   # or --kind per-patient, pool, achievement
$ quarterday schema scheme > scheme.schema.json   # beside it: an editor that knows JSON Schema helps as you type
$ quarterday check visits.json                    # after each change: is it sound, and do its examples come out?
$ quarterday show visits.json                     # reads it back in plain English

It is a draft, which no run pays. When it is agreed, its status says so; in an editor, or so. What is still made up then is a warning.

$ sed -i.bak 's/"status": "draft"/"status": "agreed"/' visits.json

Then the facts. The template has the right tables, and a README.md that explains each column. Fill in practices.csv and claims.csv;
for a first try, two practices are in fixtures/first-hour. What check says names the file, the line and a fix.

$ quarterday template visits.json --out data
$ cp fixtures/first-hour/*.csv data
$ quarterday check visits.json --data data

Then the run. Without --out it is a rehearsal: it prints what it comes to, and writes nothing.

$ quarterday run visits.json --period Q1 --as-at 2027-10-10 --data data
$ quarterday run visits.json --period Q1 --as-at 2027-10-10 --data data --ledger ledger --out runs
$ quarterday explain runs/* --practice Z00001     # where the shell knows no *, the name of the folder that run printed

Whoever approves it types its net total; from then on a later run with this ledger pays only what is new.

$ quarterday post runs/* --ledger ledger --approved-by "A. Name" --confirm-total 750.00
$ quarterday verify runs/* --ledger ledger
`,
  next: ['quarter', 'scheme', 'files'],
};
