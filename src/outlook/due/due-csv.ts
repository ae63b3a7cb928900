import { formatDay } from '../../domain/day.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { dueTable } from '../../formats/tables/outlook.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { DueRow } from './due.ts';
import { kindOfNeed } from './needs.ts';

/** due.csv: a row for each thing that is still asked for. */
export function dueCsv(rows: readonly DueRow[]): string {
  const cells = rows.map(({ practiceCode, need, daysLeft, worth, joint, without }) => [
    practiceCode,
    kindOfNeed(need),
    need.id,
    need.component?.id ?? '',
    need.period?.id ?? '',
    need.lastDay === null ? '' : formatDay(need.lastDay),
    daysLeft === null ? '' : `${daysLeft}`,
    need.state,
    formatAmount(worth),
    joint ?? '',
    without ?? '',
    citeTogether(need.clauses),
  ]);
  return [headerOf(dueTable), ...cells].map(csvRow).join('');
}
