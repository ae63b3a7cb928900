import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import type { Pence } from '../../domain/money/money.ts';
import type { Component } from '../../domain/scheme/scheme.ts';

/** What one component earns a practice before conditions and decisions, with the working. Arrays hold one entry a period, all of them. */
export interface Earnings {
  readonly component: Component;
  /** The working of the value for the whole term. */
  readonly termSteps: readonly WorkingStep[];
  /** With every threshold reached and nobody leaving. */
  readonly full: readonly Pence[];
  /** A(x,c,q). */
  readonly scheduled: readonly Pence[];
  /** Whether anything is due in a period by its exact worth, or may be once a figure is in: what is not stops no other component. */
  readonly isDue: readonly boolean[];
  readonly periodSteps: readonly (readonly WorkingStep[])[];
  /** What is lost by achievement, leaving and caps. */
  readonly losses: readonly (readonly Unpaid[])[];
  /** Why nothing can be released yet in a period, where a figure is missing. */
  readonly unmeasured: readonly ({ readonly reason: string; readonly clause: string } | null)[];
}
