/** A piece of a line: words with one look. */
export interface Phrase {
  readonly text: string;
  readonly look?: Look | undefined;
}
/** `plain` unless said: small is a note, fine an annex, dim is beside the point, strong is meant. */
export type Look = 'plain' | 'strong' | 'dim' | 'small' | 'small-dim' | 'fine' | 'fine-dim' | 'fine-strong';
export type Phrases = readonly Phrase[];

/** What stands on paper, from top to bottom: words and figures without a place yet. */
export type PaperBlock =
  | LetterHead
  | { readonly kind: 'title'; readonly text: string; readonly under: readonly string[] }
  | SumBox
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: Phrases }
  | { readonly kind: 'list'; readonly items: readonly Phrases[] }
  /** One thing that has a sum, and what is said of it. */
  | { readonly kind: 'cause'; readonly title: string; readonly amount: string; readonly words: Phrases }
  | Table
  | { readonly kind: 'rule' }
  /** Two columns of the same height, told one after the other. */
  | { readonly kind: 'beside'; readonly left: readonly PaperBlock[]; readonly right: readonly PaperBlock[] }
  /** What follows begins on a new page. */
  | { readonly kind: 'new-page' };

/** Who writes to whom, in the window of an envelope, and the box of references beside it. */
export interface LetterHead {
  readonly kind: 'letter-head';
  readonly sender: string;
  readonly unit: string | null;
  readonly addressee: readonly string[];
  readonly references: readonly (readonly [name: string, value: string])[];
}

/** The one thing that is meant: a few words and a sum, with a note below. */
export interface SumBox {
  readonly kind: 'sum-box';
  readonly says: string;
  readonly amount: string | null;
  readonly notes: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string | null;
  /** Small letters, and rows close to one another. */
  readonly dense?: true;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly TableRow[];
  /** Stands below the rows, which add up to it. */
  readonly total: TableRow | null;
}

export interface PaperColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Its part of what the columns beside figures share; null: as wide as its widest cell. */
  readonly share: number | null;
}

/** The first cell names the row. */
export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly words: Phrases;
  /** Below it, smaller. */
  readonly note?: string | undefined;
}

/** A document of pages that are counted by themselves: a letter with what is annexed to it. */
export interface Paper {
  readonly title: string;
  /** At the foot of every page, on the left. */
  readonly foot: string;
  readonly blocks: readonly PaperBlock[];
}

export function said(text: string, look?: Look): Phrases {
  return look === undefined ? [{ text }] : [{ text, look }];
}

/** A cell of plain words. */
export function plainCell(text: string, note?: string): TableCell {
  return note === undefined ? { words: said(text) } : { words: said(text), note };
}
