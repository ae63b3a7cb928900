import type { WorkingStep } from '../../domain/account.ts';
import { one, type Ratio } from '../../domain/money/ratio.ts';
import type { Earned } from './achievement.ts';

/** What a measure earns in the period at a place. */
export function earnedAt(earned: readonly Earned[], q: number): Earned {
  const each = earned[q];
  if (!each) throw new Error(`nothing is said of what is earned in period ${q + 1}`);
  return each;
}

export function stepsOf(earned: Earned): readonly WorkingStep[] {
  return earned.kind === 'factor' ? earned.steps : [];
}

/** What a measure earns; all of it where nothing was measured, as nothing is paid then for another reason. */
export function factorOf(earned: Earned): Ratio {
  return earned.kind === 'factor' ? earned.factor : one;
}
