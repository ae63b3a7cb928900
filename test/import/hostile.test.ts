import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedBytes, zipDirectory } from '../../src/import/files/zip-directory.ts';
import { storedZip } from '../../src/import/files/zip-stored.ts';
import { imported, rowsOf, told } from '../make/imports.ts';
import { workbook } from '../make/workbooks.ts';

// Files that were made to do harm, or that were harmed: each is a finding, in bounded memory and time.

const rows = [
  ['practice_code', 'practice_name'],
  ['Z81001', 'The First'],
];
const book = workbook({ Practices: { rows } });
const sheet = 'xl/worksheets/sheet1.xml';

function parts(bytes: Buffer): Map<string, Buffer> {
  return new Map(
    (zipDirectory(bytes) ?? []).map((member) => {
      const packed = packedBytes(bytes, member) ?? Buffer.alloc(0);
      return [member.name, member.method === 0 ? packed : inflateRawSync(packed)] as const;
    }),
  );
}

function withPart(name: string, content: string | Buffer): Buffer {
  return storedZip(new Map(parts(book)).set(name, Buffer.from(content)));
}

function sheetXml(data: string): string {
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
}

/** The stored archive with one part packed, and its size in the directory as it is said to be. */
function packed(name: string, content: Buffer, said: number): Buffer {
  const small = deflateRawSync(content);
  const zip = withPart(name, small);
  const at = directoryEntry(zip, name);
  zip.writeUInt16LE(8, at + 10);
  zip.writeUInt32LE(said, at + 24);
  zip.writeUInt32LE(crc32(content), at + 16);
  return zip;
}

function directoryEntry(zip: Buffer, name: string): number {
  for (let at = zip.readUInt32LE(zip.length - 6); ; at += 46 + zip.readUInt16LE(at + 28)) {
    if (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) === name) return at;
  }
}

describe('a file that does harm', () => {
  it.each([
    [
      'a bomb of zeros that says its size',
      packed(sheet, Buffer.alloc(300 * 1024 * 1024), 300 * 1024 * 1024),
      'workbook-too-large',
    ],
    ['a bomb that lies about its size', packed(sheet, Buffer.alloc(300 * 1024 * 1024), 1000), 'workbook-too-large'],
    ['a part of another size than it says', packed(sheet, Buffer.alloc(5000), 1000), 'workbook-unreadable'],
    [
      '10 million cells',
      withPart(sheet, sheetXml(`<row r="1">${'<c r="A1"/>'.repeat(10_000_000)}</row>`)),
      'workbook-too-large',
    ],
    [
      'a million merged cells',
      withPart(sheet, sheetXml('').replace('</worksheet>', `${'<mergeCell ref="A1:B2"/>'.repeat(20_000)}</worksheet>`)),
      'workbook-too-large',
    ],
    ['entities of its own', withPart(sheet, `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml('')}`), 'workbook-unsafe'],
    ['a path outside in the name of a part', withPart('../../etc/passwd', 'x'), 'workbook-unsafe'],
    ['a path of a drive', withPart('C:\\x', 'x'), 'workbook-unsafe'],
    [
      'three thousand parts',
      storedZip(new Map([...Array(3000).keys()].map((part) => [`${part}`, Buffer.alloc(0)]))),
      'workbook-too-large',
    ],
    ['an archive of other things', storedZip(new Map([['a.txt', Buffer.from('x')]])), 'workbook-unreadable'],
    ['a web page', '<html><body><table></table></body></html>', 'workbook-unreadable'],
    ['a PDF', '%PDF-1.7\n', 'workbook-unreadable'],
    ['nothing', '', 'empty-file'],
    ['half a workbook', book.subarray(0, book.length / 2), 'workbook-unreadable'],
    ['half an old workbook', workbook({ Practices: { rows } }, 'biff8').subarray(0, 700), 'workbook-unreadable'],
    ['a table of semicolons', 'practice_code;practice_name;locality\nZ81001;A;B\n', 'wrong-separator'],
  ])(
    'is a finding: %s',
    (_, bytes, code) => {
      for (const name of ['file.xlsx', 'file.xls', 'file.csv']) {
        const { findings, tables } = imported({ [name]: bytes });
        expect(findings.map((each) => each.code).filter((each) => each !== 'name-says-otherwise')).toEqual([code]);
        expect(tables).toEqual([]);
      }
    },
    60_000,
  );

  it('with a password says so', () => {
    const container = utils.book_new();
    utils.book_append_sheet(container, utils.aoa_to_sheet([['x']]), 'EncryptedPackage');
    const old: Buffer = write(container, { type: 'buffer', bookType: 'biff8' });
    const { findings } = imported({ 'secret.xlsx': Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]) });
    expect(findings.map(({ message }) => message)).toEqual([
      'the workbook is protected by a password; expected one that opens without; the file was not read',
    ]);
  });

  it('repeats a cell of an OpenDocument sheet a million times', () => {
    const ods = parts(workbook({ Practices: { rows } }, 'ods'));
    const content = ods.get('content.xml')?.toString('utf8') ?? '';
    const many = content.replace(
      '<table:table-cell office:value-type',
      '<table:table-cell table:number-columns-repeated="3000000" office:value-type',
    );
    expect(many).not.toBe(content);
    expect(told(imported({ 'x.ods': storedZip(ods.set('content.xml', Buffer.from(many))) }))).toEqual([
      'x.ods workbook-too-large',
    ]);
  });

  it('carries macros or links: they are left where they are, and that is told', () => {
    const carried = storedZip(
      parts(book)
        .set('xl/vbaProject.bin', Buffer.from('x'))
        .set('xl/externalLinks/externalLink1.xml', Buffer.from('x')),
    );
    const read = imported({ 'x.xlsm': carried });
    expect(told(read)).toEqual(['x.xlsm workbook-extras', 'x.xlsm workbook-extras']);
    expect(rowsOf(read, 'practices.csv')).toEqual(['Z81001 | The First <- x.xlsm Practices!2']);
  });

  it('has another name than it should: what is in a file tells what it is', () => {
    const csv = 'practice_code,practice_name\nZ81001,The First\n';
    expect(rowsOf(imported({ 'practices.xlsx': csv }), 'practices.csv')).toEqual([
      'Z81001 | The First <- practices.xlsx:2',
    ]);
    expect(rowsOf(imported({ 'practices.csv': book }), 'practices.csv')).toEqual([
      'Z81001 | The First <- practices.csv Practices!2',
    ]);
  });

  it('claims to reach to the last cell of a sheet', () => {
    const far = withPart(
      sheet,
      sheetXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
    );
    expect(told(imported({ 'x.xlsx': far }))).toEqual(['x.xlsx Practices!1 unknown-source']);
  });

  it('has more mistakes than a call takes arguments', () => {
    const many = `practice_code,practice_name\n${'81001,A\n'.repeat(200_000)}`;
    expect(imported({ 'practices.csv': many }).findings).toHaveLength(200_000);
  });

  it('is spoilt anywhere: it is read or refused, and never falls over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<'xlsx' | 'biff8' | 'ods'>('xlsx', 'biff8', 'ods'),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (type, changes, cut) => {
          const bytes = Buffer.from(made[type]);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const { findings, tables } = imported({
            'x.xlsx': cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes,
          });
          expect(findings.length + tables.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

const made = {
  xlsx: book,
  biff8: workbook({ Practices: { rows } }, 'biff8'),
  ods: workbook({ Practices: { rows } }, 'ods'),
};
