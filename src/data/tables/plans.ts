import type { Plan } from '../../domain/facts.ts';
import type { Pence } from '../../domain/money/money.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { amount, share, wholeNumber } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { oneOf, optional, words } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { plansTable } from './tables.ts';

/** More than any agreement has: ten years of months. */
const mostInstalments = 120;

/** Reads plans.csv: recoveries in instalments, each decided on by a named person with a reason. */
export function readPlans(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  plans: ByPractice<Plan>,
): Promise<TableEnd> {
  const readers = {
    practice_code: practiceAmong(known),
    component: oneOf(
      'component',
      scheme.components.map(({ id }) => id),
    ),
    amount: sumOfPlan,
    instalments: instalmentsOfPlan,
    first_on: date,
    every: oneOf('interval', ['month', 'period']),
    at_most: optional(shareAboveNothing),
    decided_on: date,
    decided_by: words,
    reason: words,
  };
  return readTable(plansTable, readers, source, {
    row({ line, values, mistake }) {
      const { component, amount, instalments, every, reason } = values;
      const { first_on: firstOn, at_most: atMost, decided_on: decidedOn, decided_by: decidedBy } = values;
      if (amount < BigInt(instalments)) return mistake('instalments', lessThanAPenny(amount));
      gather(plans, values.practice_code, {
        ...{ component, amount, instalments, firstOn, every, atMost, decidedOn, decidedBy, reason, line },
      });
    },
  });
}

const sumOfPlan: Reader<Pence> = (text) => {
  const read = amount(text);
  if (read instanceof CellMistake || read > 0n) return read;
  const hint = 'write the sum that comes back in all, without a minus';
  return new CellMistake(
    'not-an-amount',
    ours`is no sum to be paid back; expected pounds above nothing, such as 600.00`,
    hint,
  );
};

const instalmentsOfPlan: Reader<number> = (text) => {
  const read = wholeNumber(text);
  if (read instanceof CellMistake) return read;
  if (read.n >= 1n && read.n <= BigInt(mostInstalments)) return Number(read.n);
  const says = `is no number of instalments; expected a whole number from 1 to ${mostInstalments}`;
  return new CellMistake('not-a-whole-number', says, 'write how many instalments were agreed');
};

const shareAboveNothing: Reader<Ratio> = (text) => {
  const read = share(text);
  if (read instanceof CellMistake || read.n > 0n) return read;
  return new CellMistake(
    'not-a-share',
    'would never let anything be taken; expected a share above nothing, such as 25%',
    'write the share that was agreed, or leave the cell blank for no limit',
  );
};

function lessThanAPenny(amount: Pence): CellMistake {
  const says = ours`splits ${amount} into less than a penny each; expected at least a penny an instalment`;
  return new CellMistake('not-a-whole-number', says, 'correct the sum, or the number of instalments');
}
