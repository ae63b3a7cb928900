/** Whom a scheme pays, where that is no practice: in the singular and in the plural, and how its codes are formed. */
export interface MemberNoun {
  readonly one: string;
  readonly many: string;
  /** The national form of a practice code, a capital letter and five digits, or any code of letters, digits and hyphens. */
  readonly codes: 'practice' | 'any';
}

/** What goes by the noun of a scheme. */
export interface OfMembers {
  readonly member: MemberNoun;
}

/** Whether a scheme pays practices, as one does that says nothing. By what the noun says: it may come from a bundle of its own. */
export function paysPractices({ member: { one, many, codes } }: OfMembers): boolean {
  return one === practiceNoun.one && many === practiceNoun.many && codes === practiceNoun.codes;
}

/** Whom a scheme pays that does not say. */
export const practiceNoun: MemberNoun = { one: 'practice', many: 'practices', codes: 'practice' };

/** By the letter that a word begins with, as nouns are plain words. */
export function beginsWithVowel(noun: string): boolean {
  return /^(?:[aeio]|u(?!n[ai]|s))/i.test(noun);
}

/** How the codes of whom a scheme pays are formed. */
export function sayCodeForm({ member }: OfMembers): string {
  return member.codes === 'any' ? '1 to 20 letters, digits and hyphens' : 'a capital letter and five digits';
}
