import { always, orBlank, type TableTold } from './table.ts';

// What due and forecast write.

const practice = always('practice_code', 'id', 'the practice');
const certain = always('certain', 'amount', 'what it comes to if nothing more comes in');
const expected = orBlank('expected', 'amount', 'what it comes to by what is assumed; blank where nothing is');
const most = always('most', 'amount', 'what it comes to if all of it comes in in time');
const paid = always('paid', 'amount', 'what was paid');
const atRisk = always('at_risk', 'amount', 'what was paid and comes back if nothing more comes in');

export const dueTable = {
  file: 'due.csv',
  holds: 'something that is still asked for: most pounds first, then least days',
  columns: [
    practice,
    always('kind', ['evidence', 'decision', 'figure'], 'what it is'),
    always('id', 'id', 'the evidence, or the measure or population of a figure'),
    orBlank('component', 'id', 'the component, where it is asked for by component'),
    orBlank('period', 'id', 'the period, where it is asked for by period'),
    orBlank('last_day', 'day', 'its last day; blank where it has none'),
    orBlank('days_left', 'whole', 'days to the last day; below nothing where that has passed', 'days'),
    always('state', 'words', 'missing; 49 of 50; late, needs a decision'),
    always('worth', 'amount', 'what the term comes to with it less what it comes to without'),
    orBlank(
      'joint',
      'id',
      'the same for needs of a practice that have one worth between them; all where others share it',
    ),
    orBlank('without', ['comes back', 'forfeited', 'withheld'], 'what happens without it'),
    always('clause', 'words', 'the clauses that ask for it'),
  ],
} as const satisfies TableTold;

export const forecastTable = {
  file: 'forecast.csv',
  holds: 'what a practice, component and period will come to',
  columns: [
    practice,
    always('component', 'id', 'the component of the scheme'),
    always('period', 'id', 'the payment period of the scheme'),
    paid,
    certain,
    expected,
    most,
    atRisk,
    orBlank('basis', 'words', 'on what the expectation rests'),
  ],
} as const satisfies TableTold;

export const outturnTable = {
  file: 'outturn.csv',
  holds: 'what a component will come to beside its budget',
  columns: [
    always('scheme', 'id', 'the scheme'),
    orBlank('component', 'id', 'the component; blank for all of them'),
    orBlank('budget', 'amount', 'its budget, where there is one'),
    paid,
    certain,
    expected,
    most,
    atRisk,
    orBlank('variance', 'amount', 'what is expected, or else the most, less the budget'),
    orBlank('variance_percent', 'number', 'that of the budget, to one decimal', 'per cent'),
  ],
} as const satisfies TableTold;

export const nextStepTable = {
  file: 'next-step.csv',
  holds: 'how far a practice is from the next threshold of a component',
  columns: [
    practice,
    always('component', 'id', 'the component of the scheme'),
    always('figure', 'id', 'the measure, or the kind of event'),
    always('now', 'words', 'where it stands'),
    always('next', 'words', 'the next threshold'),
    always('needed', 'words', 'how many more; fewer where less is better'),
    always('worth', 'amount', 'what reaching it is worth, with all else as it is'),
  ],
} as const satisfies TableTold;

export const againstTable = {
  file: 'against.csv',
  holds: 'how wrong an earlier forecast was of a component',
  columns: [
    orBlank('component', 'id', 'the component; blank for all of them'),
    always('then_certain', 'amount', 'what was certain then'),
    orBlank('then_expected', 'amount', 'what was expected then'),
    always('then_most', 'amount', 'the most, then'),
    always('now_certain', 'amount', 'what is certain now'),
    always('now_most', 'amount', 'the most, now'),
    always('outside', 'amount', 'how far what is known now lies outside the earlier two'),
    orBlank('miss', 'amount', 'what it came to less what was expected; blank until it is known'),
    always(
      'practices_outside',
      'whole',
      'practices that came to less than was certain, or to more than the most',
      'practices',
    ),
  ],
} as const satisfies TableTold;
