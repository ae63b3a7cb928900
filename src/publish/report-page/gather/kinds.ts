import type { Unpaid } from '../../../domain/account.ts';
import { ours, type Said } from '../../../domain/words/sentence.ts';
import { isOnAccount } from '../../provisional.ts';

/** Why something is not earned, as the bridge tells it. In the order in which it stands there. */
export const lossKinds = [
  'condition',
  'threshold',
  'left',
  'joined',
  'decision',
  'limit',
  'together',
  'below',
  'open',
] as const;
export type LossKind = (typeof lossKinds)[number];

/** The words of the bridge. */
export const lossWords: Readonly<Record<LossKind, Said>> = {
  condition: 'A condition failed',
  threshold: 'Below what pays in full',
  left: ours`Practices left`,
  joined: ours`Practices joined later`,
  decision: 'Reduced by a decision',
  limit: 'Claims over the limit',
  together: 'Fell with another component',
  below: 'Less than nothing, and not asked for',
  open: 'Still to come in',
};

/** The four kinds of a bar: earned, lost, left or over a limit, open. */
export type BarKind = 'earned' | 'lost' | 'left' | 'open';

export const barOf: Readonly<Record<LossKind, Exclude<BarKind, 'earned'>>> = {
  condition: 'lost',
  threshold: 'lost',
  left: 'left',
  joined: 'left',
  decision: 'lost',
  limit: 'left',
  together: 'lost',
  below: 'left',
  open: 'open',
};

/** The kind of a sum that is not earned; null for one that is earned and only not paid yet. */
export function lossKindOf({ status, reason }: Unpaid): LossKind | null {
  switch (status) {
    case 'withheld':
      return 'open';
    case 'forfeited':
      return 'condition';
    case 'proportion':
      return 'decision';
    case 'capped':
      return 'limit';
    case 'achievement':
      return isOnAccount(reason) ? 'open' : 'threshold';
    case 'before-joining':
      return 'joined';
    case 'prorated':
      return reason.startsWith('joined') ? 'joined' : 'left';
    case 'left':
      return 'left';
    case 'all-or-nothing':
      return 'together';
    case 'below-nothing':
      return 'below';
    case 'set-off':
    case 'carried':
      return null;
  }
}
