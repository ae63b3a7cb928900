import { type CellObject, SSF } from '@e965/xlsx';
import { addDays, type Day, dayOf } from '../../domain/day.ts';
import type { Cell } from '../sheet.ts';

/** A cell as the library has it, made one of ours; null where nothing stands in it. */
export function cellOf(cell: CellObject, is1904: boolean): Cell | null {
  const isFormula = typeof cell.f === 'string';
  const { v: value } = cell;
  switch (cell.t) {
    case 's':
      return value === '' || value === undefined ? blankOf(cell) : { kind: 'text', shown: String(value), isFormula };
    case 'n':
      return typeof value === 'number' ? numberOf(cell, value, is1904, isFormula) : blankOf(cell);
    case 'b':
      return { kind: 'truth', shown: value === true ? 'TRUE' : 'FALSE', isFormula };
    case 'e':
      return { kind: 'error', shown: cell.w ?? '#ERROR!', isFormula };
    default:
      return blankOf(cell);
  }
}

function blankOf({ f: formula }: CellObject): Cell | null {
  return typeof formula === 'string' && formula !== '' ? { kind: 'unresolved', shown: '', isFormula: true } : null;
}

function numberOf(cell: CellObject, number: number, is1904: boolean, isFormula: boolean): Cell {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (SSF.is_date(format)) {
    const day = dayOfSerial(number, is1904);
    return { kind: 'date', shown: cell.w ?? String(number), day, isFormula };
  }
  const isPercent = format.includes('%');
  return { kind: 'number', shown: cell.w ?? String(number), number, isPercent, isFormula };
}

/** The day that a spreadsheet counts to from the end of 1899, or of 1903. Before March 1900 its count is off by the leap day that was none. */
function dayOfSerial(serial: number, is1904: boolean): Day | null {
  const first = is1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, 30);
  const days = Math.floor(serial);
  return first === null || days > 110_000 || days < (is1904 ? 0 : 61) ? null : addDays(first, days);
}
