import { finding } from '../domain/finding.ts';
import { type Encoding, openDecoder } from './encoding.ts';
import type { Note } from './note.ts';

/** Takes one line without its end. A plain one holds printable ASCII only, and no quote or `#`: nothing in it can surprise. */
export type OnLine = (text: string, line: number, plain: boolean) => void;

export interface LineCutter {
  /** The next bytes of the file, cut anywhere. They may be overwritten afterwards. */
  feed(bytes: Uint8Array): void;
  /** No more bytes follow. False where the file had to be given up: it is not text, or has a line without end. */
  end(): boolean;
}

const notPlain = /[^\n\r !\x24-\x7e]/;
const returnAlone = /\r(?!\n)/;
const longestLine = 1_000_000;

/** Cuts the bytes of a file into lines, whichever way they arrive, before anything looks at quotes: no cell can hold a line break. */
export function cutLines(file: string, encoding: Encoding, note: Note, onLine: OnLine): LineCutter {
  const lineEnds = watchLineEnds(file, note);
  let decode = openDecoder(file, encoding, note);
  let begun: Buffer = Buffer.alloc(0);
  let line = 0;
  let atStart = true;
  let givenUp = false;

  function feed(bytes: Uint8Array): void {
    if (givenUp) return;
    const lastFeed = bytes.lastIndexOf(0x0a);
    if (lastFeed < 0) {
      begun = Buffer.concat([begun, bytes]);
      if (begun.length > longestLine * 4) giveUpLongLine(line + 1, begun.includes(0x0d));
      return;
    }
    take(Buffer.concat([begun, bytes.subarray(0, lastFeed + 1)]));
    begun = Buffer.from(bytes.subarray(lastFeed + 1));
  }

  function end(): boolean {
    if (!givenUp) take(begun);
    return !givenUp;
  }

  function take(bytes: Buffer): void {
    const text = atStart ? beginning(bytes) : decode(bytes, line + 1);
    const plain = isPlain(text);
    for (let start = 0; start < text.length && !givenUp; ) {
      const feed = text.indexOf('\n', start);
      const end = feed < 0 ? text.length : feed;
      const isCrLf = feed > start && text.charCodeAt(feed - 1) === 0x0d;
      line += 1;
      if (feed >= 0) lineEnds(isCrLf, line);
      cut(text.slice(start, isCrLf ? end - 1 : end), plain);
      start = end + 1;
    }
  }

  function cut(text: string, plain: boolean): void {
    if (text.length > longestLine) giveUpLongLine(line, text.includes('\r'));
    else onLine(text, line, plain || isPlain(text));
  }

  function beginning(bytes: Buffer): string {
    atStart = false;
    const other = otherThanText(bytes);
    if (other !== null) {
      note(finding(other.code, { file }, other));
      givenUp = true;
      return '';
    }
    if (!bytes.subarray(0, 3).equals(byteOrderMark)) return decode(bytes, 1);
    decode = openDecoder(file, 'utf-8', note);
    return decode(bytes.subarray(3), 1);
  }

  function giveUpLongLine(at: number, hasReturns: boolean): void {
    givenUp = true;
    const place = { file, line: at };
    note(hasReturns ? loneReturn(place) : endlessLine(place));
  }

  return { feed, end };
}

function isPlain(text: string): boolean {
  return !notPlain.test(text) && !(text.includes('\r') && returnAlone.test(text));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The finding for a carriage return that ends no line. */
export function loneReturn(place: { readonly file: string; readonly line: number }) {
  return finding('lone-carriage-return', place, {
    message: 'has a carriage return without a line feed, the line end of old Macintosh programs; expected LF or CRLF',
    hint: 'save the file again as "CSV UTF-8 (Comma delimited)", not as "CSV (Macintosh)"',
  });
}

function endlessLine(place: { readonly file: string; readonly line: number }) {
  return finding('line-too-long', place, {
    message: `the line is longer than a million characters; expected a row of a table; the rest of the file was not read`,
    hint: 'check that this is the right file, and that its lines have ends',
  });
}

function otherThanText(bytes: Buffer) {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || everySecondIsNul(bytes)) {
    return {
      code: 'utf-16',
      message: 'the file is UTF-16, which a spreadsheet saves as "Unicode Text"; expected UTF-8',
      hint: 'save it again as "CSV UTF-8 (Comma delimited)"',
    } as const;
  }
  const isWorkbook =
    (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);
  if (!isWorkbook) return null;
  return {
    code: 'workbook',
    message: 'the file is a spreadsheet workbook with the name of a CSV file; expected comma-separated text',
    hint: 'open it in the spreadsheet and save the sheet as "CSV UTF-8 (Comma delimited)"',
  } as const;
}

function everySecondIsNul([a, b, c, d]: Buffer): boolean {
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

/** One warning, at the first line whose end differs from that of line 1. */
function watchLineEnds(file: string, note: Note): (isCrLf: boolean, line: number) => void {
  let first: boolean | null = null;
  let told = false;
  return (isCrLf, line) => {
    first ??= isCrLf;
    if (isCrLf === first || told) return;
    told = true;
    note(
      finding(
        'mixed-line-ends',
        { file, line },
        {
          message: `ends in ${isCrLf ? 'CRLF' : 'LF'}, the lines before it in ${isCrLf ? 'LF' : 'CRLF'}; expected one kind; files joined by hand look like that`,
          hint: 'check that the file holds every row once, and save it again from one program',
        },
      ),
    );
  };
}
