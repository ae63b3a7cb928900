import type { Unpaid } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { subtractPence } from '../../domain/money/money.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { ComponentValue } from '../value/component-value.ts';
import { type DueToDate, instalmentsByComponent } from '../value/instalments.ts';
import type { Earnings } from './earnings.ts';

/** What falls due of a component paid by a schedule, and what would without limits and ceilings of claims. */
interface DueAndAsked {
  readonly asked: DueToDate | null;
  readonly due: DueToDate;
  readonly values: readonly ComponentValue[];
}

/** The earnings of a component paid by a schedule, with what limits and ceilings of claims keep back in each period. */
export function withCapped(earnings: Earnings, { asked, due, values }: DueAndAsked, { rounding }: Scheme): Earnings {
  if (asked === null) return earnings;
  const [all, own] = [instalmentsByComponent(asked, rounding), instalmentsByComponent(due, rounding)];
  const { component } = earnings;
  return {
    ...earnings,
    losses: mapped(earnings.losses, (losses, q): readonly Unpaid[] => {
      const amount = subtractPence(at(all.amounts, q), at(own.amounts, q));
      if (amount <= 0n || at(values, q).unknown !== null) return losses;
      return [{ status: 'capped', amount, reason: sayCapped(component), clause: component.value.clause }, ...losses];
    }),
  };
}

/** Why claims are not paid in full. */
export function sayCapped({ value }: Component): string {
  const isMoney = eventsOfValue(value).some(({ block }) => block.kind === 'claimed');
  return isMoney ? 'claims over their limits or ceilings' : 'events over the cap';
}
