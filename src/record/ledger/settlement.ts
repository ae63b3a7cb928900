import {
  type BankJudgement,
  type BankStatus,
  bankStatuses,
  type JudgedRow,
  judgements,
} from '../../domain/bank/sums.ts';
import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { formatAmount, parseAmount } from '../../domain/money/money.ts';
import { isObject } from '../files/plain-json.ts';
import { type ChainPlace, readSealed, sealedText, textOrNull } from './sealed.ts';

/** What a channel said of sums that were handed over: the content of one file of the ledger. It holds no clock. */
export interface BankSettlement extends ChainPlace {
  /** The file that it was read from, without its folder. */
  readonly file: string;
  readonly fileSha256: string;
  readonly mapSha256: string;
  /** The day on which it was read, as it was given. */
  readonly on: Day;
  readonly by: string;
  /** What the chain did not hold before, in the order of the file. */
  readonly rows: readonly JudgedRow[];
}

/** The text of a settlement: keys in a fixed order. */
export function settlementText({
  serial,
  previous,
  file,
  fileSha256,
  mapSha256,
  on,
  by,
  rows,
}: BankSettlement): string {
  return sealedText({
    format: 'quarterday/settlement/1',
    serial,
    previous,
    file,
    file_sha256: fileSha256,
    map_sha256: mapSha256,
    on: formatDay(on),
    by,
    rows: rows.map(({ line, reference, status, day, amount, found }) => ({
      line,
      reference,
      status,
      day: formatDay(day),
      amount: amount === null ? null : formatAmount(amount),
      found,
    })),
  });
}

/** Reads a file of the ledger. Null where it is not, to the byte, what this program writes of a settlement. */
export function readSettlement(bytes: Uint8Array): BankSettlement | null {
  return readSealed(bytes, settlementOf, settlementText);
}

function settlementOf(data: Readonly<Record<string, unknown>>): BankSettlement | null {
  const on = parseDay(String(data.on));
  if (on === null || !Array.isArray(data.rows)) return null;
  return {
    serial: Number(data.serial),
    previous: textOrNull(data.previous),
    file: String(data.file),
    fileSha256: String(data.file_sha256),
    mapSha256: String(data.map_sha256),
    on,
    by: String(data.by),
    rows: data.rows.filter(isObject).flatMap(rowOf),
  };
}

/** None where a value is not one of its kind, so that the settlement does not read back to the same text. */
function rowOf(data: Readonly<Record<string, unknown>>): readonly JudgedRow[] {
  const day = parseDay(String(data.day));
  const status = bankStatuses.find((each): each is BankStatus => each === data.status);
  const found = judgements.find((each): each is BankJudgement => each === data.found);
  if (day === null || status === undefined || found === undefined) return [];
  const amount = data.amount === null ? null : parseAmount(String(data.amount));
  return [{ line: Number(data.line), reference: String(data.reference), status, day, amount, found }];
}
