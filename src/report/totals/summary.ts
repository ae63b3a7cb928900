import { type ClawbackStatus, refusalCodes, unpaidStatuses } from '../../domain/account.ts';
import { formatDay } from '../../domain/day.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { SummaryDocument } from '../../formats/run.ts';
import type { RunSummary, WarningGroup } from './run-summary.ts';
import { noLines, type PayeeSums, type Sums, type Tally } from './sums.ts';

/** summary.json: totals, counts, warnings and assumptions. Keys in a fixed order, amounts as `"1234.56"`. */
export function summaryJson(summary: RunSummary): string {
  return `${JSON.stringify(summaryData(summary), null, 2)}\n`;
}

/** The same as data, for `--format json`. */
export function summaryData({ scheme, period, asAt, totals, inputs, warnings }: RunSummary): SummaryDocument {
  return {
    format: 'quarterday/summary/1',
    ...currencyKey(scheme.words),
    scheme: scheme.id,
    period: period.id,
    as_at: formatDay(asAt),
    practices: totals.practices,
    patients: formatExact(totals.patients),
    totals: sumsData(totals.all),
    by_component: totals.components.map(({ component, all, periods }) => ({
      component: component.id,
      ...sumsData(all),
      by_period: periods.map(({ period, sums }) => ({ period: period.id, ...sumsData(sums) })),
    })),
    by_locality: totals.localities.map(({ locality, practices, sums }) => ({ locality, practices, ...sumsData(sums) })),
    by_payee: totals.payees.map(({ payeeCode, sums }) => ({ payee_code: payeeCode, ...payeeSumsData(sums) })),
    not_paid: unpaidStatuses.map((status) => ({ status, ...tallyData(totals.unpaid.get(status) ?? noLines) })),
    paid_ahead: tallyData(totals.paidAhead),
    refused: refusalCodes.map((code) => ({ code, rows: totals.refused.get(code) ?? 0 })),
    inputs: inputs.map(({ file, rows, notUsed }) => ({ file, rows, not_used: notUsed })),
    reports: Object.entries(totals.rows).map(([file, rows]) => ({ file, rows })),
    warnings: warnings.map(warningData),
    assumptions: scheme.assumptions.map(({ clause, reading }) => ({ clause, reading })),
  };
}

/** In the order in which the two sums foot: worth less what is kept back, then entitlement less what was already paid. */
function sumsData(sums: Sums) {
  const { worth, keptBack, entitlement, alreadyPaid, carried, setOff } = sums;
  const { payments, clawbacks, net } = payeeSumsData(sums);
  return {
    worth: formatAmount(worth),
    withheld: formatAmount(keptBack.withheld),
    forfeited: formatAmount(keptBack.forfeited),
    below_nothing: formatAmount(keptBack['below-nothing']),
    proportion: formatAmount(keptBack.proportion),
    entitlement: formatAmount(entitlement),
    already_paid: formatAmount(alreadyPaid),
    payments,
    carried: tallyData(carried),
    set_off: formatAmount(setOff),
    clawbacks,
    net,
  };
}

function payeeSumsData({ payments, clawbacks, net }: PayeeSums) {
  const { due, deferred, proposed, waived } = clawbacks;
  return {
    payments: tallyData(payments),
    clawbacks: {
      due: tallyData(due),
      deferred: tallyData(deferred),
      proposed: tallyData(proposed),
      waived: tallyData(waived),
    } satisfies Record<ClawbackStatus, unknown>,
    net: formatAmount(net),
  };
}

function tallyData({ lines, amount }: Tally) {
  return { lines, amount: formatAmount(amount) };
}

function warningData({ code, count, findings }: WarningGroup) {
  return { code, count, findings: findings.map(findingData) };
}

function findingData({ message, file, line, column, field, value, hint }: Finding) {
  return { message, file, line, column, field, value, hint };
}
