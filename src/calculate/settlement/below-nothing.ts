import type { ComponentAccount, Position, Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import {
  addPence,
  formatExactPounds,
  formatPounds,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
} from '../../domain/money/money.ts';
import { goesBelowNothing } from '../../domain/scheme/may-fall.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';

/** A position of which a part waits below nothing for a later run: no part of what the period is entitled to give back now. */
export function withWaiting(position: Position, waiting: Pence, { clause }: Component): Position {
  if (waiting === 0n) return position;
  const amount = subtractPence(noPence, waiting);
  const reason = 'less than nothing, with nothing paid in this run to set it off against: waits for a later run';
  const unpaid = [...position.unpaid, { status: 'below-nothing' as const, amount, reason, clause }];
  return withEntitlement({ ...position, unpaid }, addPence(position.entitlement, waiting));
}

/**
 * Sets off what components came to below nothing by themselves against the payments of the others in this run: the last component of
 * the scheme first, and of each the latest period (RULES, What falls). What is left goes on waiting.
 */
export function setOffBelowNothing(words: Words, lines: readonly ComponentAccount[]): readonly ComponentAccount[] {
  if (!lines.some(({ component }) => goesBelowNothing(component))) return lines;
  const all = lines.map((line) => ({ ...line, positions: [...line.positions] }));
  for (const line of all.filter(({ component }) => goesBelowNothing(component))) {
    line.positions.forEach((position, q) => {
      let waiting = waitingIn(position);
      // Of its own payments there are none any more while something waits.
      for (const other of [...all].reverse()) {
        for (let p = other.positions.length - 1; p >= 0 && waiting > 0n; p -= 1) {
          const payment = at(other.positions, p);
          const sum = payment.settlement.kind === 'payment' ? lesserPence(payment.settlement.amount, waiting) : noPence;
          if (sum === 0n) continue;
          waiting = subtractPence(waiting, sum);
          other.positions[p] = madeSmaller(
            words,
            payment,
            sum,
            `${line.component.id} in ${position.period.id}`,
            other.component,
          );
        }
      }
      line.positions[q] = madeUpFor(words, position, waiting, line.component);
    });
  }
  return all;
}

function waitingIn({ unpaid }: Position): Pence {
  const row = unpaid.find(({ status }) => status === 'below-nothing');
  return row ? subtractPence(noPence, row.amount) : noPence;
}

function madeSmaller(words: Words, payment: Position, sum: Pence, forWhat: string, { clause }: Component): Position {
  if (payment.settlement.kind !== 'payment') throw new Error('set off against what is not paid');
  const amount = subtractPence(payment.settlement.amount, sum);
  const reason = `makes up for ${forWhat}, which came to less than nothing`;
  const settlement = amount === 0n ? ({ kind: 'settled' } as const) : ({ kind: 'payment', amount } as const);
  return withSetOff(words, { ...payment, settlement }, { amount: sum, reason, clause });
}

/** What still waits of a position is less than what waited before: so much was set off. */
function madeUpFor(words: Words, position: Position, waiting: Pence, component: Component): Position {
  const before = waitingIn(position);
  if (before === waiting) return position;
  const unpaid = position.unpaid.filter(({ status }) => status !== 'below-nothing');
  const sum = subtractPence(before, waiting);
  const whole = withEntitlement({ ...position, unpaid }, subtractPence(position.entitlement, before));
  const reason = 'made up for by what is not paid for other components';
  const row = { amount: subtractPence(noPence, sum), reason, clause: component.clause };
  return withSetOff(words, withWaiting(whole, waiting, component), row);
}

/** The same with more that is set off: one row and one step say all of it. */
function withSetOff(words: Words, position: Position, { amount, reason, clause }: Omit<Unpaid, 'status'>): Position {
  const before = position.unpaid.find(({ status }) => status === 'set-off');
  const sum = addPence(position.setOff, amount);
  const reasons = before ? [before.reason, reason].join('; ') : reason;
  const formula = `${formatPounds(words, sum)}: ${reasons}`;
  const step: WorkingStep = { step: 'set-off', formula, value: formatExactPounds(sum), rounded: sum, clause };
  return {
    ...position,
    setOff: sum,
    unpaid: [
      ...position.unpaid.filter((row) => row !== before),
      { status: 'set-off', amount: sum, reason: reasons, clause },
    ],
    steps: [...position.steps.filter((each) => each.step !== 'set-off'), step],
  };
}

/** The same with another entitlement, in its step too. */
function withEntitlement(position: Position, entitlement: Pence): Position {
  const steps = position.steps.map((step) =>
    step.step === 'entitlement' ? { ...step, value: formatExactPounds(entitlement), rounded: entitlement } : step,
  );
  return { ...position, entitlement, steps };
}
