import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { sayList } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { PaperBlock } from '../paper/blocks.ts';
import { type LetterCause, sumsOfCause } from './causes.ts';
import { type CauseOfSeveral, causesOfSeveral } from './causes-of-several.ts';
import type { LetterFacts } from './letter-facts.ts';
import { sayPractices } from './say.ts';
import { sayCause, sayCauseTitle } from './say-cause.ts';

/** What went wrong, each cause once: what comes back first, then what was overpaid and stays or waits, then what is not earned. */
export function causeBlocks(facts: LetterFacts): PaperBlock[] {
  const all = causesOfSeveral(facts.causes, facts.words).map((shared) => ({
    ...shared,
    sums: sumsOfCause(shared.cause),
  }));
  const back = all.filter(({ sums }) => sums.due > noPence);
  const kept = all.filter(({ sums }) => sums.due === noPence && overpaid(sums) > noPence);
  const lost = all.filter(({ sums }) => sums.due === noPence && overpaid(sums) === noPence);
  return [
    ...section('What comes back, and why', back, facts, ({ due }) => due),
    ...section(keptHeading(kept), kept, facts, overpaid),
    ...section('What is not paid, and why', lost, facts, (sums) => sums.lost),
  ];
}

type CauseSums = ReturnType<typeof sumsOfCause>;

function overpaid({ deferred, proposed, waived }: CauseSums): Pence {
  return sumPence([deferred, proposed, waived]);
}

function keptHeading(kept: readonly { readonly sums: CauseSums }[]): string {
  const waits = kept.some(({ sums }) => sums.deferred + sums.proposed > 0n);
  const stays = kept.some(({ sums }) => sums.waived > noPence);
  const becomes = [...(stays ? ['stays with you'] : []), ...(waits ? ['waits'] : [])];
  return `What was overpaid, and ${becomes.join(' or ')}`;
}

function section(
  text: string,
  causes: readonly (CauseOfSeveral & { readonly sums: CauseSums })[],
  { words, schemeWords, severalPractices, schemes }: LetterFacts,
  amount: (sums: CauseSums) => Pence,
): PaperBlock[] {
  // Components of two schemes may have one name.
  const named = ({ run }: LetterCause, of: CauseOfSeveral['of']) => {
    const names = [
      ...(severalPractices ? [whose(schemeWords, of)] : []),
      ...(schemes.length > 1 ? [run.scheme.title] : []),
    ];
    return names.length === 0 ? '' : `${names.join(', ')}: `;
  };
  if (causes.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text },
    ...causes.map(
      ({ cause, of, sums }): PaperBlock => ({
        kind: 'cause',
        title: `${named(cause, of)}${sayCauseTitle(cause)}`,
        amount: formatPounds(schemeWords, amount(sums)),
        words: [{ text: sayCause(cause, words, of, (own) => amount(sumsOfCause(own))) }],
      }),
    ),
  ];
}

/** Whose cause it is: two by name, more by their number, as each is named below with its sum. */
function whose(words: Words, of: CauseOfSeveral['of']): string {
  return of.length > 2
    ? sayPractices(words, of.length)
    : sayList(of.map(({ practice }) => practice.story.account.practice.name));
}
