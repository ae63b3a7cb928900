import { paymentReference } from '../../domain/payment-reference.ts';
import type { Words } from '../../domain/words/words.ts';
import type { Publication } from '../publication.ts';
import { type LetterCause, letterCauses } from './causes.ts';
import type { LetterWords } from './letter-words.ts';
import { addAmounts, componentsFor, type Payee, type PayeeAmounts, type PayeeScheme, sumsOf } from './payee.ts';
import { stillToDo, type ToDo } from './still-to-do.ts';

/** What a letter says, before it has words: everything that decides its shape. */
export interface LetterFacts {
  readonly payee: Payee;
  readonly words: LetterWords;
  /** Those of the schemes. */
  readonly schemeWords: Words;
  readonly commissioner: string;
  readonly sums: PayeeAmounts;
  /** Of each scheme, in order. */
  readonly schemes: readonly SchemeFacts[];
  readonly causes: readonly LetterCause[];
  readonly toDo: readonly ToDo[];
  /** Several practices are told apart by name. */
  readonly severalPractices: boolean;
}

export interface SchemeFacts {
  readonly scheme: PayeeScheme;
  readonly sums: PayeeAmounts;
  /** Null where the run is not posted, or nobody knows. */
  readonly reference: string | null;
}

/** Everything that a letter is to tell a payee. */
export function factsOf(
  payee: Payee,
  { commissioner, words: schemeWords }: Pick<Publication, 'commissioner' | 'words'>,
  words: LetterWords,
): LetterFacts {
  const schemes = payee.schemes.map((scheme) => ({
    scheme,
    sums: addAmounts(
      scheme.practices.flatMap((practice) =>
        componentsFor(payee.code, practice).map((component) => sumsOf(payee.code, component)),
      ),
    ),
    reference: referenceOf(payee, scheme),
  }));
  const practices = payee.schemes.flatMap(({ run, practices: all }) => all.map((practice) => ({ run, practice })));
  return {
    payee,
    words,
    schemeWords,
    commissioner,
    schemes,
    sums: addAmounts(schemes.map(({ sums }) => sums)),
    causes: practices.flatMap(({ run, practice }) => letterCauses(payee.code, run, practice)),
    toDo: practices.flatMap(({ run, practice }) => stillToDo(payee.code, run, practice)),
    severalPractices: new Set(practices.map(({ practice }) => practice.story.account.practice.code)).size > 1,
  };
}

function referenceOf({ code }: Payee, { run }: PayeeScheme): string | null {
  return run.posted.kind === 'posted' ? paymentReference(run.posted.posting.serial, code) : null;
}
