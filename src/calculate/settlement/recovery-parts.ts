import type { ClawbackStatus } from '../../domain/account.ts';
import { noPence, type Pence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { DecidedAsAt } from './decided-for.ts';
import type { Given } from './decided-sums.ts';
import { sayToCome } from './plans.ts';

/** What becomes of a shortage: of each part the sum and why. They add up to it. */
export interface RecoveryParts {
  readonly parts: Readonly<Record<ClawbackStatus, RecoveryPart>>;
  /** How much of what is due is taken by plans. */
  readonly byPlan: Pence;
}

export interface RecoveryPart {
  readonly amount: Pence;
  readonly says: string;
}

/** What a recovery depends on beside the shortages. */
export interface RecoveryCase extends DecidedAsAt {
  readonly component: Component;
  readonly known: PracticeAsAt;
  readonly runFor: Period;
  /** The most that plans may take of a period of the component in this run; null where no plan says a most. */
  readonly mostByPlan: ((period: Period) => Pence) | null;
}

/** A shortage less what is waived of it. */
export interface LeftToTake {
  readonly period: Period;
  readonly rest: Pence;
  readonly waived: RecoveryPart;
}

const nothing: RecoveryPart = { amount: noPence, says: '' };

/** The parts of a shortage; of those that are not named there is nothing. */
export function taken(parts: Partial<Record<ClawbackStatus, RecoveryPart>>, byPlan: Pence = noPence): RecoveryParts {
  return { parts: { due: nothing, deferred: nothing, proposed: nothing, waived: nothing, ...parts }, byPlan };
}

/** Why a plan takes so much later: what of it is still to fall due, or the most that a run may take. */
export function sayLater({ by }: Pick<Given, 'by'>, { words, mostByPlan, asAt, periods }: RecoveryCase): string {
  const most = mostByPlan === null ? '' : '; no more is taken in this run than the plan allows of what it pays';
  return by
    .map(({ plan, says }) => `${says}; ${plan === null ? '' : sayToCome(words, plan, periods, asAt)}${most}`)
    .join('; ');
}

/** Who decided so, each after `how`. */
export function sayBy({ by }: Pick<Given, 'by'>, how: string): string {
  return by.map(({ says }) => `${how}${says}`).join('; ');
}
