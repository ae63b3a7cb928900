import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { PaperBlock } from '../paper/blocks.ts';
import { type LetterCause, sumsOfCause } from './causes.ts';
import type { LetterFacts } from './letter-facts.ts';
import { sayCause, sayCauseTitle } from './say-cause.ts';

/** What went wrong, each cause once: what comes back first, then what was overpaid and stays or waits, then what is not earned. */
export function causeBlocks(facts: LetterFacts): PaperBlock[] {
  const all = facts.causes.map((cause) => ({ cause, sums: sumsOfCause(cause) }));
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
  causes: readonly { readonly cause: LetterCause; readonly sums: CauseSums }[],
  { words, severalPractices }: LetterFacts,
  amount: (sums: CauseSums) => Pence,
): PaperBlock[] {
  if (causes.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text },
    ...causes.map(({ cause, sums }): PaperBlock => {
      const whose = severalPractices ? `${cause.practice.story.account.practice.name}: ` : '';
      return {
        kind: 'cause',
        title: `${whose}${sayCauseTitle(cause)}`,
        amount: formatPounds(amount(sums)),
        words: [{ text: sayCause(cause, words) }],
      };
    }),
  ];
}
