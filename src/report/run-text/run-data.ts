import { formatAmount, subtractPence } from '../../domain/money/money.ts';
import type { PaymentRunDocument } from '../../formats/run.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { summaryData } from '../totals/summary.ts';
import { largestFirst } from './left-out.ts';

/** A run as data: its summary.json, and what its text says beside. */
export function runData(summary: RunSummary, runId: string, folder: string | null): PaymentRunDocument {
  const { scheme, period, totals } = summary;
  return {
    format: 'quarterday/payment-run/1',
    run_id: runId,
    folder,
    scheme_title: scheme.title,
    commissioner: scheme.commissioner,
    period_title: period.title,
    to_settle: formatAmount(subtractPence(totals.all.entitlement, totals.all.alreadyPaid)),
    not_paid_because: largestFirst(totals.reasons).map(({ status, reason, tally: { lines, amount } }) => ({
      status,
      reason,
      lines,
      amount: formatAmount(amount),
    })),
    counts: { localities: totals.localities.length, payees: totals.payees.length },
    summary: summaryData(summary),
  };
}
