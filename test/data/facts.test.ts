import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { everyTable, readFiles, tell } from './made-folder.ts';

describe('practices.csv', () => {
  it('is read in order of code', async () => {
    const file =
      'practice_name,practice_code,locality,pcn_code,joined_on,notice_on,left_on\nTwo,Z00042,South,U1,2014-01-01,2015-08-10,2015-09-07\n"One, and Partners",Z00001,,,,,\n';
    const { folder } = await readFiles({ 'practices.csv': file });
    expect(folder.facts.practices).toEqual([
      {
        code: 'Z00001',
        name: 'One, and Partners',
        locality: null,
        pcn: null,
        joinedOn: null,
        noticeOn: null,
        leftOn: null,
        line: 3,
      },
      {
        code: 'Z00042',
        name: 'Two',
        locality: 'South',
        pcn: 'U1',
        joinedOn: day('2014-01-01'),
        noticeOn: day('2015-08-10'),
        leftOn: day('2015-09-07'),
        line: 2,
      },
    ]);
  });

  it('has a name for every practice, and its mistakes are not blamed on other files', async () => {
    const file = 'practice_code,practice_name,left_on\nZ00001,One,01-Mar\nZ00042,,\nZ00042,Two,\nz00001,One,\n';
    expect(await tell({ 'practices.csv': file })).toMatchInlineSnapshot(`
      "practices.csv:2:3 left_on "01-Mar" not-a-date: has no year; expected a date as YYYY-MM-DD, such as 2017-04-30 -> the spreadsheet shortened the date when it was saved: set the format of the column to YYYY-MM-DD, check the year, and save the file again
      practices.csv:3:2 practice_name "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      practices.csv:5:1 practice_code "z00001" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00001: write it so"
    `);
  });

  it('is told of a practice that is there twice', async () => {
    const file = 'practice_code,practice_name\nZ00001,One\nZ00042,Two\nZ00001,One again\n';
    expect(await tell({ 'practices.csv': file })).toMatchInlineSnapshot(
      `"practices.csv:4:1 practice_code "Z00001" practice-twice: the practice is in line 2 already; expected every practice once -> remove one of the two rows"`,
    );
  });

  it('is the file in which the practices of the others must be', async () => {
    const rows = 'Z00043,plan,2015-09-01\nZ00042,plan,2015-09-01\n';
    expect(await tell({ 'evidence.csv': `practice_code,evidence,received_on\n${rows}` })).toMatchInlineSnapshot(
      `"evidence.csv:2:1 practice_code "Z00043" unknown-practice: is not in practices.csv; expected a practice that is -> did you mean Z00042?"`,
    );
  });

  it('that cannot be read is told once, and not with every row of the others', async () => {
    expect(await tell({ 'practices.csv': 'practice_code\nZ00001\n' })).toMatchInlineSnapshot(
      `"practices.csv:1 practice_name missing-column: the column practice_name is missing; expected it to hold its name, as the reports print it -> add the column practice_name"`,
    );
  });
});

describe('evidence.csv', () => {
  it('is read with and without what is optional', async () => {
    const file =
      'practice_code,evidence,component,period,received_on,quantity,reference\nZ00001,audit-report,audits,,2015-09-01,12.5,=SUM(A1)\nZ00001,plan,,,2015-09-30,,\nZ00042,claim-sheet,,Q2,2015-10-01,0,\n';
    const { folder, findings } = await readFiles({ 'evidence.csv': file });
    expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 quantity-not-asked-for',
      '4 quantity-not-asked-for',
    ]);
    expect([...folder.facts.evidence]).toEqual([
      [
        'Z00001',
        [
          {
            evidence: 'audit-report',
            component: 'audits',
            period: null,
            receivedOn: day('2015-09-01'),
            quantity: { n: 125n, d: 10n },
            reference: '=SUM(A1)',
            line: 2,
          },
          {
            evidence: 'plan',
            component: null,
            period: null,
            receivedOn: day('2015-09-30'),
            quantity: null,
            reference: null,
            line: 3,
          },
        ],
      ],
      [
        'Z00042',
        [
          {
            evidence: 'claim-sheet',
            component: null,
            period: 'Q2',
            receivedOn: day('2015-10-01'),
            quantity: { n: 0n, d: 1n },
            reference: null,
            line: 4,
          },
        ],
      ],
    ]);
  });

  it('names what the scheme knows', async () => {
    const file =
      'practice_code,evidence,component,period,received_on\nZ00001,Plan,,,2015-09-01\nZ00001,audit-report,adits,,2015-09-01\nZ00001,claim-sheet,,Quarter 2,2015-09-01\nZ00001,,,,2015-09-01\n';
    expect(await tell({ 'evidence.csv': file })).toMatchInlineSnapshot(`
      "evidence.csv:2:2 evidence "Plan" unknown-evidence: is no evidence of the scheme; expected plan, audit-report or claim-sheet -> did you mean plan?
      evidence.csv:3:3 component "adits" unknown-component: is no component of the scheme; expected meetings or audits -> did you mean audits?
      evidence.csv:4:4 period "Quarter 2" unknown-period: is no period of the scheme; expected Q1, Q2, Q3 or Q4 -> did you mean Q2?
      evidence.csv:5:2 evidence "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row"
    `);
  });

  it('names a component or period only where the evidence is asked for by it', async () => {
    const file = 'practice_code,evidence,component,period,received_on\nZ00001,plan,audits,Q1,2015-09-01\n';
    expect(await tell({ 'evidence.csv': file })).toMatchInlineSnapshot(`
      "evidence.csv:2:3 component "audits" evidence-not-per-component: the scheme asks for plan once for all components; expected a blank cell -> clear the cell, or correct the evidence
      evidence.csv:2:4 period "Q1" evidence-not-per-period: the scheme asks for plan once for all periods; expected a blank cell -> clear the cell, or correct the evidence"
    `);
  });
});

describe('measures.csv', () => {
  const header = 'practice_code,measure,as_at,numerator,denominator\n';

  it('is read', async () => {
    const { folder } = await readFiles({ 'measures.csv': `${header}Z00001,smokers-asked,2015-12-31,2399,3000\n` });
    expect([...folder.facts.measures]).toEqual([
      [
        'Z00001',
        [
          {
            measure: 'smokers-asked',
            asAt: day('2015-12-31'),
            numerator: { n: 2399n, d: 1n },
            denominator: { n: 3000n, d: 1n },
            line: 2,
          },
        ],
      ],
    ]);
  });

  it('has each measure once a date, and numerators within their denominators', async () => {
    const rows = ['12,30', '13,30', '31,30'].map(
      (figures, i) => `Z00001,smokers-asked,2015-12-${i < 2 ? 30 : 31},${figures}\n`,
    );
    expect(
      await tell({ 'measures.csv': `${header}${rows.join('')}Z00001,smokers,2015-12-31,1,1\n` }),
    ).toMatchInlineSnapshot(`
      "measures.csv:3:3 as_at "2015-12-30" measure-twice: line 2 has this measure of the practice at this date already; expected one row -> remove the one that is wrong
      measures.csv:4:4 numerator "31" numerator-above-denominator (warning): the numerator is above the denominator, more than 100%; expected at most as many -> check that the two are not swapped
      measures.csv:5:2 measure "smokers" unknown-measure: is no measure of the scheme; expected smokers-asked -> did you mean smokers-asked?"
    `);
  });
});

describe('paid.csv', () => {
  const header = 'practice_code,component,period,amount,paid_on\n';

  it('is read, recoveries too', async () => {
    const { folder } = await readFiles({ 'paid.csv': `${header}Z00001,audits,Q1,-12.5,2015-09-01\n` });
    expect([...folder.facts.paid]).toEqual([
      [
        'Z00001',
        [
          {
            component: 'audits',
            period: 'Q1',
            amount: -1250n,
            paidOn: day('2015-09-01'),
            payeeCode: 'Z00001',
            reference: null,
            posting: null,
            line: 2,
          },
        ],
      ],
    ]);
  });

  it('names whoever had the money; a blank cell is the practice', async () => {
    const withPayee = header.replace('paid_on', 'paid_on,payee_code');
    const rows = 'Z00001,audits,Q1,10,2015-09-01,PCN-1\nZ00001,audits,Q1,-5,2015-09-01,\n';
    const { folder } = await readFiles({ 'paid.csv': withPayee + rows });
    expect(folder.facts.paid.get('Z00001')?.map(({ payeeCode }) => payeeCode)).toEqual(['PCN-1', 'Z00001']);
    expect(await tell({ 'paid.csv': `${withPayee}Z00001,audits,Q1,10,2015-09-01,a/b\n` })).toMatchInlineSnapshot(
      `"paid.csv:2:6 payee_code "a/b" payee-code-form: is not a payee code; expected up to 20 letters, digits and hyphens, beginning with a letter or digit -> write the code that the payment system knows the payee by; its name belongs in payee_name"`,
    );
  });

  it('names the component and the period', async () => {
    expect(await tell({ 'paid.csv': `${header}Z00001,,Q5,"1,234.00",\n` })).toMatchInlineSnapshot(`
      "paid.csv:2:2 component "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      paid.csv:2:3 period "Q5" unknown-period: is no period of the scheme; expected Q1, Q2, Q3 or Q4 -> write one of these, in the same spelling
      paid.csv:2:4 amount "1,234.00" not-an-amount: has separators for thousands; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number without a separator for thousands, and save the file again
      paid.csv:2:5 paid_on "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row"
    `);
  });
});

describe('payees.csv', () => {
  const header = 'practice_code,component,payee_code,payee_name,agreed_on\n';

  it('is read', async () => {
    const { folder } = await readFiles({
      'payees.csv': `${header}Z00001,,FED-1-abcdefghijklmn,The Federation,2015-09-01\n`,
    });
    expect([...folder.facts.payees]).toEqual([
      [
        'Z00001',
        [
          {
            component: null,
            payeeCode: 'FED-1-abcdefghijklmn',
            payeeName: 'The Federation',
            agreedOn: day('2015-09-01'),
            reference: null,
            line: 2,
          },
        ],
      ],
    ]);
  });

  it('spells a code in one way, in paid.csv too, and names it in one way', async () => {
    const rows =
      'Z00001,,FED1,The Federation,2015-09-01\nZ00042,,FED1,Federation,2015-09-01\nZ00001,audits,Fed1,,2015-09-01\nZ00042,audits,z00001,,2015-09-01\nZ00001,meetings,PCN-1,,2015-09-01\nZ00042,meetings,FED1,,2015-09-01\n';
    const paidRows = 'practice_code,component,period,amount,paid_on,payee_code\nZ00001,audits,Q1,10,2015-09-01,pcn-1\n';
    expect(await tell({ 'payees.csv': header + rows, 'paid.csv': paidRows })).toMatchInlineSnapshot(`
      "payees.csv:3:4 payee_name "Federation" payee-named-twice (warning): is another name for the payee than The Federation in line 2 of payees.csv; expected one name for a code -> write the same name in both, or correct the code if they are two payees
      payees.csv:4:3 payee_code "Fed1" payee-code-capitals: differs from FED1 in line 2 of payees.csv in its capitals only; expected one spelling of a payee -> write FED1 in both, or give one of them another code if they are two
      payees.csv:5:3 payee_code "z00001" payee-code-capitals: differs from Z00001 in line 2 of practices.csv in its capitals only; expected one spelling of a payee -> write Z00001 in both, or give one of them another code if they are two
      payees.csv:6:3 payee_code "PCN-1" payee-code-capitals: differs from pcn-1 in line 2 of paid.csv in its capitals only; expected one spelling of a payee -> write pcn-1 in both, or give one of them another code if they are two"
    `);
  });

  it('has one agreement a day, and codes that a payment file can take', async () => {
    const rows =
      'Z00001,,FED1,,2015-09-01\nZ00001,audits,FED1,,2015-09-01\nZ00001,,FED2,,2015-09-01\nZ00042,,=1+1,,2015-09-01\n';
    expect(await tell({ 'payees.csv': header + rows })).toMatchInlineSnapshot(`
      "payees.csv:4:5 agreed_on "2015-09-01" payees-conflict: line 2 has an agreement of the practice for the same component on this day already; expected one a day -> keep the one that holds, or correct its day: the latest agreement counts
      payees.csv:5:3 payee_code "=1+1" payee-code-form: is not a payee code; expected up to 20 letters, digits and hyphens, beginning with a letter or digit -> write the code that the payment system knows the payee by; its name belongs in payee_name"
    `);
  });
});

describe('decisions.csv', () => {
  const header = 'practice_code,component,decision,evidence,period,proportion,amount,decided_on,decided_by,reason\n';
  const decisions = (...rows: string[]) => tell({ 'decisions.csv': `${header}${rows.join('\n')}\n` });

  it('is read', async () => {
    const rows =
      'Z00001,audits,proportion,,,60%,,2016-04-20,R. Patel,as agreed\nZ00001,,accept-late,plan,,,,2016-04-20,R. Patel,ill\nZ00001,,accept-late,M-2015-05-01,,,,2016-04-20,R. Patel,ill\n';
    const { folder, findings } = await readFiles({ 'decisions.csv': header + rows });
    expect(findings).toEqual([]);
    const said = { period: null, decidedOn: day('2016-04-20'), decidedBy: 'R. Patel' };
    const late = { ...said, decision: 'accept-late', component: null, proportion: null, amount: null, reason: 'ill' };
    expect([...folder.facts.decisions]).toEqual([
      [
        'Z00001',
        [
          {
            ...said,
            decision: 'proportion',
            component: 'audits',
            evidence: null,
            proportion: { n: 60n, d: 100n },
            amount: null,
            reason: 'as agreed',
            line: 2,
          },
          { ...late, evidence: 'plan', line: 3 },
          { ...late, evidence: 'M-2015-05-01', line: 4 },
        ],
      ],
    ]);
  });

  it('has a name and a reason for every decision', async () => {
    expect(await decisions('Z00001,audits,recover,,,,72.00,2016-04-20,, ')).toMatchInlineSnapshot(`
      "decisions.csv:2:9 decided_by "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      decisions.csv:2:10 reason " " blank-cell: is blank; expected a value -> fill the cell in, or remove the row"
    `);
  });

  it('knows four decisions', async () => {
    expect(
      await decisions('Z00001,audits,waive,,,,,2016-04-20,R,r', 'Z00001,audits,recvoer,,,,,2016-04-20,R,r'),
    ).toMatchInlineSnapshot(`
      "decisions.csv:2:3 decision "waive" unknown-decision: is no decision; expected proportion, accept-late, recover or waive-recovery -> did you mean waive-recovery?
      decisions.csv:3:3 decision "recvoer" unknown-decision: is no decision; expected proportion, accept-late, recover or waive-recovery -> did you mean recover?"
    `);
  });

  it('says what each decision needs', async () => {
    expect(
      await decisions(
        'Z00001,,proportion,,,,,2016-04-20,R,r',
        'Z00001,,recover,,,,,2016-04-20,R,r',
        'Z00001,,waive-recovery,,,,,2016-04-20,R,r',
        'Z00001,,accept-late,,,,,2016-04-20,R,r',
      ),
    ).toMatchInlineSnapshot(`
      "decisions.csv:2:2 component "" decision-incomplete: the cell is blank; the decision proportion needs a value in component -> write which component was decided on
      decisions.csv:2:6 proportion "" decision-incomplete: the cell is blank; the decision proportion needs a value in proportion -> write the share, such as 75%
      decisions.csv:3:2 component "" decision-incomplete: the cell is blank; the decision recover needs a value in component -> write which component was decided on
      decisions.csv:3:7 amount "" decision-incomplete: the cell is blank; the decision recover needs a value in amount -> write the sum that was decided on, such as 72.00: a decision covers no other
      decisions.csv:4:2 component "" decision-incomplete: the cell is blank; the decision waive-recovery needs a value in component -> write which component was decided on
      decisions.csv:4:7 amount "" decision-incomplete: the cell is blank; the decision waive-recovery needs a value in amount -> write the sum that was decided on, such as 72.00: a decision covers no other
      decisions.csv:5:4 evidence "" decision-incomplete: the cell is blank; the decision accept-late needs a value in evidence -> write which evidence was decided on"
    `);
  });

  it('says nothing that a decision cannot have', async () => {
    expect(
      await decisions(
        'Z00001,audits,proportion,plan,Q1,50%,5,2016-04-20,R,r',
        'Z00001,audits,recover,plan,Q1,50%,72.00,2016-04-20,R,r',
        'Z00001,,accept-late,plan,,50%,5,2016-04-20,R,r',
      ),
    ).toMatchInlineSnapshot(`
      "decisions.csv:2:4 evidence "plan" decision-cell-not-wanted: the decision proportion has no evidence; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:2:5 period "Q1" decision-cell-not-wanted: the decision proportion has no period; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:2:7 amount "5" decision-cell-not-wanted: the decision proportion has no amount; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:3:4 evidence "plan" decision-cell-not-wanted: the decision recover has no evidence; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:3:6 proportion "50%" decision-cell-not-wanted: the decision recover has no proportion; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:4:6 proportion "50%" decision-cell-not-wanted: the decision accept-late has no proportion; expected a blank cell -> clear the cell, or correct the decision
      decisions.csv:4:7 amount "5" decision-cell-not-wanted: the decision accept-late has no amount; expected a blank cell -> clear the cell, or correct the decision"
    `);
  });

  it('names a component or period of late evidence only where it is asked for by them', async () => {
    expect(
      await decisions(
        'Z00001,audits,accept-late,plan,Q1,,,2016-04-20,R,r',
        'Z00001,audits,accept-late,audit-report,,,,2016-04-20,R,r',
        'Z00001,,accept-late,claim-sheet,Q1,,,2016-04-20,R,r',
        'Z00001,audits,accept-late,M-1,Q1,,,2016-04-20,R,r',
        'Z00001,meetings,accept-late,M-1,,,,2016-04-20,R,r',
      ),
    ).toMatchInlineSnapshot(`
      "decisions.csv:2:2 component "audits" evidence-not-per-component: the scheme asks for plan once for all components; expected a blank cell -> clear the cell, or correct the evidence
      decisions.csv:2:5 period "Q1" evidence-not-per-period: the scheme asks for plan once for all periods; expected a blank cell -> clear the cell, or correct the evidence
      decisions.csv:5:2 component "audits" decision-cell-not-wanted: the cell evidence is no evidence of the scheme, so it is taken for the event_id of a late claim, and no claim counts for this component; expected meetings, or a blank cell -> clear the cell, or correct the component or the evidence
      decisions.csv:5:5 period "Q1" decision-cell-not-wanted: the cell evidence is no evidence of the scheme, so it is taken for the event_id of a late claim, which has no period but that of its event; expected a blank cell -> clear the cell, or correct the evidence"
    `);
  });

  it('is warned of an event that is spelt like evidence, which is an error where there are no events', async () => {
    const row = 'Z00001,,accept-late,claim-shet,,,,2016-04-20,R,r';
    expect(await decisions(row)).toMatchInlineSnapshot(
      `"decisions.csv:2:4 evidence "claim-shet" perhaps-evidence (warning): is no evidence of the scheme, so it is taken for the event_id of a late claim; expected that to be meant -> did you mean claim-sheet?"`,
    );
    const withoutEvents = { ...everyTable, components: everyTable.components.slice(1) };
    const files = { 'decisions.csv': `${header}${row}\n` };
    expect(await tell(files, { scheme: withoutEvents })).toMatchInlineSnapshot(`
      "claims.csv unused-file (warning): the scheme has no use for this file; expected it not to be there; it was not read -> check that this is the folder of the right scheme, or remove the file
      decisions.csv:2:4 evidence "claim-shet" unknown-evidence: is no evidence of the scheme; expected plan, audit-report or claim-sheet -> did you mean claim-sheet?"
    `);
  });

  it('writes a proportion as a share', async () => {
    expect(await decisions('Z00001,audits,proportion,,,75,,2016-04-20,R,r')).toMatchInlineSnapshot(
      `"decisions.csv:2:6 proportion "75" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> write 75% if a percentage is meant"`,
    );
  });

  it('names the sum of a recovery and of a waiver, above nothing, and perhaps a period', async () => {
    const rows =
      'Z00001,audits,recover,,Q1,,72.00,2016-04-20,R,r\nZ00001,audits,waive-recovery,,,,0.01,2016-04-20,R,r\n';
    const { folder, findings } = await readFiles({ 'decisions.csv': header + rows });
    expect(findings).toEqual([]);
    const [recover, waive] = folder.facts.decisions.get('Z00001') ?? [];
    expect([recover?.period, recover?.amount, waive?.period, waive?.amount]).toEqual(['Q1', 7200n, null, 1n]);
    expect(
      await decisions(
        'Z00001,audits,recover,,,,0.00,2016-04-20,R,r',
        'Z00001,audits,waive-recovery,,,,-72.00,2016-04-20,R,r',
        'Z00001,audits,recover,,,,£72,2016-04-20,R,r',
        'Z00001,audits,recover,,Q9,,72.00,2016-04-20,R,r',
      ),
    ).toMatchInlineSnapshot(`
      "decisions.csv:2:7 amount "0.00" not-an-amount: is no sum to decide on; expected pounds above nothing, such as 72.00 -> write the sum that was decided on, without a minus
      decisions.csv:3:7 amount "-72.00" not-an-amount: is no sum to decide on; expected pounds above nothing, such as 72.00 -> write the sum that was decided on, without a minus
      decisions.csv:4:7 amount "£72" not-an-amount: has a currency sign; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number, without a currency, and save the file again
      decisions.csv:5:5 period "Q9" unknown-period: is no period of the scheme; expected Q1, Q2, Q3 or Q4 -> write one of these, in the same spelling"
    `);
  });

  it('misses the sum where there is no column for it', async () => {
    const withoutAmount = header.replace('amount,', '');
    const rows = 'Z00001,audits,recover,,,,2016-04-20,R,r\n';
    expect(await tell({ 'decisions.csv': withoutAmount + rows })).toMatchInlineSnapshot(
      `"decisions.csv:2 amount "" decision-incomplete: the cell is blank; the decision recover needs a value in amount -> write the sum that was decided on, such as 72.00: a decision covers no other"`,
    );
  });

  it('has no two proportions on one day; sums add up', async () => {
    expect(
      await decisions(
        'Z00001,audits,proportion,,,50%,,2016-04-20,R,r',
        'Z00001,meetings,proportion,,,50%,,2016-04-20,R,r',
        'Z00042,audits,proportion,,,50%,,2016-04-20,R,r',
        'Z00001,audits,proportion,,,50%,,2016-04-20,R,r',
        'Z00001,audits,recover,,,,72.00,2016-04-20,R,r',
        'Z00001,audits,recover,,Q1,,72.00,2016-04-20,R,r',
        'Z00001,audits,waive-recovery,,,,1,2016-04-20,R,r',
        'Z00001,audits,waive-recovery,,,,1,2016-04-20,R,r',
      ),
    ).toMatchInlineSnapshot(
      `"decisions.csv:5:8 decided_on "2016-04-20" decisions-conflict: line 2 has a proportion for this practice and component on 2016-04-20 already; expected one a day -> keep the one that holds, or correct its day: the latest decision counts"`,
    );
  });
});

describe('list-sizes.csv', () => {
  it('gives each practice its list at the date of the scheme, or else at one that it accepts', async () => {
    const rows = [
      'Z00042,2015-04-01,7387',
      'Z00001,2015-04-01,5802',
      'Z00001,2015-03-31,5801',
      'Z00001,2014-12-31,5700',
    ].join('\n');
    const { folder, findings } = await readFiles({ 'list-sizes.csv': `practice_code,as_at,patients\n${rows}\n` });
    expect(findings).toEqual([]);
    expect([...folder.facts.listSizes]).toEqual([
      ['Z00001', { population: 'registered', patients: { n: 5801n, d: 1n }, asAt: day('2015-03-31'), line: 4 }],
      ['Z00042', { population: 'registered', patients: { n: 7387n, d: 1n }, asAt: day('2015-04-01'), line: 2 }],
    ]);
    expect(folder.counts).toContainEqual({
      file: 'list-sizes.csv',
      rows: 4,
      ignored: [{ why: 'at another date than the scheme counts', rows: 2 }],
    });
  });

  it('has a list of every practice, or the dates found are told', async () => {
    const rows = 'Z00042,2015-07-01,7387\nZ00042,2015-01-01,7380\n';
    expect(await tell({ 'list-sizes.csv': `practice_code,as_at,patients\n${rows}` })).toMatchInlineSnapshot(`
      "list-sizes.csv practice_code "Z00001" list-size-missing: there is no list of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; no row of this practice was found -> add the list of Z00001 at 2015-03-31, or take the practice out of practices.csv if it does not take part
      list-sizes.csv practice_code "Z00042" list-size-missing: there is no list of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; dates found: 2015-01-01, 2015-07-01 -> add the list of Z00042 at 2015-03-31, or take the practice out of practices.csv if it does not take part"
    `);
  });

  it('has one list a date', async () => {
    const rows = 'Z00001,2015-03-31,5801\nZ00042,2015-03-31,7387\nZ00001,2015-03-31,5801\n';
    expect(await tell({ 'list-sizes.csv': `practice_code,as_at,patients\n${rows}` })).toMatchInlineSnapshot(
      `"list-sizes.csv:4:1 practice_code "Z00001" list-size-twice: line 2 has a list of this practice at this date already; expected one -> remove the one that is wrong"`,
    );
  });

  it('has whole numbers, but for another population than the registered', async () => {
    const rows =
      'Z00001,2015-03-31,5801,\nZ00001,2015-03-31,5912.5,weighted\nZ00042,2015-03-31,7387.5,registered\nZ00042,2015-03-31,7001.25,weighted\n';
    const files = { 'list-sizes.csv': `practice_code,as_at,patients,population\n${rows}` };
    expect(await tell(files)).toMatchInlineSnapshot(
      `"list-sizes.csv:4:3 patients "7387.5" not-a-whole-number: has decimals; expected a whole number without separators, such as 7387 -> write the whole number"`,
    );
    const population = { ...everyTable.population, kind: 'weighted' };
    const { folder } = await readFiles(files, { scheme: { ...everyTable, population } });
    expect([...folder.facts.listSizes.values()].map(({ patients }) => patients)).toEqual([
      { n: 59125n, d: 10n },
      { n: 700125n, d: 100n },
    ]);
  });
});

describe('the national list sizes', () => {
  const before = 'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\r\n';
  const since2022 = before.replaceAll('CCG_CODE', 'SUB_ICB_LOCATION_CODE');
  const row = (date: string, code: string, patients: string, part = 'ALL,ALL') =>
    `GP_PRAC_PAT_LIST,${date},GP,06H,E38000026,${code},ZZ1 1ZZ,${part},${patients}\r\n`;

  it.each([
    ['before 2022', before, '31MAR2015'],
    ['since 2022', since2022, '31-Mar-15'],
  ])('are read as published %s, without the practices that do not take part', async (_, header, date) => {
    const rows = row(date, 'Z00001', '5801') + row(date, 'Z99999', '12') + row(date, 'Z00042', '7387');
    const { folder, findings } = await readFiles({ 'list-sizes.csv': header + rows });
    expect(findings).toEqual([]);
    expect([...folder.facts.listSizes.values()].map(({ patients }) => patients.n)).toEqual([5801n, 7387n]);
    expect(folder.counts).toContainEqual({
      file: 'list-sizes.csv',
      rows: 3,
      ignored: [{ why: 'of practices that do not take part', rows: 1 }],
    });
  });

  it('are told of other dates, and of practices that are not in them', async () => {
    expect(await tell({ 'list-sizes.csv': before + row('01MAY2015', 'Z00001', '5801') })).toMatchInlineSnapshot(`
      "list-sizes.csv practice_code "Z00001" list-size-missing: there is no list of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; dates found: 2015-05-01 -> add the list of Z00001 at 2015-03-31, or take the practice out of practices.csv if it does not take part
      list-sizes.csv practice_code "Z00042" list-size-missing: there is no list of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; no row of this practice was found -> add the list of Z00042 at 2015-03-31, or take the practice out of practices.csv if it does not take part"
    `);
  });

  it('are read without the rows by sex or age', async () => {
    const rows =
      row('31MAR2015', 'Z00001', '5801') +
      row('31MAR2015', 'Z00001', '2900', 'MALE,ALL') +
      row('31MAR2015', 'Z00042', '7387') +
      row('31MAR2015', 'Z00042', '80', 'ALL,42');
    const { folder, findings } = await readFiles({ 'list-sizes.csv': before + rows });
    expect(findings).toEqual([]);
    expect([...folder.facts.listSizes.values()].map(({ patients }) => patients.n)).toEqual([5801n, 7387n]);
  });

  it('are told of what is spoilt in them', async () => {
    const rows = row('31.03.2015', 'Z00001', '5801') + row('31MAR2015', 'Z00042', '7,387');
    expect(await tell({ 'list-sizes.csv': before + rows })).toMatchInlineSnapshot(`
      "list-sizes.csv:2:2 EXTRACT_DATE "31.03.2015" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 31 March 2015 is meant, write 2015-03-31; set the format of the column to YYYY-MM-DD and save the file again
      list-sizes.csv:3:10 "GP_PRAC_PAT_LIST,31MAR2015,GP,06H,E38000026,Z00042,ZZ1 1ZZ,ALL,ALL,7,387" too-many-cells: the row has 11 cells; expected 10, as many as the header -> probably the comma in 7,387: write the number without it"
    `);
    const header = 'PUBLICATION,EXTRACT_DATE,ORG_CODE,NUMBER_OF_PATIENTS\n';
    expect(await tell({ 'list-sizes.csv': header })).toMatchInlineSnapshot(
      `"list-sizes.csv:1 CODE missing-column: the column CODE is missing; expected it to hold the practice -> add the column CODE"`,
    );
  });

  it('are of no use where the scheme counts another population', async () => {
    const population = { ...everyTable.population, kind: 'weighted' };
    const rows = row('31MAR2015', 'Z00001', '5801') + row('31MAR2015', 'Z00042', '7387');
    expect(
      await tell({ 'list-sizes.csv': before + rows }, { scheme: { ...everyTable, population } }),
    ).toMatchInlineSnapshot(`
      "list-sizes.csv practice_code "Z00001" list-size-missing: there is no list of the population weighted of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; no row of this practice was found -> add the list of Z00001 at 2015-03-31, or take the practice out of practices.csv if it does not take part
      list-sizes.csv practice_code "Z00042" list-size-missing: there is no list of the population weighted of the practice at 2015-03-31 or 2015-04-01, when the scheme counts it; no row of this practice was found -> add the list of Z00042 at 2015-03-31, or take the practice out of practices.csv if it does not take part"
    `);
  });
});
