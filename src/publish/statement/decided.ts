import { sayDay } from '../../domain/day.ts';
import type { Decision } from '../../domain/facts.ts';
import { withNamedMonths } from '../../report/explain/named-months.ts';
import type { PaperBlock, Phrase } from '../paper/blocks.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';
import type { LetterFacts } from './letter-facts.ts';

/** What was decided by name in favour of a payee's practices: the other decisions are told with what they are about. */
export function decidedBlocks({ payee, severalPractices }: LetterFacts): PaperBlock[] {
  const items = payee.schemes.flatMap(({ run, practices }) =>
    practices.flatMap((practice) =>
      practice.decisions
        .filter(({ decision }) => decision === 'accept-late')
        .map((decision) => sayAccepted(decision, run, practice, severalPractices)),
    ),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'What was decided' },
        { kind: 'list', items },
      ];
}

function sayAccepted(
  { evidence, decidedBy, decidedOn, reason }: Decision,
  { scheme }: RunPublished,
  { story }: PublishedPractice,
  severalPractices: boolean,
): Phrase[] {
  const known = scheme.evidence.find(({ id }) => id === evidence);
  const what = known ? `“${known.title}”` : `the claim ${evidence}`;
  const whose = severalPractices ? `${story.account.practice.name}: ` : '';
  return [{ text: `${whose}${decidedBy} accepted ${what} late on ${sayDay(decidedOn)}: ${withNamedMonths(reason)}.` }];
}
