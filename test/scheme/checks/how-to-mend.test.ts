import { describe, expect, it } from 'vitest';
import { type Change, said } from '../small-scheme.ts';

/** What is said of periods from a day to a day each, in a scheme with a term of a year from April. */
function saidOfPeriods(...days: readonly (readonly [id: string, start: string, end: string])[]): string {
  const periods = days.map(([id, start, end]) => ({ id, title: `Period ${id}`, start, end, clause: '1' }));
  const changes: Change[] = [
    ['periods', periods],
    ['schedule', { kind: 'equal', clause: '2' }],
    ['recovery', { clause: '5' }],
    ['examples', []],
  ];
  const lines = said(...changes).split('\n');
  const at = lines.findIndex((line) => line.includes('scheme-periods'));
  return lines.slice(at).join('\n');
}

describe('periods that were cut wrongly', () => {
  it('name the days of a gap with both neighbours; of a short one a date is wrong', () => {
    expect(saidOfPeriods(['H1', '2020-04-01', '2020-09-30'], ['H2', '2020-10-02', '2021-03-31'])).toBe(
      [
        'error scheme-periods at small.json:26:16 periods[1].start [2020-10-02]',
        '  2020-10-01 lies in no period: H1 ends on 2020-09-30, and H2 starts on 2020-10-02',
        '  write "start": "2020-10-01" for H2, or "end": "2020-10-01" for H1',
      ].join('\n'),
    );
  });

  it('lack one where the gap is as long as a neighbour', () => {
    const quarters = saidOfPeriods(
      ['Q1', '2020-04-01', '2020-06-30'],
      ['Q3', '2020-10-01', '2020-12-31'],
      ['Q4', '2021-01-01', '2021-03-31'],
    );
    expect(quarters).toContain(
      [
        '  the 92 days from 2020-07-01 to 2020-09-30 lie in no period: Q1 ends on 2020-06-30, and Q3 starts on 2020-10-01',
        '  write a further period between Q1 and Q3: { "id": "…", "title": "…", "start": "2020-07-01", "end": "2020-09-30", "clause": "…" }; or "start": "2020-07-01" for Q3, or "end": "2020-09-30" for Q1',
      ].join('\n'),
    );
  });

  it('name the days of an overlap; the year that was one period ends where the next begins', () => {
    const cut = saidOfPeriods(
      ['Q1', '2020-04-01', '2021-03-31'],
      ['Q2', '2020-07-01', '2020-09-30'],
      ['H2', '2020-10-01', '2021-03-31'],
    );
    expect(cut).toBe(
      [
        'error scheme-periods at small.json:26:16 periods[1].start [2020-07-01]',
        '  the 92 days from 2020-07-01 to 2020-09-30 lie both in Q1 and in Q2: Q1 ends on 2021-03-31, and Q2 starts on 2020-07-01',
        '  write "end": "2020-06-30" for Q1',
      ].join('\n'),
    );
  });

  it('offer first the day on which a period would begin as the term does', () => {
    expect(saidOfPeriods(['H1', '2020-04-01', '2020-10-01'], ['H2', '2020-10-01', '2021-03-31'])).toContain(
      [
        '  2020-10-01 lies both in H1 and in H2: H1 ends on 2020-10-01, and H2 starts on 2020-10-01',
        '  write "end": "2020-09-30" for H1, or "start": "2020-10-02" for H2',
      ].join('\n'),
    );
  });

  it('lack others up to the end of the term, or reach beyond it', () => {
    expect(saidOfPeriods(['Q1', '2020-04-01', '2020-06-30'])).toBe(
      [
        'error scheme-periods at small.json:20:14 periods[0].end [2020-06-30]',
        '  the 274 days from 2020-07-01 to 2021-03-31 lie in no period: the last period, Q1, ends on 2020-06-30, and the term on 2021-03-31',
        '  write further periods after Q1, from 2020-07-01 to 2021-03-31; or "end": "2021-03-31" for Q1',
      ].join('\n'),
    );
    expect(saidOfPeriods(['year', '2020-04-01', '2021-04-30'])).toContain(
      [
        '  the last period, year, ends on 2021-04-30, after the term does, on 2021-03-31',
        '  write "end": "2021-03-31" for year, or "end": "2021-04-30" for the term',
      ].join('\n'),
    );
    expect(saidOfPeriods(['year', '2020-03-01', '2021-03-31'])).toContain(
      [
        '  the first period, year, starts on 2020-03-01, before the term does, on 2020-04-01',
        '  write "start": "2020-04-01" for year, or "start": "2020-03-01" for the term',
      ].join('\n'),
    );
    expect(saidOfPeriods(['year', '2020-05-01', '2021-03-31'])).toContain(
      [
        '  the 30 days from 2020-04-01 to 2020-04-30 lie in no period: the term starts on 2020-04-01, and the first period, year, on 2020-05-01',
        '  write "start": "2020-04-01" for year, or a further period before year: { "id": "…", "title": "…", "start": "2020-04-01", "end": "2020-04-30", "clause": "…" }',
      ].join('\n'),
    );
  });

  it('stand in another order than their days', () => {
    expect(saidOfPeriods(['H2', '2020-10-01', '2021-03-31'], ['H1', '2020-04-01', '2020-09-30'])).toContain(
      [
        '  the period H1 starts on 2020-04-01 and stands after H2, which starts on 2020-10-01; expected them in the order of their days',
        '  move H1 before H2, or check the dates of both',
      ].join('\n'),
    );
  });
});

describe('evidence that nothing asks for', () => {
  const report = { id: 'report', title: 'The report', clause: '3' };

  it('is a line to copy into the conditions that there are', () => {
    expect(said(['evidence.2', report])).toContain(
      '  add to "conditions" of the scheme: { "periods": "every", "needs": ["report"], "clause": "3" }; or take the evidence out',
    );
    const own = [{ periods: 'every', needs: ['sheet'], keeps: ['plan'], clause: '3' }];
    expect(said(['evidence.2', report], ['conditions'], ['components.1.conditions', own])).toContain(
      '  add to "conditions" of meetings: { "periods": "every", "needs": ["report"], "clause": "3" }; or take the evidence out',
    );
  });

  it('is a line to copy to a component where there are none', () => {
    expect(said(['evidence', [report]], ['conditions'])).toContain(
      '  write at each that it is for (rate, meetings, pot, calls, checks): "conditions": [{ "periods": "every", "needs": ["report"], "clause": "3" }]; or take the evidence out',
    );
    expect(
      said(
        ['evidence', [report]],
        ['conditions'],
        [
          'components',
          [
            {
              id: 'rate',
              title: 'By the patient',
              clause: '4',
              value: { kind: 'per-patient', pounds: '0.50', clause: '4' },
            },
          ],
        ],
        ['headlines', []],
        ['examples', []],
      ),
    ).toContain(
      '  write at rate: "conditions": [{ "periods": "every", "needs": ["report"], "clause": "3" }]; or take the evidence out',
    );
  });
});
