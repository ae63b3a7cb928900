import { formatDay } from '../../domain/day.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { conditionsOf } from './conditions.ts';
import { releaseOf } from './sentences.ts';
import {
  allPayees,
  type ComponentStory,
  type PeriodOutcome,
  type PeriodStory,
  type Story,
  type WorkingRow,
} from './story.ts';

/** One practice's story as data for `explain --format json`: amounts as `"1234.56"`, dates as `"2017-05-31"`. */
export function explainData(story: Story) {
  const { scheme, period, asAt, runId, practice, listSize, components, refused, payees } = story;
  const { payments, clawbacksDue, net } = allPayees(story);
  return {
    run_id: runId,
    scheme: scheme.id,
    scheme_title: scheme.title,
    period: period.id,
    as_at: formatDay(asAt),
    practice: { code: practice.code, name: practice.name, locality: practice.locality },
    list_size: listSize && {
      patients: formatExact(listSize.patients),
      as_at: formatDay(listSize.asAt),
      file: 'list-sizes.csv',
      line: listSize.line,
    },
    components: components.map((component) => componentData(scheme, component)),
    refused: refused.map(({ file, line, code, reason, clause, row }) => ({
      file,
      line: Number(line),
      code,
      reason,
      clause,
      row,
    })),
    payees: payees.map((each) => ({
      payee_code: each.payee,
      payments: formatAmount(each.payments),
      clawbacks_due: formatAmount(each.clawbacksDue),
      net: formatAmount(each.net),
    })),
    payments: formatAmount(payments),
    clawbacks_due: formatAmount(clawbacksDue),
    net: formatAmount(net),
  };
}

function componentData(scheme: Scheme, story: ComponentStory) {
  const { component, steps, periods } = story;
  return {
    component: component.id,
    title: component.title,
    clause: component.clause,
    value: steps.map(stepData),
    periods: periods.map((period) => periodData(scheme, story, period)),
  };
}

function periodData(scheme: Scheme, story: ComponentStory, period: PeriodStory) {
  const { entitlement, alreadyPaid, outcome, unpaid, steps } = period;
  return {
    period: period.period.id,
    title: period.period.title,
    conditions: conditionsOf(scheme, steps).map(({ asked, evidence, title, state, says, dueBy, clause }) => ({
      asked,
      evidence,
      title,
      state,
      says,
      due_by: dueBy === null ? null : formatDay(dueBy),
      clause,
    })),
    entitlement: entitlement === null ? null : formatAmount(entitlement),
    already_paid: formatAmount(alreadyPaid),
    outcome: outcomeData(outcome),
    not_paid: unpaid.map((each) => ({
      status: each.status,
      amount: formatAmount(each.amount),
      reason: each.reason,
      clause: each.clause,
      released_when: releaseOf(scheme, story, period, each),
    })),
    steps: steps.map(stepData),
  };
}

function outcomeData(outcome: PeriodOutcome) {
  switch (outcome.kind) {
    case 'settled':
    case 'left-alone':
      return { kind: outcome.kind };
    case 'payment':
      return { kind: outcome.kind, amount: formatAmount(outcome.amount), payee_code: outcome.payee };
    case 'clawback': {
      const { kind, amount, payee, status, reason, clause } = outcome;
      return { kind, amount: formatAmount(amount), payee_code: payee, status, reason, clause };
    }
  }
}

function stepData({ step, formula, value, rounded, clause }: WorkingRow) {
  return { step, formula, value, rounded: rounded === '' ? null : rounded, clause };
}
