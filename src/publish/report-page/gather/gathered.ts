import type { Clawback } from '../../../domain/account.ts';
import type { Practice } from '../../../domain/facts.ts';
import type { Pence } from '../../../domain/money/money.ts';
import type { Ratio } from '../../../domain/money/ratio.ts';
import type { Component, Period } from '../../../domain/scheme/scheme.ts';
import type { Words } from '../../../domain/words/words.ts';
import type { PublishedDecision, RunPublished, WaitingSince } from '../../publication.ts';
import type { CauseOfLoss } from './cause.ts';
import type { BarKind, LossKind } from './kinds.ts';
import type { ProvisionalSum } from './provisional-sums.ts';

/** Everything that the page says of the publication, but for the steps of each figure. */
export interface Gathered {
  readonly words: Words;
  readonly runs: readonly RunGathered[];
  /** One row a practice over all schemes, in order of code. */
  readonly practices: readonly PracticeFigures[];
  /** What later runs can still change. */
  readonly provisional: readonly ProvisionalSum[];
}

export interface RunGathered {
  readonly run: RunPublished;
  /** What would be earned if nothing were lost: earned and not earned. */
  readonly could: Pence;
  readonly losses: ReadonlyMap<LossKind, Pence>;
  readonly components: readonly ComponentFigures[];
  readonly localities: readonly LocalityFigures[];
  readonly causes: readonly CauseTold[];
  readonly comingBack: readonly ComingBack[];
  readonly decisions: readonly DecisionTold[];
  readonly refused: readonly RefusedTold[];
}

/** A practice in the list: sums over all schemes of the publication. */
export interface PracticeFigures {
  readonly code: string;
  readonly name: string;
  readonly locality: string | null;
  /** Of the first scheme that counts patients; null where none does. */
  readonly patients: Ratio | null;
  /** Who else is paid for it, by name. */
  readonly paidTo: readonly string[];
  readonly could: Pence;
  readonly earned: Pence;
  /** Of what is not earned, what can still come in. */
  readonly open: Pence;
  readonly paidBefore: Pence;
  readonly pays: Pence;
  readonly takenBack: Pence;
  /** Waits for a decision. */
  readonly waits: Pence;
  readonly later: Pence;
  readonly stays: Pence;
  readonly carried: Pence;
  readonly net: Pence;
}

export interface ComponentFigures {
  readonly component: Component;
  readonly periods: readonly CellFigures[];
  readonly all: CellFigures;
  readonly paidBefore: Pence;
  /** Payments less what is taken back now. */
  readonly net: Pence;
}

/** What became of what a component could have paid in a period. */
export type CellFigures = Readonly<Record<BarKind, Pence>>;

export interface LocalityFigures {
  readonly locality: string;
  readonly practices: readonly PracticeInLocality[];
  readonly waits: Pence;
  readonly net: Pence;
}

export interface PracticeInLocality {
  readonly code: string;
  readonly name: string;
  readonly patients: Ratio;
  readonly earned: Pence;
  readonly could: Pence;
}

/** One cause, however many lines it felled. */
export interface CauseTold {
  readonly cause: Pick<CauseOfLoss, 'kind' | 'says'>;
  readonly components: readonly Component[];
  readonly clauses: readonly string[];
  readonly practices: readonly Pick<Practice, 'code' | 'name'>[];
  readonly amount: Pence;
  readonly paidBefore: Pence;
}

/** What comes back of a component of a practice, from one payee, in one status. */
export interface ComingBack {
  readonly practice: Practice;
  readonly payeeCode: string;
  readonly component: Component;
  readonly periods: readonly Period[];
  readonly status: Clawback['status'];
  readonly amount: Pence;
  readonly why: string;
  /** What is said of taking it back, where no decision is named. */
  readonly says: string;
  readonly decided: readonly PublishedDecision[];
  readonly since: WaitingSince;
}

export interface DecisionTold extends PublishedDecision {
  /** What it moves; null where it moves no sum by itself. */
  readonly effect: string | null;
}

export interface RefusedTold {
  readonly practice: Practice;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly says: string;
  readonly clause: string;
}
