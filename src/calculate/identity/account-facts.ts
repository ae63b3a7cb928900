import type { Day } from '../../domain/day.ts';
import type { Facts, MeasureRow } from '../../domain/facts.ts';

/** Facts by account: its practices are the accounts, and every row stands under the code of the account that it counts for. */
export interface AccountFacts extends Facts {
  /** By code, where codes changed: what an account is besides its rows. */
  readonly identities?: ReadonlyMap<string, Identity>;
}

/** What a change of codes makes of an account. */
export interface Identity {
  /** The code that stands for it now, and is paid. */
  readonly codeNow: string;
  /** Figures that are paid by their number in another account; in this one their share counts alone. */
  readonly countedElsewhere: ReadonlySet<MeasureRow>;
  /** What a merger makes of it for the components that count patients anew; null where there was none. */
  readonly merger: Merger | null;
}

/** Where patients are counted anew in each period, the codes that merge leave, and the new one joins. */
export type Merger =
  /** The last day of an old code. */
  | { readonly kind: 'leaves'; readonly on: Day }
  /** The first day of the new code, which takes part in nothing else. */
  | { readonly kind: 'joins'; readonly on: Day };
