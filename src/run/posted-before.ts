import { sha256Of } from '../data/files/input.ts';
import { paidTable } from '../data/tables/tables.ts';
import { type Day, formatDay } from '../domain/day.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { formatPounds, sumPence } from '../domain/money/money.ts';
import type { ChainedPosting } from '../record/ledger/posting.ts';
import { sayPosting } from './ledger/ledger-findings.ts';
import type { FinishedRun } from './run-record.ts';
import type { RunSource } from './run-source.ts';

/** What there is to warn of where a run follows postings of its scheme, or should. It is the same when the run is made again. */
export function postedWarnings(run: FinishedRun): Finding[] {
  return [...schemeIsThatOfTheNewestPosting(run.source), ...earlierPeriodsCountAsPaid(run)];
}

function schemeIsThatOfTheNewestPosting({ schemeFile, ledger }: RunSource): Finding[] {
  const { serial, schemeSha256 } = ledger.newest ?? { serial: 0, schemeSha256: null };
  const sha256 = sha256Of(schemeFile.bytes);
  if (schemeSha256 === null || schemeSha256 === sha256) return [];
  const message = `the file has the sha256 ${sha256}; that of posting ${serial}, the newest of this scheme, has ${schemeSha256}`;
  const hint = `see what the change moves: quarterday diff, with the run folder of posting ${serial} and that of this run`;
  return [finding('scheme-changed', { file: schemeFile.name }, { message, hint })];
}

/** What a run pays for periods before its own is paid again where nobody said what was paid before. */
function earlierPeriodsCountAsPaid({ source, data, totals }: FinishedRun): Finding[] {
  const { newest } = source.ledger;
  const isTold = newest === null ? data.folder.inputs.some(({ name }) => name === paidTable.file) : newest.serial > 0;
  if (isTold) return [];
  const earlier = source.schemeFile.scheme.periods.slice(0, source.period.index).flatMap(({ id }) => {
    const paid = sumPence(
      totals.components.flatMap(({ periods }) =>
        periods.filter(({ period }) => period.id === id).map(({ sums }) => sums.payments.amount),
      ),
    );
    return paid > 0n ? [`${formatPounds(source.schemeFile.scheme.words, paid)} for ${id}`] : [];
  });
  if (earlier.length === 0) return [];
  const why =
    newest === null ? 'there is neither a ledger nor a paid.csv' : 'the ledger holds no posting of this scheme';
  const message = `${why}, so that earlier periods are paid now: ${earlier.join(', ')}`;
  const hint =
    'if they were paid before, give the ledger that they were posted to, or list them in paid.csv; if not, go on';
  return [finding('nothing-posted', { field: '--ledger' }, { message, hint })];
}

/** A run as at a day before that of the newest posting of its scheme: refused where it is to be kept. */
export function beforeNewestPosting(newest: ChainedPosting | null, asAt: Day, isKept: boolean): Finding[] {
  if (newest === null || asAt >= newest.asAt) return [];
  const message = `the newest posting of the scheme is as at a later day: ${sayPosting(newest)}; a run as at ${formatDay(asAt)} undoes what was decided since`;
  const hint = `run as at ${formatDay(newest.asAt)} or later`;
  const code = isKept ? 'before-newest-posting' : 'rehearsal-before-newest-posting';
  return [finding(code, { field: '--as-at' }, { message, value: formatDay(asAt), hint })];
}
