import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { formatDay } from '../../domain/day.ts';
import { currencyKey, sterling } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds } from '../../domain/money/money.ts';
import type { BatchDocument } from '../../formats/batch.ts';
import { isObject, parsedJson } from '../../record/files/plain-json.ts';
import { type Block, heading, paragraph, renderPage, table, title, unbroken } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { figureColumn, row, wordColumn } from '../../report/page/text-table.ts';
import type { RunOfJob } from './run-of-job.ts';

const format = 'quarterday/batch/1' as const;

/** batch.json: what became of each run, in the order of the job. Paths are seen from the folder of the job; there is no clock in it. */
export function batchData(runs: readonly RunOfJob[], job: string): BatchDocument {
  return {
    format,
    job: basename(job),
    exit: worstExit(runs),
    counts: {
      runs: runs.length,
      made: numberOf('made', runs),
      made_before: numberOf('made-before', runs),
      rehearsed: numberOf('rehearsed', runs),
      failed: numberOf('failed', runs),
    },
    runs: runs.map(({ run, state, exit, runId, folder: made, currency, net, findings }) => ({
      scheme: run.named,
      period: run.period,
      as_at: formatDay(run.asAt),
      state,
      exit,
      warnings: warningsOf(findings),
      run_id: runId,
      folder: made === null ? null : relative(dirname(job), made).split(sep).join('/'),
      ...currencyKey(currency ? { currency } : {}),
      net: net === null ? null : formatAmount(net),
    })),
  };
}

function numberOf(state: RunOfJob['state'], runs: readonly RunOfJob[]): number {
  return runs.filter((each) => each.state === state).length;
}

/** The folder of a run as it is seen from where the job was named. */
export function seenFrom(job: string, folder: string): string {
  return join(dirname(job), relative(dirname(job), folder));
}

function warningsOf(findings: RunOfJob['findings']): number {
  return findings.filter(({ severity }) => severity === 'warning').length;
}

export function worstExit(runs: readonly RunOfJob[]): number {
  return Math.max(0, ...runs.map(({ exit }) => exit));
}

/** Whether what stands at the path of batch.json is one of an earlier time, which may be replaced. */
export function isBatchReport(path: string): boolean {
  const written = parsedJson(readFileSync(path, 'utf8'));
  return isObject(written) && written.format === format;
}

const says: Readonly<Record<RunOfJob['state'], string>> = {
  made: 'made',
  'made-before': 'made before',
  rehearsed: 'rehearsal',
  failed: 'failed',
};

/** The one table that a job ends with, and where the folders are. */
export function batchText(job: string, runs: readonly RunOfJob[], paint: Paint): string {
  const columns = [
    ...['scheme', 'period', 'as at', 'outcome'].map(wordColumn),
    ...['warnings', 'net', 'exit'].map(figureColumn),
  ];
  const rows = runs.map(({ run, state, exit, currency = sterling, net, findings }) =>
    row(
      run.named,
      run.period,
      formatDay(run.asAt),
      says[state],
      String(warningsOf(findings)),
      net === null ? '' : formatPounds({ currency }, net),
      String(exit),
    ),
  );
  const folders = runs.flatMap(({ folder }) => (folder === null ? [] : [seenFrom(job, folder)]));
  const blocks: Block[] = [title(basename(job)), paragraph(counted(runs)), table({ columns, rows })];
  if (folders.length > 0) {
    blocks.push(heading('Run folders'), ...folders.map(unbroken));
  }
  return renderPage(blocks, paint);
}

function counted(runs: readonly RunOfJob[]): string {
  const parts = (['made', 'made-before', 'rehearsed', 'failed'] as const).flatMap((state) => {
    const some = numberOf(state, runs);
    return some === 0 ? [] : [`${some} ${says[state]}`];
  });
  return `${runs.length === 1 ? '1 run' : `${runs.length} runs`}: ${parts.join(', ')}.`;
}
