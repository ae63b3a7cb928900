import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { type Currency, currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, noPence, type Pence, parseAmount } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import type { PostingDocument } from '../../formats/records.ts';
import { isObject, isTextList, parsedJson } from '../files/plain-json.ts';
import { controlsData } from '../run-folder/manifest.ts';
import { currencyIn, readControls } from '../run-folder/read-manifest.ts';
import { type ChainPlace, openText, readSealed, sealedText, textOrNull } from './sealed.ts';

/** What a posting says of its run, without the lines. */
export interface PostingHeader extends ChainPlace {
  /** The run id. */
  readonly run: string;
  readonly scheme: string;
  /** Of the scheme file that the run was made from. */
  readonly schemeSha256: string;
  readonly period: string;
  readonly asAt: Day;
  /** Left out, pounds sterling. */
  readonly currency?: Currency;
  /** The control totals of the run. */
  readonly controls: Controls;
  readonly approvedBy: string;
  /** ISO 8601. */
  readonly postedAt: string;
}

/** One payment run that has been approved: the content of one file of the ledger. */
export interface Posting extends PostingHeader {
  /** In order of practice, component, period and payee, by code unit. */
  readonly lines: readonly PostedLine[];
}

/** A posting where it stands in the chain: the sha256 is that of its whole file. */
export interface ChainedPosting extends PostingHeader {
  readonly sha256: string;
}

/** Money paid, or recovered where the amount is below zero; never nothing. */
export interface PostedLine {
  readonly practice: string;
  readonly payee: string;
  readonly component: string;
  readonly period: string;
  readonly amount: Pence;
}

/** The text of a posting: keys in a fixed order, a line of money as `practice,payee,component,period,pounds`. */
export function postingText({ lines, ...header }: Posting): string {
  return sealedText({ ...headerData(header), lines: lines.map(lineText) });
}

/** Reads a file of the ledger. Null where it is not, to the byte, what this program writes of a posting. */
export function readPosting(bytes: Uint8Array): Posting | null {
  return readSealed(bytes, postingOf, postingText);
}

function postingOf(data: Readonly<Record<string, unknown>>): Posting | null {
  const header = headerOf(data);
  return header === null || !isTextList(data.lines) ? null : { ...header, lines: data.lines.map(lineOf) };
}

/** Reads the beginning of such a file, up to the comma before its lines, by the same rule. */
export function readPostingHeader(bytes: Buffer): PostingHeader | null {
  const data = parsedJson(`${bytes.toString('utf8').slice(0, -1)}\n}`);
  const header = isObject(data) ? headerOf(data) : null;
  return header !== null && Buffer.from(openText(headerData(header)), 'utf8').equals(bytes) ? header : null;
}

/** The order of lines in a posting: by practice, component, period and payee. */
export function lineKey({ practice, payee, component, period }: Omit<PostedLine, 'amount'>): string {
  return `${practice},${component},${period},${payee},`;
}

function lineText({ practice, payee, component, period, amount }: PostedLine): string {
  return `${practice},${payee},${component},${period},${formatAmount(amount)}`;
}

function headerData(header: PostingHeader): Omit<PostingDocument, 'lines' | 'seal'> {
  const { serial, previous, run, scheme, schemeSha256, period, asAt, controls, approvedBy, postedAt } = header;
  return {
    format: 'quarterday/posting/1',
    ...currencyKey(header),
    serial,
    previous,
    run,
    scheme,
    scheme_sha256: schemeSha256,
    period,
    as_at: formatDay(asAt),
    controls: controlsData(controls),
    approved_by: approvedBy,
    posted_at: postedAt,
  };
}

/** Takes the values loosely: a wrong one does not read back to the same text. */
function headerOf(data: Readonly<Record<string, unknown>>): PostingHeader | null {
  const { serial, previous, run, scheme, period, controls } = data;
  const asAt = parseDay(String(data.as_at));
  if (asAt === null || !isObject(controls)) return null;
  return {
    serial: Number(serial),
    previous: textOrNull(previous),
    run: String(run),
    scheme: String(scheme),
    schemeSha256: String(data.scheme_sha256),
    period: String(period),
    asAt,
    ...currencyIn(data),
    controls: readControls(controls),
    approvedBy: String(data.approved_by),
    postedAt: String(data.posted_at),
  };
}

function lineOf(text: string): PostedLine {
  const [practice = '', payee = '', component = '', period = '', amount = ''] = text.split(',');
  return { practice, payee, component, period, amount: parseAmount(amount) ?? noPence };
}
