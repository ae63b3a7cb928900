import { visible } from '../../domain/words/visible.ts';
import type { FileRead, Imported } from '../../import/import-files.ts';
import { filesData, importRecordFile, saySheet, type WrittenTable } from '../../import/import-record.ts';
import { inTwo } from '../../terminal/in-two.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ImportRequest } from '../request.ts';

/** Says file by file and sheet by sheet what was taken, what was left and why, and what to do next. */
export function tellImport(
  { scheme, out }: ImportRequest,
  { files }: Imported,
  written: readonly WrittenTable[],
  leftOut: readonly string[],
  terminal: Terminal,
): void {
  const without = leftOut.length === 0 ? '' : `, without ${leftOut.join(', ')}`;
  terminal.stands(`The data folder ${visible(out)} is written${without}.`);
  if (terminal.format === 'json') {
    terminal.printJson({
      format: 'quarterday/imported/1',
      scheme,
      folder: out,
      files: filesData(files),
      tables: written,
      left_out: leftOut,
      record: importRecordFile,
    });
    return;
  }
  const digits = Math.max(0, ...written.map(({ rows }) => String(rows).length));
  const tables = inTwo([
    ...written.map(
      ({ file, rows }) => [file, `${String(rows).padStart(digits)} ${rows === 1 ? 'row' : 'rows'}`] as const,
    ),
    ...leftOut.map((file) => [file, 'left out, because of the errors below'] as const),
    [importRecordFile, 'where each row comes from'],
  ]);
  terminal.printLines(`${files.map(fileText).join('')}${visible(out)}\n${tables}`);
  terminal.next(`Next: quarterday check ${shellQuoted(scheme)} --data ${shellQuoted(out)}`);
}

function fileText({ file, sheets }: FileRead): string {
  const lines = sheets.map(({ sheet, converted, left }) => {
    const name = sheet.name === null ? '' : `${sheet.name}: `;
    if (converted === null) return `  ${name}left (${left})\n`;
    const [taken = '', ...rest] = saySheet(converted);
    const more = rest.map((line) => `    ${line}\n`).join('');
    return `  ${name}${converted.table}, ${taken}\n${more}`;
  });
  return visibleLines(`${file.name}\n${lines.join('')}`);
}

function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
}
