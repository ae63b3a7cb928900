import { formatAmount } from '../../domain/money/money.ts';
import { postingName } from '../../record/ledger/names.ts';
import { plainPostedLines } from '../../record/ledger/plain-lines.ts';
import type { FiledPosting } from '../../record/ledger/plain-posting.ts';
import { postedLines } from '../../record/ledger/posted-lines.ts';
import { lineKey, type PostedLine } from '../../record/ledger/posting.ts';
import { controlsData, type Manifest, schemeSha256Of } from '../../record/run-folder/manifest.ts';
import type { Difference } from '../../record/verify/difference.ts';
import type { RowsOf } from '../../record/verify/report-row.ts';

/** Holds a posting against the run that it posted: its scheme, its sums, and every line with its payee. */
export function postingDifferences(posting: FiledPosting, manifest: Manifest, rowsOf: RowsOf): readonly Difference[] {
  const file = postingName(posting.serial, posting.run);
  const lines = 'bytes' in posting.lines ? [...plainPostedLines(posting.lines)] : posting.lines;
  return [
    ...headerDifferences(posting, manifest),
    ...lineDifferences(new Map(lines.map(keyed)), new Map(postedLines(rowsOf).map(keyed))),
  ].map((says) => ({ file, says }));
}

function headerDifferences(posting: FiledPosting, manifest: Manifest): readonly string[] {
  const { scheme, period, asAt, controls } = manifest;
  return [
    ...(posting.scheme === scheme && posting.period === period && posting.asAt === asAt
      ? []
      : ['is of another scheme, period or as-at date than the run folder']),
    ...(posting.schemeSha256 === schemeSha256Of(manifest) ? [] : ['names another scheme file than the run folder']),
    ...(JSON.stringify(controlsData(posting.controls)) === JSON.stringify(controlsData(controls))
      ? []
      : ['has other control totals than the run folder']),
  ];
}

function lineDifferences(posted: ReadonlyMap<string, string>, run: ReadonlyMap<string, string>): readonly string[] {
  const keys = [...new Set([...posted.keys(), ...run.keys()])].sort();
  return keys
    .filter((key) => posted.get(key) !== run.get(key))
    .map((key) => `has ${posted.get(key) ?? 'nothing'} for ${key}; the run folder has ${run.get(key) ?? 'nothing'}`);
}

function keyed(line: PostedLine): readonly [string, string] {
  return [lineKey(line).slice(0, -1), formatAmount(line.amount)];
}
