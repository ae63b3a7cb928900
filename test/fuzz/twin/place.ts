import type { Member, World } from './world.ts';
import type { Events } from './written.ts';

/** Where a quantity is worked out: for whom, by the formula of which period, over what there was up to the end of which. */
export interface Place {
  readonly world: World;
  readonly member: Member;
  readonly formula: number;
  readonly upTo: number;
  /** Of a measure with lines, the line that is worked out. */
  readonly line?: { readonly measure: string; readonly item: string; readonly at: string };
  /** Those of whom lists and figures are added up, where it is worked out for several together. */
  readonly together?: readonly Member[];
  /** Whether it is worked out anew in each period: then who left within one is waited for. */
  readonly isAnew?: boolean;
}

/** Whether a block takes the events of a period. */
export function isMeant(period: number, { at }: Events, { upTo }: Place): boolean {
  if (at === undefined) return period <= upTo;
  return period === (at === 'each-period' ? upTo : upTo - at.periodsBefore);
}
