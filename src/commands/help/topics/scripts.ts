import type { Topic } from './topic.ts';

export const scriptsTopic: Topic = {
  id: 'scripts',
  title: 'Use it in scripts',
  reader: 'author',
  says: `
SCHEME is the id of a scheme that comes with the program, or a path to a scheme file. Every command takes --format json (every JSON
document and every finding begins with its kind and number, "format": "quarterday/summary/1"), --color auto|always|never, --strict (a
warning counts as an error), --quiet (nothing on stderr unless something is wrong; findings as JSON stay) and --help with examples. What was asked for goes to stdout; progress, findings and the next step go to
stderr.

Exit codes: 0 done, perhaps with warnings; 1 the scheme or the data has errors: all of them are listed, and nothing was written; 2
wrong usage; 3 verify, diff or post found a difference; 4 conflict: a stale run, posted otherwise before, an as-at date before the
newest posting, another version's run, a posting handed over before, a locked ledger, a target that exists; 5 the system failed, and
nothing half-written is left; 70 a fault of the program's own; 130 and 143 interrupted, and temporary files are removed.

A run depends on its files, its period and its as-at date, and on nothing else: no clock, no settings, no environment. The same
command gives the same bytes on any machine, and the run folder has the same name.

$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data fixtures/dorset-ccip-2015-16/data --format json > summary.json
$ quarterday check dorset-ccip-2015-16 --data fixtures/dorset-ccip-2015-16/data --strict || test $? -eq 1   # a warning, counted as an error
$ quarterday schema --format json                 # the kinds of files, each with its JSON Schema or columns

With --format json stdout is one JSON document, and stderr has a finding in each line. Money is a text of pounds, never a number. A
version may add keys, so pass over those that you do not know; whatever else could break a reader takes a new number in format. Of a
CSV a column may be added at the end; any other change waits for a major version. To read a part and go away (head -1) is no error.
fixtures/scripts/ has a Makefile, a task for each night and a notebook in Python that reads a run with the types of its columns.

$ quarterday schema summary > summary.schema.json
$ quarterday schema payments.csv                  # columns with form, unit and meaning

A quarter of many schemes is one job, a JSON file whose paths are seen from its own folder. It is checked whole first, a run that
fails stops no other, and what was made before is left alone, so that it can be given again.

$ printf '{ "runs": [{ "scheme": "west-hampshire-qps-2019-20", "period": "Q4", "as_at": "2020-04-30",\\n' > job.json
$ printf '  "data": "fixtures/west-hampshire-qps-2019-20/data", "out": "runs" }] }\\n' >> job.json
$ quarterday batch job.json
$ quarterday batch job.json                       # made before: left alone

In a shell that is typed into, Tab completes commands, options, ids and paths.

$ quarterday completion bash > completion.bash    # or zsh, fish, powershell
`,
  next: ['proof', 'scheme'],
};
