import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { visible } from '../../domain/words/visible.ts';
import type { Cell, Merge, Sheet, SheetRow } from '../sheet.ts';
import { countCells, countMerges } from './count-cells.ts';
import { largestOldWorkbook, mostCells } from './limits.ts';
import { unpack } from './unpack.ts';
import { cellOf } from './workbook-cell.ts';
import { cutShort, encrypted, tooLarge } from './workbook-findings.ts';
import { storedZip } from './zip-stored.ts';

interface ReadBook {
  readonly sheets: readonly Sheet[];
  readonly findings: readonly MadeFinding[];
}

/** Reads an .xlsx, .xlsm or .ods: unpacked within limits and counted, before the library sees it. */
export function readZippedWorkbook(file: string, bytes: Buffer): ReadBook {
  const { parts, findings, extras } = unpack(file, bytes);
  if (findings.length > 0) return { sheets: [], findings };
  if (!parts.has('xl/workbook.xml') && !parts.has('content.xml')) {
    const isBinary = bytes.includes('xl/workbook.bin');
    return { sheets: [], findings: [noWorkbook(file, isBinary)] };
  }
  if (countCells(parts) > mostCells) return { sheets: [], findings: [tooMany(file, mostCells, 'cells')] };
  if (countMerges(parts) > mostMerges) return { sheets: [], findings: [tooMany(file, mostMerges, 'merged cells')] };
  const book = parse(storedZip(parts));
  if (book === null) return { sheets: [], findings: [cutShort(file)] };
  const isCollapsed = parts.get('content.xml')?.includes('table:visibility="collapse"') === true;
  const told = [...extras.map((extra) => leftExtras(file, extra)), ...(isCollapsed ? [hiddenSomewhere(file)] : [])];
  return withSheets(file, book, told);
}

/** Reads an .xls of Excel 97 to 2003, or says that the container holds another thing: most often a workbook with a password. */
export function readOldWorkbook(file: string, bytes: Buffer): ReadBook {
  if (bytes.includes(utf16('EncryptedPackage'))) return { sheets: [], findings: [encrypted(file)] };
  if (bytes.length > largestOldWorkbook) {
    const large = tooLarge(file, 'the .xls file is too large', largestOldWorkbook, 'MiB');
    return { sheets: [], findings: [large] };
  }
  const book = parse(bytes);
  if (book === null) return { sheets: [], findings: [cutShort(file)] };
  return withSheets(file, book, []);
}

const mostMerges = 10_000;

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

/** Null where the library makes nothing of it: then the file is damaged, whatever it was that it stumbled over. */
function parse(bytes: Buffer): WorkBook | null {
  const { error, warn } = console;
  try {
    // The library tells the console what it doubts about number formats; nothing may stand on stderr but what we say.
    Object.assign(console, { error: ignore, warn: ignore });
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: true,
      cellStyles: true,
      cellHTML: false,
    });
  } catch {
    return null;
  } finally {
    Object.assign(console, { error, warn });
  }
}

function ignore(): void {}

/** The sheets of a workbook. One that the library could not read is not there, which is no reason to take the others. */
function withSheets(file: string, book: WorkBook, told: readonly MadeFinding[]): ReadBook {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const isDamaged = book.SheetNames.length === 0 || book.SheetNames.some((name) => !book.Sheets[name]);
  if (isDamaged) return { sheets: [], findings: [cutShort(file)] };
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet ? [sheetOf(file, visible(name), isHidden, sheet, is1904)] : [];
  });
  return { sheets, findings: told };
}

function sheetOf(file: string, name: string, isHidden: boolean, sheet: WorkSheet, is1904: boolean): Sheet {
  const rows: SheetRow[] = [];
  const dense: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  dense.forEach((row, index) => {
    const cells: (Cell | null)[] = [];
    row?.forEach((cell, column) => {
      const read = cell ? cellOf(cell, is1904) : null;
      if (read !== null) cells[column] = read;
    });
    if (cells.length > 0) rows.push({ number: index + 1, cells: Array.from(cells, (cell) => cell ?? null) });
  });
  const hiddenRows = hiddenAmong(sheet['!rows']);
  return {
    file,
    name,
    isHidden,
    rows,
    hiddenRows,
    hiddenColumns: hiddenAmong(sheet['!cols']),
    merges: mergesOf(sheet),
  };
}

function hiddenAmong(lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  lines?.forEach((line, index) => {
    if (line?.hidden === true) hidden.add(index + 1);
  });
  return hidden;
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
}

function tooMany(file: string, most: number, what: string): MadeFinding {
  return tooLarge(file, `the workbook has more ${what} than that`, most, what);
}

function noWorkbook(file: string, isBinary: boolean): MadeFinding {
  const what = isBinary ? 'the workbook is of the binary kind (.xlsb)' : 'the file is an archive and no workbook';
  return finding(
    'workbook-unreadable',
    { file },
    {
      message: `${what}; expected .xlsx, .xlsm, .xls, .ods or CSV; the file was not read`,
      hint: isBinary ? 'save it as "Excel Workbook (.xlsx)"' : 'unpack it and give the files that are in it',
    },
  );
}

function leftExtras(file: string, extra: string): MadeFinding {
  return finding(
    'workbook-extras',
    { file },
    {
      message: `the workbook carries ${extra}; they are neither run nor followed; the values saved in its cells were taken`,
      hint: 'open the workbook, let it work out its values, and save it, if they may be old',
    },
  );
}

function hiddenSomewhere(file: string): MadeFinding {
  return finding(
    'hidden-cells',
    { file },
    {
      message: 'rows or columns are hidden or filtered away in this workbook; what they hold was taken like the rest',
      hint: 'show everything in the spreadsheet and check that it is meant to be there',
    },
  );
}
