import { describe, expect, it } from 'vitest';
import { decodeWindows1252 } from '../../../src/data/files/encoding.ts';
import { readFiles, tell } from '../made-folder.ts';

const practices = 'practice_code,practice_name\nZ00001,St Mary’s\nZ00042,Café €\n';
/** As a spreadsheet saves plain "CSV". */
const inWindows1252 = Buffer.from(practices.replaceAll('’', '\x92').replaceAll('€', '\x80'), 'latin1');

describe('Windows-1252', () => {
  it('is right in all 256 bytes', () => {
    const bytes = Buffer.from([...Array(256).keys()]);
    const expected = [...Array(256).keys()].map((byte) => published.get(byte) ?? byte);
    expect([...decodeWindows1252(bytes)].map((character) => character.codePointAt(0))).toEqual(expected);
  });

  it('is named as such, once, at the first cell that is not UTF-8', async () => {
    expect(await tell({ 'practices.csv': inWindows1252 })).toMatchInlineSnapshot(
      `"practices.csv:2:2 "St Mary’s" not-utf-8: the byte 92 is not UTF-8; expected UTF-8 in the whole file; it looks like Windows-1252, which is what a spreadsheet saves as plain "CSV" -> save the file again as "CSV UTF-8 (Comma delimited)", or give --encoding windows-1252"`,
    );
  });

  it('is read where it is asked for', async () => {
    const { folder, findings } = await readFiles({ 'practices.csv': inWindows1252 }, { encoding: 'windows-1252' });
    expect(findings).toEqual([]);
    expect(folder.facts.practices.map(({ name }) => name)).toEqual(['St Mary’s', 'Café €']);
  });

  it('has bytes without a character, which no cell may hold', async () => {
    const bytes = Buffer.from('practice_code,practice_name\nZ00001,a\x81b\nZ00042,Two\n', 'latin1');
    expect(await tell({ 'practices.csv': bytes }, { encoding: 'windows-1252' })).toMatchInlineSnapshot(
      `"practices.csv:2:2 practice_name "a\\u{0081}b" strange-character: holds a control character (U+0081); expected text without it -> delete that character, or type the cell again"`,
    );
  });

  it('that was asked for wrongly is warned of, and does not hold for a file with a byte-order mark', async () => {
    expect(await tell({ 'practices.csv': practices }, { encoding: 'windows-1252' })).toMatchInlineSnapshot(
      `"practices.csv:2 looks-like-utf-8 (warning): this line is read as Windows-1252, as asked for, but it is valid UTF-8; expected letters that are not -> look at the accents and apostrophes of this line in the reports; leave --encoding out if they are spoilt"`,
    );
    const { folder, findings } = await readFiles(
      { 'practices.csv': `\ufeff${practices}` },
      { encoding: 'windows-1252' },
    );
    expect(findings).toEqual([]);
    expect(folder.facts.practices.map(({ name }) => name)).toEqual(['St Mary’s', 'Café €']);
  });

  it('hides no other mistake of the file', async () => {
    const bytes = Buffer.concat([inWindows1252, Buffer.from('Z0001,Three\n')]);
    expect(await tell({ 'practices.csv': bytes })).toMatchInlineSnapshot(`
      "practices.csv:2:2 "St Mary’s" not-utf-8: the byte 92 is not UTF-8; expected UTF-8 in the whole file; it looks like Windows-1252, which is what a spreadsheet saves as plain "CSV" -> save the file again as "CSV UTF-8 (Comma delimited)", or give --encoding windows-1252
      practices.csv:4:1 practice_code "Z0001" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> take the code of the practice from the national directory; format the column as Text so that no zero is lost"
    `);
  });
});

describe('UTF-8', () => {
  it('is read with every kind of letter', async () => {
    const file = 'practice_code,practice_name\nZ00001,Łódź 日本 🏥\nZ00042,Café\n';
    const { folder, findings } = await readFiles({ 'practices.csv': file });
    expect(findings).toEqual([]);
    expect(folder.facts.practices.map(({ name }) => name)).toEqual(['Łódź 日本 🏥', 'Café']);
  });

  it('is refused where it is cut short, too long or half of a pair', async () => {
    const spoilt = [[0xe2, 0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8]].map((bytes) => Buffer.from(bytes));
    for (const bytes of spoilt) {
      const file = Buffer.concat([Buffer.from('practice_code,practice_name\nZ00042,Two\nZ00001,'), bytes]);
      const { findings } = await readFiles({ 'practices.csv': file });
      expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
        ['not-utf-8', 3, 2],
        ...(bytes.includes(0x81) ? [['strange-character', 3, 2]] : []),
      ]);
    }
  });
});

describe('other kinds of file', () => {
  it('are told of as what they are: UTF-16', async () => {
    const littleEndian = Buffer.from(`\ufeff${practices}`, 'utf16le');
    const bigEndian = Buffer.from(littleEndian).swap16();
    const told = await tell({ 'practices.csv': littleEndian });
    expect(told).toMatchInlineSnapshot(
      `"practices.csv utf-16: the file is UTF-16, which a spreadsheet saves as "Unicode Text"; expected UTF-8 -> save it again as "CSV UTF-8 (Comma delimited)""`,
    );
    expect(await tell({ 'practices.csv': bigEndian })).toBe(told);
    expect(await tell({ 'practices.csv': littleEndian.subarray(2) })).toBe(told);
    expect(await tell({ 'practices.csv': bigEndian.subarray(2) })).toBe(told);
  });

  it('are told of as what they are: workbooks', async () => {
    const told = await tell({ 'practices.csv': Buffer.from('PK\x03\x04\x14\0\x06\0\n\n', 'latin1') });
    expect(told).toMatchInlineSnapshot(
      `"practices.csv workbook: the file is a spreadsheet workbook with the name of a CSV file; expected comma-separated text -> open it in the spreadsheet and save the sheet as "CSV UTF-8 (Comma delimited)""`,
    );
    expect(await tell({ 'practices.csv': Buffer.from('d0cf11e0a1b11ae1', 'hex') })).toBe(told);
  });
});

/** What the bytes 80 to 9F stand for (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const published = new Map([
  [0x80, 0x20ac],
  [0x82, 0x201a],
  [0x83, 0x0192],
  [0x84, 0x201e],
  [0x85, 0x2026],
  [0x86, 0x2020],
  [0x87, 0x2021],
  [0x88, 0x02c6],
  [0x89, 0x2030],
  [0x8a, 0x0160],
  [0x8b, 0x2039],
  [0x8c, 0x0152],
  [0x8e, 0x017d],
  [0x91, 0x2018],
  [0x92, 0x2019],
  [0x93, 0x201c],
  [0x94, 0x201d],
  [0x95, 0x2022],
  [0x96, 0x2013],
  [0x97, 0x2014],
  [0x98, 0x02dc],
  [0x99, 0x2122],
  [0x9a, 0x0161],
  [0x9b, 0x203a],
  [0x9c, 0x0153],
  [0x9e, 0x017e],
  [0x9f, 0x0178],
]);
