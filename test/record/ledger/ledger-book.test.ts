import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { type HandOff, readHandOff } from '../../../src/record/ledger/hand-off.ts';
import { LedgerBook } from '../../../src/record/ledger/ledger-book.ts';
import { publishRecord } from '../../../src/record/ledger/publish-record.ts';
import { type BankSettlement, readSettlement } from '../../../src/record/ledger/settlement.ts';
import { walkLedger } from '../../../src/record/ledger/walk-ledger.ts';
import { emptyFolder } from '../../make/host.ts';
import { bankRow, everyBytes, handOff, line, posting, publishPosting, settlement } from './sample.ts';

let ledger: string;
beforeEach(() => {
  ledger = join(emptyFolder(), 'ledger');
  publishPosting(ledger, posting());
});

function book() {
  const read = new LedgerBook();
  return { ...walkLedger(ledger, read.takers), read };
}

function differences(): readonly string[] {
  return book().differences.map(({ file, says }) => `${file.slice(0, 6)} ${says}`);
}

function add(record: { readonly handOff: Partial<HandOff> } | { readonly settlement: Partial<BankSettlement> }): void {
  const { head } = book();
  const place = { serial: head.serial + 1, previous: head.sha256 };
  publishRecord(
    ledger,
    'handOff' in record
      ? { kind: 'hand-off', handOff: handOff({ ...record.handOff, ...place }) }
      : { kind: 'settlement', settlement: settlement({ ...record.settlement, ...place }) },
  );
}

const sum = { reference: 'QD1PZ00001', posting: 1, payee: 'Z00001', amount: pence(150) };

describe('a chain of a posting, a hand-off and a settlement', () => {
  beforeEach(() => {
    add({ handOff: {} });
    add({ settlement: {} });
  });

  it('holds, and nothing but what is to be recovered is open', () => {
    const { read, head } = book();
    expect(differences()).toEqual([]);
    expect(head.serial).toBe(3);
    expect(read.records.map(({ kind }) => kind)).toEqual(['posting', 'hand-off', 'settlement']);
    expect(read.book.open().map(({ state, reference }) => `${state} ${reference}`)).toEqual(['to-recover QD1PZ00002']);
  });

  it('reads back to what was written', () => {
    const [, second = '', third = ''] = readdirSync(ledger).sort();
    const { read } = book();
    const [, handed, settled] = read.records;
    expect(readHandOff(readFileSync(join(ledger, second)))).toEqual(handed?.kind === 'hand-off' && handed.handOff);
    expect(readSettlement(readFileSync(join(ledger, third)))).toEqual(
      settled?.kind === 'settlement' && settled.settlement,
    );
  });

  it('does not hold with any byte of any record changed', () => {
    for (const name of readdirSync(ledger).sort().slice(1)) {
      const bytes = readFileSync(join(ledger, name));
      for (const [at, byte] of bytes.entries()) {
        if (at % everyBytes !== 0) continue;
        bytes[at] = byte ^ 1;
        writeFileSync(join(ledger, name), bytes);
        expect(differences()[0], `${name}, byte ${at}`).toBe(
          `${name.slice(0, 6)} was changed, or is no record: its bytes are not as they were sealed`,
        );
        bytes[at] = byte;
      }
      writeFileSync(join(ledger, name), bytes);
    }
    expect(differences()).toEqual([]);
  });

  it('does not hold without one of its records', () => {
    const [, second = ''] = readdirSync(ledger).sort();
    rmSync(join(ledger, second));
    expect(existsSync(join(ledger, second))).toBe(false);
    expect(differences()[0]).toBe('000003 comes after serial 1; expected 2: a record is missing or twice');
    expect(differences()).toContain('000003 takes line 2, "QD1PZ00001", as settled; expected unmatched');
  });
});

describe('a hand-off does not hold', () => {
  it.each<[string, Partial<HandOff>, string]>([
    [
      'of a payee that was not posted',
      { sums: [{ ...sum, reference: 'QD1PZ00003', payee: 'Z00003' }], recover: [] },
      'hands over QD1PZ00003, but posting 1 has no sum for Z00003',
    ],
    [
      'of a posting that there is not',
      { sums: [{ ...sum, posting: 7 }], recover: [] },
      'hands over QD1PZ00001, but posting 7 has no sum for Z00001',
    ],
    [
      'of another sum',
      { sums: [{ ...sum, amount: pence(151) }], recover: [] },
      'hands over 1.51 under QD1PZ00001; expected 1.50',
    ],
    [
      'under another reference',
      { sums: [{ ...sum, reference: 'QD1PZ0000X' }], recover: [] },
      'hands over QD1PZ0000X; expected the reference QD1PZ00001',
    ],
    [
      'with a payee below zero among what is paid',
      { sums: [{ reference: 'QD1PZ00002', posting: 1, payee: 'Z00002', amount: pence(-50) }], recover: [] },
      'has QD1PZ00002 with -0.50 among what is to be paid',
    ],
    [
      'that is the first, as sent again',
      { again: { reference: 'QD1PZ00001', reason: 'x' }, recover: [] },
      'sends QD1PZ00001 again, which was not handed over before',
    ],
  ])('%s', (_, given, says) => {
    add({ handOff: given });
    expect(differences()).toEqual([`000002 ${says}`]);
  });

  it('twice, but as sent again under the next reference', () => {
    add({ handOff: {} });
    const again = { reference: 'QD1PZ00001', reason: 'the account was closed' };
    add({ handOff: { again, sums: [{ ...sum, reference: 'QD1PZ000012' }], recover: [] } });
    expect(differences()).toEqual([]);
    add({ handOff: { sums: [{ ...sum, reference: 'QD1PZ000013' }], recover: [] } });
    expect(differences()).toEqual(['000004 hands over QD1PZ000013 a second time, and not as sent again']);
  });
});

describe('a settlement does not hold', () => {
  beforeEach(() => add({ handOff: {} }));

  it.each<[string, Partial<BankSettlement>, string]>([
    [
      'that settles more than was sent and does not say so',
      { rows: [bankRow('QD1PZ00001', 'settled', 151, 'settled')] },
      'takes line 2, "QD1PZ00001", as settled; expected more-than-sent',
    ],
    [
      'that matches what was never sent',
      { rows: [bankRow('QD9PZ00001', 'settled', 150, 'settled')] },
      'takes line 2, "QD9PZ00001", as settled; expected unmatched',
    ],
    [
      'that settles a sum twice and does not say so',
      { rows: [bankRow('QD1PZ00001', 'settled', 150, 'settled'), bankRow('QD1PZ00001', 'settled', 150, 'settled')] },
      'takes line 2, "QD1PZ00001", as settled; expected duplicate',
    ],
  ])('%s', (_, given, says) => {
    add({ settlement: given });
    expect(differences()).toEqual([`000003 ${says}`]);
  });
});

it('keeps what postings that are wanted pay for each component', () => {
  const lines = [
    line('Z00001', 'audits', 'spring', 5),
    line('Z00001', 'audits', 'summer', 6),
    line('Z00001', 'visits', 'spring', -4),
  ];
  rmSync(ledger, { recursive: true });
  publishPosting(ledger, posting({ lines }));
  const read = new LedgerBook(new Set([1]));
  walkLedger(ledger, read.takers);
  expect(read.componentsOf(1)).toEqual(
    new Map([
      [
        'Z00001',
        new Map([
          ['audits', pence(11)],
          ['visits', pence(-4)],
        ]),
      ],
    ]),
  );
  expect(book().read.componentsOf(1)).toEqual(new Map());
});

it('finds the posting with a serial, and counts the lines of each', () => {
  const lines = [line('Z00001', 'audits', 'spring', 5), line('Z00001', 'visits', 'spring', 6)];
  add({ handOff: {} });
  const { head } = book();
  publishPosting(ledger, posting({ serial: 3, previous: head.sha256, run: 'cd'.repeat(32), lines }));
  const read = new LedgerBook(new Set([3, 4]));
  walkLedger(ledger, read.takers);
  expect(read.records.map((each) => (each.kind === 'posting' ? each.lines : each.kind))).toEqual([2, 'hand-off', 2]);
  expect([1, 2, 3, 4].map((serial) => read.postingOf(serial)?.run ?? null)).toEqual([
    'ab12'.repeat(16),
    null,
    'cd'.repeat(32),
    null,
  ]);
  const components = new Map([
    ['audits', pence(5)],
    ['visits', pence(6)],
  ]);
  expect([1, 2, 3, 4].map((serial) => read.componentsOf(serial))).toEqual([
    new Map(),
    new Map(),
    new Map([['Z00001', components]]),
    new Map(),
  ]);
});
