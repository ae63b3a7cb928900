import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { handOffId, handOffText, readHandOff } from '../../../src/record/ledger/hand-off.ts';
import { postingText, readPosting } from '../../../src/record/ledger/posting.ts';
import { readRecord } from '../../../src/record/ledger/record.ts';
import { readSettlement, settlementText } from '../../../src/record/ledger/settlement.ts';
import { sha256 } from '../sample.ts';
import { bankRow, handOff, posting, settlement } from './sample.ts';

/** A text with a seal that fits what stands before it. */
function sealed(unsealed: string): string {
  return `${unsealed}  "seal": "${sha256(unsealed)}"\n}\n`;
}

/** The same text with something else in it, sealed as somebody would who hides a change. */
function forged(text: string, from: string, to: string): Buffer {
  const unsealed = text.slice(0, text.indexOf('  "seal"'));
  expect(unsealed).toContain(from);
  return Buffer.from(sealed(unsealed.replace(from, to)));
}

const again = { reference: 'QD1PZ00001', reason: 'the account was closed' };

describe('the text of a hand-off', () => {
  const text = handOffText(handOff({ serial: 2, previous: 'a1'.repeat(32) }));

  it('has its keys in a fixed order, a sum in a line, and a seal over all of it', () => {
    expect(text).toBe(
      sealed(`{
  "format": "quarterday/hand-off-record/1",
  "serial": 2,
  "previous": "${'a1'.repeat(32)}",
  "channel": "payables",
  "channel_sha256": "${'c0de'.repeat(16)}",
  "pay_on": "2020-11-13",
  "by": "B. Jones",
  "folder_sha256": "${'fade'.repeat(16)}",
  "again": null,
  "files": [
    {
      "name": "payments.csv",
      "sha256": "${'beef'.repeat(16)}",
      "rows": 1
    }
  ],
  "sums": [
    "QD1PZ00001,1,Z00001,1.50"
  ],
  "recover": [
    "QD1PZ00002,1,Z00002,-0.50"
  ],
`),
    );
  });

  it('names the sum that is sent again, and why', () => {
    const sentAgain = handOffText(handOff({ again }));
    expect(sentAgain).toContain(
      '  "again": {\n    "reference": "QD1PZ00001",\n    "reason": "the account was closed"\n  },\n',
    );
    expect(readHandOff(Buffer.from(sentAgain))).toEqual(handOff({ again }));
  });

  it('is read back as it was, and names what it hands over wherever it stands in the chain', () => {
    expect(readHandOff(Buffer.from(text))).toEqual(handOff({ serial: 2, previous: 'a1'.repeat(32) }));
    expect(handOffId(handOff({ serial: 2 }))).toBe(handOffId(handOff()));
    expect(handOffId(handOff({ by: 'C. Brown' }))).not.toBe(handOffId(handOff()));
  });

  it.each([
    ['another format', 'hand-off-record/1', 'hand-off-record/2'],
    ['a day that is none', '2020-11-13', '2020-11-31'],
    ['files that are no list', /"files": \[[^\]]*\]/.exec(text)?.[0] ?? '', '"files": {}'],
    ['a file that is nothing', /\{\n {6}"name"[^}]*\}/.exec(text)?.[0] ?? '', 'null'],
    ['sums that are no texts', '"QD1PZ00001,1,Z00001,1.50"', '1'],
    ['what is to be recovered as no texts', '"QD1PZ00002,1,Z00002,-0.50"', 'null'],
    ['a cell of a sum less', 'Z00001,1.50', '1.50'],
    ['a cell of a sum more', 'Z00001,1.50', 'Z00001,1.50,'],
    ['words for an amount', '1.50', 'all'],
    ['words for a posting', ',1,Z00001', ',one,Z00001'],
    ['a number for the record before', `"${'a1'.repeat(32)}"`, '1'],
  ])('is none with %s, even where it was sealed again', (_, from, to) => {
    expect(readHandOff(forged(text, from, to))).toBeNull();
    expect(readRecord(forged(text, from, to))).toBeNull();
  });
});

describe('the text of a settlement', () => {
  const rows = [
    bankRow('QD1PZ00001', 'settled', 150, 'settled'),
    { ...bankRow('?', 'returned', 0, 'unmatched'), line: 7, amount: null, day: day('2020-11-15') },
  ];
  const text = settlementText(settlement({ serial: 3, previous: 'b2'.repeat(32), rows }));

  it('has its keys in a fixed order, and a seal over all of it', () => {
    expect(text).toBe(
      sealed(`{
  "format": "quarterday/settlement/1",
  "serial": 3,
  "previous": "${'b2'.repeat(32)}",
  "file": "status.csv",
  "file_sha256": "${'dead'.repeat(16)}",
  "map_sha256": "${'face'.repeat(16)}",
  "on": "2020-11-16",
  "by": "C. Brown",
  "rows": [
    {
      "line": 2,
      "reference": "QD1PZ00001",
      "status": "settled",
      "day": "2020-11-13",
      "amount": "1.50",
      "found": "settled"
    },
    {
      "line": 7,
      "reference": "?",
      "status": "returned",
      "day": "2020-11-15",
      "amount": null,
      "found": "unmatched"
    }
  ],
`),
    );
  });

  it('is read back as it was', () => {
    expect(readSettlement(Buffer.from(text))).toEqual(settlement({ serial: 3, previous: 'b2'.repeat(32), rows }));
  });

  it.each([
    ['another format', 'settlement/1', 'settlement/2'],
    ['a day that is none', '2020-11-16', '2020-11-31'],
    ['a day of a row that is none', '2020-11-13', '2020-02-30'],
    ['a row that is nothing', /\{\n {6}"line": 2[^}]*\}/.exec(text)?.[0] ?? '', 'null'],
    ['rows that are no list', /"rows": \[[^\]]*\]/.exec(text)?.[0] ?? '', '"rows": {}'],
    ['another status', '"status": "settled"', '"status": "paid"'],
    ['another finding', '"found": "settled"', '"found": "good"'],
    ['words for an amount', '"1.50"', '"all"'],
    ['a number for an amount', '"1.50"', '1.5'],
  ])('is none with %s, even where it was sealed again', (_, from, to) => {
    expect(readSettlement(forged(text, from, to))).toBeNull();
    expect(readRecord(forged(text, from, to))).toBeNull();
  });
});

it('is no posting where what it says is of another kind, even where it was sealed again', () => {
  const text = postingText(posting({ previous: 'c3'.repeat(32) }));
  const changes: readonly (readonly [string, string])[] = [
    ['posting/1', 'posting/2'],
    ['2020-10-15', '2020-02-30'],
    [`"${'c3'.repeat(32)}"`, '1'],
    ['"Z00001,Z00001,reviews,spring,1.50"', '1'],
    ['reviews,spring,1.50', 'reviews,1.50'],
    ['"payments": "1.50"', '"payments": 1.5'],
    ['"rows": {', '"rows": 1, "row": {'],
  ];
  for (const [from, to] of changes) expect(readPosting(forged(text, from, to)), to).toBeNull();
});
