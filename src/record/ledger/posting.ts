import { createHash } from 'node:crypto';
import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { type Pence, pence } from '../../domain/money.ts';
import { type Controls, controlsData } from '../manifest.ts';
import { isObject, isTextList, parsedJson } from '../plain-json.ts';
import { readControls } from '../read-manifest.ts';

/** What a posting says of its run, without the lines. */
export interface PostingHeader {
  /** From 1, without gaps. */
  readonly serial: number;
  /** The sha256 of the file of the posting before; null for the first. */
  readonly previous: string | null;
  /** The run id. */
  readonly run: string;
  readonly scheme: string;
  readonly period: string;
  readonly asAt: Day;
  /** The control totals of the run. */
  readonly controls: Controls;
  readonly approvedBy: string;
  /** ISO 8601. */
  readonly postedAt: string;
}

/** One payment run that has been approved: the content of one file of the ledger. */
export interface Posting extends PostingHeader {
  /** In order of practice, component and period, by code unit. */
  readonly lines: readonly PostedLine[];
}

/** Money paid, or recovered where the amount is below zero; never nothing. */
export interface PostedLine {
  readonly practice: string;
  readonly payee: string;
  readonly component: string;
  readonly period: string;
  readonly amount: Pence;
}

/**
 * The text of a posting: keys in a fixed order, a line of money as `practice,payee,component,period,pence`. The seal is
 * the sha256 of everything before it, so that a change is seen in the newest posting too, whose hash stands nowhere yet.
 */
export function postingText(posting: Posting): string {
  const { serial, previous, run, scheme, period, asAt, controls, approvedBy, postedAt, lines } = posting;
  const data = {
    format: 1,
    serial,
    previous,
    run,
    scheme,
    period,
    as_at: formatDay(asAt),
    controls: controlsData(controls),
    approved_by: approvedBy,
    posted_at: postedAt,
    lines: lines.map(lineText),
  };
  const sealed = `${JSON.stringify(data, null, 2).slice(0, -'\n}'.length)},\n`;
  return `${sealed}  "seal": "${createHash('sha256').update(sealed, 'utf8').digest('hex')}"\n}\n`;
}

/** Reads a file of the ledger. Null where it is not, to the byte, what this program writes of a posting. */
export function readPosting(bytes: Uint8Array): Posting | null {
  const data = parsedJson(Buffer.from(bytes).toString('utf8'));
  const posting = isObject(data) ? postingOf(data) : null;
  return posting !== null && Buffer.from(postingText(posting), 'utf8').equals(bytes) ? posting : null;
}

/** The order of lines in a posting: by practice, component and period. */
export function lineKey({ practice, component, period }: Omit<PostedLine, 'payee' | 'amount'>): string {
  return `${practice},${component},${period}`;
}

function lineText({ practice, payee, component, period, amount }: PostedLine): string {
  return `${practice},${payee},${component},${period},${amount}`;
}

/** Takes the values loosely: a wrong one does not read back to the same text. */
function postingOf(data: Readonly<Record<string, unknown>>): Posting | null {
  const { serial, previous, run, scheme, period, controls, lines } = data;
  const asAt = parseDay(String(data.as_at));
  if (asAt === null || !isObject(controls) || !isTextList(lines)) return null;
  return {
    serial: Number(serial),
    previous: typeof previous === 'string' ? previous : null,
    run: String(run),
    scheme: String(scheme),
    period: String(period),
    asAt,
    controls: readControls(controls),
    approvedBy: String(data.approved_by),
    postedAt: String(data.posted_at),
    lines: lines.map(lineOf),
  };
}

function lineOf(text: string): PostedLine {
  const [practice = '', payee = '', component = '', period = '', amount = ''] = text.split(',');
  return { practice, payee, component, period, amount: pence(/^-?\d{1,40}$/.test(amount) ? BigInt(amount) : 0n) };
}
