import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { placeIn } from '../sheet.ts';
import type { PublicContext, PublicSheet } from './public-sheet.ts';

/** The columns in which public files name the commissioner of a practice. */
const commissionerColumns = [
  'COMMISSIONER',
  'SUB_ICB_LOCATION_CODE',
  'CCG_CODE',
  'PRACTICE_PARENT_SUB_ICB_LOCATION_CODE',
];

/** The column of the commissioner in a file, or null. */
export function commissionerColumn({ header }: PublicSheet): string | null {
  return commissionerColumns.find((name) => header.at.has(name)) ?? null;
}

/** Whether a practice takes part: it is named, or else it is of the commissioner that was asked for. */
export function takesPart({ practices, commissioner }: PublicContext, code: string, of: string): boolean {
  return practices === null ? of.toUpperCase() === commissioner?.toUpperCase() : practices.has(code);
}

/** What is missing to tell whose practices of a national file are meant; null where it is known. */
export function whoseMistake(source: PublicSheet, { practices, commissioner }: PublicContext): MadeFinding | null {
  if (practices !== null || (commissioner !== null && commissionerColumn(source) !== null)) return null;
  const message =
    commissioner === null
      ? 'holds the practices of all England, and no file says which of them take part'
      : 'does not name the commissioner of a practice, and no file says which practices take part';
  return finding('whose-practices', placeIn(source.sheet), {
    message: `${message}; expected a file of practices${commissioner === null ? ', or --commissioner' : ''}`,
    hint:
      commissioner === null
        ? 'give practices.csv, or a workbook with it, beside this file, or --commissioner with the code of the commissioner'
        : 'give practices.csv, epraccur or the map of practices beside this file',
  });
}

/** A commissioner of whom a file holds no practice was most likely meant to be another. */
export function nobodyOf({ sheet }: PublicSheet, { practices, commissioner }: PublicContext): MadeFinding | null {
  if (practices !== null) return null;
  return finding('whose-practices', placeIn(sheet), {
    message: 'holds no practice of this commissioner; expected some',
    value: commissioner ?? '',
    hint: 'give the code that stands in the file: codes of commissioners changed in 2013, 2020 and 2022',
  });
}
