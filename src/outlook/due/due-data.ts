import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { spokenWords } from '../../domain/words/spoken.ts';
import type { DueDocument } from '../../formats/outlook.ts';
import type { Worlds } from '../worlds/worlds.ts';
import type { DueRow } from './due.ts';
import { kindOfNeed } from './needs.ts';

/** What is due as data for `--format json`. Rows of one practice with the same `joint` have one worth between them. */
export function dueData({ scheme, asAt, lastDay }: Worlds, rows: readonly DueRow[]): DueDocument {
  return {
    format: 'quarterday/due/1',
    ...currencyKey(spokenWords()),
    scheme: scheme.id,
    scheme_title: scheme.title,
    as_at: formatDay(asAt),
    worked_out_as_at: formatDay(lastDay),
    rows: rows.map(({ practiceCode, practiceName, need, daysLeft, worth, paid, joint, without }) => ({
      practice_code: practiceCode,
      practice_name: practiceName,
      kind: kindOfNeed(need),
      id: need.id,
      title: need.title,
      component: need.component?.id ?? null,
      period: need.period?.id ?? null,
      last_day: need.lastDay === null ? null : formatDay(need.lastDay),
      days_left: daysLeft,
      state: need.state,
      worth: formatAmount(worth),
      paid_already: formatAmount(paid),
      joint,
      without,
      clause: citeTogether(need.clauses),
    })),
  };
}
