import { type Day, formatDay, sayDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, sumPence } from '../../domain/money/money.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { AccruedRow } from '../../finance/accruals/accruals-file.ts';
import type { SumRow } from '../../finance/hand-off/rows.ts';
import { totalsOf } from '../../finance/hand-off/rows.ts';
import type { AccruedSums } from '../../formats/money.ts';
import { paragraph, renderPage, table, title } from '../../report/page/page.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../report/page/text-table.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** What was accrued, and where it is written. */
export interface Accrued {
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asAt: Day;
  readonly rows: readonly AccruedRow[];
  readonly journal: readonly SumRow[];
  readonly out: string;
  readonly prior: string | null;
}

const figures = ['earned', 'waiting', 'posted', 'creditor', 'prepaid', 'debtor', 'last', 'movement'] as const;
const heads = ['earned', 'of which waits', 'posted', 'creditor', 'prepaid', 'debtor', 'last time', 'movement'];

/** Says what a month end comes to: a table, or the same as data. */
export function tellAccruals(accrued: Accrued, terminal: Terminal): void {
  const { scheme, period, asAt, rows, journal, out, prior } = accrued;
  const { words } = scheme;
  const { payments: debits, credits } = totalsOf(journal);
  if (terminal.format === 'json') {
    terminal.printJson({
      format: 'quarterday/accrue/1',
      ...currencyKey(words),
      scheme: scheme.id,
      scheme_title: scheme.title,
      period: period.id,
      period_title: period.title,
      as_at: formatDay(asAt),
      components: rows.map((each) => ({
        component: each.component,
        ...sumsOf((figure) => formatAmount(each[figure])),
      })),
      all: sumsOf((figure) => formatAmount(sumPence(rows.map((each) => each[figure])))),
      journal: { rows: journal.length, debits: formatAmount(debits), credits: formatAmount(credits) },
      folder: out,
      files: ['accruals.csv', 'journal.csv'],
    });
    return;
  }
  const all = figures.map((figure) => formatPounds(words, sumPence(rows.map((each) => each[figure]))));
  const text = renderPage(
    [
      title(`${scheme.title}: as at ${sayDay(asAt)}, ${asAt > period.end ? 'after' : 'in'} ${period.title}`),
      table({
        columns: [wordColumn('component'), ...heads.map(figureColumn)],
        rows: [
          ...rows.map((each) => row(each.component, ...figures.map((figure) => formatPounds(words, each[figure])))),
          totalRow('All', ...all),
        ],
      }),
      paragraph(
        `The journal has ${journal.length === 1 ? '1 line' : `${journal.length} lines`}: debits ${formatPounds(words, debits)}, credits ${formatPounds(words, credits)}. Nothing is expected besides.${prior === null ? ' No earlier accrual is reversed, as none was given with --prior.' : ''}`,
      ),
    ],
    terminal.paint,
  );
  terminal.print(text);
  terminal.next(
    `Next: look through accruals.csv, and send journal.csv, both in ${shellQuoted(out)}. Next month give --prior ${shellQuoted(`${out}/accruals.csv`)}, so that the journal reverses this one.`,
  );
}

function sumsOf(say: (figure: (typeof figures)[number]) => string): AccruedSums {
  return {
    earned: say('earned'),
    waiting: say('waiting'),
    posted: say('posted'),
    creditor: say('creditor'),
    prepaid: say('prepaid'),
    debtor: say('debtor'),
    last: say('last'),
    movement: say('movement'),
  };
}
