import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/report/page/display-width.ts';
import { renderPage, table, tree } from '../../../src/report/page/page.ts';
import { plain } from '../../../src/report/page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../../src/report/page/text-table.ts';

describe('displayWidth', () => {
  it.each([
    ['£1,234.50', 9],
    ['café', 4],
    ['cafe\u0301', 4],
    ['Ffordd y Dw\u0302r', 12],
    ['林醫生', 6],
    ['한빛', 4],
    ['한빛'.normalize('NFD'), 4],
    ['ﾊﾝﾅ', 3],
    ['ＡＢ', 4],
    ['🏥 Surgery', 10],
    ['👩🏽 Surgery', 10],
    ['🇬🇧', 2],
    ['שָׁלוֹם', 4],
    ['हिन्दी', 5],
  ])('of %s is %d columns', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('a table', () => {
  it('has straight columns whatever a practice is called', () => {
    const names = ['Dr Lin 林醫生', 'Cafe\u0301 Practice', '🏥 Surgery', 'Z\u0335e\u0301ro\u200b', '👩🏽‍⚕ Surgery'];
    const of = {
      columns: [wordColumn('practice'), figureColumn('amount'), wordColumn('why')],
      rows: [...names.map((name) => row(name, '£5.00', 'late')), totalRow('Total', '£25.00')],
    };
    expect(renderPage([table(of)], plain).split('\n')).toEqual([
      '  practice             amount  why',
      '  Dr Lin 林醫生         £5.00  late',
      '  Cafe\u0301 Practice         £5.00  late',
      '  🏥 Surgery            £5.00  late',
      '  Z\u0335e\u0301ro\\u{200B}          £5.00  late',
      '  👩🏽\\u{200D}⚕ Surgery   £5.00  late',
      '  -------------------  ------  ----',
      '  Total                £25.00',
      '',
    ]);
  });

  it('and prose are broken where they are as wide as there is room for', () => {
    const name = '林醫生 林醫生 林醫生 林醫生';
    const of = { columns: [wordColumn('practice'), figureColumn('amount')], rows: [row(name, '£5.00')] };
    expect(renderPage([table(of)], { ...plain, room: 26 })).toBe(
      '  practice          amount\n  林醫生 林醫生      £5.00\n  林醫生 林醫生\n',
    );
    expect(renderPage([tree(['林醫生 林醫生 e\u0301e\u0301e\u0301'])], { ...plain, width: 15 })).toBe(
      '  林醫生 林醫生\n    e\u0301e\u0301e\u0301\n',
    );
  });
});
