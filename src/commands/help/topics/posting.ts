import type { Topic } from './topic.ts';

export const postingTopic: Topic = {
  id: 'posting',
  title: 'The ledger, and not paying twice',
  reader: 'auditor',
  says: `
The ledger is a folder that remembers what was posted, for whom, by whom and when. A run with --ledger pays the difference to it, so
that nothing is paid twice; post makes the run again before it records it.

$ cp -r fixtures/dorset-ccip-2015-16/data data
$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data data --ledger ledger --out runs
$ quarterday post runs/* --ledger ledger --approved-by "A. Name" --confirm-total 24062.79
$ quarterday post runs/* --ledger ledger --approved-by "A. Name" --confirm-total 24062.79   # already posted: nothing happens
$ quarterday verify runs/* --ledger ledger
$ quarterday ledger ledger
$ quarterday ledger ledger --practice Z10001      # what one practice was paid and gave back
$ quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data data --ledger ledger   # nothing more is due

What the ledger promises. Each posting, hand-off and settlement is one file that names the sha256 of the one before and carries a
seal of its own: a later edit, insertion or removal inside the chain shows in verify --ledger DIR. Of two writers one wins. A
posting is there whole or not at all. A run made before the newest posting of its scheme is refused.

What it does not. It cannot know of money paid elsewhere that is not in paid.csv, nor by itself that the newest postings were all
taken away, or a whole ledger exchanged: keep a copy elsewhere, and hold it against the hash in the minutes with --newest. The name
under --approved-by is not proved.

$ quarterday verify --ledger ledger --newest $(sha256sum ledger/000001-*.json | cut -d ' ' -f 1)
`,
  next: ['proof', 'bank'],
};
