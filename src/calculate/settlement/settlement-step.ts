import { type ComponentAccount, clawbackStatuses, type Position, type WorkingStep } from '../../domain/account.ts';
import { mapped } from '../../domain/mapped.ts';
import {
  addPence,
  formatExactPounds,
  formatPounds,
  noPence,
  type Pence,
  subtractPence,
} from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';

/** A component of which every period ends with the step that says what becomes of it. */
export function withSettlementSteps(words: Words, line: ComponentAccount): ComponentAccount {
  const { component, payeeCode, steps, paidAhead } = line;
  const positions = mapped(line.positions, (position) =>
    withStep(position, settlementStep(words, position, component.clause)),
  );
  return { component, payeeCode, steps, positions, paidAhead };
}

/** Written out, as V8 spreads an object ten times as slowly, and every position passes here. */
function withStep(position: Position, step: WorkingStep): Position {
  const { period, full, scheduled, status, entitlement, alreadyPaid, setOff, settlement, unpaid } = position;
  const steps = [...position.steps, step];
  return { period, full, scheduled, status, entitlement, alreadyPaid, setOff, settlement, unpaid, steps };
}

function settlementStep(words: Words, position: Position, clause: string): WorkingStep {
  const { entitlement, alreadyPaid, setOff, settlement } = position;
  const due = subtractPence(subtractPence(entitlement, alreadyPaid), setOff);
  const sign = setOff > 0n ? '−' : '+';
  const less = setOff === 0n ? '' : ` ${sign} ${formatPounds(words, setOff).replace('−', '')} set off`;
  return {
    step: 'settlement',
    formula: `${formatPounds(words, entitlement)} − ${formatPounds(words, alreadyPaid)} already paid${less}: ${sayOutcome(words, position)}`,
    value: formatExactPounds(due),
    rounded: due,
    clause: settlement.kind === 'clawback' ? (settlement.parts[0]?.clause ?? clause) : clause,
  };
}

/** `payment`, or of a clawback each status, with its sum where there are several. */
function sayOutcome(words: Words, { settlement }: Position): string {
  if (settlement.kind !== 'clawback') return settlement.kind;
  const sums = clawbackStatuses.flatMap((status) => {
    const parts = settlement.parts.filter((part) => part.status === status);
    const sum = parts.reduce((total: Pence, { amount }) => addPence(total, amount), noPence);
    return sum === 0n ? [] : [{ status, sum }];
  });
  const [only] = sums;
  if (only && sums.length === 1) return `clawback, ${only.status}`;
  return `clawback, ${mapped(sums, ({ status, sum }) => `${status} ${formatPounds(words, sum)}`).join(', ')}`;
}
