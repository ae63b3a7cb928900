import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { ClaimCauses } from '../../../src/report/diff/claim-causes.ts';
import { practiceCauses, type RunFacts } from '../../../src/report/diff/practice-causes.ts';
import { runCauses, sharedCauses } from '../../../src/report/diff/run-causes.ts';
import { claim, decided, facts, type Given, measured, paid, received } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

const report = { evidence: evidence('report'), clause: 'c' };
const meetings = component('meetings', {
  kind: 'per-event',
  pounds: ratio(250),
  event: 'meeting',
  atMost: 6,
  clause: 'c',
});
const care = component(
  'care',
  { kind: 'per-patient', pounds: ratio(1), clause: 'c' },
  {
    conditions: quarters.map(() => ({ needs: [report], keeps: [] })),
    achievement: {
      kind: 'measured',
      measure: 'checks',
      scale: { kind: 'linear', from: ratio(1, 2), to: ratio(1) },
      zeroDenominator: ratio(0),
      onAccount: null,
      clause: 'c',
    },
  },
);
const pool = component('pool', { kind: 'pool', pounds: ratio(1000), clause: 'c' });
const made: Scheme = scheme([meetings, care, pool], { evidence: [report.evidence] });

function runFacts(given: readonly Given[], more: Partial<RunFacts> = {}): RunFacts {
  return { scheme: made, asAt: day('2016-05-01'), facts: facts(given), posted: new Map(), ...more };
}

function causes(before: Partial<Given>, after: Partial<Given>) {
  const found = practiceCauses(
    'Z00001',
    runFacts([{ patients: 100, ...before }]),
    runFacts([{ patients: 100, ...after }]),
  );
  return found.map(({ says, touches }) => [says, touches]);
}

describe('why the amounts of a practice differ', () => {
  it('is nothing where its rows say the same on other lines', () => {
    const rows = { evidence: [received('report', '2016-04-01')], paid: [paid('care', 'Q1', '25.00')] };
    const moved = {
      evidence: rows.evidence.map((row) => ({ ...row, line: 9, reference: 'another' })),
      paid: rows.paid.map((row) => ({ ...row, line: 9 })),
    };
    expect(causes(rows, moved)).toEqual([]);
  });

  it('is its list, for what is not paid by the event', () => {
    expect(causes({ patients: 5801 }, { patients: 5912 })).toEqual([
      ['list size 5,801 → 5,912 (list-sizes.csv line 2)', ['care', 'pool']],
    ]);
  });

  it('is a figure of a measure', () => {
    const before = { measures: [measured('checks', '2016-03-31', '70', '100')] };
    const after = { measures: [measured('checks', '2016-03-31', '80', '100')] };
    expect(causes(before, after)).toEqual([
      ['measure changed: checks at 31 March 2016, 70 of 100 → 80 of 100 (measures.csv line 2)', ['care']],
    ]);
  });

  it('is one of two rows that say the same', () => {
    const row = paid('care', 'Q1', '25.00');
    expect(causes({ paid: [row, { ...row, line: 3 }] }, { paid: [row] })).toEqual([
      ['payment removed: care in Q1, £25.00 to Z00001 on 1 April 2015 (paid.csv line 3 before)', ['care']],
    ]);
  });

  it('is a quantity of evidence, for the components that ask for it', () => {
    const before = { evidence: [received('report', '2016-04-01', { quantity: ratio(49) })] };
    const after = { evidence: [received('report', '2016-04-01', { quantity: ratio(50) })] };
    expect(causes(before, after)).toEqual([
      [
        'evidence changed: report, received 1 April 2016, quantity 49 → received 1 April 2016, quantity 50 (evidence.csv line 2)',
        ['care'],
      ],
    ]);
  });

  it('is a late claim accepted, for what is paid by the event', () => {
    const after = { decisions: [decided('accept-late', '2016-04-01', { evidence: 'M1' })] };
    expect(causes({}, after)).toEqual([
      [
        'decision added: accept-late of M1, decided by R. Patel on 1 April 2016: as agreed (decisions.csv line 2)',
        ['meetings'],
      ],
    ]);
  });

  it('is not a row that neither run knows', () => {
    expect(causes({}, { evidence: [received('report', '2016-06-01')] })).toEqual([]);
  });

  it('is what a ledger held', () => {
    const line = { posting: 3, component: 'care', period: 'Q1', payeeCode: 'Z00001', amount: pence(2500), line: 2 };
    const posted = new Map([['Z00001', [line]]]);
    const [before, after] = [runFacts([{ patients: 100 }]), runFacts([{ patients: 100 }], { posted })];
    expect(practiceCauses('Z00001', before, after)).toEqual([
      {
        kind: 'ledger',
        file: 'posted.csv',
        says: 'posted line added: posting 3, care in Q1, Z00001, £25.00 (posted.csv line 2)',
        touches: ['care'],
      },
    ]);
  });

  it('is, for a pool, the practices that joined', () => {
    const after = runFacts([{ patients: 100 }, { patients: 60 }]);
    expect(sharedCauses(runFacts([{ patients: 100 }]), after).filter(({ file }) => file === 'list-sizes.csv')).toEqual([
      {
        kind: 'shared',
        file: 'list-sizes.csv',
        says: 'shared with others: 100 → 160 patients on all lists, and those of Z00002 changed',
        touches: ['pool'],
      },
    ]);
  });
});

describe('claims', () => {
  const asAt = { before: day('2016-05-01'), after: day('2016-05-01') };

  it('are told one by one', () => {
    const claims = new ClaimCauses(['Z00001'], [made, made]);
    claims.take('before', 'Z00001', claim('meeting', '2015-05-01', '2015-05-02'));
    claims.take('after', 'Z00001', claim('meeting', '2015-05-01', '2015-05-03', { line: 7 }));
    claims.take('after', 'Z00002', claim('meeting', '2015-05-01', '2015-05-03', { line: 8 }));
    expect(claims.causes('Z00001', asAt).map(({ says }) => says)).toEqual([
      'claim changed: meeting meeting 2015-05-01 of 1 May 2015, claimed 2 May 2015 → claimed 3 May 2015 (claims.csv line 7)',
    ]);
    expect(claims.causes('Z00002', asAt)).toEqual([]);
  });

  it('are counted for all but the first hundred practices', () => {
    const codes = [...Array(101).keys()].map((index) => `Z${String(index).padStart(5, '0')}`);
    const claims = new ClaimCauses(codes, [made, made]);
    claims.take('after', 'Z00100', claim('meeting', '2015-05-01', '2015-05-02'));
    expect(claims.causes('Z00100', asAt)).toEqual([
      { kind: 'claim', says: 'claims 0 → 1 (claims.csv)', file: 'claims.csv', touches: ['meetings'] },
    ]);
  });
});

describe('what differs for every practice', () => {
  const head = { runId: 'a', period: 'Q1', asAt: day('2015-07-01'), ledgerSerial: null };

  it('is no growth of the ledger, which is told by itself', () => {
    const says = (after: Partial<typeof head> | { ledgerSerial: number }) =>
      runCauses(head, { ...head, ...after }, []).map((cause) => cause.says);
    expect(says({})).toEqual([]);
    expect(says({ period: 'Q2' })).toEqual(['period Q1 → Q2']);
    expect(says({ ledgerSerial: 42 })).toEqual([]);
  });
});
