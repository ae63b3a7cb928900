import { formatDay } from '../../domain/day.ts';
import { sourceOf } from '../sheet.ts';
import type { Converted, ConvertedRow } from './converted.ts';
import { LeftRows } from './converted.ts';
import {
  convertedOf,
  dataRows,
  directoryDay,
  type PublicContext,
  type PublicSheet,
  rowReader,
} from './public-sheet.ts';
import { commissionerColumn, takesPart } from './whose.ts';

/** Practices of epraccur: their names, and the days on which they opened and closed. */
export function convertDirectory(source: PublicSheet, context: PublicContext): Converted {
  const read = rowReader(source);
  const commissioner = commissionerColumn(source) ?? '';
  const left = new LeftRows();
  const rows: ConvertedRow[] = [];
  for (const row of dataRows(source)) {
    const code = read(row, 'ORGCODE').toUpperCase();
    const [opened, closed] = [directoryDay(read(row, 'OPENDATE')), directoryDay(read(row, 'CLOSEDATE'))];
    if (!takesPart(context, code, read(row, commissioner))) left.add('of practices that do not take part', row.number);
    else if (context.practices === null && !isPractice(read(row, 'PRESCRSET')))
      left.add('of other prescribers than general practices', row.number);
    else if (context.practices === null && closed !== null && closed < context.scheme.term.start)
      left.add('of practices that closed before the term', row.number);
    else if (context.practices === null && opened !== null && opened > context.scheme.term.end)
      left.add('of practices that opened after the term', row.number);
    else {
      const cells = {
        practice_code: code,
        practice_name: read(row, 'NAME'),
        joined_on: opened === null ? '' : formatDay(opened),
        left_on: closed === null ? '' : formatDay(closed),
      };
      rows.push({ cells, source: sourceOf(source.sheet, row.number), number: row.number });
    }
  }
  const columns = { practice_code: 'ORGCODE', practice_name: 'NAME', joined_on: 'OPENDATE', left_on: 'CLOSEDATE' };
  return convertedOf(source, 'practices.csv', columns, { rows, left: left.list(), findings: [] });
}

/** Prescribing setting 4 is a general practice. */
function isPractice(setting: string): boolean {
  return setting === '' || setting === '4';
}

/** Practices of the national map: their names and networks. */
export function convertMap(source: PublicSheet, context: PublicContext): Converted {
  const read = rowReader(source);
  const commissioner = commissionerColumn(source) ?? '';
  const left = new LeftRows();
  const rows: ConvertedRow[] = [];
  for (const row of dataRows(source)) {
    const code = read(row, 'PRACTICE_CODE').toUpperCase();
    if (!takesPart(context, code, read(row, commissioner))) left.add('of practices that do not take part', row.number);
    else {
      const cells = { practice_code: code, practice_name: read(row, 'PRACTICE_NAME'), pcn_code: read(row, 'PCN_CODE') };
      rows.push({ cells, source: sourceOf(source.sheet, row.number), number: row.number });
    }
  }
  const columns = { practice_code: 'PRACTICE_CODE', practice_name: 'PRACTICE_NAME', pcn_code: 'PCN_CODE' };
  return convertedOf(source, 'practices.csv', columns, { rows, left: left.list(), findings: [] });
}
