import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { sayList } from '../../domain/words/say.ts';
import type { SumBox } from '../paper/blocks.ts';
import type { LetterFacts } from './letter-facts.ts';
import { net } from './payee.ts';
import { sayMoney } from './say.ts';

/** Who pays whom, how much and when: one line. */
export function sumBox(facts: LetterFacts): SumBox {
  const { sums, words, schemeWords } = facts;
  const all = net(sums);
  const [paid, back] = [formatPounds(schemeWords, sums.paid), formatPounds(schemeWords, sums.back)];
  if (all > noPence) {
    const day = words.paymentDay === null ? '' : `on ${sayDay(words.paymentDay)}`;
    const less = sums.back > noPence ? `${paid} of payments, less ${back} that comes back` : '';
    return box(facts, 'We pay you', all, [
      [day, marked(facts)].filter((part) => part !== '').join(', '),
      less,
      ...standing(facts),
    ]);
  }
  if (all < noPence) {
    const earned = sums.paid > noPence ? `${paid} is earned and not yet paid; ` : '';
    const owed = subtractPence(noPence, all);
    return box(facts, 'You owe us', owed, [`${earned}${back} that was paid before comes back`, ...standing(facts)]);
  }
  const waits = facts.toDo.some(({ worth }) => worth > noPence);
  const covers = facts.schemes.length === 1 ? ': the one covers the other' : '';
  const both = sums.paid > noPence ? [`${paid} is earned and not yet paid, and ${back} comes back${covers}`] : [];
  if (both.length === 0 && (waits || sums.waits > noPence)) {
    return box(facts, 'Nothing is paid now', null, ['What waits, and for what, stands below.', ...standing(facts)]);
  }
  return box(facts, 'Nothing is due either way', null, [
    ...(both.length > 0 ? both : whyNothing(facts)),
    ...standing(facts),
  ]);
}

/** Why nothing is paid and nothing comes back. */
function whyNothing({ sums, causes }: LetterFacts): string[] {
  const { earned, before, stays } = sums;
  if (earned > noPence) return earned === before ? ['All that is earned was paid before.'] : [];
  if (stays > noPence) return [];
  return [causes.length > 0 ? 'Nothing is earned; why stands below.' : 'Nothing is earned.'];
}

function box({ schemeWords }: LetterFacts, says: string, amount: Pence | null, notes: readonly string[]): SumBox {
  return {
    kind: 'sum-box',
    says,
    amount: amount === null ? null : sayMoney(schemeWords, amount),
    notes: notes.filter((note) => note !== ''),
  };
}

function marked({ schemes }: LetterFacts): string {
  const references = schemes.flatMap(({ reference, sums }) =>
    reference === null || net(sums) <= noPence ? [] : [reference],
  );
  return references.length === 0 ? '' : `marked ${sayList(references)}`;
}

/** Whether what is told is paid at all: a run that is not posted pays nothing. */
function standing({ payee }: LetterFacts): string[] {
  const kinds = new Set(payee.schemes.map(({ run }) => run.posted.kind));
  if (kinds.has('not-posted')) {
    const what = payee.schemes.length > 1 && kinds.size > 1 ? 'Part of this' : 'This';
    return [`${what} is a draft: the payment run is not posted, and nothing has been paid by it.`];
  }
  return kinds.has('unknown')
    ? ['This letter was made without the record of payments, so it has no payment reference.']
    : [];
}
