import { pence } from '../../domain/money/money.ts';
import type { PostedLine } from './posting.ts';

/**
 * A line of money where it stands in the bytes of a posting. Plain is a line just as this program writes it, of characters
 * that JSON leaves as they are and that come after the comma, so that lines are in order where their bytes are.
 */
export interface PlainLine {
  /** Where each cell begins. */
  readonly practice: number;
  readonly payee: number;
  readonly component: number;
  readonly amountAt: number;
  /** In pence: never nothing, and small enough to be exact. */
  readonly amount: number;
  /** Where the next line begins, or what comes after the last. */
  readonly next: number;
  readonly isLast: boolean;
}

/** The lines of a posting where all of them are plain. */
export interface PlainLines {
  /** The whole file. */
  readonly bytes: Buffer;
  /** Where the first line begins. */
  readonly from: number;
}

const [space, quote, comma, minus, newline] = [0x20, 0x22, 0x2c, 0x2d, 0x0a];
const [backslash, tilde, nought, point] = [0x5c, 0x7e, 0x30, 0x2e];

/** Pounds of so many digits are exact as pence. */
const mostDigits = 13;

/** The line that begins at a place, or null where it is not plain. */
export function plainLineAt(bytes: Uint8Array, at: number): PlainLine | null {
  const practice = afterIndent(bytes, at);
  const payee = afterCell(bytes, practice);
  const component = afterCell(bytes, payee);
  const amountAt = afterCell(bytes, afterCell(bytes, component));
  const isNegative = bytes[amountAt] === minus;
  const digitsAt = isNegative ? amountAt + 1 : amountAt;
  const pointAt = afterPounds(bytes, digitsAt);
  if (pointAt < 0 || !isDigit(bytes[pointAt + 1] ?? 0) || !isDigit(bytes[pointAt + 2] ?? 0)) return null;
  const end = pointAt + 3;
  if (bytes[end] !== quote) return null;
  const isLast = bytes[end + 1] === newline;
  if (!isLast && (bytes[end + 1] !== comma || bytes[end + 2] !== newline)) return null;
  const pence = numberBetween(bytes, digitsAt, pointAt) * 100 + numberBetween(bytes, pointAt + 1, end);
  if (pence === 0) return null;
  const next = isLast ? end + 2 : end + 3;
  return { practice, payee, component, amountAt, amount: isNegative ? -pence : pence, next, isLast };
}

/** The lines, each as it was posted. */
export function* plainPostedLines({ bytes, from }: PlainLines): Generator<PostedLine> {
  for (let line = plainLineAt(bytes, from); line !== null; line = line.isLast ? null : plainLineAt(bytes, line.next)) {
    const text = bytes.toString('latin1', line.practice, line.amountAt);
    const [practice = '', payee = '', component = '', period = ''] = text.split(',');
    yield { practice, payee, component, period, amount: pence(line.amount) };
  }
}

/** Whether a line comes after another, by practice, component, period and payee. */
export function comesAfter(bytes: Uint8Array, line: PlainLine, before: PlainLine): boolean {
  const byPractice = compare(bytes, line.practice, before.practice, before.payee - before.practice);
  if (byPractice !== 0) return byPractice > 0;
  const byPlace = compare(bytes, line.component, before.component, before.amountAt - before.component);
  if (byPlace !== 0) return byPlace > 0;
  return compare(bytes, line.payee, before.payee, before.component - before.payee) > 0;
}

/** Above zero where the bytes at a place come after so many at another. */
function compare(bytes: Uint8Array, at: number, other: number, length: number): number {
  for (let each = 0; each < length; each += 1) {
    const difference = (bytes[at + each] ?? 0) - (bytes[other + each] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

// Each of these answers -1 where the bytes are others, or where it was asked to begin there.

function afterIndent(bytes: Uint8Array, at: number): number {
  for (let each = at; each < at + 4; each += 1) if (bytes[each] !== space) return -1;
  return bytes[at + 4] === quote ? at + 5 : -1;
}

function afterCell(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1;
  for (let end = at; ; end += 1) {
    const byte = bytes[end] ?? 0;
    if (byte === comma) return end + 1;
    if (byte < comma || byte > tilde || byte === backslash) return -1;
  }
}

/** Where the point after whole pounds without needless noughts is. */
function afterPounds(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1;
  let end = at;
  while (isDigit(bytes[end] ?? 0)) end += 1;
  const isPlain = end > at && end - at <= mostDigits && (bytes[at] !== nought || end === at + 1);
  return isPlain && bytes[end] === point ? end : -1;
}

function isDigit(byte: number): boolean {
  return byte >= nought && byte < nought + 10;
}

function numberBetween(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + (bytes[at] ?? 0) - nought;
  return number;
}
