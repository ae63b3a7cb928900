import type { Topic } from './topic.ts';

export const filesTopic: Topic = {
  id: 'files',
  title: 'The files that you have, and the data folder',
  reader: 'analyst',
  says: `
CSV files in UTF-8, columns in any order, dates as YYYY-MM-DD, amounts as 1234.56; a column notes, or x_…, is ignored. quarterday
template makes them all, and explains each column.

- practices.csv: who takes part, from when until when, in which locality and network (U: none); always needed
- memberships.csv, successions.csv: moves to another locality or network; a code that stands for others from a day on, as after a
  merger
- list-sizes.csv, evidence.csv, claims.csv, measures.csv: lists (or the national monthly file as published), returns, events and
  figures, where the scheme asks for them
- decisions.csv, plans.csv: what a named person decided; recoveries in instalments, every month or period
- paid.csv, payees.csv: what was paid before outside this program; who has the money of a practice, from which day

A row dated after the as-at date does not exist for the run, and is counted; one without effect is listed in summary.json.
Windows-1252 is refused by name; --encoding windows-1252 reads it. Every mistake is told at once, with its file, line, column, value
and a fix; quarterday help CODE explains each kind, and fixtures/errors/ shows it.

$ quarterday template dorset-ccip-2015-16 --out empty
$ quarterday schema claims.csv                       # what its columns hold
$ quarterday template dorset-ccip-2015-16 --out form --xlsx   # one workbook, which import takes back

Nobody need type them: import makes a data folder of the files that people have. Files are known by what is in them, whatever they
are called; what it cannot take it names, with the nearest kind.

- a workbook (.xlsx, .xlsm, .xls, .ods), a CSV file (your own, or template --xlsx): each sheet with a table's columns becomes that
  table, wherever its header stands
- Patients Registered at a GP Practice: totals, by age (NHS England, monthly): list-sizes.csv, totals at the day of the file; those
  of 2013 to 2017 with --as-at
- epraccur, the map of practices, members of networks (ODS, NHS England): practices.csv: names, opened, closed, networks;
  memberships.csv, by day
- QOF achievement; lists by area (LSOA), epcmem (NHS England, ODS): measures.csv, with --as-at; these two are refused, with what to
  take instead

$ quarterday import fixtures/dorset-ccip-2015-16/data/*.csv --scheme dorset-ccip-2015-16 --out imported
$ quarterday check dorset-ccip-2015-16 --data imported    # a finding names the cell that a person typed
`,
  next: ['quarter', 'joining', 'decisions'],
};
