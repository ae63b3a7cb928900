import { describe, expect, it } from 'vitest';
import { tables } from '../../src/data/tables/tables.ts';
import { shortestDecimal } from '../../src/import/convert/cell-text.ts';
import { kindOfColumn } from '../../src/import/convert/column-kinds.ts';
import { imported, rowsOf, told } from '../make/imports.ts';
import { dateCell, formulaCell, type MadeSheet, shownAs, type Typed, workbook } from '../make/workbooks.ts';

const names = ['practice_code', 'evidence', 'received_on', 'quantity', 'reference'];

function evidence(
  rows: readonly (readonly Typed[])[],
  more: Partial<MadeSheet> = {},
  said: Parameters<typeof imported>[1] = {},
) {
  return imported({ 'book.xlsx': workbook({ Evidence: { rows: [names, ...rows], ...more } }) }, said);
}

const row = (received: Typed, quantity: Typed = null, reference: Typed = null): readonly Typed[] => [
  'Z81001',
  'claim-sheet',
  received,
  quantity,
  reference,
];

describe('a sheet', () => {
  it('is a table wherever its header stands, however the names are spelt', () => {
    const rows = [
      ['Returns of the quarter'],
      [],
      ['as kept by A. Smith', null, 'Practice'],
      ['Practice Code', 'EVIDENCE', 'Received on'],
      ['Z81001', 'claim-sheet', dateCell('2015-07-01')],
    ];
    const read = imported({ 'q.xlsx': workbook({ Q1: { rows, merges: ['A1:C1', 'A3:B3'] } }) });
    expect(rowsOf(read, 'evidence.csv')).toEqual(['Z81001 | claim-sheet | 2015-07-01 <- q.xlsx Q1!5']);
    expect(read.files[0]?.sheets[0]?.converted?.range).toBe('A4:C5');
    expect(told(read)).toEqual([]);
  });

  it('that has a column twice asks which', () => {
    const rows = [
      [...names, 'Received on'],
      [...row('2015-04-03'), '2015-05-03'],
    ];
    const twice = imported({ 'book.xlsx': workbook({ Evidence: { rows } }) });
    expect(told(twice)).toEqual(['book.xlsx Evidence!F1 Received on duplicate-column']);
  });

  it('that is a table twice is an error that names both', () => {
    const sheets = { A: { rows: [names, row('2015-04-03')] }, B: { rows: [names, row('2015-04-03')] } };
    const read = imported({ 'book.xlsx': workbook(sheets) });
    expect(told(read)).toEqual(['book.xlsx B!2 two-sources']);
    expect(read.findings[0]?.message).toBe('book.xlsx A and book.xlsx B are both evidence.csv; expected one');
    expect(read.tables.map(({ isSound }) => isSound)).toEqual([false]);
  });

  it('counts its dates from 1904 where its workbook does', () => {
    const bytes = workbook({ Evidence: { rows: [names, row(shownAs(40_635, 'dd/mm/yyyy'))] } }, 'xlsx', true);
    expect(rowsOf(imported({ 'mac.xlsx': bytes }), 'evidence.csv')).toEqual([
      'Z81001 | claim-sheet | 2015-04-03 <- mac.xlsx Evidence!2',
    ]);
  });

  it('that says less than a table is refused with what is missing', () => {
    const read = imported({
      'q.xlsx': workbook({
        Q1: {
          rows: [
            ['practice_code', 'evidence'],
            ['Z81001', 'claim-sheet'],
          ],
        },
      }),
    });
    expect(told(read)).toEqual(['q.xlsx Q1!1 received_on missing-column']);
  });

  it('that is no table is left, as long as another of the file is one', () => {
    const sheets = { Notes: { rows: [['Call Ms Jones']] }, Evidence: { rows: [names, row(dateCell('2015-07-01'))] } };
    const read = imported({ 'q.xlsx': workbook(sheets) });
    expect(told(read)).toEqual([]);
    expect(read.files[0]?.sheets.map(({ left }) => left)).toEqual(['no table: Call Ms Jones', '']);
    expect(told(imported({ 'q.xlsx': workbook({ Notes: { rows: [['Call Ms Jones']] } }) }))).toEqual([
      'q.xlsx Notes!1 unknown-source',
    ]);
  });

  it('can be said to be a table', () => {
    const rows = [
      ['practice_code', 'practice_name', 'from', 'pcn_code'],
      ['Z81001', 'A', '2015-04-01', 'P1'],
    ];
    const bytes = workbook({ Moves: { rows } });
    const memberships = tables.find(({ file }) => file === 'memberships.csv');
    if (!memberships) throw new Error('no such table');
    const read = imported({ 'q.xlsx': bytes }, { asked: new Map([['Moves', memberships]]) });
    expect(rowsOf(read, 'memberships.csv')).toEqual(['Z81001 | 2015-04-01 | P1 <- q.xlsx Moves!2']);
  });

  it('that fits two tables asks which', () => {
    const rows = [
      ['practice_code', 'from', 'practice_name'],
      ['Z81001', '2015-04-01', 'A'],
    ];
    expect(told(imported({ 'q.xlsx': workbook({ Moves: { rows } }) }))).toEqual(['q.xlsx Moves!1 unknown-source']);
    expect(told(imported({ 'q.xlsx': workbook({ Memberships: { rows } }) }))).toEqual([]);
  });
});

describe('a cell', () => {
  it('is a date by its type, whatever it looks like, with or without a time', () => {
    const cells = [
      dateCell('2015-04-03', 'dd/mm/yyyy'),
      dateCell('2015-04-03', 'd mmmm'),
      shownAs(42097.75, 'm/d/yy hh:mm'),
      '2015-04-03',
    ];
    const read = evidence(cells.map((cell) => row(cell)));
    expect(rowsOf(read, 'evidence.csv').map((each) => each.slice(23, 33))).toEqual(Array(4).fill('2015-04-03'));
    expect(told(read)).toEqual([]);
  });

  it('that is a text date asks for its order, and is read with --dates dmy', () => {
    const read = evidence([row('03/04/2015'), row('13/04/2015'), row('3 April 2015'), row('03/04/15')]);
    expect(told(read)).toEqual([2, 3, 4, 5].map((line) => `book.xlsx Evidence!C${line} received_on not-a-date`));
    expect(read.findings[0]?.message).toBe(
      'is text, and may be 3 April 2015 or 4 March 2015; expected a date, or a text as YYYY-MM-DD',
    );
    const dmy = evidence([row('03/04/2015'), row('13.4.2015'), row('3 April 2015')], {}, { dates: 'dmy' });
    expect(rowsOf(dmy, 'evidence.csv')).toEqual([
      'Z81001 | claim-sheet | 2015-04-03 <- book.xlsx Evidence!2',
      'Z81001 | claim-sheet | 2015-04-13 <- book.xlsx Evidence!3',
      'Z81001 | claim-sheet | 2015-04-03 <- book.xlsx Evidence!4',
    ]);
    expect(told(evidence([row('31/02/2015'), row('03/04/15')], {}, { dates: 'dmy' }))).toHaveLength(2);
  });

  it.each([
    ['a number for a date', row(42_097), 'C2 received_on cell-question'],
    ['a date for an id', row('2015-04-03', null, dateCell('2015-02-01')), 'E2 reference cell-question'],
    [
      'a number that is shown with zeros before it',
      row('2015-04-03', null, shownAs(12, '0000')),
      'E2 reference cell-question',
    ],
    ['a number of more than 15 digits', row('2015-04-03', null, 1_234_567_890_123_456), 'E2 reference cell-question'],
    ['a percentage for a number', row('2015-04-03', shownAs(0.75, '0%')), 'D2 quantity cell-question'],
    ['true or false', row('2015-04-03', null, true), 'E2 reference cell-question'],
    ['the error of a formula', row('2015-04-03', { t: 'e', v: 0x2a, w: '#N/A' }), 'D2 quantity spreadsheet-error'],
    ['a number with separators, as text', row('2015-04-03', '1,200'), 'D2 quantity not-a-number'],
    ['an id that the scheme has not', ['Z81001', 'claims', '2015-04-03'], 'B2 evidence unknown-evidence'],
    ['a code that lost its letter', [81_001, 'claim-sheet', '2015-04-03'], 'A2 practice_code practice-code-form'],
    ['a blank cell that is needed', ['Z81001', 'claim-sheet', null, 5], 'C2 received_on blank-cell'],
  ])('raises a question: %s', (_, cells, expected) => {
    expect(told(evidence([cells]))).toEqual([`book.xlsx Evidence!${expected}`]);
  });

  it('is the shortest decimal that stands for a number, its letters and zeros, without spaces around', () => {
    const read = evidence([
      row('2015-04-03', 0.1, '0012'),
      row('2015-04-03', 1e21, ' a\nb '),
      row('2015-04-03', 1e-7, 123_456_789_012),
    ]);
    expect(
      rowsOf(read, 'evidence.csv').map((each) =>
        each
          .replace(/ <- .*/, '')
          .split(' | ')
          .slice(3),
      ),
    ).toEqual([
      ['0.1', '0012'],
      ['1000000000000000000000', 'a b'],
      ['0.0000001', '123456789012'],
    ]);
  });

  it('that is a formula counts with its stored result, and is counted', () => {
    const read = evidence([row('2015-04-03', formulaCell('20+30', 50))]);
    expect(rowsOf(read, 'evidence.csv')).toEqual(['Z81001 | claim-sheet | 2015-04-03 | 50 <- book.xlsx Evidence!2']);
    expect(read.files[0]?.sheets[0]?.converted?.formulas).toBe(1);
  });
});

describe('what stands around a table', () => {
  it('is left and told: totals, a footnote, the names once more', () => {
    const read = evidence([
      row('2015-04-03', 50),
      names,
      row('2015-05-03', 60),
      ['Total', null, null, 110],
      [],
      ['Source: returns of the practices'],
    ]);
    expect(told(read)).toEqual([
      'book.xlsx Evidence!A3 row-left',
      'book.xlsx Evidence!A5 row-left',
      'book.xlsx Evidence!A7 row-left',
    ]);
    expect(rowsOf(read, 'evidence.csv')).toHaveLength(2);
    expect(read.files[0]?.sheets[0]?.converted?.left).toEqual([
      { why: 'the names of the columns once more', rows: 1, at: '3' },
      { why: 'totals', rows: 1, at: '5' },
      { why: 'a note', rows: 1, at: '7' },
    ]);
  });

  it('may be merged; cells of the table may not', () => {
    const two = [row('2015-04-03', 50), row('2015-05-03', 60), ['Total', null, null, 110]];
    expect(told(evidence(two, { merges: ['A4:C4', 'F2:F9'] }))).toEqual(['book.xlsx Evidence!A4 row-left']);
    expect(told(evidence(two.slice(0, 2), { merges: ['D2:D3'] }))).toEqual(['book.xlsx Evidence!D2 merged-cells']);
    expect(told(evidence(two.slice(0, 1), { merges: ['C2:D2'] }))).toEqual(['book.xlsx Evidence!C2 merged-cells']);
  });

  it('may be hidden, which is told where it holds values', () => {
    const rows = [row('2015-04-03', 50), row('2015-05-03', 60)];
    expect(told(evidence(rows, { hiddenRows: [3] }))).toEqual(['book.xlsx Evidence!A3 hidden-cells']);
    expect(told(evidence(rows, { hiddenColumns: [4] }))).toEqual(['book.xlsx Evidence!D2 hidden-cells']);
    const sheets = { Shown: { rows: [['x']] }, Evidence: { rows: [names, ...rows], hidden: true } };
    const read = imported({ 'book.xlsx': workbook(sheets) });
    expect(told(read)).toEqual(['book.xlsx Evidence!A2 hidden-cells']);
    expect(rowsOf(read, 'evidence.csv')).toHaveLength(2);
  });

  it('has columns of its own, which are left, and one that is nearly a column of the table is asked about', () => {
    const rows = [
      ['practice_code', 'practice_name', 'Phone', 'notes', 'localty'],
      ['Z81001', 'A', '1', 'x', 'N'],
    ];
    const read = imported({ 'book.xlsx': workbook({ P: { rows } }) });
    expect(told(read)).toEqual(['book.xlsx P!E1 localty unknown-column']);
    expect(read.files[0]?.sheets[0]?.converted?.columnsLeft.map(({ name, why }) => `${name}: ${why}`)).toEqual([
      'Phone: no column of the table',
      'notes: a column of your own',
      'localty: no column of the table',
    ]);
  });
});

describe('numbers and columns', () => {
  it.each([
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.5e22, '-25000000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1234.5, '1234.5'],
  ])('%d is written %s', (number, text) => {
    expect(shortestDecimal(number)).toBe(text);
  });

  // A new column of a table is seen here: is its kind right?
  it('are of the kind that their names say', () => {
    const kinds = new Map<string, string[]>();
    for (const name of new Set(tables.flatMap(({ columns }) => columns.map((column) => column.name)))) {
      kinds.set(kindOfColumn(name), [...(kinds.get(kindOfColumn(name)) ?? []), name]);
    }
    expect(Object.fromEntries(kinds)).toMatchInlineSnapshot(`
      {
        "day": [
          "joined_on",
          "notice_on",
          "left_on",
          "from",
          "as_at",
          "received_on",
          "event_date",
          "claimed_on",
          "decided_on",
          "first_on",
          "paid_on",
          "agreed_on",
        ],
        "id": [
          "practice_code",
          "locality",
          "pcn_code",
          "old_code",
          "new_code",
          "population",
          "evidence",
          "component",
          "period",
          "event",
          "event_id",
          "person",
          "measure",
          "item",
          "decision",
          "instalments",
          "every",
          "at_most",
          "payee_code",
        ],
        "number": [
          "patients",
          "quantity",
          "amount",
          "numerator",
          "denominator",
        ],
        "share": [
          "proportion",
        ],
        "words": [
          "practice_name",
          "reference",
          "attendee",
          "decided_by",
          "reason",
          "payee_name",
        ],
      }
    `);
  });
});
