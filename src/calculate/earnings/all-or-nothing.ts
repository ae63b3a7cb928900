import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { Earnings } from './earnings.ts';

/** The component that earns nothing, and the clause by which another stands or falls with it. */
export interface Stop {
  readonly by: string;
  readonly clause: string;
}

/** What stops a component in the period at a place: of several components that stand or fall together, one earns nothing of what is due. */
export type Stops = (component: string, q: number) => Stop | null;

/** By exact worth: a part of a penny is something, and where nothing is due nobody is stopped (RULES, All or nothing). */
export function stopsOf(
  { allOrNothing = [] }: Scheme,
  earnsNothing: ReadonlyMap<string, (q: number) => boolean>,
): Stops {
  return (component, q) => {
    for (const { components, clause } of allOrNothing) {
      if (!components.includes(component)) continue;
      const by = components.find((other) => other !== component && earnsNothing.get(other)?.(q));
      if (by !== undefined) return { by, clause };
    }
    return null;
  };
}

/** What a component loses that is stopped. */
export function stopLoss(
  { clause }: Component,
  stop: Stop | null,
  amounts: { readonly before: Pence; readonly after: Pence },
): Unpaid[] {
  const amount = subtractPence(amounts.before, amounts.after);
  if (amount === 0n) return [];
  const reason = stop ? sayStop(stop) : 'pennies of a component that another stops fall otherwise';
  return [{ status: 'all-or-nothing', amount, reason, clause: stop?.clause ?? clause }];
}

export function stopSteps(stop: Stop | null): WorkingStep[] {
  if (stop === null) return [];
  return [{ step: 'achievement', formula: sayStop(stop), value: '0', rounded: noPence, clause: stop.clause }];
}

function sayStop({ by }: Stop): string {
  return `all or nothing with ${by}, which earns nothing`;
}

/** A component that is not paid by a schedule, with nothing earned in the periods in which it is stopped. */
export function stopped(earnings: Earnings, stops: Stops): Earnings {
  const { component } = earnings;
  const own = earnings.scheduled.map((_, q) => stops(component.id, q));
  if (own.every((stop) => stop === null)) return earnings;
  const scheduled = earnings.scheduled.map((pence, q) => (at(own, q) === null ? pence : noPence));
  return {
    ...earnings,
    scheduled,
    periodSteps: earnings.periodSteps.map((steps, q) => [...steps, ...stopSteps(at(own, q))]),
    losses: earnings.losses.map((losses, q) => [
      ...losses,
      ...stopLoss(component, at(own, q), { before: at(earnings.scheduled, q), after: at(scheduled, q) }),
    ]),
  };
}
