import { pence } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import { comesAfter, type PlainLine, type PlainLines, plainLineAt } from './plain-lines.ts';
import { type Posting, type PostingHeader, readPostingHeader } from './posting.ts';
import { sealText } from './sealed.ts';

/** A posting whose lines are left where they stand in its file. */
export interface PlainPosting extends PostingHeader {
  readonly lines: PlainLines;
}

/** A posting as it was read from its file, the short way or the careful way. */
export type FiledPosting = Posting | PlainPosting;

const [beforeLines, afterLines] = ['\n  "lines": [\n', '  ],\n'];

/**
 * The short way to read a posting, for the long ones in which all is well: nothing is made of its lines. It takes one only
 * where the careful way would read the same, and find its lines in order and as its control totals say. `sealed` is the
 * sha256 of what stands before its seal.
 */
export function readPlainPosting(bytes: Buffer, sealed: string): PlainPosting | null {
  const headerEnd = bytes.indexOf(beforeLines);
  const header = headerEnd < 0 ? null : readPostingHeader(bytes.subarray(0, headerEnd));
  if (header === null) return null;
  const lines = { bytes, from: headerEnd + beforeLines.length };
  const linesEnd = endOfSoundLines(lines, header.controls);
  if (linesEnd === null) return null;
  const end = Buffer.from(`${afterLines}${sealText(sealed)}`);
  return bytes.subarray(linesEnd).equals(end) ? { ...header, lines } : null;
}

/** Where the lines end, or null where they are not all plain, in order, and as the control totals say. */
function endOfSoundLines({ bytes, from }: PlainLines, controls: Controls): number | null {
  let [paid, recovered] = [0, 0];
  let before: PlainLine | null = null;
  let line = plainLineAt(bytes, from);
  for (; line !== null; line = plainLineAt(bytes, line.next)) {
    if (before !== null && !comesAfter(bytes, line, before)) return null;
    if (line.amount > 0) paid += line.amount;
    else recovered -= line.amount;
    if (line.isLast) return addUp(paid, recovered, controls) ? line.next : null;
    before = line;
  }
  return null;
}

/** False too where a sum may not be exact. */
function addUp(paid: number, recovered: number, { payments, clawbacks, net }: Controls): boolean {
  if (!Number.isSafeInteger(paid) || !Number.isSafeInteger(recovered)) return false;
  return pence(paid) === payments && pence(recovered) === clawbacks.due && pence(paid - recovered) === net;
}
