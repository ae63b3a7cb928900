import type { Day } from '../../domain/day.ts';

/** What a commissioner says in its letters: who writes, when is paid, how to disagree. Figures never come from here. */
export interface LetterWords {
  /** Null takes the commissioner of the scheme. */
  readonly sender: string | null;
  readonly unit: string | null;
  /** Whom a letter goes to where contacts.csv names nobody. */
  readonly addressee: string | null;
  readonly paymentDay: Day | null;
  readonly questionBy: Day | null;
  /** How to reach the sender, a line each. */
  readonly questions: readonly string[];
  /** Sentences that stand in place of those that come with the program. */
  readonly wording: Wording;
}

export interface Wording {
  /** What becomes of a sum that the payee owes. */
  readonly owed: string;
  /** How to disagree, after the day and the address; null says what to name and to send. */
  readonly disagree: string | null;
  /** The end of every letter; null for none. */
  readonly closing: string | null;
}

/** What is said where nobody says anything else: nothing that could be untrue of a commissioner. */
export const ownWords: LetterWords = {
  sender: null,
  unit: null,
  addressee: null,
  paymentDay: null,
  questionBy: null,
  questions: [],
  wording: {
    owed: 'This letter takes nothing from your account. Tell us how you would rather settle it: against your next payments, at once, or by instalments.',
    disagree: null,
    closing: null,
  },
};
