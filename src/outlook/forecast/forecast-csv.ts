import { formatAmount, type Pence } from '../../domain/money/money.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { Held } from './against.ts';
import type { Forecast } from './forecast-report.ts';

/** The files of a forecast, by name. */
export function forecastFiles(forecast: Forecast): ReadonlyMap<string, string> {
  const files = new Map([
    ['forecast.csv', forecastCsv(forecast)],
    ['outturn.csv', outturnCsv(forecast)],
    ['next-step.csv', nextStepCsv(forecast)],
  ]);
  if (forecast.against !== null) files.set('against.csv', againstCsv(forecast.against));
  return files;
}

function forecastCsv({ lines }: Forecast): string {
  const header = ['practice_code', 'component', 'period', 'paid', 'certain', 'expected', 'most', 'at_risk', 'basis'];
  const rows = lines.map(({ practiceCode, component, period, paid, certain, expected, most, atRisk, basis }) => [
    practiceCode,
    component.id,
    period.id,
    formatAmount(paid),
    formatAmount(certain),
    orBlank(expected),
    formatAmount(most),
    formatAmount(atRisk),
    guardFormula(basis),
  ]);
  return csvOf(header, rows);
}

function outturnCsv({ scheme, outturn }: Forecast): string {
  const header = ['scheme', 'component', 'budget', 'paid', 'certain', 'expected', 'most', 'at_risk'];
  const rows = outturn.map((row) => [
    scheme.id,
    row.component?.id ?? '',
    orBlank(row.budget),
    formatAmount(row.paid),
    formatAmount(row.certain),
    orBlank(row.expected),
    formatAmount(row.most),
    formatAmount(row.atRisk),
    orBlank(row.variance),
    row.variancePercent ?? '',
  ]);
  return csvOf([...header, 'variance', 'variance_percent'], rows);
}

function nextStepCsv({ nextSteps }: Forecast): string {
  const header = ['practice_code', 'component', 'figure', 'now', 'next', 'needed', 'worth'];
  const rows = nextSteps.map(({ practiceCode, component, figure, now, next, needed, worth }) => [
    practiceCode,
    component.id,
    figure,
    now,
    next,
    needed,
    formatAmount(worth),
  ]);
  return csvOf(header, rows);
}

function againstCsv(against: readonly Held[]): string {
  const header = ['component', 'then_certain', 'then_expected', 'then_most', 'now_certain', 'now_most', 'outside'];
  const rows = against.map(({ component, earlier, now, outside, miss, practicesOutside }) => [
    component?.id ?? '',
    formatAmount(earlier.certain),
    orBlank(earlier.expected),
    formatAmount(earlier.most),
    formatAmount(now.certain),
    formatAmount(now.most),
    formatAmount(outside),
    orBlank(miss),
    `${practicesOutside.length}`,
  ]);
  return csvOf([...header, 'miss', 'practices_outside'], rows);
}

function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map(csvRow).join('');
}

function orBlank(amount: Pence | null): string {
  return amount === null ? '' : formatAmount(amount);
}
