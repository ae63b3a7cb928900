import { formatDay } from '../../domain/day.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { dueTable } from '../../formats/tables/outlook.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { DueRow } from './due.ts';
import { kindOfNeed } from './needs.ts';

/** due.csv, row by row: one for each thing that is still asked for. */
export function* dueCsv(rows: readonly DueRow[]): Generator<string> {
  yield csvRow(headerOf(dueTable));
  for (const { practiceCode, need, daysLeft, worth, joint, without } of rows) {
    yield csvRow([
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
  }
}
