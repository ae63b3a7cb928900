import type { Topic } from './topic.ts';

export const schemeTopic: Topic = {
  id: 'scheme',
  title: 'Write a scheme',
  reader: 'author',
  says: `
A scheme is one JSON file: no code. It says what each component is worth, what it asks for, when it is paid and what comes back, each
with the clause of the paper; where the paper is silent, assumptions says which reading was taken. schemes/README.md, which comes with
the program, teaches the language block by block.

$ quarterday new --kind pool --id pool-2027-28 --out pool.json                # a budget, shared by list size
$ quarterday new --kind per-patient --id core-2027-28 --out core.json         # so much a patient, in instalments
$ quarterday new --kind achievement --id outcomes-2027-28 --out outcomes.json # by what was achieved on a measure
$ quarterday schema scheme > scheme.schema.json   # for the editor

Each scheme carries examples: the worked figures of its paper. check works them out to the penny and says the steps, also of a draft;
write them before the rest, and the scheme is done when they come out.

$ quarterday check core.json --examples
$ quarterday show core.json
$ quarterday schemes                              # those that come with the program
$ quarterday show dorset-ccip-2015-16             # how an agreed one reads

A mistake names its line, what was expected and a fix; a figure that is not agreed yet is to-be-confirmed, and status is draft until
none is left. Test it on a data folder before it is agreed: check finds whatever a run would find.

$ quarterday template core.json --out core-data
`,
  next: ['start', 'joining', 'decisions'],
};
