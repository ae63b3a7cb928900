import { formatDay, sayDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, type Pence, sumPence } from '../../domain/money/money.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import type { ExplainPayeeDocument } from '../../formats/explain.ts';
import { type Block, paragraph, renderPage, table, title } from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../page/text-table.ts';
import type { RunTold } from './story.ts';

/** Whose payee a code is in a run. */
export interface PayeeTold {
  readonly payee: string;
  /** As payees.csv names it. */
  readonly name: string | null;
  readonly practices: readonly PaidFor[];
}

/** What the payee gets and gives back for one practice. */
export interface PaidFor {
  readonly code: string;
  readonly name: string;
  readonly payments: Pence;
  readonly clawbacksDue: Pence;
  readonly net: Pence;
}

/** Whose payee a code is, for a person. */
export function payeeText({ payee, name, practices }: PayeeTold, run: RunTold, paint: Paint): string {
  const { scheme, period, asAt, runId } = run;
  const rows = practices.map((each) => row(each.code, each.name, ...amounts(scheme.words, each)));
  const total = totalRow('all', '', ...amounts(scheme.words, together(practices)));
  const columns = [
    wordColumn(inWords(scheme.words, 'practice')),
    wordColumn('name'),
    figureColumn('payments'),
    figureColumn('clawbacks due'),
    figureColumn('net'),
  ];
  const blocks: Block[] = [
    title(`Payee: ${name === null ? payee : `${name} (${payee})`}`),
    paragraph(`${scheme.title} · ${scheme.commissioner}`),
    paragraph(`${period.title}, as at ${sayDay(asAt)}, run ${runId.slice(0, 12)}`),
    paragraph(inWords(scheme.words, 'It is no practice of the run, and is paid, or pays back, for these:')),
    table({ columns, rows: rows.length === 1 ? rows : [...rows, total] }),
  ];
  return renderPage(blocks, paint);
}

function amounts(words: Words, { payments, clawbacksDue, net }: Omit<PaidFor, 'code' | 'name'>): readonly string[] {
  return [payments, clawbacksDue, net].map((sum) => formatPounds(words, sum));
}

function together(practices: readonly PaidFor[]): Omit<PaidFor, 'code' | 'name'> {
  return {
    payments: sumPence(practices.map(({ payments }) => payments)),
    clawbacksDue: sumPence(practices.map(({ clawbacksDue }) => clawbacksDue)),
    net: sumPence(practices.map(({ net }) => net)),
  };
}

/** The same as data. */
export function payeeData(
  { payee, name, practices }: PayeeTold,
  { scheme, period, asAt, runId }: RunTold,
): ExplainPayeeDocument {
  const { payments, clawbacksDue, net } = together(practices);
  return {
    format: 'quarterday/explain-payee/1',
    ...currencyKey(scheme.words),
    run_id: runId,
    scheme: scheme.id,
    scheme_title: scheme.title,
    commissioner: scheme.commissioner,
    period: period.id,
    period_title: period.title,
    as_at: formatDay(asAt),
    payee_code: payee,
    payee_name: name,
    practices: practices.map((each) => ({
      code: each.code,
      name: each.name,
      payments: formatAmount(each.payments),
      clawbacks_due: formatAmount(each.clawbacksDue),
      net: formatAmount(each.net),
    })),
    payments: formatAmount(payments),
    clawbacks_due: formatAmount(clawbacksDue),
    net: formatAmount(net),
  };
}
