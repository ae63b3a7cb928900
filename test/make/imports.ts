import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { cellAddress } from '../../src/domain/words/cell-address.ts';
import { type Imported, type ImportOptions, importFiles } from '../../src/import/import-files.ts';
import { readSchemeBytes } from '../../src/scheme/read.ts';

const file = new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url);
const { value } = readSchemeBytes(readFileSync(file), 'dorset-ccip-2015-16.json');
if (!value) throw new Error('the scheme is not sound');

export const dorset = value;

/** Imports files for the scheme of Dorset, with nothing said about them but what is given. */
export function imported(
  files: Readonly<Record<string, Buffer | string>>,
  said: Partial<ImportOptions> = {},
): Imported {
  const given = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content), sha256: name }));
  const nothing = { asAt: null, commissioner: null, dates: 'iso', encoding: 'utf-8', asked: new Map() } as const;
  return importFiles(given, { scheme: dorset, ...nothing, ...said });
}

/** The rows of a table, each in one line with where it came from. */
export function rowsOf({ tables }: Imported, file: string): string[] {
  const table = tables.find((each) => each.file === file);
  return (table?.rows ?? []).map(
    ({ cells, source }) => `${table?.columns.map((name) => cells[name] ?? '').join(' | ')} <- ${source}`,
  );
}

/** Each finding in one line: `book.xlsx Evidence!B4 evidence cell-question`. */
export function told({ findings }: Imported): string[] {
  return findings.map((each) => [placeOf(each), each.field, each.code].filter(Boolean).join(' '));
}

function placeOf({ file, sheet, line, column }: Finding): string {
  if (sheet === undefined) return [file, line, column].filter((part) => part !== undefined).join(':');
  const cell = line === undefined ? '' : `!${column === undefined ? line : cellAddress(column, line)}`;
  return `${file} ${sheet}${cell}`;
}
