import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, type Pence, subtractPence } from '../../domain/money/money.ts';
import { inWords } from '../../domain/words/words.ts';
import type { ForecastDocument } from '../../formats/outlook.ts';
import { type Forecast, neverBounded, withinAPenny } from './forecast-report.ts';

/** A forecast as data for `--format json`: all of it, amounts as `"1234.56"`. */
export function forecastData({
  scheme,
  asAt,
  lastDay,
  lines,
  outturn,
  nextSteps,
  notBounded,
  sharedMoney,
  overTerm,
  against,
}: Forecast): ForecastDocument {
  return {
    format: 'quarterday/forecast/1',
    ...currencyKey(scheme.words),
    scheme: scheme.id,
    scheme_title: scheme.title,
    as_at: formatDay(asAt),
    worked_out_as_at: formatDay(lastDay),
    outturn: outturn.map((row) => ({
      component: row.component?.id ?? null,
      budget: orNull(row.budget),
      budget_left: row.budget === null ? null : formatAmount(subtractPence(row.budget, row.most)),
      paid: formatAmount(row.paid),
      certain: formatAmount(row.certain),
      expected: orNull(row.expected),
      most: formatAmount(row.most),
      at_risk: formatAmount(row.atRisk),
      variance: orNull(row.variance),
      variance_percent: row.variancePercent,
    })),
    lines: lines.map((line) => ({
      practice_code: line.practiceCode,
      component: line.component.id,
      period: line.period.id,
      paid: formatAmount(line.paid),
      certain: formatAmount(line.certain),
      expected: orNull(line.expected),
      most: formatAmount(line.most),
      at_risk: formatAmount(line.atRisk),
      basis: line.basis,
    })),
    next_steps: nextSteps.map(({ practiceCode, component, worth, ...step }) => ({
      practice_code: practiceCode,
      component: component.id,
      ...step,
      worth: formatAmount(worth),
    })),
    not_bounded: {
      always: inWords(scheme.words, neverBounded),
      components: notBounded.map(({ component, because, says }) => ({ component: component.id, because, says })),
      bounded_in_all_only: sharedMoney,
      bounded_over_the_term_only: overTerm,
      by_period: inWords(scheme.words, withinAPenny),
    },
    against:
      against?.map(({ component, earlier, now, outside, miss, practicesOutside }) => ({
        component: component?.id ?? null,
        earlier: {
          certain: formatAmount(earlier.certain),
          expected: orNull(earlier.expected),
          most: formatAmount(earlier.most),
        },
        now: { certain: formatAmount(now.certain), most: formatAmount(now.most) },
        outside: formatAmount(outside),
        miss: orNull(miss),
        practices_outside: practicesOutside,
      })) ?? null,
  };
}

function orNull(amount: Pence | null): string | null {
  return amount === null ? null : formatAmount(amount);
}
