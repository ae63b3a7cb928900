import { formatDay } from '../../domain/day.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { type Cause, touchesOne } from './cause.ts';
import type { ComparedRun, PracticeChange, RunComparison } from './difference.ts';
import { figureNames, type LineChange, type LineFigures } from './line-changes.ts';

/** The difference between two runs as data for `diff --format json`: amounts as `"1234.56"`. */
export function diffData({ scheme, before, after, forAll, practices, compared, otherwise }: RunComparison) {
  return {
    scheme: scheme.id,
    before: runData(before),
    after: runData(after),
    same: practices.length === 0,
    practices_compared: compared,
    for_every_practice: forAll.map(causeData),
    practices: practices.map((practice) => practiceData(practice, forAll)),
    otherwise,
  };
}

function runData({ runId, period, asAt, ledgerSerial, totals }: ComparedRun) {
  return {
    run_id: runId,
    period,
    as_at: formatDay(asAt),
    ledger_serial: ledgerSerial,
    entitlement: formatAmount(totals.entitlement),
    already_paid: formatAmount(totals.alreadyPaid),
    payments: formatAmount(totals.payments),
    clawbacks_due: formatAmount(totals.clawbacksDue),
    net: formatAmount(totals.net),
  };
}

function practiceData({ code, name, lines, causes }: PracticeChange, forAll: readonly Cause[]) {
  return {
    practice_code: code,
    practice_name: name,
    lines: lines.map((line) => lineData(line, [...causes, ...forAll])),
  };
}

function lineData({ component, period, before, after, payee }: LineChange, causes: readonly Cause[]) {
  return {
    component,
    period,
    before: figuresData(before),
    after: figuresData(after),
    payee,
    causes: causes.filter((cause) => touchesOne(cause, [component])).map(causeData),
  };
}

function figuresData(figures: LineFigures) {
  return Object.fromEntries(figureNames.map((name) => [name.replace(' ', '_'), formatAmount(figures[name])]));
}

function causeData({ kind, says, file }: Cause) {
  return { kind, says, file };
}
