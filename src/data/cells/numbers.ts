import type { Code } from '../../domain/findings/codes.ts';
import { type Pence, parseAmount } from '../../domain/money/money.ts';
import { compare, one, parseDecimal, parseShare, type Ratio } from '../../domain/money/ratio.ts';
import { ours, type Said } from '../../domain/words/sentence.ts';
import { CellMistake, type Reader } from './cell-mistake.ts';
import { untidy } from './characters.ts';
import { placeholder } from './placeholders.ts';
import { blank } from './text.ts';

/** An amount in pounds, with at most two decimals and a minus for money recovered. */
export const amount: Reader<Pence> = (text) => {
  const read = tooLong.test(text) ? null : parseAmount(text);
  return (
    read ?? notANumber('not-an-amount', text, ours`pounds with at most two decimals and no separators, such as 1234.50`)
  );
};

/** A whole number, zero or more. */
export const wholeNumber: Reader<Ratio> = (text) => {
  const read = /^\d{1,12}$/.test(text) ? parseDecimal(text) : null;
  return read ?? notANumber('not-a-whole-number', text, 'a whole number without separators, such as 7387');
};

/** A number with or without decimals, zero or more. */
export const number: Reader<Ratio> = (text) => {
  const read = tooLong.test(text) || text.startsWith('-') ? null : parseDecimal(text);
  return read ?? notANumber('not-a-number', text, 'a number, zero or more, without separators, such as 12 or 12.5');
};

/** A share from nothing to all: `75%`, `0.75` or `3/4`. */
export const share: Reader<Ratio> = (text) => {
  const read = parseShare(text);
  if (read === null) return text === '' ? blank() : (untidy(text) ?? notAShare(text));
  if (read.n >= 0n && compare(read, one) <= 0) return read;
  const hint = /^\d+(\.\d+)?$/.test(text) ? `write ${text}% if a percentage is meant` : 'correct the share';
  return new CellMistake(
    'not-a-share',
    'is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4',
    hint,
  );
};

const tooLong = /\d{13}/;

interface Shape {
  readonly shape: RegExp;
  /** Only for readers that raise this code; else for all. */
  readonly of?: Code;
  readonly says: string;
  readonly hint: Said;
}

/** What people and spreadsheets make of numbers, and how to undo it: the first that fits is told. */
const shapes: readonly Shape[] = [
  {
    shape: /(?!\p{ASCII})\p{Nd}/u,
    says: 'has digits that are not 0 to 9',
    hint: 'type the number again with the digits 0 to 9',
  },
  {
    shape: /[£$€]/,
    says: 'has a currency sign',
    hint: 'set the format of the column to Number, without a currency, and save the file again',
  },
  {
    shape: /^\(.*\)$/,
    says: 'is in brackets',
    hint: 'write a minus instead of the brackets: set the format of the column to Number with -1234.10 for negative numbers',
  },
  {
    shape: /^[-+]?\d+(\.\d+)?[eE][-+]?\d+$/,
    says: 'is in scientific notation, which loses digits',
    hint: 'take the number from where it came from: set the format of the column to Number, paste it again and save',
  },
  {
    shape: /^-?\d{1,3}([, ]\d{3})+(\.\d*)?$/,
    says: 'has separators for thousands',
    hint: 'set the format of the column to Number without a separator for thousands, and save the file again',
  },
  {
    shape: /^-?[\d.]+,\d*$/,
    says: 'has a comma for the decimal point',
    hint: ours`write a point before the pence, and no other separator`,
  },
  { shape: /^[‐‑‒–—−]/, says: 'begins with a dash that is not a minus', hint: 'type the minus of the keyboard (-)' },
  { shape: /^\d.*-$/, says: 'has its minus at the end', hint: 'put the minus first' },
  {
    shape: /^-?[\d,.]+ ?(CR|DR)$/i,
    says: 'ends with CR or DR, as an account book marks credit and debit',
    hint: 'write the amount alone, with a minus in front for money that came back',
  },
  { shape: /^\+/, says: 'has a plus sign', hint: 'leave the plus sign out' },
  { shape: /%$/, says: 'is a percentage', hint: 'write the number itself, not a percentage' },
  {
    shape: tooLong,
    says: 'has more than twelve digits in a row',
    hint: 'check the number: no list, count or payment is as large or as fine as that',
  },
  {
    shape: /^-?\d+\.\d{3,}$/,
    of: 'not-an-amount',
    says: 'has more than two decimals',
    hint: 'round the number in the spreadsheet with ROUND(…, 2); a format that only shows two decimals is not enough',
  },
  { shape: /^-?\d+\.\d+$/, of: 'not-a-whole-number', says: 'has decimals', hint: 'write the whole number' },
  {
    shape: /^-?(\.\d+|\d+\.)$/,
    says: 'has no digit on one side of its point',
    hint: 'write a digit on both sides of the point, or no point',
  },
  { shape: /^-\d/, says: 'is below zero', hint: 'correct the number' },
  {
    shape: /^\d{1,4}[-/.]/,
    says: 'looks like a date',
    hint: 'set the format of the column to Number and type the number again',
  },
];

function notANumber(code: Code, text: string, expected: Said): CellMistake {
  if (text === '') return blank();
  const mistake = untidy(text) ?? placeholder(text, ours`expected ${expected}`);
  if (mistake) return mistake;
  const found = shapes.find(({ shape, of = code }) => of === code && shape.test(text));
  return found
    ? new CellMistake(code, ours`${found.says}; expected ${expected}`, found.hint)
    : new CellMistake(code, ours`is not a number; expected ${expected}`, 'type the number with the digits 0 to 9');
}

function notAShare(text: string): CellMistake {
  const known = placeholder(text, 'expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4');
  if (known) return known;
  const hint = /%/.test(text) ? 'write digits and then the sign, such as 75%' : 'write it as 75%, as 0.75 or as 3/4';
  return new CellMistake(
    'not-a-share',
    'is not a share; expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4',
    hint,
  );
}
