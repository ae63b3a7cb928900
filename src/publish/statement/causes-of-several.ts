import type { ConditionOutcome } from '../../domain/grounds.ts';
import { noPence, type Pence, pence } from '../../domain/money/money.ts';
import type { CauseLine, LetterCause } from './causes.ts';
import type { LetterWords } from './letter-words.ts';
import { sayCause, sayCauseTitle } from './say-cause.ts';

/** What went wrong in the same way for several practices of one payee: told once, with what each has of it. */
export interface CauseOfSeveral {
  /** The words of all, with every line of all. */
  readonly cause: LetterCause;
  /** The same of each practice, in order; one alone where nothing is shared. */
  readonly of: readonly LetterCause[];
}

/** Causes of several practices that differ in their sums, and in the days on which something came too late, and in nothing else. */
export function causesOfSeveral(causes: readonly LetterCause[], words: LetterWords): CauseOfSeveral[] {
  const groups = new Map<string, LetterCause[]>();
  for (const cause of causes) {
    const key = [cause.run.runId, sayCauseTitle(cause), sayCause(withoutDifferences(cause), words)].join('\n');
    const known = groups.get(key) ?? [];
    groups.set(key, known);
    known.push(cause);
  }
  return [...groups.values()].map(([first, ...others]) => {
    if (!first) throw new Error('a group without a cause');
    const of = [first, ...others];
    return { cause: { ...first, lines: of.flatMap(({ lines }) => lines) }, of };
  });
}

/** Each sum that there is as a penny, and what came too late as if it had come on its last day: what is left is the cause. */
function withoutDifferences(cause: LetterCause): LetterCause {
  return { ...cause, lines: cause.lines.map(withPennies), failed: cause.failed.map(withoutDayOfLate) };
}

function withPennies({ lost, back, ...line }: CauseLine): CauseLine {
  const penny = (sum: Pence) => (sum === noPence ? noPence : pence(1n));
  const overpaid = {
    due: penny(back.due),
    deferred: penny(back.deferred),
    proposed: penny(back.proposed),
    waived: penny(back.waived),
  };
  // What was not paid before is told beside what was: whether there is any has to show.
  const before = Object.values(back).reduce((sum, each) => sum + each, 0n);
  const pennies = Object.values(overpaid).reduce((sum, each) => sum + each, 0n);
  return { ...line, back: overpaid, lost: pence(lost > before ? pennies + 1n : pennies) };
}

function withoutDayOfLate(outcome: ConditionOutcome): ConditionOutcome {
  const { row, lacks, deadline } = outcome;
  if (row === null || lacks !== 'late' || deadline === null) return outcome;
  return { ...outcome, row: { ...row, receivedOn: deadline } };
}
