import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { formatAmount, parseAmount } from '../../domain/money/money.ts';
import { postedTable } from '../../formats/tables/posted.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { plainPostedLines } from './plain-lines.ts';
import type { FiledPosting } from './plain-posting.ts';
import type { PostedLine } from './posting.ts';

/** A line that the ledger holds, with the posting that it stands in. */
export interface PostedRow extends PostedLine {
  readonly serial: number;
  /** The as-at date of the run that was posted. */
  readonly asAt: Day;
}

/** The input of a run that says what the ledger held. */
export const postedFile = 'posted.csv';

const header = headerOf(postedTable).join(',');

/** Gathers the lines of all postings of one scheme, in the order of the ledger. */
export class PostedRows {
  readonly #scheme: string;
  readonly #rows: PostedRow[] = [];

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  readonly add = ({ scheme, serial, asAt, lines }: FiledPosting): void => {
    if (scheme !== this.#scheme) return;
    for (const line of 'bytes' in lines ? plainPostedLines(lines) : lines) this.#rows.push({ serial, asAt, ...line });
  };

  get rows(): readonly PostedRow[] {
    return this.#rows;
  }
}

/** posted.csv. Codes and ids are plain, so that no cell needs quotes. */
export function postedCsv(rows: readonly PostedRow[]): string {
  return [header, ...rows.map(rowText)].map((row) => `${row}\r\n`).join('');
}

/** Reads posted.csv. Null where it is not, to the byte, what this program writes. */
export function readPosted(text: string): readonly PostedRow[] | null {
  const rows = text
    .split('\r\n')
    .slice(1, -1)
    .map(postedRow)
    .filter((each) => each !== null);
  return postedCsv(rows) === text ? rows : null;
}

function rowText({ serial, asAt, practice, payee, component, period, amount }: PostedRow): string {
  return `${serial},${formatDay(asAt)},${practice},${payee},${component},${period},${formatAmount(amount)}`;
}

function postedRow(row: string): PostedRow | null {
  const [serial = '', asAt = '', practice = '', payee = '', component = '', period = '', amount = ''] = row.split(',');
  const [on, parsed] = [parseDay(asAt), parseAmount(amount)];
  if (on === null || parsed === null) return null;
  return { serial: Number(serial), asAt: on, practice, payee, component, period, amount: parsed };
}
