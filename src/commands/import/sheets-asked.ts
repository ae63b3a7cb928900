import { type Finding, finding } from '../../domain/findings/finding.ts';
import { nearest } from '../../domain/words/nearest.ts';
import type { Imported } from '../../import/import-files.ts';
import type { ImportRequest } from '../request.ts';

/** Sheets that were named with --sheet and that no file has. */
export function sheetMistakes({ sheets }: ImportRequest, { files }: Imported): Finding[] {
  const names = files.flatMap(({ file, sheets: read }) => [
    file.name,
    ...read.flatMap(({ sheet }) => sheet.name ?? []),
  ]);
  return sheets
    .filter(({ sheet }) => !names.includes(sheet))
    .map(({ sheet }) => {
      const meant = nearest(sheet, names);
      const hint = meant === null ? `write one of ${names.slice(0, 12).join(', ')}` : `did you mean ${meant}?`;
      return finding(
        'option-value',
        { field: '--sheet' },
        { message: 'no file has a sheet of this name', value: sheet, hint },
      );
    });
}
