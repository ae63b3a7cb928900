import { formatAmount, type Pence } from '../../domain/money/money.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import { againstTable, forecastTable, nextStepTable, outturnTable } from '../../formats/tables/outlook.ts';
import { headerOf, type TableTold } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { Held } from './against.ts';
import type { Forecast } from './forecast-report.ts';

/** The files of a forecast, by name. */
export function forecastFiles(forecast: Forecast): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    [forecastTable.file, forecastCsv(forecast)],
    [outturnTable.file, outturnCsv(forecast)],
    [nextStepTable.file, nextStepCsv(forecast)],
  ]);
  if (forecast.against !== null) files.set(againstTable.file, againstCsv(forecast.against));
  return files;
}

function forecastCsv({ lines }: Forecast): string {
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
  return csvOf(forecastTable, rows);
}

function outturnCsv({ scheme, outturn }: Forecast): string {
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
  return csvOf(outturnTable, rows);
}

function nextStepCsv({ nextSteps }: Forecast): string {
  const rows = nextSteps.map(({ practiceCode, component, figure, now, next, needed, worth }) => [
    practiceCode,
    component.id,
    figure,
    now,
    next,
    needed,
    formatAmount(worth),
  ]);
  return csvOf(nextStepTable, rows);
}

function againstCsv(against: readonly Held[]): string {
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
  return csvOf(againstTable, rows);
}

function csvOf(table: TableTold, rows: readonly (readonly string[])[]): string {
  return [headerOf(table), ...rows].map(csvRow).join('');
}

function orBlank(amount: Pence | null): string {
  return amount === null ? '' : formatAmount(amount);
}
