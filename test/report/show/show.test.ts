import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { plain } from '../../../src/report/page/paint.ts';
import { showText } from '../../../src/report/show/show.ts';
import { showJson } from '../../../src/report/show/show-data.ts';
import { component, scheme } from '../sample.ts';

const hole = { kind: 'to-be-confirmed', what: 'the value of the contract', clause: '6.1' } as const;
const draft: Scheme = {
  ...scheme,
  status: 'draft',
  components: [component('measure', 0, hole, { achievement: { ...hole, what: 'what is measured' } })],
  groups: [
    {
      title: 'Healthier lives',
      level: 'Outcome',
      clause: '2.1',
      share: null,
      value: hole,
      groups: [
        {
          title: 'Access',
          level: 'Indicator',
          clause: '2.2',
          share: ratio(3, 5),
          value: null,
          groups: [],
          components: ['measure'],
        },
      ],
      components: [],
    },
  ],
  headlines: [],
  toBeConfirmed: [hole],
};

describe('showText', () => {
  it('tells a scheme in plain English with its clauses', () => {
    expect(showText(scheme, plain)).toMatchInlineSnapshot(`
      "Sample scheme 2020/21
        Sample CCG · sample-2020-21 · agreed
        Term: 1 April 2020 to 31 March 2021
        Paper: The sample paper (PCCC20/1)

      Periods
        id      title              from            to                 clause
        spring  Spring instalment  1 April 2020    30 September 2020  [3.1]
        autumn  Autumn instalment  1 October 2020  31 March 2021      [3.1]

      What is paid
        - The access component (access): £0.50 a patient [5.1]
        - The quality component (quality): £1.50 a patient [5.2]

      Budget
        pounds a patient   term  spring  autumn  clause
        access            £0.50   £0.25   £0.25  [5.1]
        quality           £1.50   £0.75   £0.75  [5.2]
        ----------------  -----  ------  ------  ------
        Total             £2.00   £1.00   £1.00

      The paper's own figures
        - Pounds a patient: £2.00 = access £0.50 + quality £1.50 [1]

      Evidence asked for
        - sign-up: Signed agreement; once; by 31 May 2020 [2]
        - audit: Audit of prescribing; once for each component, with a quantity of at least 5 for every
          1,000 patients, rounded up; by 30 June 2021 [4]

      Conditions
        - Every component, every period: needs sign-up by 31 May 2020; kept only with audit by
          30 June 2021 [2; 4]

      Rules
        - Patients: the registered list at 1 April 2020 [3.1]
        - Rounding: to the penny, halves away from zero: each component for itself, on what has fallen due
          to date [3.2]
        - Schedule: 50% in spring and 50% in autumn [3.2]
        - Recovery: money paid and no longer earned comes back at once [6]
        - Leaving: 1 month of notice; the period in which a practice leaves is paid whole if its
          conditions are met, later ones not at all [7]
        - Joining: no practice may join after the term began, as the scheme does not say what becomes of
          it

      Readings of what the paper leaves open
        1. The audit is all or nothing. [4]
      "
    `);
  });

  it('tells a draft with its holes and its tree', () => {
    const text = showText(draft, plain);
    expect(text).toContain(
      'Draft\n  This scheme is a draft: it can be checked and shown, but not run. To be confirmed:\n  - the value of the contract [6.1]\n',
    );
    expect(text).toContain(
      [
        'How the components hang together',
        '  Outcome: Healthier lives, to be confirmed: the value of the contract [2.1]',
        '    Indicator: Access, 60% [2.2]',
        '      measure',
      ].join('\n'),
    );
    expect(text).toContain(
      '  - The measure component (measure): to be confirmed: the value of the contract. Achievement to be\n    confirmed: what is measured [5.1; 6.1]\n',
    );
    expect(text).not.toContain('Budget');
  });
});

describe('showJson', () => {
  it('survives JSON: no big integers, dates as text, shares exact', () => {
    const data = JSON.parse(JSON.stringify(showJson(scheme)));
    expect(data.term).toEqual({ start: '2020-04-01', end: '2021-03-31' });
    expect(data.components[1]).toEqual({
      id: 'quality',
      title: 'The quality component',
      value: { kind: 'per-patient', pounds: '1.5', clause: '5.2' },
      adjustments: [],
      achievement: null,
      schedule: { shares: ['0.5', '0.5'], clause: '3.2' },
      conditions: ['spring', 'autumn'].map((period) => ({
        period,
        needs: [{ evidence: 'sign-up', clause: '2' }],
        keeps: [{ evidence: 'audit', clause: '4' }],
      })),
      recovery: { from: null, waits_for_decision: false, clause: '6' },
      clause: '5.2',
    });
    expect(data.headlines).toEqual([
      {
        kind: 'rate',
        title: 'Pounds a patient',
        pounds: '2',
        terms: [
          { component: 'access', pounds: '0.5' },
          { component: 'quality', pounds: '1.5' },
        ],
        clause: '1',
      },
    ]);
  });

  it('has the holes of a draft in their places', () => {
    const data = JSON.parse(JSON.stringify(showJson(draft)));
    expect(data.to_be_confirmed).toEqual([hole]);
    expect(data.components[0].value).toEqual(hole);
    expect(data.groups[0].groups[0].share).toBe('0.6');
  });
});
