import type { CodeEntry } from './entry.ts';

/** What can be wrong with a scheme file: first as JSON, then as a scheme, then with what it says. */
export const schemeCodes = {
  'json-too-large': {
    severity: 'error',
    title: 'The JSON file is too large',
    meaning:
      'A scheme, or another file of the kind that people write, holds a few hundred lines. One of several megabytes is another kind of file.',
    fix: 'Check the path: it should name that file, not a file of data.',
  },
  'json-not-utf-8': {
    severity: 'error',
    title: 'The JSON file is not in UTF-8',
    meaning: 'In another encoding the pound sign and dashes would be read as other characters.',
    fix: 'Save the file again and choose the encoding UTF-8.',
  },
  'json-syntax': {
    severity: 'error',
    title: 'The file is not strict JSON',
    meaning:
      'A bracket, comma, quote or colon is missing or too many, or there is a comment. After a real break the rest of the file cannot be read, so more mistakes may show once it is mended.',
    fix: 'Go to the line and column given. An editor that knows JSON marks the place too.',
  },
  'json-too-deep': {
    severity: 'error',
    title: 'Brackets nest too deep',
    meaning:
      'Blocks inside blocks inside blocks, far beyond what any such file needs: most often a slip of a script that wrote the file.',
    fix: 'Look for a bracket that is never closed.',
  },
  'json-duplicate-key': {
    severity: 'error',
    title: 'A key is written twice',
    meaning: 'Each key of a block says one thing. With two of them, nobody could tell which figure holds.',
    fix: 'Keep the one that is meant and take the other out.',
  },
  'json-reserved-key': {
    severity: 'error',
    title: 'A key that may not be used',
    meaning: 'The keys __proto__, constructor and prototype have a meaning of their own in JavaScript.',
    fix: 'Take the key out.',
  },
  'json-missing-key': {
    severity: 'error',
    title: 'Something is missing from a block',
    meaning: 'Every block has keys that it cannot do without, such as the clause that a figure comes from.',
    fix: 'Add the key that the message names; schemes/scheme.schema.json lets an editor offer it.',
  },
  'json-unknown-key': {
    severity: 'error',
    title: 'A key that is not known in its block',
    meaning:
      'An unknown key would be a rule that nobody follows. Most often it is misspelt, or stands one level too high or too low.',
    fix: 'Use the key offered, or take it out.',
  },
  'json-unknown-word': {
    severity: 'error',
    title: 'A word that is not one of the choices',
    meaning: 'Some keys take one of a few words, such as the kind of a block.',
    fix: 'Use one of the words that the message lists.',
  },
  'json-bare-number': {
    severity: 'error',
    title: 'Money or a share stands outside quotes',
    meaning:
      'JSON reads a bare number as a binary fraction, which cannot hold 0.10 exactly. In quotes it is read to the digit.',
    fix: 'Put the number in double quotes: "0.50", "1/4", "10%".',
  },
  'json-bad-value': {
    severity: 'error',
    title: 'A value of the wrong form',
    meaning:
      'What is written is not what belongs here: a date that is not in the calendar, a share above 1, an empty text.',
    fix: 'Write it in the form that the message gives.',
  },
  'scheme-duplicate-id': {
    severity: 'error',
    title: 'An id is used twice',
    meaning:
      'Ids tell periods, evidence, measures, components and adjustments apart, in the scheme and in the data folder. Capitals do not make a difference.',
    fix: 'Give one of the two another id.',
  },
  'scheme-same-title': {
    severity: 'warning',
    title: 'Two things are called the same',
    meaning:
      'Letters, charts and tables call periods, evidence, events, measures and components by their titles, or by their short titles where they have one; who reads them could not tell the two apart. Capitals and spaces do not make a difference.',
    fix: 'Give one of the two another title, or another short title.',
  },
  'scheme-unknown-name': {
    severity: 'error',
    title: 'A name that the scheme does not define',
    meaning:
      'A block refers to a period, evidence, measure, component, event, adjustment or practice that is written nowhere.',
    fix: 'Use the name offered, or define it.',
  },
  'scheme-names-stand-for-too-much': {
    severity: 'error',
    title: 'Names stand for too much',
    meaning:
      'A named quantity counts in each place where its name stands. Names that stand for names grow with every step, so that a few lines may stand for more than can be worked out.',
    fix: 'Name it in fewer places, or write the block so that it needs its parts once.',
  },
  'scheme-unused-evidence': {
    severity: 'error',
    title: 'Evidence that nothing asks for',
    meaning:
      'Practices would be asked to send in something on which no payment depends: a condition was forgotten, or the evidence is left over.',
    fix: 'Name it under needs or keeps, or take it out.',
  },
  'scheme-unused-measure': {
    severity: 'warning',
    title: 'A measure that nothing uses',
    meaning: 'The measure is asked for in measures.csv and changes no payment.',
    fix: 'Name it in the achievement of a component, or take it out.',
  },
  'scheme-made-up': {
    severity: 'warning',
    title: 'An agreed scheme holds what is made up',
    meaning:
      'A scheme that quarterday new wrote says in its assumptions what of it is made up. This one is agreed, so that money is worked out from it, and still says so.',
    fix: 'Write what the paper says, and take the assumption out; or set the status to "draft".',
  },
  'scheme-change-within-period': {
    severity: 'warning',
    title: 'A change from a day within a period',
    meaning:
      'What changes from a day holds in periods that begin on that day or later; the period in which the day falls keeps what held before.',
    fix: 'Write the first day of the period from which the change is to hold.',
  },
  'scheme-term': {
    severity: 'error',
    title: 'The term ends before it starts',
    meaning: 'The term runs from its start to its end, both days counted.',
    fix: 'Check both dates against the paper.',
  },
  'scheme-periods': {
    severity: 'error',
    title: 'The periods do not fill the term',
    meaning:
      'Periods follow one another without a gap or an overlap, the first beginning with the term and the last ending with it; so every day belongs to one of them.',
    fix: 'Check the dates of the period against those of its neighbour and of the term.',
  },
  'scheme-schedule': {
    severity: 'error',
    title: 'A schedule that does not pay everything once',
    meaning:
      'The shares of the periods add up to 1 and each period has one. A component without a schedule would never be paid.',
    fix: 'Write a share for every period so that together they make 1, or use { "kind": "equal" }.',
  },
  'scheme-tree': {
    severity: 'error',
    title: 'The value is not passed down the tree',
    meaning:
      'A component outside a group, or in a group without a value, has a value of its own. Below a group with a value everything has a share of it, and the shares add up to 1.',
    fix: 'Write "value" at the top and "share" at everything below it.',
  },
  'scheme-combination': {
    severity: 'error',
    title: 'Blocks that have no meaning together',
    meaning:
      'Some blocks cannot be combined: a component paid by the event has no schedule, and a pool is rounded at the component.',
    fix: 'Take out the block that the message names.',
  },
  'scheme-claim-window': {
    severity: 'error',
    title: 'No claim window',
    meaning: 'Claims, and deadlines that end with them, need to know how long after an event a claim is considered.',
    fix: 'Add "claimWindow" to the scheme.',
  },
  'scheme-shared-event': {
    severity: 'error',
    title: 'An event has its limits in two places, or in none',
    meaning:
      'A kind of event is owned by one block; another that counts it too says so, so that nothing is paid twice by mistake.',
    fix: 'Write "limitsOf" with the component that owns the event, or give the other events a name of their own.',
  },
  'scheme-condition': {
    severity: 'error',
    title: 'A condition that asks for nothing, or twice',
    meaning:
      'Each entry names evidence that is needed or that keeps what was paid; one period asks for each piece of evidence once.',
    fix: 'Take out the entry, or the second mention.',
  },
  'scheme-keep-without-deadline': {
    severity: 'error',
    title: 'Evidence that keeps money has no deadline',
    meaning:
      'Money that was paid comes back when the evidence is not there by its deadline. Without one it would never come back.',
    fix: 'Give the evidence a deadline, or name it under needs.',
  },
  'scheme-deadline': {
    severity: 'error',
    title: 'A deadline that belongs to no period',
    meaning:
      'The end of a claim window is a day only for a given period: its own, where the evidence is per period, or one that is named.',
    fix: 'Add "per": ["period"] to the evidence, or a period to the deadline.',
  },
  'scheme-scale': {
    severity: 'error',
    title: 'A scale that does not fit its direction',
    meaning:
      'Steps are written with ascending bounds, each higher bound paying more where higher is better and less where lower is better. A line has two different ends.',
    fix: 'Put the steps in order, or change the direction.',
  },
  'scheme-headline': {
    severity: 'error',
    title: 'A printed figure does not tie',
    meaning:
      'The figure that the paper prints is not what its components come to, so one of them was copied wrongly, or the paper disagrees with itself.',
    fix: 'Check the figure and the components against the paper; a disagreement of the paper belongs into "assumptions".',
  },
  'scheme-to-be-confirmed': {
    severity: 'error',
    title: 'An agreed scheme leaves something open',
    meaning: 'Only a draft may leave figures to be confirmed. A run needs every one of them.',
    fix: 'Write the figure, or set "status": "draft".',
  },
  'scheme-example-untested': {
    severity: 'error',
    title: 'An example of figures that are still open',
    meaning: 'Examples are worked to the penny, and that cannot be done while a figure is to be confirmed.',
    fix: 'Take the example out until the draft is complete.',
  },
  'example-fails': {
    severity: 'error',
    title: 'An example comes to another amount',
    meaning: 'The scheme, worked as it is written, does not give the amount that its own example states.',
    fix: 'Check the figures of the scheme and of the example against the paper.',
  },
  'scheme-units': {
    severity: 'error',
    title: 'Blocks whose units do not go together',
    meaning:
      'Pounds, patients and points are tracked through the blocks of a quantity. Pounds and patients cannot be added, and a value comes to pounds.',
    fix: 'Look at the block that the message names: a rate makes pounds of what it counts, a ratio makes a plain number.',
  },
  'scheme-quantity': {
    severity: 'error',
    title: 'A block that has no meaning as it stands',
    meaning:
      'Bands and dated values ascend, a slope has two different ends, and a share of a measure says what a denominator of zero counts as.',
    fix: 'Correct the block at the place given.',
  },
  'scheme-never-binds': {
    severity: 'warning',
    title: 'A limit that can never change anything',
    meaning:
      'Whatever the data, the amount stays on one side of it: the limit or the amount was probably copied wrongly.',
    fix: 'Check both figures against the paper, or take the limit out.',
  },
  'scheme-on-account': {
    severity: 'warning',
    title: 'A balance does not take off what was paid on account',
    meaning:
      'The periods before a balance pay plain sums on account, and the balance takes off another sum than they make: somebody would keep, or lose, the difference.',
    fix: 'Count the periods that are paid on account, and write what they make.',
  },
  'scheme-never-holds': {
    severity: 'warning',
    title: 'A condition that can never hold',
    meaning: 'Whatever the data, the figure cannot reach what is asked of it, so nothing would ever be paid.',
    fix: 'Check both figures against the paper.',
  },
  'examples-leave-untested': {
    severity: 'warning',
    title: 'The examples leave something untested',
    meaning:
      'A band, step, cap, condition or change of the scheme makes no difference in any of its examples, so a slip in it would not be seen.',
    fix: 'Add an example in which it changes the amount.',
  },
} satisfies Record<string, CodeEntry>;
