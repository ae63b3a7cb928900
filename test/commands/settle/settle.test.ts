import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bank, handOff, openSums, postedQuarters, settle } from '../../make/bank.ts';
import { quarterday } from '../../make/host.ts';
import { sha256 } from '../../record/sample.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await postedQuarters();
  await handOff(bank, [1], 'pay');
});

function records(): string[] {
  return readdirSync(bank.ledger).sort();
}

function record(at: number) {
  return JSON.parse(readFileSync(join(bank.ledger, records()[at] ?? ''), 'utf8'));
}

const ofPosting2 = [
  'not-handed-over QD2PZ00001 73671.00',
  'to-recover QD2PZ00002 -55796.40',
  'not-handed-over QD2PZ00003 29468.40',
];

describe('a file of a channel', () => {
  it('is taken into the chain, row by row, and what is left is open', async () => {
    const told = await settle(bank, [
      'QD1PZ00001,25/05/2018,Paid,"73,671.00"',
      'qd1pz00002 ,25/05/2018,Part paid,"40,000.00"',
      'QD1PZ00003,28/05/2018,In process,',
      'QD1PZ00003,28/05/2018,Information,x',
      'SOMETHING,29/05/2018,Paid,29468.40',
    ]);
    expect(told).toEqual({
      exit: 0,
      stdout: [
        'recorded as 4: status-1.csv, read on 2018-06-01',
        '  settled           1 row   £73,671.00',
        '  part              1 row   £40,000.00',
        '  pending           1 row   £29,468.40',
        '  unmatched         1 row   £29,468.40',
        '  still open        5 sums  £81,014.00',
        '  by           C. Brown',
        `  newest       record 4, sha256 ${sha256(readFileSync(join(bank.ledger, records()[3] ?? ''), 'utf8'))}`,
        '',
      ].join('\n'),
      stderr: [
        'warning bank-unmatched The channel tells of something that was not handed over (1)',
        `  ${join(bank.root, 'answers', 'status-1.csv')}:6  "SOMETHING"`,
        '    nothing was handed over under this reference; the row says settled, £29,468.40, 2018-05-29',
        '    fix: perhaps QD1PZ00003 (Z00003) or QD2PZ00003 (Z00003), which is open with the same sum; it was not taken for it',
        '',
        '1 warning in 1 file.',
        `Next: quarterday ledger ${bank.ledger} --open lists what is still open. Note the sha256 in the minutes.`,
        '',
      ].join('\n'),
    });
    expect(await openSums(bank)).toEqual(['part QD1PZ00002 4202.60', 'pending QD1PZ00003 29468.40', ...ofPosting2]);
    const { rows, seal: _, previous, file_sha256, map_sha256, ...rest } = record(3);
    expect(rest).toEqual({
      format: 'quarterday/settlement/1',
      serial: 4,
      file: 'status-1.csv',
      on: '2018-06-01',
      by: 'C. Brown',
    });
    expect(previous).toBe(sha256(readFileSync(join(bank.ledger, records()[2] ?? ''), 'utf8')));
    expect(rows[1]).toEqual({
      line: 3,
      reference: 'QD1PZ00002',
      status: 'part',
      day: '2018-05-25',
      amount: '40000.00',
      found: 'part',
    });
    expect(rows.map(({ found }: { found: string }) => found)).toEqual(['settled', 'part', 'pending', 'unmatched']);
    expect((await quarterday(['verify', '--ledger', bank.ledger])).stdout).toContain(
      '2 postings, 1 hand-off and 1 settlement',
    );
  });

  it('changes nothing when it comes again, whole or in a longer one', async () => {
    const rows = [
      'QD1PZ00001,25/05/2018,Paid,73671.00',
      'QD1PZ00002,25/05/2018,Rejected,',
      'ELSE,25/05/2018,Paid,5.00',
    ];
    await settle(bank, rows);
    const again = await settle(bank, [...rows].reverse());
    expect(again).toMatchObject({ exit: 0, stderr: '' });
    expect(again.stdout).toContain('nothing new: the ledger holds every row of the file\n');
    expect(records()).toHaveLength(4);
    const longer = await settle(bank, [...rows, 'QD1PZ00003,26/05/2018,Paid,29468.40']);
    expect(longer.stdout).toContain('  settled            1 row   £29,468.40\n  known before       3 rows\n');
    expect(record(4).rows).toHaveLength(1);
  });

  it('may hold two rows alike, which are two', async () => {
    const part = 'QD1PZ00001,25/05/2018,Part paid,36835.50';
    await settle(bank, [part, part]);
    expect(record(3).rows.map(({ found }: { found: string }) => found)).toEqual(['part', 'settled']);
    expect((await settle(bank, [part, part])).stdout).toContain('nothing new');
  });

  it('matches nothing: it is done, with a warning a row', async () => {
    const told = await settle(bank, ['A,25/05/2018,Paid,1.00', 'B,25/05/2018,Returned,2.00', ',25/05/2018,Paid,3.00']);
    expect(told.exit).toBe(0);
    expect(told.stderr).toContain('bank-unmatched The channel tells of something that was not handed over (3)');
    expect((await openSums(bank)).slice(0, 3).every((each) => each.startsWith('not-answered'))).toBe(true);
    expect(await settle(bank, ['C,25/05/2018,Paid,1.00'], '--strict')).toMatchObject({ exit: 1, stdout: '' });
    expect(records()).toHaveLength(4);
  });

  it('tells one sum for several references: each is settled where it comes to them, else it is nobody’s', async () => {
    const wrong = await settle(bank, ['QD1PZ00001;QD1PZ00002,25/05/2018,Paid,100000.00']);
    expect(wrong.stderr).toContain('bank-unmatched');
    await settle(bank, ['QD1PZ00001; QD1PZ00002,25/05/2018,Paid,"117,873.60"']);
    expect(
      record(4).rows.map((row: { reference: string; amount: string; found: string }) => [
        row.reference,
        row.amount,
        row.found,
      ]),
    ).toEqual([
      ['QD1PZ00001', '73671.00', 'settled'],
      ['QD1PZ00002', '44202.60', 'settled'],
    ]);
    expect((await settle(bank, ['QD1PZ00001; QD1PZ00002,25/05/2018,Paid,"117,873.60"'])).stdout).toContain(
      'nothing new',
    );
  });

  it('nets a credit: a payment and a credit of one day are the sum', async () => {
    await settle(bank, ['QD1PZ00001,25/05/2018,Paid,"80,000.00"', 'QD1PZ00001,25/05/2018,Paid,"-6,329.00"']);
    expect(await openSums(bank)).not.toContain(expect.stringContaining('QD1PZ00001'));
    expect(record(3).rows.map(({ found }: { found: string }) => found)).toEqual(['settled', 'part']);
  });

  it('tells of what came back, of a return that is returned, and of what is paid twice', async () => {
    const sum = 'QD1PZ00003';
    const states = async () => (await openSums(bank)).filter((each) => each.includes(sum));
    await settle(bank, [`${sum},25/05/2018,Paid,29468.40`, `${sum},29/05/2018,Returned,29468.40`]);
    expect(await states()).toEqual(['returned QD1PZ00003 29468.40']);
    await settle(bank, [`${sum},30/05/2018,Returned,-29468.40`]);
    expect(await states()).toEqual([]);
    const twice = await settle(bank, [`${sum},31/05/2018,Paid,29468.40`]);
    expect(twice.exit).toBe(0);
    expect(twice.stderr).toContain(
      'the sum of £29,468.40 was settled before; the row says settled, £29,468.40, 2018-05-31',
    );
    expect(await states()).toEqual(['more-than-sent QD1PZ00003 -29468.40']);
    const more = await settle(bank, ['QD1PZ00002,25/05/2018,Paid,50000.00']);
    expect(more.stderr).toContain('£44,202.60 was sent, and with this row it comes to more');
    expect((await quarterday(['verify', '--ledger', bank.ledger])).exit).toBe(0);
  });

  it('warns of days that are hard to believe, and takes the rows', async () => {
    const told = await settle(bank, [
      'QD1PZ00001,24/05/2018,Paid,73671.00',
      'QD1PZ00002,01/05/2018,Rejected,44202.60',
      'QD1PZ00003,02/06/2018,Paid,29468.40',
    ]);
    expect(told.exit).toBe(0);
    expect(told.stderr).toContain('bank-day The day of a bank is hard to believe (3)');
    expect(told.stderr).toContain('lies before the day on which it was to be paid, 2018-05-25');
    expect(told.stderr).toContain('lies before the day of the posting, 2018-05-02');
    expect(told.stderr).toContain('lies after the day on which the file is read, 2018-06-01');
    expect(record(3).rows).toHaveLength(3);
  });

  it('is told as data with --format json', async () => {
    const { stdout } = await settle(bank, ['QD1PZ00001,25/05/2018,Paid,73671.00'], '--format', 'json');
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ format: 'quarterday/settle/1', serial: 4, known_before: 0, open: 5 });
    expect(data.counts).toEqual([{ found: 'settled', rows: 1, sum: '73671.00' }]);
    expect(data.rows).toEqual([
      { line: 2, reference: 'QD1PZ00001', status: 'settled', day: '2018-05-25', amount: '73671.00', found: 'settled' },
    ]);
  });
});

describe('a file that cannot be read', () => {
  it('is refused with every cell that is wrong, and nothing is recorded', async () => {
    const told = await settle(bank, [
      'QD1PZ00001,2018-05-25,Payd,12,34.5',
      'QD1PZ00002,31/02/2018,Paid,1.234',
      'QD1PZ00003,25/05/2018,Payd,£5',
    ]);
    expect(told).toMatchObject({ exit: 1, stdout: '' });
    expect(told.stderr).toContain('bank-file A file of a channel is not as its map says (1)');
    expect(told.stderr).toContain('bank-cell A cell of a file of a channel cannot be read as its map says (3)');
    expect(told.stderr).toContain('did you mean "Paid"? if not, add it to "words" of "status" in the map');
    expect(records()).toHaveLength(3);
  });

  it('is one whose columns the map does not find, or a map that is wrong', async () => {
    const map = join(bank.root, 'map.json');
    writeFileSync(
      map,
      '{ "map": 1, "title": "T", "reference": { "column": "Reference" }, "status": { "always": "return" } }',
    );
    const wrong = await settle(bank, ['QD1PZ00001,25/05/2018,Paid,1'], '--map', map);
    expect(wrong.stderr).toContain('did you mean "returned"?');
    writeFileSync(
      map,
      '{ "map": 1, "title": "T", "reference": { "column": "Invoice No" }, "status": { "always": "returned" } }',
    );
    const missing = await settle(bank, ['QD1PZ00001,25/05/2018,Paid,1'], '--map', map);
    expect(missing.stderr).toContain('the column is missing; the columns are Invoice Number, Date, Status, Amount');
    expect(records()).toHaveLength(3);
  });
});

it('takes files without names of columns, with other separators, day and amount forms', async () => {
  const from = join(bank.root, 'returns.txt');
  const map = join(bank.root, 'map.json');
  writeFileSync(from, 'x|x\nBANK X|250518|QD1PZ00001|7367100\nBANK X|290518|QD1PZ00002|\nEND|2\n');
  const written = {
    map: 1,
    title: 'Returns',
    file: { separator: '|', columnNamesInLine: 0, linesAfter: 1, encoding: 'windows-1252' },
    days: 'DDMMYY',
    amounts: { decimals: 'pence' },
    reference: { column: 3 },
    status: { always: 'returned' },
    day: { column: 2 },
    amount: { column: 4 },
  };
  writeFileSync(map, JSON.stringify(written));
  const args = [
    'settle',
    '--ledger',
    bank.ledger,
    '--from',
    from,
    '--map',
    map,
    '--on',
    '2018-06-01',
    '--by',
    'C. Brown',
  ];
  expect((await quarterday(args)).stderr).toContain('expected 2, as many as the first line');
  writeFileSync(from, readFileSync(from, 'utf8').replace('x|x\n', ''));
  expect((await quarterday(args)).exit).toBe(0);
  expect((await openSums(bank)).slice(0, 2)).toEqual(['returned QD1PZ00001 73671.00', 'returned QD1PZ00002 44202.60']);
});
