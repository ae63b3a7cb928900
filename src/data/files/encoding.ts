import { isAscii, isUtf8 } from 'node:buffer';
import { finding } from '../../domain/findings/finding.ts';
import type { Note } from '../csv/note.ts';

/** How the bytes of a data folder stand for characters. A file that begins with a byte-order mark is UTF-8 all the same. */
export type Encoding = (typeof encodings)[number];

export const encodings = ['utf-8', 'windows-1252'] as const;

/** Makes text of whole lines. `line` is the number of the first of them. */
export type Decode = (bytes: Buffer, line: number) => string;

/** The decoder of one file. What is not in the encoding is a finding, told once for the file. */
export function openDecoder(file: string, encoding: Encoding, note: Note): Decode {
  switch (encoding) {
    case 'utf-8':
      return strictUtf8(file, note);
    case 'windows-1252':
      return windows1252(file, note);
  }
}

/** From the first line that is not UTF-8 the file is read as Windows-1252, so that the rest of its mistakes can be told too. */
function strictUtf8(file: string, note: Note): Decode {
  let spoilt = false;
  return (bytes, line) => {
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (!spoilt && isUtf8(bytes)) return bytes.toString('utf8');
    if (spoilt) return decodeWindows1252(bytes);
    spoilt = true;
    const bad = firstLine(bytes, (text) => !isUtf8(text));
    noteNotUtf8(file, bytes.subarray(bad.start, bad.end), line + bad.before, note);
    return bytes.toString('utf8', 0, bad.start) + decodeWindows1252(bytes.subarray(bad.start));
  };
}

function windows1252(file: string, note: Note): Decode {
  let seen = false;
  return (bytes, line) => {
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (!seen) {
      seen = true;
      const first = firstLine(bytes, (text) => !isAscii(text));
      if (isUtf8(bytes.subarray(first.start, first.end))) noteLooksLikeUtf8(file, line + first.before, note);
    }
    return decodeWindows1252(bytes);
  };
}

function firstLine(bytes: Buffer, wanted: (line: Buffer) => boolean): { start: number; end: number; before: number } {
  for (let start = 0, before = 0; ; before += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    if (feed < 0 || wanted(bytes.subarray(start, end))) return { start, end, before };
    start = end + 1;
  }
}

function noteNotUtf8(file: string, bytes: Buffer, line: number, note: Note): void {
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? '';
  const column = before.split(',').length;
  const byte = (bytes[Buffer.byteLength(before)] ?? 0).toString(16).toUpperCase();
  const value = decodeWindows1252(bytes).split(',')[column - 1]?.trimEnd() ?? '';
  note(
    finding(
      'not-utf-8',
      { file, line, column },
      {
        message: `the byte ${byte} is not UTF-8; expected UTF-8 in the whole file; it looks like Windows-1252, which is what a spreadsheet saves as plain "CSV"`,
        hint: 'save the file again as "CSV UTF-8 (Comma delimited)", or give --encoding windows-1252',
        value,
      },
    ),
  );
}

function noteLooksLikeUtf8(file: string, line: number, note: Note): void {
  note(
    finding(
      'looks-like-utf-8',
      { file, line },
      {
        message:
          'this line is read as Windows-1252, as asked for, but it is valid UTF-8; expected letters that are not',
        hint: 'look at the accents and apostrophes of this line in the reports; leave --encoding out if they are spoilt',
      },
    ),
  );
}

/** What the bytes 80 to 9F stand for; the five that have no character stay control characters, which no cell may hold. */
const from80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Every byte as Windows-1252 has it (Node's own decoder has 80 to 9F wrong). */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (byte) => from80.charAt(byte.charCodeAt(0) - 0x80));
}
