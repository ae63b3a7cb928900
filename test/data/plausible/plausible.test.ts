import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';
import { tell } from '../made-folder.ts';

// Each sentence with what it tells, and the nearest that it does not tell.

const practices = 'practice_code,practice_name,notice_on,left_on\n';

describe('a practice that left', () => {
  it('is told where it did so before it gave notice', async () => {
    const rows = 'Z00001,One,2015-09-02,2015-09-01\nZ00042,Two,2015-09-01,2015-09-01\n';
    expect(await tell({ 'practices.csv': `${practices}${rows}` })).toMatchInlineSnapshot(
      `"practices.csv:2 left_on "2015-09-01" left-before (warning): Z00001 left before it gave notice, on 2015-09-02; expected a later day -> check that the days are not swapped, and that their years are right"`,
    );
  });
});

describe('a practice that left before it joined', () => {
  it('is told', async () => {
    const file = 'practice_code,practice_name,joined_on,left_on\nZ00001,One,2010-09-02,2010-09-01\nZ00042,Two,,\n';
    expect((await tell({ 'practices.csv': file })).split('\n').map((line) => line.replace(/;.*/, ''))).toEqual([
      'practices.csv:2 left_on "2010-09-01" left-before (warning): Z00001 left before it joined, on 2010-09-02',
      'practices.csv:2 left_on "2010-09-01" day-far-from-term (warning): lies more than a year before the term, which starts on 2015-04-01 -> check the year, and that the row is one of this scheme',
    ]);
  });
});

describe('a day', () => {
  it('since which something holds may lie long before the term, not long after it', async () => {
    const files = {
      'practices.csv':
        'practice_code,practice_name,joined_on\nZ00001,One,1990-01-01\nZ00042,Two,2017-04-01\nZ00043,Three,\n',
      'list-sizes.csv':
        'practice_code,as_at,patients\nZ00001,2015-03-31,5801\nZ00042,2015-03-31,7387\nZ00043,2015-03-31,7387\n',
      'memberships.csv': 'practice_code,from,locality\nZ00001,2009-04-01,North\nZ00001,2017-04-01,South\n',
      'successions.csv': 'old_code,new_code,from\nZ00043,Z00001,2017-04-01\n',
    };
    const told = (await tell(files)).split('\n').map((line) => line.replace(/: .*/, ''));
    expect(told.filter((line) => line.includes('day-far-from-term'))).toEqual([
      'practices.csv:3 joined_on "2017-04-01" day-far-from-term (warning)',
      'memberships.csv:3 from "2017-04-01" day-far-from-term (warning)',
      'successions.csv:2 from "2017-04-01" day-far-from-term (warning)',
    ]);
  });

  it('is told that lies more than a year before or after the term, in whatever table', async () => {
    const files = {
      'practices.csv': `${practices}Z00001,One,2014-04-01,2017-03-31\nZ00042,Two,2014-03-31,2017-04-01\n`,
      'evidence.csv': 'practice_code,evidence,received_on\nZ00001,plan,2014-03-31\nZ00001,plan,2014-04-01\n',
      'measures.csv':
        'practice_code,measure,as_at,numerator,denominator\nZ00001,smokers-asked,2017-04-01,1,2\nZ00001,smokers-asked,2017-03-31,1,2\n',
      'decisions.csv':
        'practice_code,decision,evidence,decided_on,decided_by,reason\nZ00001,accept-late,plan,2017-04-01,A. Name,late\n',
      'paid.csv': 'practice_code,component,period,amount,paid_on\nZ00001,audits,Q1,1.00,2051-07-01\n',
      'payees.csv': 'practice_code,payee_code,agreed_on\nZ00042,FED-1,2014-03-31\nZ00001,FED-1,2014-04-01\n',
    };
    const told = (await tell(files)).split('\n').map((line) => line.replace(/: .*/, ''));
    expect(told).toEqual([
      'practices.csv:3 notice_on "2014-03-31" day-far-from-term (warning)',
      'practices.csv:3 left_on "2017-04-01" day-far-from-term (warning)',
      'evidence.csv:2 received_on "2014-03-31" day-far-from-term (warning)',
      'measures.csv:2 as_at "2017-04-01" day-far-from-term (warning)',
      'decisions.csv:2 decided_on "2017-04-01" day-far-from-term (warning)',
      'paid.csv:2 paid_on "2051-07-01" day-far-from-term (warning)',
      'payees.csv:2 agreed_on "2014-03-31" day-far-from-term (warning)',
    ]);
  });

  it('of lists is told once for each date, as a file of another year has a row for every practice', async () => {
    const own = 'Z00001,2015-03-31,5801\nZ00042,2015-03-31,7387\n';
    const old = 'Z00001,2012-03-31,5801\nZ00042,2012-03-31,7387\n';
    expect(await tell({ 'list-sizes.csv': `practice_code,as_at,patients\n${own}${old}` })).toMatchInlineSnapshot(
      `"list-sizes.csv:4 as_at "2012-03-31" day-far-from-term (warning): lies more than a year before the term, which starts on 2015-04-01 -> check the year, and that the row is one of this scheme"`,
    );
  });
});

describe('a list', () => {
  const lists = (rows: string) => ({ 'list-sizes.csv': `practice_code,as_at,patients\n${rows}` });

  it('of 0 is told', async () => {
    expect(await tell(lists('Z00001,2015-03-31,0\nZ00042,2015-03-31,1\n'))).toMatchInlineSnapshot(
      `"list-sizes.csv:2 patients "0" list-size-zero (warning): the list of Z00001 at 2015-03-31 is 0; expected patients -> check against the publication; a practice that has closed has its last day in left_on"`,
    );
  });

  it('is told that is more than half as large again as another of the practice, or the other way round', async () => {
    const rows = 'Z00001,2015-01-01,1501\nZ00001,2015-03-31,1000\nZ00042,2015-01-01,1000\nZ00042,2015-03-31,1500\n';
    expect(await tell(lists(rows))).toMatchInlineSnapshot(
      `"list-sizes.csv:3 patients "1000" list-sizes-differ (warning): the list of Z00001 at 2015-03-31 differs by more than half from 1,501 patients at 2015-01-01 (line 2) -> check both against the publications: a digit may be missing, or the row may be that of another practice"`,
    );
  });

  it('of 0 is told as that alone, and steps that come to more than half are told once', async () => {
    const rows =
      'Z00001,2015-01-01,1000\nZ00001,2015-02-01,1300\nZ00001,2015-03-31,1600\nZ00042,2015-01-01,0\nZ00042,2015-03-31,9\n';
    const told = (await tell(lists(rows))).split('\n').map((line) => line.replace(/: .*/, ''));
    expect(told).toEqual([
      'list-sizes.csv:4 patients "1600" list-sizes-differ (warning)',
      'list-sizes.csv:5 patients "0" list-size-zero (warning)',
    ]);
  });
});

describe('evidence', () => {
  const sheet = evidence('sheet', { perPeriod: true });
  const audit = evidence('audit', {
    perComponent: true,
    minimum: { kind: 'per-1000-patients', number: ratio(5) },
  });
  const asked = quarters.map((_, index) => ({
    needs: index === 0 ? [] : [{ evidence: sheet, clause: '1' }],
    keeps: [{ evidence: audit, clause: '1' }],
  }));
  const value = { kind: 'fixed', pounds: ratio(100), clause: '1' } as const;
  const two = scheme(
    [
      component('visits', value, { conditions: asked }),
      component('other', value),
      component('audits', value, { conditions: asked }),
    ],
    { evidence: [sheet, audit, evidence('plan')] },
  );
  const header = 'practice_code,evidence,component,period,received_on,quantity\n';

  it('by component or period covers all with a blank cell, and is told what that is', async () => {
    const rows = 'Z00001,sheet,,,2015-09-01,\nZ00001,audit,,,2015-09-01,29\nZ00001,plan,,,2015-09-01,\n';
    expect(await tell({ 'evidence.csv': `${header}${rows}` }, { scheme: two })).toMatchInlineSnapshot(`
      "claims.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      measures.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      evidence.csv:2 period "" blank-covers-all (warning): the scheme asks for sheet by period, and a blank period covers each period: Q2, Q3 and Q4 -> write the period that the row is for, or leave it as it is if it covers them all
      evidence.csv:3 component "" blank-covers-all (warning): the scheme asks for audit by component, and a blank component covers each component: visits and audits -> write the component that the row is for, or leave it as it is if it covers them all"
    `);
  });

  it('is told without a quantity that is asked for, and with one that is not', async () => {
    const rows = 'Z00001,sheet,,Q2,2015-09-01,0\nZ00001,audit,visits,,2015-09-01,\nZ00001,audit,audits,,2015-09-01,0\n';
    const told = await tell({ 'evidence.csv': `${header}${rows}` }, { scheme: two });
    expect(told.split('\n').slice(2).join('\n')).toMatchInlineSnapshot(`
      "evidence.csv:3 quantity "" quantity-missing (warning): the scheme asks for audit with at least 5 per 1,000 patients, and a blank quantity is not enough -> fill in how many there were
      evidence.csv:2 quantity "0" quantity-not-asked-for (warning): the scheme asks for no quantity of sheet, so that this one changes nothing; expected a blank cell -> check that the row is for the right evidence, or clear the cell"
    `);
  });
});

describe('a measure', () => {
  it('is told that looks like a percentage', async () => {
    const rows = [
      'Z00001,smokers-asked,2015-06-30,87.5,100.0',
      'Z00001,smokers-asked,2015-07-31,87.0,100',
      'Z00042,smokers-asked,2015-06-30,87.5,101',
    ];
    const file = `practice_code,measure,as_at,numerator,denominator\n${rows.join('\n')}\n`;
    expect(await tell({ 'measures.csv': file })).toMatchInlineSnapshot(
      `"measures.csv:2 numerator "87.5" perhaps-percentage (warning): 87.5 of 100 looks like a percentage; expected how many, of how many -> write the two numbers that the percentage was made from"`,
    );
  });
});

describe('a row of paid.csv', () => {
  it('is told that stands twice, and not one that differs in any cell', async () => {
    const row = 'Z00001,audits,Q1,100.00,2015-07-10,BACS 77,';
    const others = [
      row.replace('Z00001', 'Z00042'),
      row.replace('audits', 'meetings'),
      row.replace('Q1', 'Q2'),
      row.replace('100.00', '100.01'),
      row.replace('07-10', '07-11'),
      row.replace('77', '78'),
      `${row}FED-1`,
    ];
    const header = 'practice_code,component,period,amount,paid_on,reference,payee_code';
    const same = row.replace('100.00', '100');
    const file = `${[header, row, ...others, same].join('\n')}\n`;
    expect(await tell({ 'paid.csv': file })).toMatchInlineSnapshot(
      `"paid.csv:10 amount "100.00" paid-row-twice (warning): line 2 is the same in every cell: both count, so that 100.00 stands twice for Z00001, audits, Q1 -> remove one of the two, or tell them apart in the column reference if both were paid"`,
    );
  });
});
