import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { shortTitleData } from '../../domain/scheme/titles.ts';
import { citeTogether } from '../../domain/words/say.ts';
import type { DueDocument } from '../../formats/outlook.ts';
import type { Worlds } from '../worlds/worlds.ts';
import type { DueRow } from './due.ts';
import { kindOfNeed } from './needs.ts';
import { byPractice, inAll } from './together.ts';

/** What is due as data for `--format json`. Rows of one practice with the same `joint` have one worth between them. */
export function dueData({ scheme, asAt, lastDay }: Worlds, rows: readonly DueRow[]): DueDocument {
  const joined = new Map<string, number>();
  for (const { practiceCode, joint } of rows) {
    const key = `${practiceCode} ${joint}`;
    joined.set(key, (joined.get(key) ?? 0) + 1);
  }
  return {
    format: 'quarterday/due/1',
    ...currencyKey(scheme.words),
    scheme: scheme.id,
    scheme_title: scheme.title,
    as_at: formatDay(asAt),
    worked_out_as_at: formatDay(lastDay),
    practices: byPractice(rows).flatMap(practiceData),
    rows: rows.map(({ practiceCode, practiceName, need, daysLeft, worth, paid, joint, without }) => ({
      practice_code: practiceCode,
      practice_name: practiceName,
      kind: kindOfNeed(need),
      id: need.id,
      title: need.title,
      ...shortTitleData(need),
      component: need.component?.id ?? null,
      component_title: need.component?.title ?? null,
      ...(need.component?.shortTitle !== undefined && { component_short_title: need.component.shortTitle }),
      period: need.period?.id ?? null,
      period_title: need.period?.title ?? null,
      last_day: need.lastDay === null ? null : formatDay(need.lastDay),
      days_left: daysLeft,
      state: need.state,
      worth: formatAmount(worth),
      paid_already: formatAmount(paid),
      together: joint === null ? 1 : (joined.get(`${practiceCode} ${joint}`) ?? 1),
      joint,
      without,
      priced_anew: need.kind === 'evidence' && need.pricedAnew === true,
      clause: citeTogether(need.clauses),
    })),
  };
}

function practiceData(rows: readonly DueRow[]) {
  const { worth, paid, nextLastDay } = inAll(rows);
  return rows.slice(0, 1).map(({ practiceCode, practiceName }) => ({
    practice_code: practiceCode,
    practice_name: practiceName,
    worth: formatAmount(worth),
    paid_already: formatAmount(paid),
    next_last_day: nextLastDay === null ? null : formatDay(nextLastDay),
  }));
}
