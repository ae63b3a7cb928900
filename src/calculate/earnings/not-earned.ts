import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { mapped } from '../../domain/mapped.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { formatExact, isZero, type Ratio } from '../../domain/money/ratio.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { isWhole, type PartOfPeriod, partAfterLeaving, partOf, stayIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Earned } from './achievement.ts';

/** The part of each period that a practice is owed in a component: f_q. */
export function partsInScheme(scheme: Scheme, known: PracticeAsAt, component: Component): readonly PartOfPeriod[] {
  const stay = stayIn(scheme, known, component);
  return mapped(scheme.periods, (period) => partOf(stay, period));
}

/** The same for leaving alone: what is shared goes by who had joined when a period began. */
export function partsAfterLeaving(scheme: Scheme, known: PracticeAsAt, component: Component): readonly PartOfPeriod[] {
  const stay = stayIn(scheme, known, component);
  return mapped(scheme.periods, (period) => partAfterLeaving(stay, period));
}

/** The step that shows a part other than the whole of a period. */
export function partSteps(of: PartOfPeriod): WorkingStep[] {
  if (isWhole(of)) return [];
  const { part, because, says, clause } = of;
  return [{ step: because, formula: says, value: formatExact(part), rounded: null, clause }];
}

/** What joining or leaving costs in a period: what would have been earned less what is. */
export function partLoss(
  { part, because, says, clause }: PartOfPeriod,
  amounts: { readonly before: Pence; readonly after: Pence },
): Unpaid[] {
  const amount = subtractPence(amounts.before, amounts.after);
  if (amount <= 0n) return [];
  const nothing = because === 'joining' ? 'before-joining' : 'left';
  return [{ status: isZero(part) ? nothing : 'prorated', amount, reason: says, clause }];
}

/** Nothing is lost of what is below nothing, but it is told: a 0.00 has its reason. */
export function belowNothing(words: Words, { clause }: Component, cut: Ratio | undefined, share: Ratio): Unpaid[] {
  if (cut === undefined || isZero(share)) return [];
  const reason = `it comes to ${sayPounds(words, cut)} below nothing, which counts as nothing`;
  return [{ status: 'below-nothing', amount: noPence, reason, clause }];
}

/** What a measure costs in a period: the full amount less the one achieved. */
export function achievementLoss({ achievement }: Component, earned: Earned, full: Pence, achieved: Pence): Unpaid[] {
  const amount = subtractPence(full, achieved);
  // A penny that falls the other way in a later period is no loss.
  if (amount <= 0n || earned.kind === 'unmeasured') return [];
  return [{ status: 'achievement', amount, reason: earned.says, clause: achievement?.clause ?? '' }];
}
