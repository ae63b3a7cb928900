import { describe, expect, it } from 'vitest';
import {
  bulletList,
  heading,
  numberedList,
  paragraph,
  renderPage,
  table,
  title,
  tree,
  unbroken,
} from '../../../src/report/page/page.ts';
import { type Paint, plain } from '../../../src/report/page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../../src/report/page/text-table.ts';

/** Shows where each mark begins and ends. */
const marks: Paint = {
  width: 100,
  room: null,
  heading: (text) => `<h>${text}</h>`,
  strong: (text) => `<b>${text}</b>`,
  head: (text) => `<d>${text}</d>`,
  good: (text) => `<g>${text}</g>`,
  bad: (text) => `<r>${text}</r>`,
};

const amounts = {
  columns: [wordColumn('component'), figureColumn('amount')],
  rows: [row('access', '£5.00'), row('café', '£12.00'), totalRow('Total', '£17.00')],
};

describe('renderPage', () => {
  it('lets the words and the names of a table go on below where there is little room, and breaks no figure', () => {
    const wide = {
      columns: [wordColumn('component'), figureColumn('already paid'), wordColumn('why')],
      rows: [row('access', '£1,234.00', 'two reports are still missing'), totalRow('Total', '£1,234.00')],
    };
    expect(renderPage([table(wide)], { ...plain, room: 40 })).toBe(
      [
        '               already',
        '  component       paid  why',
        '  access     £1,234.00  two reports are',
        '                        still missing',
        '  ---------  ---------  ----------------',
        '  Total      £1,234.00',
        '',
      ].join('\n'),
    );
  });

  it('makes two lines of a row where there is less room, and says once what several rows have in common', () => {
    const wide = {
      columns: [wordColumn('component'), wordColumn('period'), ...['due', 'paid', 'net'].map(figureColumn)],
      rows: [
        row('access-to-care', 'Q1', '£1,234.00', '£4.00', '£1,230.00'),
        row('', 'Q2', '£0.00', '£1,000.00', '−£1,000.00'),
        row('visits', 'Q1', '£1.00', '£1.00', '£0.00'),
        row('visits', 'Q2', '£1.00', '£0.00', '£1.00'),
        totalRow('all', '', '£1,236.00', '£1,005.00', '£231.00'),
      ],
    };
    expect(renderPage([table(wide)], { ...plain, room: 49 })).toBe(
      [
        '  component',
        '      period        due       paid         net',
        '  access-to-care',
        '      Q1      £1,234.00      £4.00   £1,230.00',
        '      Q2          £0.00  £1,000.00  −£1,000.00',
        '  visits',
        '      Q1          £1.00      £1.00       £0.00',
        '      Q2          £1.00      £0.00       £1.00',
        '      ------  ---------  ---------  ----------',
        '  all',
        '              £1,236.00  £1,005.00     £231.00',
        '',
      ].join('\n'),
    );
  });

  it('gives words a line of their own where they would go on below more than once', () => {
    const wide = {
      columns: [wordColumn('component'), figureColumn('due'), figureColumn('paid')],
      rows: [row('Completion of three audits set out by the group', '£1,234.00', '£4.00'), row('Visits', '£1.00', '–')],
    };
    expect(renderPage([table(wide)], { ...plain, room: 60 })).toBe(
      [
        '  component                                       due   paid',
        '  Completion of three audits set out by     £1,234.00  £4.00',
        '  the group',
        '  Visits                                        £1.00      –',
        '',
      ].join('\n'),
    );
    expect(renderPage([table(wide)], { ...plain, room: 40 })).toBe(
      [
        '  component',
        '            due   paid',
        '  Completion of three audits set out by',
        '  the group',
        '      £1,234.00  £4.00',
        '  Visits',
        '          £1.00      –',
        '',
      ].join('\n'),
    );
  });

  it('leaves a row as deep as it lies where its words go on below', () => {
    const wide = {
      columns: [wordColumn('pool'), figureColumn('budget')],
      rows: [row('plans', '£342,879'), row('  Overlap with the Network', '−£38,098')],
    };
    expect(renderPage([table(wide)], { ...plain, room: 30 })).toBe(
      [
        '  pool                  budget',
        '  plans               £342,879',
        '    Overlap with the  −£38,098',
        '    Network',
        '',
      ].join('\n'),
    );
  });

  it('makes more lines of a row where two have not room enough', () => {
    const wide = {
      columns: [wordColumn('component'), ...['due', 'paid', 'net'].map(figureColumn)],
      rows: [row('access', '£1,234.00', '£4.00', '£1,230.00'), row('visits', '£0.00', '£1,000.00', '−£1,000.00')],
    };
    expect(renderPage([table(wide)], { ...plain, room: 18 })).toBe(
      [
        '  component',
        '            due',
        '           paid',
        '             net',
        '  access',
        '      £1,234.00',
        '          £4.00',
        '       £1,230.00',
        '  visits',
        '          £0.00',
        '      £1,000.00',
        '      −£1,000.00',
        '',
      ].join('\n'),
    );
  });

  it('is as wide as it is given, and no word or amount is broken', () => {
    const says = 'of the £1,234,567.89 that was asked for in west-hampshire-qps-2019-20 nothing is paid';
    const blocks = [paragraph(says), bulletList([says]), tree(['', `  ${says}`])];
    const lines = renderPage(blocks, { ...plain, width: 40 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.includes('£1,234,567.89'))).toHaveLength(3);
    expect(lines.filter((line) => line.includes('west-hampshire-qps-2019-20'))).toHaveLength(3);
  });

  it('sets headings apart, tables apart from what comes before, and marks nothing on plain paper', () => {
    const blocks = [title('A page'), heading('One'), table(amounts), paragraph('and'), table(amounts), heading('Two')];
    expect(renderPage(blocks, plain)).toBe(
      [
        'A page',
        '',
        'One',
        '  component  amount',
        '  access      £5.00',
        '  café       £12.00',
        '  ---------  ------',
        '  Total      £17.00',
        '  and',
        '',
        '  component  amount',
        '  access      £5.00',
        '  café       £12.00',
        '  ---------  ------',
        '  Total      £17.00',
        '',
        'Two',
        '',
      ].join('\n'),
    );
  });

  it('marks titles, headings, tones and totals', () => {
    const blocks = [
      title('A'),
      heading('B'),
      paragraph('C', 'bad'),
      table({ columns: [wordColumn('D')], rows: [totalRow('E')] }),
    ];
    expect(renderPage(blocks, marks)).toBe('<b>A</b>\n\n<h>B</h>\n<r>  C</r>\n\n  <d>D</d>\n  -\n  <b>E</b>\n');
  });

  it('breaks long text at spaces, and lets what follows hang under the first word', () => {
    const word = 'abcdefgh '.repeat(15).trim();
    expect(renderPage([bulletList([word]), numberedList([...Array(9).fill('x'), word])], plain).split('\n')).toEqual([
      `  - ${'abcdefgh '.repeat(10).trim()}`,
      `    ${'abcdefgh '.repeat(5).trim()}`,
      ...[...Array(9).keys()].map((index) => `   ${index + 1}. x`),
      `  10. ${'abcdefgh '.repeat(10).trim()}`,
      `      ${'abcdefgh '.repeat(5).trim()}`,
      '',
    ]);
  });

  it('keeps the margin of a tree, and never breaks a path', () => {
    const path = `/a folder/${'b c'.repeat(60)}`;
    expect(renderPage([tree(['top', '  branch']), unbroken(path)], plain)).toBe(`  top\n    branch\n  ${path}\n`);
  });

  it('gives a terminal nothing to obey', () => {
    const evil = 'a\u001b[31m\u202e\u200b\u0085b';
    const shown = 'a\\u{001B}[31m\\u{202E}\\u{200B}\\u{0085}b';
    const blocks = [
      title(evil),
      heading(evil),
      paragraph(evil),
      bulletList([evil]),
      tree([evil]),
      unbroken(evil),
      table({ columns: [wordColumn('x')], rows: [row(evil)] }),
    ];
    const text = renderPage(blocks, plain);
    expect(text.split(shown)).toHaveLength(blocks.length + 1);
    for (const character of '\u001b\u202e\u200b\u0085') expect(text).not.toContain(character);
  });
});
