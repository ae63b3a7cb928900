import { type PaperColumn, type Phrases, said } from '../paper/blocks.ts';

// What the tables of an annex are made of.

export const small = (text: string): Phrases => said(text, 'fine');
export const dim = (text: string): Phrases => said(text, 'fine-dim');
/** A column of words, with its part of the room. */
export const left = (head: string, share: number): PaperColumn => ({ head, align: 'left', share });
/** A column of short words, such as days. */
export const short = (head: string): PaperColumn => ({ head, align: 'left', share: null });
export const figure = (head: string): PaperColumn => ({ head, align: 'right', share: null });
