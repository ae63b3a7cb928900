import { type OfCurrency, sterling } from '../money/currency.ts';
import { inWordsOf, type OfMembers } from '../scheme/member.ts';

/** The words of a scheme: its noun for whom it pays, and its currency. A scheme has them, and so have runs and postings of it. */
export interface Spoken extends OfMembers, OfCurrency {}

let now: Spoken = {};

/**
 * From here on the program speaks in the words of a scheme: a command does one thing, of one scheme, and says so once, where it has opened
 * it. It goes by no more than how a text is written: no figure, no code and no file of data depends on it, and a command begins without.
 */
export function speakAs({ member, currency }: Spoken): void {
  now = { member, currency };
}

/** The currency in which sums are written. */
export function spokenCurrency() {
  return now.currency ?? sterling;
}

/** A text of ours, which speaks of practices, as it is to be said now. No text of a person is to go through it. */
export function asSpoken(text: string): string {
  return inWordsOf(now, text);
}

/** A text of ours, which speaks of pounds and pence, as it is to be said now. */
export function moneyAsSpoken(text: string): string {
  const { currency } = now;
  if (!currency || currency === sterling) return text;
  const { pound, penny } = currency;
  return text
    .replace(/(?<![\w"'-])pound(s?)(?![\w"'-])/g, (_, isMany: string) => pound[isMany ? 1 : 0])
    .replace(/(?<![\w"'-])(penny|pence)(?![\w"'-])/g, (_, word: string) => penny[word === 'pence' ? 1 : 0]);
}

/** The words that are spoken in now, to be handed on to a page that goes on speaking. */
export function spokenWords(): Spoken {
  return now;
}
