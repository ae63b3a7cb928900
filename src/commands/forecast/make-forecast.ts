import { basename } from 'node:path';
import type { TableSource } from '../../data/csv/table.ts';
import { readInput } from '../../data/files/input.ts';
import { readAssumptions } from '../../data/outlook/assumptions.ts';
import { readEarlierForecast } from '../../data/outlook/earlier-forecast.ts';
import { heldAgainst } from '../../outlook/forecast/against.ts';
import { withExpected } from '../../outlook/forecast/expected.ts';
import { forecastLines } from '../../outlook/forecast/forecast.ts';
import { forecastFiles } from '../../outlook/forecast/forecast-csv.ts';
import { forecastData } from '../../outlook/forecast/forecast-data.ts';
import type { Forecast } from '../../outlook/forecast/forecast-report.ts';
import { forecastText } from '../../outlook/forecast/forecast-text.ts';
import { nextSteps } from '../../outlook/forecast/next-steps.ts';
import { outturnOf } from '../../outlook/forecast/outturn.ts';
import { isBoundedOverTerm, isSharedMoney, notBounded } from '../../outlook/worlds/not-bounded.ts';
import { budgetIn } from '../../run/given/finance-folder.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { type Outlook, openOutlook } from '../../run/outlook/open-outlook.ts';
import { writeOutlook } from '../../run/outlook/write-outlook.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ForecastRequest } from '../request.ts';

/** Works out what a term will come to, and writes it into a new folder where there is one. It is no run folder, and cannot be posted. */
export async function makeForecast(request: ForecastRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const { assume, against, finance } = request;
  for (const [path, needed, field] of [
    [assume, 'file', '--assume'],
    [against, 'file', '--against'],
    [finance, 'folder', '--finance'],
  ] as const) {
    const mistake = path === null ? null : pathMistake(path, needed, field);
    if (mistake) findings.note(mistake);
  }
  const outlook = await openOutlook(request, host, terminal);
  if (!outlook || findings.forbid) return;
  const forecast = await forecastOf(outlook, request, terminal);
  if (findings.forbid) return;
  const tell = () => {
    if (terminal.format === 'json') terminal.printJson(forecastData(forecast));
    else terminal.print(forecastText(forecast, terminal.paint));
  };
  writeOutlook(request.out, () => forecastFiles(forecast), 'forecast', terminal, tell);
}

async function forecastOf(
  { worlds, practices }: Outlook,
  request: ForecastRequest,
  terminal: Terminal,
): Promise<Forecast> {
  const { scheme, asAt, lastDay } = worlds;
  const { findings, progress } = terminal;
  const { assume, against, finance, encoding } = request;
  const sourceOf = (path: string): TableSource => ({
    content: readInput(path),
    encoding,
    note: findings.note,
    pause: progress.pause,
  });
  const assumed = assume === null ? [] : await readAssumptions(basename(assume), sourceOf(assume), scheme, practices);
  const earlier = against === null ? null : await readEarlierForecast(basename(against), sourceOf(against), scheme);
  const budgets = finance === null ? [] : await budgetIn(finance, [scheme], terminal);
  progress.restart();
  const { value: lines, findings: mistakes } = withExpected(
    scheme.words,
    [...forecastLines(worlds)],
    assumed,
    basename(assume ?? ''),
  );
  findings.noteAll(mistakes);
  return {
    scheme,
    asAt,
    lastDay,
    lines,
    outturn: outturnOf(scheme, lines, budgets, asAt),
    nextSteps: [...nextSteps(worlds)],
    notBounded: notBounded(scheme),
    sharedMoney: scheme.components.filter((each) => isSharedMoney(each, scheme)).map(({ id }) => id),
    overTerm: scheme.components.filter(isBoundedOverTerm).map(({ id }) => id),
    against: earlier && heldAgainst(scheme, lines, earlier),
  };
}
