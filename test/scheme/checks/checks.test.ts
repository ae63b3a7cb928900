import { describe, expect, it } from 'vitest';
import { figureChecks, writtenChecks } from '../../../src/scheme/checks/checks.ts';
import { type Change, said } from '../small-scheme.ts';

const tree = 'components.3';
const achievement = `${tree}.components.1.achievement`;
const steps = (...pairs: [from: string, pays: string][]) => ({
  kind: 'steps',
  steps: pairs.map(([from, pays]) => ({ from, pays })),
});
const open = { kind: 'to-be-confirmed', what: 'the figure', clause: '9' };
const noExamples: Change[] = [
  ['headlines', []],
  ['examples', []],
];

const patients = { kind: 'patients' };
const checkedShare = { kind: 'measure', measure: 'checked', part: 'share', zeroDenominator: '0%' };
const value = (of: object): Change => ['components.0.value', of];
const test = (is: object, atLeast: unknown): Change => ['conditions.0.tests', [{ title: 'A test', is, atLeast }]];

const halves = (count: number) => Array.from({ length: count }, () => ({ kind: 'number', number: '1/2' }));

/** For each check, by its name, changes to the small scheme that it must speak up about. */
const cases: Record<string, Record<string, readonly Change[]>> = {
  titlesTellThingsApart: {
    'two components': [['components.1.shortTitle', 'By the patient']],
    'two components, one in a group, in other capitals': [['components.3.components.0.title', 'from  the Pot']],
    'two components whose short titles differ': [
      ['components.1.title', 'By the patient'],
      ['components.1.shortTitle', 'Meetings'],
    ],
    'two pieces of evidence': [['evidence.1.shortTitle', 'The plan']],
    'two periods': [['periods.1.title', 'First half']],
    'two measures, of which one is used': [
      ['measures.1', { id: 'more', title: 'Checked', numerator: 'a', denominator: 'b', clause: '4' }],
    ],
  },
  idsAreUnique: {
    'two periods': [['periods.1.id', 'h1'], ['schedule', { kind: 'equal', clause: '2' }], ['recovery.takenFrom']],
    'two pieces of evidence': [
      ['evidence.1', { id: 'plan', title: 'Another', clause: '3' }],
      ['conditions.0.needs', []],
    ],
    'two measures': [['measures.1', { id: 'checked', title: 'Again', numerator: 'a', denominator: 'b', clause: '4' }]],
    'two kinds of events': [
      [
        'events',
        [
          { id: 'meeting', title: 'A meeting', clause: '4' },
          { id: 'Meeting', title: 'A meeting again', clause: '4' },
        ],
      ],
    ],
    'components in different groups': [[`${tree}.components.0.id`, 'Rate']],
  },
  chainsAreShort: {
    'a product of products': [
      value({
        kind: 'product',
        of: [{ kind: 'pounds', pounds: '1' }, ...halves(60), { kind: 'product', of: halves(60) }],
      }),
    ],
    'a share of what is rounded, which begins anew, and a hundred adjustments too many': [
      value({ kind: 'share', share: '1/2', of: { kind: 'rounded', places: 2, of: { kind: 'pounds', pounds: '1' } } }),
      [
        'components.0.adjustments',
        Array.from({ length: 101 }, (_, at) => ({
          id: `a${at}`,
          title: 'Half',
          kind: 'reduce',
          by: '1/2',
          clause: '4',
        })),
      ],
    ],
  },
  adjustmentIdsAreUnique: {
    'two of one component': [
      ['components.0.adjustments.1', { id: 'less', title: 'Less again', kind: 'remove', clause: '4' }],
    ],
  },
  poundsMakeTheValue: {
    'less than the rate': [['schedule', { kind: 'pounds', pounds: { H1: '0.20', H2: '0.20' }, clause: '2' }]],
  },
  quantitiesNameWhatExists: {
    'a name that stands for nothing, and one that stands for itself': [
      [
        'quantities',
        [
          { id: 'own', title: 'Own', clause: '4', is: { kind: 'named', name: 'own' } },
          { id: 'price', title: 'Price', clause: '4', is: { kind: 'pounds', pounds: '2', per: 'patient' } },
        ],
      ],
      ['components.0.value', { kind: 'product', of: [{ kind: 'named', name: 'prise' }, { kind: 'patients' }] }],
    ],
    'a mistake in a named quantity, told once where it is written': [
      [
        'quantities',
        [
          {
            id: 'none',
            title: 'None',
            clause: '4',
            is: { kind: 'measure', measure: 'chekced', part: 'share', zeroDenominator: '0%' },
          },
        ],
      ],
      [
        'components.0.value',
        {
          kind: 'product',
          of: [
            { kind: 'pounds', pounds: '1' },
            { kind: 'named', name: 'none' },
            { kind: 'named', name: 'none' },
          ],
        },
      ],
    ],
    'a measure': [
      value({ kind: 'rate', pounds: '1', for: { kind: 'measure', measure: 'chekced', part: 'numerator' } }),
    ],
  },
  bandsAndDatesAscend: {
    'bands out of order': [
      value({
        kind: 'bands',
        on: checkedShare,
        how: 'whole',
        bands: [
          { from: '80%', is: { kind: 'pounds', pounds: '2' } },
          { from: '40%', is: { kind: 'pounds', pounds: '1' } },
        ],
      }),
    ],
    'days out of order': [
      value({
        kind: 'over-time',
        values: [
          { from: '2020-10-01', is: { kind: 'pounds', pounds: '2' }, clause: 'a letter' },
          { from: '2020-04-01', is: { kind: 'pounds', pounds: '1' }, clause: '4' },
        ],
      }),
    ],
    'points at one place': [
      value({
        kind: 'line',
        on: checkedShare,
        points: [
          { at: '80%', is: { kind: 'pounds', pounds: '0' } },
          { at: '80%', is: { kind: 'pounds', pounds: '9' } },
        ],
      }),
    ],
    'a line that goes on from one point': [
      value({
        kind: 'line',
        on: checkedShare,
        points: [{ at: '80%', is: { kind: 'pounds', pounds: '9' } }],
        beyond: 'goes-on',
      }),
    ],
  },
  changesBeginWithAPeriod: {
    'an adjustment from a day within a period': [
      [
        'components.0.adjustments',
        [{ id: 'less', title: 'Less', kind: 'reduce', by: '10%', from: '2020-08-15', clause: '4' }],
      ],
    ],
  },
  sharesSayWhatZeroMeans: {
    'a share that does not': [
      value({
        kind: 'product',
        of: [
          { kind: 'pounds', pounds: '9' },
          { kind: 'measure', measure: 'checked', part: 'share' },
        ],
      }),
    ],
  },
  eventsStandInValues: {
    'events in a cap': [
      [
        'components.0.adjustments',
        [
          {
            id: 'most',
            title: 'Most',
            kind: 'cap',
            pounds: { kind: 'rate', pounds: '1', for: { kind: 'events', event: 'walk' } },
            clause: '4',
          },
        ],
      ],
    ],
  },
  figuresOfAllAddUpNothing: {
    'events in a figure of all': [
      value({
        kind: 'rate',
        pounds: '1',
        for: { kind: 'of-all', how: 'total', of: { kind: 'events', event: 'walk' } },
      }),
    ],
  },
  unitsGoTogether: {
    'an edge in pounds of a band of patients': [
      value({
        kind: 'bands',
        how: 'whole',
        on: patients,
        bands: [{ from: { kind: 'pounds', pounds: '1' }, is: { kind: 'pounds', pounds: '9' } }],
      }),
    ],
    'a plain edge of a band of patients': [
      value({
        kind: 'bands',
        how: 'whole',
        on: patients,
        bands: [
          {
            from: { kind: 'share', share: '25%', of: { kind: 'number', number: '4' } },
            is: { kind: 'pounds', pounds: '9' },
          },
        ],
      }),
    ],
    'pounds per patient times pounds': [
      value({
        kind: 'product',
        of: [
          { kind: 'pounds', pounds: '1', per: 'patient' },
          { kind: 'pounds', pounds: '2' },
        ],
      }),
    ],
    'patients added to pounds': [value({ kind: 'sum', of: [{ kind: 'pounds', pounds: '1' }, patients] })],
    'a cap in patients': [
      ['components.0.adjustments', [{ id: 'most', title: 'Most', kind: 'cap', pounds: patients, clause: '4' }]],
    ],
    'an index in pounds': [
      [
        'components.0.adjustments',
        [{ id: 'index', title: 'Index', kind: 'multiply', by: { kind: 'pounds', pounds: '2' }, clause: '4' }],
      ],
    ],
    'a limit of events in pounds': [['components.1.value.atMost', { kind: 'pounds', pounds: '2' }]],
    'patients compared with pounds': [test(patients, { kind: 'pounds', pounds: '2' })],
    'a measure that does not say what it counts': [
      value({ kind: 'rate', pounds: '1', for: { kind: 'measure', measure: 'checked', part: 'numerator' } }),
    ],
  },
  limitsCanBind: {
    'a cap above the sum': [
      value({ kind: 'fixed', pounds: '100', clause: '4' }),
      ['components.0.adjustments', [{ id: 'most', title: 'Most', kind: 'cap', pounds: '200', clause: '4' }]],
    ],
    'a deduction of more than the pool': [
      value({ kind: 'pool', pounds: '100', clause: '4' }),
      ['components.0.adjustments', [{ id: 'off', title: 'Off', kind: 'deduct', pounds: '150', clause: '4' }]],
    ],
    'a floor below the sum': [
      value({ kind: 'fixed', pounds: '100', clause: '4' }),
      ['components.0.adjustments', [{ id: 'least', title: 'Least', kind: 'floor', pounds: '50', clause: '4' }]],
    ],
  },
  testsCanHold: {
    'a number that is too small': [test({ kind: 'number', number: '1' }, '2')],
    'a scale from above all': [[`${achievement}.scale`, { kind: 'linear', from: '120%', to: '150%' }]],
  },
  companionsExist: {
    'a component': [['allOrNothing', [{ components: ['rate', 'rats'], clause: '4' }]]],
  },
  theTermEndsAfterItStarts: {
    'the other way round': [
      ['term.start', '2022-01-01'],
      ['periods.0.start', '2022-01-01'],
    ],
  },
  periodsRunInOrderWithoutGaps: {
    'a gap': [['periods.1.start', '2020-10-02']],
    'an overlap': [['periods.0.end', '2020-10-01']],
    'an end before its start': [
      ['periods.1.end', '2020-09-30'],
      ['term.end', '2020-09-30'],
    ],
  },
  periodsCoverTheTerm: {
    'a term that starts earlier': [['term.start', '2020-03-31']],
    'a term that ends earlier': [['term.end', '2021-03-30']],
  },
  valuesComeFromAboveOrStandAlone: {
    'neither value nor share': [['components.2.value']],
    'a share of nothing': [['components.2.value'], ['components.2.share', '1']],
    'a value below a value': [[`${tree}.components.0.value`, { kind: 'fixed', pounds: '1', clause: '7' }]],
    'no share below a value': [[`${tree}.components.0.share`], [`${tree}.components.1.share`, '1']],
    'a value where a share belongs': [
      [
        `${tree}.components.0`,
        { id: 'calls', title: 'Calls', clause: '7', value: { kind: 'fixed', pounds: '1', clause: '7' } },
      ],
      [`${tree}.components.1.share`, '100%'],
    ],
  },
  groupSharesAddUpToOne: {
    'too little': [[`${tree}.components.0.share`, '24%']],
    'too much': [[`${tree}.components.0.share`, '1/3']],
  },
  groupsShareARateOrASum: {
    'a pool above': [[`${tree}.value`, { kind: 'pool', pounds: '100', clause: '7' }]],
    'an event above': [[`${tree}.value`, { kind: 'per-event', pounds: '100', event: 'call', clause: '7' }]],
  },
  eventsArePaidAsTheyFall: {
    'a schedule, an achievement and an adjustment': [
      ['components.1.schedule', { kind: 'equal', clause: '4' }],
      ['components.1.achievement', open],
      ['components.1.adjustments', [{ id: 'none', title: 'None', kind: 'remove', clause: '4' }]],
      ['status', 'draft'],
      ...noExamples,
    ],
  },
  eventsHaveOneOwner: {
    'one event, two components': [
      ['components.2.value', { kind: 'per-event', pounds: '1', event: 'meeting', clause: '4' }],
    ],
  },
  limitsAreThoseOfAnOwner: {
    'limits beside those of another': [
      [
        'components.2.value',
        { kind: 'per-event', pounds: '1', event: 'meeting', limitsOf: 'meetings', atMost: 2, clause: '4' },
      ],
    ],
    'a component that is no owner': [
      ['components.2.value', { kind: 'per-event', pounds: '1', event: 'meeting', limitsOf: 'rate', clause: '4' }],
    ],
    'a component that is not there': [
      ['components.2.value', { kind: 'per-event', pounds: '1', event: 'meeting', limitsOf: 'meeting', clause: '4' }],
    ],
  },
  ownDaysAreThoseOfOne: {
    'the own years of several together': [
      [
        'components.2.value',
        {
          kind: 'shared',
          of: { kind: 'over-time', values: [{ from: { years: 0 }, is: { kind: 'pounds', pounds: '1' }, clause: '4' }] },
          clause: '4',
        },
      ],
    ],
    'the own start, in what an envelope holds': [
      [
        'components.2.value',
        {
          kind: 'envelope',
          pounds: {
            kind: 'over-time',
            by: 'start',
            values: [{ from: '2020-04-01', is: { kind: 'pounds', pounds: '1' }, clause: '4' }],
          },
          of: { kind: 'pounds', pounds: '1' },
          clause: '4',
        },
      ],
    ],
  },
  linesAreThoseOfAMeasure: {
    'a measure without lines': [
      value({
        kind: 'each-line',
        measure: 'checked',
        of: {
          kind: 'rate',
          pounds: '1',
          for: { kind: 'measure', measure: 'checked', part: 'share', zeroDenominator: '0' },
        },
      }),
    ],
    'no figure of the line inside': [
      ['measures.0.lines', true],
      value({ kind: 'each-line', measure: 'checked', of: { kind: 'pounds', pounds: '1' } }),
    ],
    'every line again inside one': [
      ['measures.0.lines', true],
      value({
        kind: 'each-line',
        measure: 'checked',
        of: {
          kind: 'each-line',
          measure: 'checked',
          of: { kind: 'rate', pounds: '1', for: { kind: 'measure', measure: 'checked', part: 'numerator' } },
        },
      }),
    ],
  },
  whatComesBackIsInOrder: {
    'the longer one first': [
      [
        'leaving.comesBack',
        [
          { within: { years: 2 }, share: '50%', clause: '4' },
          { within: { months: 12 }, share: '100%', clause: '4' },
        ],
      ],
    ],
    'a component that is not there': [
      ['leaving.comesBack', [{ within: { years: 2 }, share: '50%', components: ['rat'], clause: '4' }]],
    ],
  },
  envelopesToDateSayWhatTheyScale: {
    'figures to date without': [
      [
        'components.2.value',
        {
          kind: 'envelope',
          pounds: '100',
          of: {
            kind: 'rate',
            pounds: '1',
            for: { kind: 'measure', measure: 'checked', part: 'share', at: 'to-date', zeroDenominator: '0' },
          },
          clause: '4',
        },
      ],
    ],
    'nothing that adds up': [
      [
        'components.2.value',
        { kind: 'envelope', pounds: '100', scales: 'all-to-date', of: { kind: 'pounds', pounds: '5' }, clause: '4' },
      ],
    ],
  },
  whatIsSharedAddsUpNothing: {
    'figures to date in a shared sum': [
      [
        'components.2.value',
        {
          kind: 'shared',
          of: {
            kind: 'rate',
            pounds: '1',
            for: { kind: 'measure', measure: 'checked', part: 'share', at: 'to-date', zeroDenominator: '0' },
          },
          clause: '4',
        },
      ],
    ],
  },
  daysOfReceiptAreThoseOfEvidence: {
    'evidence that is not there': [
      value({
        kind: 'over-time',
        by: { received: 'no' },
        values: [{ from: '2020-04-01', is: { kind: 'pounds', pounds: '1' }, clause: '4' }],
      }),
    ],
    'evidence by component': [
      ['evidence.0.per', ['component']],
      value({
        kind: 'over-time',
        by: { received: 'plan' },
        values: [{ from: '2020-04-01', is: { kind: 'pounds', pounds: '1' }, clause: '4' }],
      }),
    ],
  },
  holidaysAreSaid: {
    'a price on holidays': [['components.1.value.pounds', [{ pounds: '1' }, { pounds: '2', on: ['holiday'] }]]],
    'a count on holidays': [
      ['components.1.value', { kind: 'rate', pounds: '1', for: { kind: 'events', event: 'meeting', on: ['holiday'] } }],
    ],
  },
  eventsWithATitleArePaid: {
    'a kind of event that nothing pays': [['events', [{ id: 'meetings', title: 'A meeting', clause: '4' }]]],
  },
  eventsOfAPeriodAreItsOwn: {
    'both in one value': [
      [
        'components.1.value',
        {
          kind: 'sum',
          of: [
            { kind: 'rate', pounds: '1', for: { kind: 'events', event: 'meeting' } },
            { kind: 'claimed', event: 'meeting', limitsOf: 'meetings', at: 'each-period' },
          ],
        },
      ],
    ],
  },
  eventsOfAPeriodArePaidInIt: {
    'a share of the term': [
      ['components.1.value', { kind: 'claimed', event: 'meeting', at: 'each-period' }],
      ['components.1.schedule', { kind: 'equal', clause: '5' }],
    ],
  },
  onlyPeriodsOfClaimsClose: {
    'events of their own period': [['claimWindow.closes', { days: 12 }]],
  },
  perEventHasClaimWindow: {
    'no window': [['claimWindow'], ['evidence.1.deadline']],
  },
  poolsAreSplitByListSizeAlone: {
    'a pool that is measured': [
      [
        'components.2.achievement',
        {
          kind: 'measured',
          measure: 'checked',
          direction: 'lower-is-better',
          scale: { kind: 'linear', from: '9%', to: '3%' },
          zeroDenominator: '1',
          clause: '4',
        },
      ],
    ],
  },
  poolsUseComponentRounding: { 'rounding at the period': [['rounding.at', 'period']] },
  everyComponentHasASchedule: {
    'none in the scheme': [['schedule'], ['components.0.schedule', { kind: 'equal', clause: '4' }]],
  },
  sharesNameEveryPeriod: {
    'one is missing, another unknown': [['schedule.shares', { H1: '1/2', H3: '1/2' }]],
  },
  sharesAddUpToOne: {
    'three thirds and a bit': [['schedule.shares', { H1: '1/3', H2: '0.6667' }]],
    'of one component': [['components.0.schedule', { kind: 'shares', shares: { H1: '0', H2: '99%' }, clause: '4' }]],
  },
  conditionsNameWhatExists: {
    'needs, keeps and a period': [
      ['conditions.0', { periods: ['H1', 'H3'], needs: ['sheet', 'shet'], keeps: ['plan', 'plane'], clause: '3' }],
    ],
    'of one component': [['components.0.conditions', [{ periods: 'every', needs: ['report'], clause: '3' }]]],
  },
  conditionsAskForSomething: { nothing: [['conditions.1', { periods: 'every', clause: '3' }]] },
  noEvidenceIsAskedForTwice: {
    'by two entries': [['conditions.1', { periods: ['H2'], needs: ['sheet'], clause: '3' }]],
    'as a need and as a keep': [['conditions.0.needs', ['sheet', 'plan']]],
  },
  noEvidenceIsUnused: { 'a left-over': [['evidence.2', { id: 'report', title: 'The report', clause: '3' }]] },
  keepsHaveDeadlines: { none: [['evidence.0.deadline']] },
  deadlinesAreDays: {
    'whose window': [['evidence.1.per', ['component']]],
    'no window': [
      ['components.1', { id: 'sum', title: 'Sum', clause: '4', value: { kind: 'fixed', pounds: '1', clause: '4' } }],
      ['claimWindow'],
      ...noExamples,
    ],
    'an unknown period': [['evidence.1.deadline.period', 'H9']],
  },
  recoveryPeriodsExist: {
    'of the scheme': [['recovery.takenFrom', 'third']],
    'of one component': [['components.0.recovery', { takenFrom: 'H', clause: '5' }]],
  },
  measuresNamedExist: { 'a slip': [[`${achievement}.measure`, 'cheked']] },
  noMeasureIsUnused: {
    'a left-over, a warning': [
      ['measures.1', { id: 'spare', title: 'Spare', numerator: 'a', denominator: 'b', clause: '4' }],
    ],
  },
  scaleStepsAscend: {
    'two from one bound': [[`${achievement}.scale`, steps(['40%', '50%'], ['40%', '100%'])]],
    'one below the other': [[`${achievement}.scale`, steps(['0.5', '50%'], ['2/5', '100%'])]],
  },
  scalesFollowTheirDirection: {
    'a line of no length': [[`${achievement}.scale.to`, '2/5']],
    'a line that falls': [[`${achievement}.scale.from`, '90%']],
    'a line that rises where lower is better': [[`${achievement}.direction`, 'lower-is-better']],
    'steps that fall': [[`${achievement}.scale`, steps(['40%', '50%'], ['60%', '25%'])]],
    'steps that rise where lower is better': [
      [`${achievement}.direction`, 'lower-is-better'],
      [`${achievement}.scale`, steps(['0', '50%'], ['60%', '75%'])],
    ],
    'nothing for the best of all': [
      [`${achievement}.direction`, 'lower-is-better'],
      [`${achievement}.scale`, steps(['5%', '50%'], ['60%', '0'])],
    ],
  },
  headlinesNameWhatExists: {
    'a component': [['headlines.0.components', ['meeting']]],
    adjustments: [
      [
        'headlines.0',
        { kind: 'budget', title: 'Pots', pounds: '1000', components: ['pot'], after: ['lass'], clause: '4' },
      ],
      [
        'headlines.1',
        { kind: 'reduction', title: 'Less', pounds: '0', components: ['pot'], by: ['more'], clause: '4' },
      ],
    ],
  },
  examplesNameWhatExists: {
    'everything that can be named': [
      [
        'examples.0',
        {
          title: 'Names',
          clause: '4',
          practices: [
            {
              name: 'one',
              patients: '1000',
              events: [{ event: 'meting', period: 'H0', count: 1 }],
              measures: [{ measure: 'check', numerator: '1', denominator: '2' }],
              without: ['plans'],
            },
            { name: 'one', patients: '1' },
          ],
          expect: [{ practice: 'won', component: 'rat', period: 'H7', pounds: '1' }],
        },
      ],
    ],
  },
  agreedSchemesLeaveNothingToConfirm: {
    'a value, a share, an achievement and a matter': [
      ['components.2.value', open],
      [`${tree}.components.0.share`, open],
      [achievement, open],
      ['measures', []],
      ['toBeConfirmed', [{ what: 'who is paid', clause: '9' }]],
      ...noExamples,
    ],
    'the value of a group': [[`${tree}.value`, open], ...noExamples],
  },
  agreedSchemesHoldNothingMadeUp: {
    'an assumption that new wrote': [
      [
        'assumptions',
        [
          { clause: '1', reading: 'Made up, to be replaced by what the paper says: the term.' },
          { clause: '2', reading: 'What was made up is replaced.' },
        ],
      ],
    ],
  },
  examplesWaitForEveryFigure: {
    'a draft with examples': [
      ['status', 'draft'],
      ['components.2.value', open],
    ],
  },
  balancesTakeOffWhatWasOnAccount: {
    'one period of £400 on account, and £500 taken off': [
      ['components.0.schedule', { kind: 'each-period', clause: '4' }],
      ['components.0.adjustments', []],
      [
        'components.0.value',
        {
          kind: 'over-time',
          values: [
            { from: '2020-04-01', is: { kind: 'pounds', pounds: '400' }, clause: '4' },
            {
              from: '2020-10-01',
              is: {
                kind: 'difference',
                below: 'comes-back',
                from: { kind: 'rate', pounds: '1', for: { kind: 'patients' } },
                less: { kind: 'pounds', pounds: '500' },
              },
              clause: '4',
            },
          ],
        },
      ],
    ],
  },
  sharersAreAskedForWhatExists: {
    'evidence that is written nowhere': [
      [
        'components.2.value',
        { kind: 'shared', of: { kind: 'pounds', pounds: '1000' }, among: [{ received: 'plam' }], clause: '4' },
      ],
    ],
    'something unspent where nothing is taken off': [
      [
        'components.2.value',
        { kind: 'shared', of: { kind: 'pounds', pounds: '1000' }, unspent: 'shared-again', clause: '4' },
      ],
    ],
  },
  missingFiguresAreOfOne: {
    'figures of several together': [
      [
        'components.2.value',
        {
          kind: 'shared',
          of: {
            kind: 'rate',
            pounds: '1',
            for: { kind: 'measure', measure: 'checked', part: 'numerator', ifMissing: '0' },
          },
          clause: '4',
        },
      ],
    ],
    'figures that are taken off a pool': [
      [
        'components.2.adjustments',
        [
          {
            id: 'off',
            title: 'Off',
            kind: 'deduct',
            pounds: {
              kind: 'rate',
              pounds: '1',
              for: { kind: 'measure', measure: 'checked', part: 'numerator', ifMissing: '0' },
            },
            clause: '4',
          },
        ],
      ],
    ],
    'a share of figures to date': [
      [
        'components.0.value',
        {
          kind: 'product',
          of: [
            { kind: 'pounds', pounds: '100' },
            {
              kind: 'measure',
              measure: 'checked',
              part: 'share',
              at: 'to-date',
              zeroDenominator: '0%',
              ifMissing: '0',
            },
          ],
        },
      ],
    ],
  },
  instalmentsRoundedEachStandAlone: {
    'of a pool': [['schedule.rounded', 'each']],
    'where the scheme rounds at the period': [
      ['rounding.at', 'period'],
      ['components.0.schedule', { kind: 'equal', rounded: 'each', clause: '4' }],
    ],
  },
  patientsAreOfAPopulation: {
    'patients without a population': [['population']],
    'an example without its list': [['examples.0.practices.0.patients']],
  },
  scalesFitTheirMeasure: {
    'a share that does not say what nothing pays': [[`${tree}.components.1.achievement.zeroDenominator`]],
    'an edge that is no share': [
      [`${tree}.components.1.achievement.scale`, { kind: 'steps', steps: [{ from: '40', pays: '100%' }] }],
    ],
    'the share of a plain figure': [
      ['measures.0.denominator'],
      ['components.0.value', { kind: 'measure', measure: 'checked', part: 'share', zeroDenominator: '0%' }],
    ],
  },
  headlinesTieToComponents: {
    'a figure that does not tie': [['headlines.0.pounds', '1500']],
    'a rate that does not tie': [
      ['headlines.0', { kind: 'rate', title: 'Rate', pounds: '0.51', components: ['rate'], clause: '4' }],
    ],
    'a component without such a figure': [
      ['headlines.0', { kind: 'rate', title: 'Rate', pounds: '0.50', components: 'all', clause: '4' }],
    ],
    'events without a number at most': [['components.1.value.atMost']],
  },
};

describe('the checks', () => {
  it('each have a case that they speak up about', () => {
    const names = [...writtenChecks, ...figureChecks].map(({ name }) => name);
    expect(Object.keys(cases).sort()).toEqual(names.sort());
  });

  for (const [check, changed] of Object.entries(cases)) {
    describe(check, () => {
      for (const [name, changes] of Object.entries(changed)) {
        it(name, () => {
          expect(said(...changes)).not.toBe('');
          expect(said(...changes)).toMatchSnapshot();
        });
      }
    });
  }

  it.each<[string, readonly Change[]]>([
    [
      'periods of one day',
      [
        ['periods.0.end', '2020-04-01'],
        ['periods.1.start', '2020-04-02'],
      ],
    ],
    ['a draft with nothing to confirm', [['status', 'draft']]],
    ['a draft with holes', [['status', 'draft'], [`${tree}.components.0.share`, open], ...noExamples]],
    [
      'shares to be confirmed beside others',
      [['status', 'draft'], [`${tree}.components.0.share`, open], [`${tree}.components.1.share`, '90%'], ...noExamples],
    ],
    ['a share of nothing in one period', [['schedule.shares', { H1: '0%', H2: '1' }]]],
    [
      'groups that are headings alone',
      [
        [`${tree}.value`],
        [
          `${tree}.components`,
          [{ id: 'calls', title: 'Calls', clause: '7', value: { kind: 'fixed', pounds: '1', clause: '7' } }],
        ],
        ['measures', []],
      ],
    ],
    [
      'the same adjustment of two components',
      [['components.2.adjustments', [{ id: 'less', title: 'Less', kind: 'reduce', by: '1/2', clause: '4' }]]],
    ],
    [
      'a need in one period and a keep in another',
      [
        [
          'conditions',
          [
            { periods: ['H1'], keeps: ['plan'], clause: '3' },
            { periods: ['H2'], needs: ['plan', 'sheet'], clause: '3' },
          ],
        ],
      ],
    ],
    [
      'steps where lower is better',
      [
        [`${achievement}.direction`, 'lower-is-better'],
        [`${achievement}.scale`, steps(['0', '1'], ['5%', '50%'], ['150%', '0'])],
      ],
    ],
    [
      'thirds that only fractions can write',
      [['components.0.schedule', { kind: 'shares', shares: { H1: '1/3', H2: '2/3' }, clause: '4' }]],
    ],
  ])('let pass %s', (_, changes) => {
    expect(said(...changes)).toBe('');
  });
});
