import type {
  Clawback,
  ComponentAccount,
  Position,
  PracticeAccount,
  Unpaid,
  WorkingStep,
} from '../../src/domain/account.ts';
import { day } from '../../src/domain/day.ts';
import type { Practice } from '../../src/domain/facts.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type {
  Component,
  Conditions,
  EvidenceKind,
  Period,
  Schedule,
  Scheme,
  Value,
} from '../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../src/domain/words/words.ts';

/** A scheme of two components and two periods, with a little of everything. */
export const spring: Period = {
  id: 'spring',
  title: 'Spring instalment',
  start: day('2020-04-01'),
  end: day('2020-09-30'),
  index: 0,
  clause: '3.1',
};
export const autumn: Period = {
  id: 'autumn',
  title: 'Autumn instalment',
  start: day('2020-10-01'),
  end: day('2021-03-31'),
  index: 1,
  clause: '3.1',
};

export const signUp: EvidenceKind = {
  id: 'sign-up',
  title: 'Signed agreement',
  deadline: { kind: 'date', on: day('2020-05-31') },
  perComponent: false,
  perPeriod: false,
  minimum: null,
  clause: '2',
};
export const audit: EvidenceKind = {
  id: 'audit',
  title: 'Audit of prescribing',
  deadline: { kind: 'date', on: day('2021-06-30') },
  perComponent: true,
  perPeriod: false,
  minimum: { kind: 'per-1000-patients', number: ratio(5) },
  clause: '4',
};

const conditions: Conditions = {
  needs: [{ evidence: signUp, clause: '2' }],
  keeps: [{ evidence: audit, clause: '4' }],
};

const halves: Schedule = { shares: [ratio(1, 2), ratio(1, 2)], cumulative: [ratio(1, 2), ratio(1)], clause: '3.2' };

export function component(id: string, index: number, value: Value, more: Partial<Component> = {}): Component {
  return {
    id,
    title: `The ${id} component`,
    clause: `5.${index + 1}`,
    index,
    value,
    adjustments: [],
    achievement: null,
    schedule: halves,
    conditions: [conditions, conditions],
    recovery: { from: null, waitsForDecision: false, clause: '6' },
    ...more,
  };
}

export const access = component('access', 0, { kind: 'per-patient', pounds: ratio(1, 2), clause: '5.1' });
export const quality = component('quality', 1, { kind: 'per-patient', pounds: ratio(3, 2), clause: '5.2' });

export const scheme: Scheme = {
  id: 'sample-2020-21',
  title: 'Sample scheme 2020/21',
  commissioner: 'Sample CCG',
  status: 'agreed',
  words: plainWords,
  source: { title: 'The sample paper', reference: 'PCCC20/1' },
  term: { start: day('2020-04-01'), end: day('2021-03-31') },
  periods: [spring, autumn],
  population: { kind: 'registered', at: day('2020-04-01'), acceptedInstead: [], clause: '3.1' },
  evidence: [signUp, audit],
  measures: [],
  components: [access, quality],
  groups: [],
  rounding: { at: 'component', unit: 'penny', mode: 'half-away-from-zero', clause: '3.2' },
  claimWindow: null,
  joining: null,
  leaving: { notice: { months: 1 }, prorate: 'none', clause: '7' },
  assumptions: [{ clause: '4', reading: 'The audit is all or nothing.' }],
  headlines: [
    { kind: 'rate', title: 'Pounds a patient', clause: '1', pounds: ratio(2), components: ['access', 'quality'] },
  ],
  examples: [],
  toBeConfirmed: [],
};

export function practice(code: string, more: Partial<Practice> = {}): Practice {
  return {
    code,
    name: `Surgery ${code}`,
    locality: null,
    pcn: null,
    joinedOn: null,
    noticeOn: null,
    leftOn: null,
    line: 2,
    ...more,
  };
}

/** A position that settles itself: a payment above zero, a clawback that is due below. */
export function position(
  period: Period,
  entitlement: Pence,
  alreadyPaid: Pence,
  more: Partial<Position> = {},
): Position {
  const due = subtractPence(entitlement, alreadyPaid);
  const amount = due < 0n ? subtractPence(noPence, due) : due;
  return {
    period,
    full: entitlement,
    scheduled: sumPence([entitlement, ...(more.unpaid ?? []).filter(isKeptBack).map((each) => each.amount)]),
    status: 'released',
    entitlement,
    alreadyPaid,
    setOff: noPence,
    settlement:
      due === 0n
        ? { kind: 'settled' }
        : due > 0n
          ? { kind: 'payment', amount }
          : { kind: 'clawback', parts: [clawback(amount)], byPlan: noPence },
    unpaid: [],
    steps: [],
    ...more,
  };
}

function isKeptBack({ status }: Unpaid): boolean {
  return ['withheld', 'forfeited', 'below-nothing', 'proportion'].includes(status);
}

/** A part of a clawback; its payee is that of its line unless given. */
export function clawback(amount: Pence, more: Partial<Clawback> = {}): Clawback {
  return {
    payeeCode: '',
    amount,
    status: 'due',
    reason: 'more was paid than is earned',
    says: '',
    clause: '6',
    ...more,
  };
}

export function line(
  of: Component,
  payeeCode: string,
  positions: readonly Position[],
  more: Partial<ComponentAccount> = {},
): ComponentAccount {
  const ofPayee = positions.map((each): Position => {
    if (each.settlement.kind !== 'clawback') return each;
    const parts = each.settlement.parts.map((part) => ({ ...part, payeeCode: part.payeeCode || payeeCode }));
    return { ...each, settlement: { kind: 'clawback', parts, byPlan: noPence } };
  });
  return { component: of, payeeCode, steps: [], positions: ofPayee, paidAhead: [], ...more };
}

export function account(
  of: Practice,
  lines: readonly ComponentAccount[],
  patients = ratio(1000),
  more: Partial<PracticeAccount> = {},
): PracticeAccount {
  const listSize = { patients, asAt: day('2020-04-01'), line: 2 };
  return { practice: of, listSize, leavesOn: null, toldNothing: null, lines, ...more };
}

export function step(
  name: WorkingStep['step'],
  formula: string,
  value: string,
  rounded: Pence | null = null,
): WorkingStep {
  return { step: name, formula, value, rounded, clause: '5' };
}
