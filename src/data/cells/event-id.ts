import { CellMistake, type Reader } from './cell-mistake.ts';
import { name } from './text.ts';

const scientific = /^-?\d(?:[.,]\d+)?E[+-]\d+$/i;

/** The id of an event. A spreadsheet that takes a long one for a number leaves a few of its digits, and others come out the same. */
export const eventId: Reader<string> = (text) => (scientific.test(text) ? shortened() : name(text));

/** Whether bytes may hold such an id: a digit or a minus first, and an E with its sign within. Whoever asks reads them with care then. */
export function mayBeScientific(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] ?? 0;
  if (first !== minus && (first < zero || first > nine)) return false;
  for (let at = from + 2; at < to; at += 1) {
    const isSign = bytes[at] === minus || bytes[at] === plus;
    if (isSign && ((bytes[at - 1] ?? 0) | smallLetter) === e) return true;
  }
  return false;
}

const [minus, plus, zero, nine, e, smallLetter] = [0x2d, 0x2b, 0x30, 0x39, 0x65, 0x20];

function shortened(): CellMistake {
  return new CellMistake(
    'scientific-notation',
    'is a number in scientific notation, of which most digits are lost; expected the whole id',
    'set the format of the column to Text in the spreadsheet, enter the ids again from the source, and save the file again',
  );
}
