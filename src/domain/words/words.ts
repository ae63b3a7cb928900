import { type Currency, isSterling, type OfCurrency, sterling } from '../money/currency.ts';
import { beginsWithVowel, type MemberNoun, type OfMembers, paysPractices, practiceNoun } from '../scheme/member.ts';

/** The words of a scheme: its noun for whom it pays, and its currency. No figure, no code and no file of data goes by them. */
export interface Words extends OfMembers, OfCurrency {}

/** Those of a scheme that names none, and of what is said before one is open. */
export const plainWords: Words = { member: practiceNoun, currency: sterling };

/** What of the words of a scheme it names itself. */
export function namedWords(words: Words): Partial<Words> {
  const { member, currency } = words;
  return { ...(!paysPractices(words) && { member }), ...(!isSterling(words) && { currency }) };
}

/** The words of sums of which no scheme is open, as in a ledger: they have a currency, and no noun of their own. */
export function wordsOfSums(currency: Currency | null | undefined): Words {
  return { ...plainWords, currency: currency ?? sterling };
}

/**
 * A constant text of ours, which speaks of practices, pounds and pence, in the words of a scheme: `a farm` where its members are farms. Names
 * of files and columns, and ids with hyphens, stay as they are. What holds a name or a sum is said with `sayIn`.
 */
export function inWords(words: Words, ours: string): string {
  const named = paysPractices(words) ? ours : ofMembers(words.member, ours);
  return isSterling(words) ? named : ofMoney(words.currency, named);
}

function ofMembers({ one, many }: MemberNoun, text: string): string {
  const article = beginsWithVowel(one) ? 'an' : 'a';
  return text
    .replace(/(?<![\w.-])([Aa]) practice(?![\w-]|\.csv)/g, (_, first: string) => `${first}${article.slice(1)} ${one}`)
    .replace(/(?<![\w./-])([Pp])ractice(s?)(?![\w-]|\.csv)/g, (_, first: string, isMany: string) =>
      first === 'P' ? capital(isMany ? many : one) : isMany ? many : one,
    );
}

function ofMoney({ pound, penny }: Currency, text: string): string {
  return text
    .replace(/(?<![\w"'-])pound(s?)(?![\w"'-])/g, (_, isMany: string) => pound[isMany ? 1 : 0])
    .replace(/(?<![\w"'-])(penny|pence)(?![\w"'-])/g, (_, word: string) => penny[word === 'pence' ? 1 : 0]);
}

function capital(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}
