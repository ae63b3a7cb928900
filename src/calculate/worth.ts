import type { WorkingStep } from '../domain/account.ts';
import { takenOff } from '../domain/adjustment.ts';
import { formatExact, formatShare, isZero, multiply, type Ratio, subtract } from '../domain/ratio.ts';
import { sayPatients, sayPounds } from '../domain/say.ts';
import type { Adjustment, Component, Value } from '../domain/scheme.ts';

/** An exact amount of pounds with the steps that led to it. */
export interface Worth {
  readonly pounds: Ratio;
  readonly steps: readonly WorkingStep[];
}

/** V(x,c): what a component is worth over the whole term to a practice with so many patients, in exact pounds (contract 5, Value). */
export function worthOf(component: Component, patients: Ratio): Worth {
  return adjusted(worthOfValue(component.value, patients), component.adjustments);
}

function worthOfValue(value: Value, patients: Ratio): Worth {
  switch (value.kind) {
    case 'per-patient': {
      const pounds = multiply(patients, value.pounds);
      const formula = `${sayPatients(patients)} × ${sayPounds(value.pounds)}`;
      return { pounds, steps: [valueStep(formula, pounds, value.clause)] };
    }
    case 'fixed':
      return { pounds: value.pounds, steps: [valueStep('a fixed sum', value.pounds, value.clause)] };
    case 'pool':
      return { pounds: value.pounds, steps: [valueStep('the sum to be shared', value.pounds, value.clause)] };
    case 'share':
      return shareOf(value, patients);
    case 'per-event':
    case 'to-be-confirmed':
      throw new Error(`a value of kind ${value.kind} has no worth over the term`);
  }
}

function shareOf(value: Extract<Value, { kind: 'share' }>, patients: Ratio): Worth {
  const whole = worthOfValue(value.of, patients);
  let pounds = whole.pounds;
  const steps = value.path.map(({ title, share, clause }) => {
    pounds = multiply(pounds, share);
    return valueStep(`of which ${title}: ${formatShare(share)}`, pounds, clause);
  });
  return { pounds, steps: [...whole.steps, ...steps] };
}

function adjusted(worth: Worth, adjustments: readonly Adjustment[]): Worth {
  let pounds = worth.pounds;
  const steps = adjustments.map((adjustment) => {
    const before = pounds;
    pounds = subtract(before, takenOff(before, adjustment));
    return adjustmentStep(adjustment, before, pounds);
  });
  return { pounds, steps: [...worth.steps, ...steps] };
}

function adjustmentStep(adjustment: Adjustment, before: Ratio, after: Ratio): WorkingStep {
  return {
    step: 'adjustment',
    formula: `${adjustment.title}: ${sayAdjustment(adjustment, before, subtract(before, after))}`,
    value: formatExact(after),
    rounded: null,
    clause: adjustment.clause,
  };
}

function sayAdjustment(adjustment: Adjustment, before: Ratio, off: Ratio): string {
  switch (adjustment.kind) {
    case 'reduce': {
      const rounded = adjustment.roundedTo === null ? '' : ` (to the whole ${adjustment.roundedTo})`;
      return `${formatShare(adjustment.by)} of ${sayPounds(before)} = ${sayPounds(off)}${rounded} taken off`;
    }
    case 'remove':
      return `${sayPounds(before)} removed`;
    case 'cap':
      return isZero(off) ? `within ${sayPounds(adjustment.pounds)}` : `at most ${sayPounds(adjustment.pounds)}`;
  }
}

function valueStep(formula: string, pounds: Ratio, clause: string): WorkingStep {
  return { step: 'value', formula, value: formatExact(pounds), rounded: null, clause };
}
