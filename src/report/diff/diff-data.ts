import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, subtractPence } from '../../domain/money/money.ts';
import type { DiffDocument, FiguresData } from '../../formats/diff.ts';
import { type Cause, touchesOne } from './cause.ts';
import {
  type ComparedRun,
  type ControlTotals,
  changesByLedgerAlone,
  changesEntitlement,
  type PracticeChange,
  type RepeatedSum,
  type RunComparison,
} from './difference.ts';
import type { FigureName, LineChange, LineFigures } from './line-changes.ts';

/** The difference between two runs as data for `diff --format json`: amounts as `"1234.56"`, all of it. */
export function diffData({
  scheme,
  before,
  after,
  forAll,
  practices,
  compared,
  repeated,
  otherwise,
}: RunComparison): DiffDocument {
  const changeOf = (total: keyof ControlTotals) =>
    formatAmount(subtractPence(after.totals[total], before.totals[total]));
  return {
    format: 'quarterday/diff/1',
    ...currencyKey(scheme.words),
    scheme: scheme.id,
    before: runData(before),
    after: runData(after),
    change: {
      entitlement: changeOf('entitlement'),
      already_paid: changeOf('alreadyPaid'),
      payments: changeOf('payments'),
      clawbacks_due: changeOf('clawbacksDue'),
      net: changeOf('net'),
      posted: formatAmount(subtractPence(after.posted, before.posted)),
    },
    differ: {
      amounts: practices.length,
      entitlements: practices.filter(changesEntitlement).length,
      by_ledger_alone: practices.filter(changesByLedgerAlone).length,
      otherwise: practices.filter((each) => !changesEntitlement(each) && !changesByLedgerAlone(each)).length,
    },
    same: practices.length === 0,
    practices_compared: compared,
    for_every_practice: forAll.map(causeData),
    practices: practices.map((practice) => practiceData(practice, forAll)),
    payments: repeatedData(repeated.payments),
    clawbacks_due: repeatedData(repeated.clawbacksDue),
    otherwise,
  };
}

function runData({ runId, period, asAt, ledgerSerial, posted, totals }: ComparedRun) {
  return {
    run_id: runId,
    period,
    as_at: formatDay(asAt),
    ledger_serial: ledgerSerial,
    posted: formatAmount(posted),
    entitlement: formatAmount(totals.entitlement),
    already_paid: formatAmount(totals.alreadyPaid),
    payments: formatAmount(totals.payments),
    clawbacks_due: formatAmount(totals.clawbacksDue),
    net: formatAmount(totals.net),
  };
}

function practiceData(practice: PracticeChange, forAll: readonly Cause[]) {
  const { code, name, lines, causes } = practice;
  return {
    practice_code: code,
    practice_name: name,
    entitlement_changed: changesEntitlement(practice),
    by_ledger_alone: changesByLedgerAlone(practice),
    lines: lines.map((line) => lineData(line, [...causes, ...forAll])),
  };
}

function lineData({ component, period, before, after, payee }: LineChange, causes: readonly Cause[]) {
  return {
    component,
    period,
    before: figuresData(before),
    after: figuresData(after),
    change: changeData(before, after),
    payee,
    causes: causes.filter((cause) => touchesOne(cause, [component])).map(causeData),
  };
}

function changeData(before: LineFigures, after: LineFigures): FiguresData {
  const change = (name: FigureName) => subtractPence(after[name], before[name]);
  return figuresData({
    entitlement: change('entitlement'),
    payment: change('payment'),
    'clawback due': change('clawback due'),
    'clawback deferred': change('clawback deferred'),
    'clawback proposed': change('clawback proposed'),
    'clawback waived': change('clawback waived'),
  });
}

function figuresData(figures: LineFigures): FiguresData {
  return {
    entitlement: formatAmount(figures.entitlement),
    payment: formatAmount(figures.payment),
    clawback_due: formatAmount(figures['clawback due']),
    clawback_deferred: formatAmount(figures['clawback deferred']),
    clawback_proposed: formatAmount(figures['clawback proposed']),
    clawback_waived: formatAmount(figures['clawback waived']),
  };
}

function repeatedData({ again, fresh, gone }: RepeatedSum) {
  return { repeated: formatAmount(again), new: formatAmount(fresh), no_more: formatAmount(gone) };
}

function causeData({ kind, says, file }: Cause) {
  return { kind, says, file };
}
