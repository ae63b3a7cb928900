import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatDay } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import { addPence, inPounds, noPence, subtractPence } from '../../domain/money/money.ts';
import { formatExact, multiply, one, subtract } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import { addLong } from '../../domain/scheme/days-or-months.ts';
import type { ComesBack, Scheme } from '../../domain/scheme/scheme.ts';
import { roundingOfParts } from '../../domain/scheme/shared.ts';
import { sayLong, sayShare } from '../../domain/words/say.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { differences } from '../value/instalments.ts';
import type { Earnings } from './earnings.ts';

/** What a component earns who left early: of all that was earned to date a share is not (RULES, Leaving). */
export function lessWhatComesBack(earnings: Earnings, scheme: Scheme, known: PracticeAsAt): Earnings {
  const back = comesBackOf(earnings, scheme, known);
  const { leavesOn } = known;
  if (back === null || leavesOn === null) return earnings;
  const kept = subtract(one, back.share);
  const rounding = roundingOfParts(earnings.component, scheme);
  let toDate = noPence;
  const { amounts: scheduled } = differences(
    mapped(earnings.scheduled, (pence) => {
      toDate = addPence(toDate, pence);
      return roundPounds(multiply(kept, inPounds(toDate)), rounding);
    }),
  );
  const says = `left on ${formatDay(leavesOn)}, within ${sayLong(back.within)} of its start: ${sayShare(back.share)} comes back`;
  return {
    ...earnings,
    scheduled,
    periodSteps: mapped(earnings.periodSteps, (steps, q): readonly WorkingStep[] => {
      if (at(earnings.scheduled, q) === at(scheduled, q)) return steps;
      const step = { formula: says, value: formatExact(kept), rounded: at(scheduled, q), clause: back.clause };
      return [...steps, { step: 'leaving', ...step }];
    }),
    losses: mapped(earnings.losses, (losses, q): readonly Unpaid[] => {
      const amount = subtractPence(at(earnings.scheduled, q), at(scheduled, q));
      return amount <= 0n ? losses : [...losses, { status: 'left', amount, reason: says, clause: back.clause }];
    }),
  };
}

/** The first that holds for the day on which a member left; nothing comes back of one that stays, or left later. */
function comesBackOf({ component }: Earnings, scheme: Scheme, { practice, leavesOn }: PracticeAsAt): ComesBack | null {
  if (leavesOn === null) return null;
  const start = practice.joinedOn ?? scheme.term.start;
  return (
    scheme.leaving.comesBack?.find(
      ({ within, components }) =>
        leavesOn < addLong(start, within) && (components === undefined || components.includes(component.id)),
    ) ?? null
  );
}
