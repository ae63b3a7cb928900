import { inflateRawSync } from 'node:zlib';
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { sterling } from '../../domain/money/currency.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import type { Words } from '../../domain/words/words.ts';

/** A column of a sheet: its name, how wide it is, and what it holds. */
export interface SheetColumn {
  readonly head: string;
  readonly holds: 'text' | 'reason' | 'money' | 'figure' | 'date';
  readonly width: number;
  /** Its sum stands below the data. */
  readonly summed?: true;
}

/** A sheet of the workbook before its rows are there. */
export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** So many columns stay in sight beside the head. */
  readonly frozenColumns: number;
  readonly filtered: boolean;
}

/** The parts of a workbook around its rows. */
export interface Mould {
  /** Parts that are whole: styles, names, relations. */
  readonly parts: ReadonlyMap<string, string>;
  /** Of each sheet what stands before its rows and after, with the style of each column and of its sum. */
  readonly sheets: readonly SheetMould[];
}

export interface SheetMould {
  readonly part: string;
  readonly before: string;
  readonly after: string;
  readonly styles: readonly number[];
}

/** Beside the parts of a workbook the library writes a day; it is to be the same on any. */
const anyDay = new Date(Date.UTC(2000, 0, 1));

const top = { vertical: 'top' } as const;
const headStyle: CellStyle = {
  font: { bold: true },
  border: { bottom: { style: 'thin' } },
  alignment: { ...top, wrapText: true },
  numFmt: '@',
};

const styleOf: Readonly<Record<SheetColumn['holds'], CellStyle>> = {
  text: { numFmt: '@', alignment: { ...top, horizontal: 'left' } },
  reason: { numFmt: '@', alignment: { ...top, horizontal: 'left', wrapText: true } },
  money: { numFmt: '#,##0.00;[Red]-#,##0.00;"–"', alignment: top },
  figure: { numFmt: 'General', alignment: { ...top, horizontal: 'right' } },
  date: { numFmt: 'd mmm yyyy', alignment: { ...top, horizontal: 'left' } },
};

/** Sums of another currency than that of the house say theirs. */
function styleFor({ currency: { sign } }: Words, holds: SheetColumn['holds']): CellStyle {
  if (holds !== 'money' || sign === sterling.sign) return styleOf[holds];
  return { ...styleOf.money, numFmt: `"${sign}"#,##0.00;[Red]-"${sign}"#,##0.00;"–"` };
}

/** The frame of a workbook, as the library makes it: a row of each sheet shows the styles, and takes no part. */
export async function mouldOf(words: Words, plans: readonly SheetPlan[], title: string, foot: string): Promise<Mould> {
  const sheets = plans.map((plan) => frame(words, plan, foot));
  const properties = { title, creator: 'quarterday', created: anyDay, modified: anyDay };
  const parts = unpacked(Buffer.from(await writeXlsx({ sheets, properties, stringMode: 'inline' })));
  const moulds = plans.map((_, index) => sheetMould(parts, `xl/worksheets/sheet${index + 1}.xml`));
  for (const { part } of moulds) parts.delete(part);
  return { parts, sheets: moulds };
}

function frame(words: Words, { name, columns, frozenColumns, filtered }: SheetPlan, foot: string): WriteSheet {
  const shown = columns.map(({ holds }) => (holds === 'text' || holds === 'reason' ? 'x' : 1));
  const cells: (readonly [string, { value: string | number; style: CellStyle }])[] = columns.flatMap(
    ({ head, holds }, place) => [
      [`0,${place}`, { value: head, style: headStyle }] as const,
      [`1,${place}`, { value: shown[place] ?? 1, style: styleFor(words, holds) }] as const,
    ],
  );
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ head }) => head), shown],
    cells: new Map(cells),
    freezePane: { rows: 1, columns: frozenColumns },
    ...(filtered ? { autoFilter: { range: `A1:${columnLetters(columns.length)}2` } } : {}),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: `&L&A&C${foot}&R&P / &N` },
  };
}

function sheetMould(parts: ReadonlyMap<string, string>, part: string): SheetMould {
  const xml = parts.get(part);
  const found = /^(.*<sheetData>)(<row .*?<\/row>)(<row .*?<\/row>)(<\/sheetData>.*)$/s.exec(xml ?? '');
  if (!found) throw new Error(`${part} is not as the library wrote it`);
  const [, start = '', head = '', example = '', end = ''] = found;
  const styles = [...example.matchAll(/<c r="[A-Z]+2"([^>]*)>/g)].map(([, more = '']) =>
    Number(/ s="(\d+)"/.exec(more)?.[1]),
  );
  return { part, before: start.replace(/<dimension [^>]*\/>/, '') + head, after: end, styles };
}

/** The files of a small archive that the library just wrote. */
function unpacked(archive: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = archive.lastIndexOf(Uint8Array.of(0x50, 0x4b, 5, 6));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    parts.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}
