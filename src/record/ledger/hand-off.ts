import { createHash } from 'node:crypto';
import type { SentSum } from '../../domain/bank/sums.ts';
import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { formatAmount, noPence, parseAmount } from '../../domain/money/money.ts';
import { isObject, isTextList } from '../files/plain-json.ts';
import { type ChainPlace, readSealed, sealedText, textOrNull } from './sealed.ts';

/** A file that was handed over. */
export interface HandedOverFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
}

/** Sums of postings that were handed over to a channel: the content of one file of the ledger. It holds no clock. */
export interface HandOff extends ChainPlace {
  /** The id of the channel. */
  readonly channel: string;
  readonly channelSha256: string;
  readonly payOn: Day;
  readonly by: string;
  /** The sha256 of where its folder is: two programs that hand over the same into two folders never take one record for their own. */
  readonly folderSha256: string;
  /** Where one sum is sent again: under which reference it was sent before, and why. */
  readonly again: { readonly reference: string; readonly reason: string } | null;
  /** None where nothing is to be paid. */
  readonly files: readonly HandedOverFile[];
  readonly sums: readonly SentSum[];
  /** Payees below zero, who are in no file. */
  readonly recover: readonly SentSum[];
}

/** The text of a hand-off: keys in a fixed order, a sum as `reference,posting,payee,pounds`. */
export function handOffText(handOff: HandOff): string {
  const { serial, previous, channel, channelSha256, payOn, by, folderSha256, again, files, sums, recover } = handOff;
  return sealedText({
    format: 'quarterday/hand-off-record/1',
    serial,
    previous,
    channel,
    channel_sha256: channelSha256,
    pay_on: formatDay(payOn),
    by,
    folder_sha256: folderSha256,
    again: again && { reference: again.reference, reason: again.reason },
    files: files.map(({ name, sha256, rows }) => ({ name, sha256, rows })),
    sums: sums.map(sumText),
    recover: recover.map(sumText),
  });
}

/** What names a hand-off: the sha256 of what it hands over, wherever it comes to stand in the chain. */
export function handOffId(handOff: HandOff): string {
  return createHash('sha256')
    .update(handOffText({ ...handOff, serial: 0, previous: null }))
    .digest('hex');
}

/** Reads a file of the ledger. Null where it is not, to the byte, what this program writes of a hand-off. */
export function readHandOff(bytes: Uint8Array): HandOff | null {
  return readSealed(bytes, handOffOf, handOffText);
}

function handOffOf(data: Readonly<Record<string, unknown>>): HandOff | null {
  const { serial, previous, channel, by, again, files, sums, recover } = data;
  const payOn = parseDay(String(data.pay_on));
  if (payOn === null || !Array.isArray(files) || !isTextList(sums) || !isTextList(recover)) return null;
  return {
    serial: Number(serial),
    previous: textOrNull(previous),
    channel: String(channel),
    channelSha256: String(data.channel_sha256),
    payOn,
    by: String(by),
    folderSha256: String(data.folder_sha256),
    again: isObject(again) ? { reference: String(again.reference), reason: String(again.reason) } : null,
    files: files.filter(isObject).map((file) => ({
      name: String(file.name),
      sha256: String(file.sha256),
      rows: Number(file.rows),
    })),
    sums: sums.map(sumOf),
    recover: recover.map(sumOf),
  };
}

function sumText({ reference, posting, payee, amount }: SentSum): string {
  return `${reference},${posting},${payee},${formatAmount(amount)}`;
}

function sumOf(text: string): SentSum {
  const [reference = '', posting = '', payee = '', amount = ''] = text.split(',');
  return { reference, posting: Number(posting), payee, amount: parseAmount(amount) ?? noPence };
}
