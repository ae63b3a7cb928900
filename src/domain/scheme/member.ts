/** Whom a scheme pays, where that is no practice: in the singular and in the plural, and how its codes are formed. */
export interface MemberNoun {
  readonly one: string;
  readonly many: string;
  /** The national form of a practice code, a capital letter and five digits, or any code of letters, digits and hyphens. */
  readonly codes: 'practice' | 'any';
}

/** What goes by the noun of a scheme: the scheme itself, or what stands for it. */
export interface OfMembers {
  /** Left out, practices. */
  readonly member?: MemberNoun | undefined;
}

/**
 * A text of ours, which speaks of practices, in the words of a scheme: `a farm` where its members are farms. Names of files and columns, and ids
 * with hyphens, stay as they are. No text of a person is to go through it.
 */
export function inWordsOf({ member }: OfMembers, text: string): string {
  if (!member) return text;
  const { one, many } = member;
  const article = beginsWithVowel(one) ? 'an' : 'a';
  return text
    .replace(/(?<![\w.-])([Aa]) practice(?![\w-]|\.csv)/g, (_, first: string) => `${first}${article.slice(1)} ${one}`)
    .replace(/(?<![\w./-])([Pp])ractice(s?)(?![\w-]|\.csv)/g, (_, first: string, isMany: string) =>
      first === 'P' ? capital(isMany ? many : one) : isMany ? many : one,
    );
}

/** By the letter that a word begins with, as nouns are plain words. */
export function beginsWithVowel(noun: string): boolean {
  return /^(?:[aeio]|u(?!n[ai]|s))/i.test(noun);
}

function capital(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** How the codes of whom a scheme pays are formed. */
export function sayCodeForm({ member }: OfMembers): string {
  return member?.codes === 'any' ? '1 to 20 letters, digits and hyphens' : 'a capital letter and five digits';
}
