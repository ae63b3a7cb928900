import { madeUpReading } from '../../domain/scheme/made-up.ts';

/** The kinds of scheme that `new` writes one to start from. */
export const kinds = ['per-patient', 'events', 'pool', 'achievement'] as const;
export type Kind = (typeof kinds)[number];

/** What of a scheme is of its kind alone. */
interface OfKind {
  readonly evidence?: readonly object[];
  readonly measures?: readonly object[];
  readonly conditions?: readonly object[];
  readonly claimWindow?: object;
  readonly component: object;
  /** What a person has to fill in. */
  readonly madeUp: readonly string[];
  readonly examples: readonly object[];
}

const clause = 'clause of the paper';

const quarters = [
  ['Q1', 'Quarter 1', '2027-04-01', '2027-06-30'],
  ['Q2', 'Quarter 2', '2027-07-01', '2027-09-30'],
  ['Q3', 'Quarter 3', '2027-10-01', '2027-12-31'],
  ['Q4', 'Quarter 4', '2028-01-01', '2028-03-31'],
].map(([id, title, start, end]) => ({ id, title, start, end, clause }));

const ofKind: Readonly<Record<Kind, OfKind>> = {
  'per-patient': {
    evidence: [
      { id: 'sign-up', title: 'Agreement, signed', deadline: { kind: 'date', on: '2027-05-31' }, clause },
      { id: 'year-end-report', title: 'Year-end report', clause },
    ],
    conditions: [
      { periods: ['Q1', 'Q2', 'Q3', 'Q4'], needs: ['sign-up'], clause },
      { periods: ['Q4'], needs: ['year-end-report'], clause },
    ],
    component: {
      id: 'engagement',
      title: 'Engagement',
      clause,
      value: { kind: 'per-patient', pounds: '1.00', clause },
    },
    madeUp: [
      'the pounds a patient, and the date at which patients are counted',
      'what is asked for before each payment, and by when',
    ],
    examples: [
      {
        title: '5,001 patients at £1.00, in four instalments',
        clause,
        practices: [{ name: 'Example', patients: '5001' }],
        expect: [{ period: 'Q1', pounds: '1250.25' }, { pounds: '5001.00' }],
      },
      {
        title: 'Without the year-end report the last instalment waits',
        clause,
        practices: [{ name: 'Example', patients: '5001', without: ['year-end-report'] }],
        expect: [{ pounds: '3750.75' }],
      },
      {
        title: 'Nothing is paid to a practice that has not signed up',
        clause,
        practices: [{ name: 'Example', patients: '5001', without: ['sign-up'] }],
        expect: [{ pounds: '0.00' }],
      },
    ],
  },
  events: {
    claimWindow: { kind: 'end-of-next-period', clause },
    component: {
      id: 'meetings',
      title: 'Meetings attended',
      clause,
      value: { kind: 'per-event', event: 'meeting', pounds: '250', atMost: 6, clause },
    },
    madeUp: [
      'the kinds of event, the pounds for each, and how many are paid',
      'how long after an event it may be claimed',
    ],
    examples: [
      {
        title: 'Seven meetings, of which six are paid',
        clause,
        practices: [
          {
            name: 'Example',
            patients: '5001',
            events: [
              { event: 'meeting', period: 'Q1', count: 4 },
              { event: 'meeting', period: 'Q3', count: 3 },
            ],
          },
        ],
        expect: [
          { period: 'Q1', pounds: '1000.00' },
          { period: 'Q3', pounds: '500.00' },
        ],
      },
    ],
  },
  pool: {
    component: {
      id: 'plans',
      title: 'Plans of the localities',
      clause,
      value: { kind: 'pool', pounds: '100000', clause },
    },
    madeUp: ['the budget, and what is taken off it', 'by which list it is shared, at which date'],
    examples: [
      {
        title: 'Two practices share £100,000 by their lists',
        clause,
        practices: [
          { name: 'Larger', patients: '6000' },
          { name: 'Smaller', patients: '3000' },
        ],
        expect: [
          { practice: 'Larger', pounds: '66666.67' },
          { practice: 'Smaller', pounds: '33333.33' },
        ],
      },
    ],
  },
  achievement: {
    measures: [
      {
        id: 'reviewed',
        title: 'Patients reviewed',
        numerator: 'patients reviewed',
        denominator: 'patients on the register',
        clause,
      },
    ],
    component: {
      id: 'reviews',
      title: 'Reviews',
      clause,
      value: { kind: 'per-patient', pounds: '1.00', clause },
      achievement: {
        kind: 'measured',
        measure: 'reviewed',
        direction: 'higher-is-better',
        scale: { kind: 'linear', from: '40%', to: '80%' },
        zeroDenominator: '0%',
        onAccount: '50%',
        clause,
      },
    },
    madeUp: [
      'what is measured, from which share it pays and at which it pays in full',
      'how much is paid on account until the figure is there',
    ],
    examples: [
      {
        title: 'Half-way between the thresholds pays a half',
        clause,
        practices: [
          {
            name: 'Example',
            patients: '5000',
            measures: [{ measure: 'reviewed', numerator: '600', denominator: '1000' }],
          },
        ],
        expect: [{ pounds: '2500.00' }],
      },
      {
        title: 'Until the figure is there, a half is paid on account',
        clause,
        practices: [{ name: 'Example', patients: '5000' }],
        expect: [{ period: 'Q1', pounds: '625.00' }],
      },
    ],
  },
};

/** The text of a scheme to start from: a draft, so that its made-up figures are never paid, and valid at once. */
export function newScheme(kind: Kind, id: string): string {
  const { evidence, measures, conditions, claimWindow, component, madeUp, examples } = ofKind[kind];
  const scheme = {
    $schema: './scheme.schema.json',
    language: 1,
    id,
    title: 'Title of the scheme',
    commissioner: 'Name of the commissioner',
    status: 'draft',
    source: { title: 'Title of the paper', reference: 'where it was agreed' },
    term: { start: '2027-04-01', end: '2028-03-31', clause },
    periods: quarters,
    population: { kind: 'registered', at: '2027-04-01', clause },
    rounding: { at: 'component', clause },
    ...(evidence && { evidence }),
    ...(measures && { measures }),
    schedule: { kind: 'equal', clause },
    ...(conditions && { conditions }),
    recovery: { waitsFor: 'decision', clause },
    ...(claimWindow && { claimWindow }),
    leaving: { notice: { days: 28 }, prorate: 'days', clause },
    joining: { prorate: 'days', list: 'first-after', clause },
    components: [component],
    assumptions: [
      'the title, the commissioner, the paper and every clause',
      'the term and its payment periods',
      ...madeUp,
      'when recoveries are taken, and what leaving and joining do',
    ].map((what) => ({ clause, reading: `${madeUpReading}${what}.` })),
    examples,
  };
  return `${JSON.stringify(scheme, null, 2)}\n`;
}
