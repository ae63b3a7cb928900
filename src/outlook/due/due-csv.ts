import { formatDay } from '../../domain/day.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { DueRow } from './due.ts';
import { kindOfNeed } from './needs.ts';

const header = ['practice_code', 'kind', 'id', 'component', 'period', 'last_day', 'days_left', 'state', 'worth'];

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
  return [[...header, 'joint', 'without', 'clause'], ...cells].map(csvRow).join('');
}
