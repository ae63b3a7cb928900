import { finding } from '../../domain/findings/finding.ts';
import { type Encoding, openDecoder } from '../files/encoding.ts';
import type { Note } from './note.ts';

/** Takes one line without its end. */
export type OnLine = (text: string, line: number) => void;

/** Tries to take a line where it stands, in the bytes. Answers where the next one begins, or -1 where it did not take it. */
export type TakeBytes = (bytes: Buffer, start: number, line: number) => number;

export interface LineCutter {
  /** The next bytes of the file, cut anywhere. They may be overwritten afterwards. */
  feed(bytes: Uint8Array): void;
  /** No more bytes follow. False where the file had to be given up: it is not text, or has a line without end. */
  end(): boolean;
}

/** In characters: a longer line is no row of a table. */
export const longestLine = 1_000_000;

/**
 * Cuts the bytes of a file into lines, whichever way they arrive, before anything looks at quotes: no cell can hold a line break.
 * A line that `takeBytes` does not take is made text of.
 */
export function cutLines(
  file: string,
  encoding: Encoding,
  note: Note,
  onLine: OnLine,
  takeBytes: TakeBytes | null = null,
): LineCutter {
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
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, lastFeed + 1);
    const rest = begun.length === 0 ? 0 : whole.indexOf(0x0a) + 1;
    if (rest > 0) take(Buffer.concat([begun, whole.subarray(0, rest)]));
    take(whole.subarray(rest));
    begun = Buffer.from(bytes.subarray(lastFeed + 1));
  }

  function end(): boolean {
    take(begun);
    return !givenUp;
  }

  function take(bytes: Buffer): void {
    if (givenUp) return;
    const start = atStart ? beginning(bytes) : 0;
    atStart = false;
    if (takeBytes) takeOneByOne(bytes, start);
    else takeText(decode(bytes.subarray(start), line + 1));
  }

  function takeOneByOne(bytes: Buffer, from: number): void {
    for (let start = from; start < bytes.length && !givenUp; ) {
      const next = takeBytes?.(bytes, start, line + 1) ?? -1;
      if (next < 0) {
        const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
        takeText(decode(bytes.subarray(start, end), line + 1));
        start = end;
      } else {
        line += 1;
        lineEnds(bytes[next - 2] === 0x0d, line);
        start = next;
      }
    }
  }

  function takeText(text: string): void {
    for (let start = 0; start < text.length && !givenUp; ) {
      const lineFeed = text.indexOf('\n', start);
      const end = lineFeed < 0 ? text.length : lineFeed;
      const isCrLf = lineFeed > start && text.charCodeAt(lineFeed - 1) === 0x0d;
      line += 1;
      if (lineFeed >= 0) lineEnds(isCrLf, line);
      cut(text.slice(start, isCrLf ? end - 1 : end));
      start = end + 1;
    }
  }

  function cut(text: string): void {
    if (text.length > longestLine) giveUpLongLine(line, text.includes('\r'));
    else onLine(text, line);
  }

  /** Where the text begins. */
  function beginning(bytes: Buffer): number {
    const other = otherThanText(bytes);
    if (other !== null) {
      note(finding(other.code, { file }, other));
      givenUp = true;
      return bytes.length;
    }
    if (!bytes.subarray(0, 3).equals(byteOrderMark)) return 0;
    decode = openDecoder(file, 'utf-8', note);
    return byteOrderMark.length;
  }

  function giveUpLongLine(at: number, hasReturns: boolean): void {
    givenUp = true;
    const place = { file, line: at };
    note(hasReturns ? loneReturn(place) : endlessLine(place));
  }

  return { feed, end };
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

/** One warning, at the first row whose end differs from that of the first row; the header may be that of a template. */
function watchLineEnds(file: string, note: Note): (isCrLf: boolean, line: number) => void {
  let first: boolean | null = null;
  let told = false;
  return (isCrLf, line) => {
    if (line === 1) return;
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
