import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import { formatAmount, type Pence } from '../../domain/money/money.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import { visible } from '../../domain/words/visible.ts';

/** What a cell of a sheet holds. Text is never read as a formula. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly amount: Pence }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'date'; readonly day: Day }
  /** A formula of ours, with what it comes to, for those who do not work it out. */
  | { readonly kind: 'formula'; readonly formula: string; readonly comesTo: Pence | string }
  | null;

export const textCell = (text: string): SheetCell => (text === '' ? null : { kind: 'text', text });
export const moneyCell = (amount: Pence): SheetCell => ({ kind: 'money', amount });
export const dayCell = (day: Day | null): SheetCell => (day === null ? null : { kind: 'date', day });

/** A whole number or decimal of no more digits than a spreadsheet keeps, as a number; anything else, such as a third, as text. */
export function figureCell(value: string): SheetCell {
  const plain = /^-?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 15;
  return plain ? { kind: 'number', digits: value } : textCell(value);
}

/** What stands around the number of a row at the start of each cell of a column. */
export interface CellStart {
  readonly before: string;
  readonly after: string;
}

/** Of each column, by its style. */
export function cellStarts(styles: readonly number[]): readonly CellStart[] {
  return styles.map((style, place) => ({ before: `<c r="${columnLetters(place + 1)}`, after: `" s="${style}"` }));
}

/** A row as a sheet has it. */
export function rowXml(row: number, cells: readonly SheetCell[], starts: readonly CellStart[]): string {
  const number = String(row);
  let xml = `<row r="${number}">`;
  for (let place = 0; place < cells.length; place += 1) {
    const held = cells[place];
    if (!held) continue;
    const { before, after } = at(starts, place);
    xml += before + number + after + restOfCell(held);
  }
  return `${xml}</row>`;
}

/** Days since 30 December 1899, as a spreadsheet counts them. */
const dayNought = 693_899;

function restOfCell(held: NonNullable<SheetCell>): string {
  switch (held.kind) {
    case 'text':
      return textXml(held.text);
    case 'money':
      return `><v>${formatAmount(held.amount)}</v></c>`;
    case 'number':
      return `><v>${held.digits}</v></c>`;
    case 'date':
      return `><v>${held.day - dayNought}</v></c>`;
    case 'formula': {
      const formula = `<f>${escaped(held.formula)}</f>`;
      if (typeof held.comesTo === 'string') return ` t="str">${formula}<v>${escaped(held.comesTo)}</v></c>`;
      return `>${formula}<v>${formatAmount(held.comesTo)}</v></c>`;
    }
  }
}

/** Texts that were written before, with their XML: most stand in many rows. */
const written = new Map<string, string>();
const mostHeld = 4096;

function textXml(text: string): string {
  const known = written.get(text);
  if (known !== undefined) return known;
  const shown = isPlain(text) ? `>${text}` : `${keepsSpace(text)}>${escaped(text)}`;
  const xml = ` t="inlineStr"><is><t${shown}</t></is></c>`;
  if (text.length <= 80 && written.size < mostHeld) written.set(text, xml);
  return xml;
}

/** A cell holds no more letters. */
const mostLetters = 32_767;

/** White space at either end, and lines, are lost unless a text says that they count. */
function keepsSpace(text: string): string {
  return /^\s|\s$|[\t\r\n]/.test(text) ? ' xml:space="preserve"' : '';
}

/** Letters that stand in XML as they are, with no space at either end; most texts have no others. */
const plainText = /^(?! )[ !"#$%'-;=?-^`-~£–—’“”…×−]*$/;

function isPlain(text: string): boolean {
  return text.length <= mostLetters && plainText.test(text) && !text.endsWith(' ');
}

/** Text as XML has it. What XML cannot hold is shown by its number, and what a spreadsheet would read as such a number is kept as it is. */
function escaped(text: string): string {
  const short =
    text.length > mostLetters ? `${text.slice(0, mostLetters - 40).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return visible(short)
    .replace(/[\ufffe\uffff]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** `E2:E9`. */
export function cellRange(column: number, first: number, last: number): string {
  const letters = columnLetters(column);
  return `${letters}${first}:${letters}${Math.max(first, last)}`;
}
