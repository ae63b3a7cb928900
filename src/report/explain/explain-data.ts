import type { Settlement, WorkingStep } from '../../domain/account.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import type { Claim, PaidRow } from '../../domain/facts.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { formatExact, type Ratio } from '../../domain/money/ratio.ts';
import { shortTitleData } from '../../domain/scheme/titles.ts';
import type { ExplainDocument } from '../../formats/explain.ts';
import { allPayees, type ComponentStory, type PeriodStory, type Story } from './story.ts';

/** One practice's story as data for `explain --format json`: amounts as `"1234.56"`, dates as `"2017-05-31"`, all of it. */
export function explainData(story: Story): ExplainDocument {
  const { scheme, period, asAt, runId, account, components, refused, payees, payeeOf } = story;
  const { practice, listSize, leavesOn } = account;
  const { payments, clawbacksDue, net } = allPayees(story);
  return {
    format: 'quarterday/explain/1',
    ...currencyKey(scheme.words),
    run_id: runId,
    scheme: scheme.id,
    scheme_title: scheme.title,
    commissioner: scheme.commissioner,
    period: period.id,
    period_title: period.title,
    as_at: formatDay(asAt),
    practice: { code: practice.code, name: practice.name, locality: practice.locality, pcn: practice.pcn },
    leaves_on: dayOrNull(leavesOn),
    list_size:
      listSize.line === 0
        ? null
        : {
            patients: formatExact(listSize.patients),
            as_at: formatDay(listSize.asAt),
            file: 'list-sizes.csv',
            line: listSize.line,
          },
    components: components.map(componentData),
    refused: refused.map(({ file, claim, refusal }) => ({ ...claimData(claim), file, ...refusal })),
    payees: payees.map((each) => ({
      payee_code: each.payee,
      payments: formatAmount(each.payments),
      clawbacks_due: formatAmount(each.clawbacksDue),
      net: formatAmount(each.net),
    })),
    payee_of: payeeOf,
    payments: formatAmount(payments),
    clawbacks_due: formatAmount(clawbacksDue),
    net: formatAmount(net),
  };
}

function componentData({ line, periods, ahead }: ComponentStory) {
  const { component, payeeCode, steps } = line;
  return {
    component: component.id,
    title: component.title,
    ...shortTitleData(component),
    clause: component.clause,
    payee_code: payeeCode,
    value: steps.map(stepData),
    periods: periods.map(periodData),
    paid_ahead: ahead.map(({ period, amount, paid }) => ({
      period: period.id,
      amount: formatAmount(amount),
      paid: paid.map(paidData),
    })),
  };
}

function periodData({ position, conditions, claims, paid }: PeriodStory) {
  const { period, full, scheduled, status, entitlement, alreadyPaid, setOff, settlement, unpaid, steps } = position;
  return {
    period: period.id,
    title: period.title,
    full: formatAmount(full),
    scheduled: formatAmount(scheduled),
    status,
    conditions: conditions.map(conditionData),
    claims: claims.map(({ claim }) => claimData(claim)),
    entitlement: formatAmount(entitlement),
    already_paid: formatAmount(alreadyPaid),
    paid: paid.map(paidData),
    set_off: formatAmount(setOff),
    settlement: settlementData(settlement),
    not_paid: unpaid.map((each) => ({
      status: each.status,
      amount: formatAmount(each.amount),
      reason: each.reason,
      besides_evidence: each.besides ?? [],
      clause: each.clause,
    })),
    steps: steps.map(stepData),
  };
}

function claimData({ event, eventId, eventDate, claimedOn, line }: Claim) {
  return {
    file: 'claims.csv' as const,
    event,
    event_id: eventId,
    event_date: formatDay(eventDate),
    claimed_on: formatDay(claimedOn),
    line,
  };
}

function conditionData(outcome: ConditionOutcome) {
  const { by, evidence, state, row, lacks, deadline, least, accepted, clause } = outcome;
  return {
    asked: by,
    evidence: evidence.id,
    title: evidence.title,
    ...shortTitleData(evidence),
    state,
    lacks,
    due_by: dayOrNull(deadline),
    at_least: exactOrNull(least),
    received: row && {
      received_on: formatDay(row.receivedOn),
      quantity: exactOrNull(row.quantity),
      component: row.component,
      period: row.period,
      reference: row.reference,
      file: 'evidence.csv' as const,
      line: row.line,
    },
    accepted_late: accepted && {
      decided_by: accepted.decidedBy,
      decided_on: formatDay(accepted.decidedOn),
      reason: accepted.reason,
      line: accepted.line,
    },
    clause,
  };
}

/** A sum paid before: by a posting of the ledger as at the day of its run, or by a line of paid.csv. */
function paidData({ amount, paidOn, payeeCode, reference, posting, line }: PaidRow) {
  return {
    amount: formatAmount(amount),
    payee_code: payeeCode,
    paid_on: formatDay(paidOn),
    posting,
    file: posting === null ? ('paid.csv' as const) : ('posted.csv' as const),
    line,
    reference,
  };
}

function settlementData(settlement: Settlement) {
  switch (settlement.kind) {
    case 'settled':
      return { kind: settlement.kind };
    case 'payment':
    case 'carried':
      return { kind: settlement.kind, amount: formatAmount(settlement.amount) };
    case 'clawback': {
      const parts = settlement.parts.map(({ payeeCode, amount, status, reason, clause }) => ({
        payee_code: payeeCode,
        amount: formatAmount(amount),
        status,
        reason,
        clause,
      }));
      return { kind: settlement.kind, parts };
    }
  }
}

function stepData({ step, formula, value, rounded, clause }: WorkingStep) {
  return { step, formula, value, rounded: rounded === null ? null : formatAmount(rounded), clause };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function exactOrNull(ratio: Ratio | null): string | null {
  return ratio === null ? null : formatExact(ratio);
}
