import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Achievement, Value } from '../../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { sayComponent, sayValue } from '../../../src/report/show/values.ts';
import { component } from '../sample.ts';

const words = { words: plainWords, measures: [] };
const perPatient: Value = { kind: 'per-patient', pounds: ratio(6), clause: '1' };
const values: readonly (readonly [Value, string])[] = [
  [{ kind: 'per-patient', pounds: ratio(1, 8), clause: '' }, '£0.125 a patient'],
  [{ kind: 'fixed', pounds: ratio(1500), clause: '' }, '£1,500 a practice'],
  [{ kind: 'pool', pounds: ratio(380977), clause: '' }, 'a pool of £380,977, shared by list size'],
  [
    { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 6, clause: '' },
    '£250.00 for each event "meeting", at most 6',
  ],
  [
    { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: null, clause: '' },
    '£250.00 for each event "meeting", any number of them',
  ],
  [
    {
      kind: 'share',
      of: perPatient,
      path: [
        { title: 'Access', share: ratio(3, 5), clause: '' },
        { title: 'Phones', share: ratio(1, 3), clause: '' },
      ],
      clause: '',
    },
    '1/3 for Phones of 60% for Access of £6.00 a patient',
  ],
];

const measured: Achievement = {
  kind: 'measured',
  measure: 'reviewed',
  scale: { kind: 'linear', from: ratio(2, 5), to: ratio(4, 5) },
  zeroDenominator: ratio(0),
  onAccount: null,
  clause: '4',
};
const steps: Achievement = {
  ...measured,
  scale: {
    kind: 'steps',
    steps: [
      { from: ratio(0), pays: ratio(0) },
      { from: ratio(7, 10), pays: ratio(1, 2) },
      { from: ratio(9, 10), pays: ratio(1) },
    ],
  },
  onAccount: ratio(7, 10),
};

describe('sayValue', () => {
  it.each(values)('says %o', (value, says) => {
    expect(sayValue(value, words)).toBe(says);
  });
});

describe('sayComponent', () => {
  it('says the adjustments in their order, each with its clause', () => {
    const adjustments = [
      {
        id: 'overlap',
        title: 'Overlap',
        kind: 'reduce',
        by: ratio(1, 10),
        roundedTo: 'pound',
        mode: 'half-away-from-zero',
        clause: '7',
      },
      { id: 'most', title: 'Ceiling', kind: 'cap', pounds: { kind: 'pounds', pounds: ratio(900) }, clause: '8' },
      { id: 'gone', title: 'Dropped', kind: 'remove', clause: '9' },
    ] as const;
    expect(sayComponent(component('plans', 0, perPatient, { adjustments }), words)).toBe(
      'The plans component (plans): £6.00 a patient; less 10% to the whole pound: Overlap [7]; at most £900: Ceiling [8]; ' +
        'removed: Dropped [9] [5.1; 1]',
    );
  });

  it('says a line between thresholds, upwards or downwards', () => {
    expect(sayComponent(component('a', 0, perPatient, { achievement: measured }), words)).toContain(
      'Scaled by reviewed: nothing at 40%, all of it at 80%, in a straight line up between; where there is nobody to ' +
        'measure it pays 0%; without a figure it is withheld',
    );
    const down: Achievement = { ...measured, scale: { kind: 'linear', from: ratio(4, 5), to: ratio(2, 5) } };
    expect(sayComponent(component('a', 0, perPatient, { achievement: down }), words)).toContain(
      'in a straight line down between',
    );
  });

  it('says steps', () => {
    expect(sayComponent(component('a', 0, perPatient, { achievement: steps }), words)).toContain(
      'nothing from 0%, 50% from 70% and 100% from 90%, each bound included; nothing below; where there is nobody to ' +
        'measure it pays 0%; without a figure 70% is paid on account',
    );
  });
});

it('says the bounds of bands in what they are bounds of', () => {
  const measures = [{ id: 'register', denominator: 'patients', numeratorUnit: 'patient' }];
  const value: Value = {
    kind: 'quantity',
    of: {
      kind: 'bands',
      how: 'whole',
      on: { kind: 'measure', measure: 'register', part: 'numerator', at: 'latest' },
      bands: [{ from: ratio(10000), is: { kind: 'pounds', pounds: ratio(500) } }],
    },
    clause: 'c',
  };
  expect(sayValue(value, { ...words, measures })).toBe(
    'by the numerator of register, at the band reached: £500.00 from 10,000 patients, nothing below',
  );
});

describe('sayComponent of a shared sum', () => {
  const pool: Value = { kind: 'pool', pounds: ratio(1000), clause: '1' };
  const adjusted = (by: Quantity) => {
    const adjustments = [{ kind: 'multiply', id: 'less', title: 'Less', by, clause: '2' }] as const;
    return sayComponent(component('pot', 0, pool, { adjustments }), words);
  };

  it('says that its adjustments go by the figures of all together, where they go by figures', () => {
    expect(
      adjusted({ kind: 'ratio', of: { kind: 'patients' }, to: { kind: 'patients', population: 'weighted' } }),
    ).toBe(
      'The pot component (pot): a pool of £1,000, shared by list size; times the patients divided by the weighted patients: Less [2]; by the figures of all together, before it is shared [5.1; 1]',
    );
    expect(adjusted({ kind: 'number', number: ratio(1, 2) })).toBe(
      'The pot component (pot): a pool of £1,000, shared by list size; times 50%: Less [2] [5.1; 1]',
    );
  });
});

describe('an envelope', () => {
  const pounds = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), clause: '1' });
  const value: Value = { kind: 'envelope', of: pounds(300), pounds: pounds(800), clause: '1' };
  const { schedule, ...given } = component('claims', 0, value);
  const claims = { ...given, schedule };
  const text = '£300.00, scaled down for all where together it is more than £800.00';

  it('is one for the whole term, or one in each period, as the component is paid', () => {
    if (schedule === null) throw new Error('a component without a schedule');
    expect(sayComponent(claims, words)).toContain(`${text} [`);
    const anew = { ...claims, schedule: { ...schedule, eachPeriod: true as const } };
    expect(sayComponent(anew, words)).toContain(`${text}, in each period anew [`);
  });
});
