import { type Finding, finding } from '../domain/findings/finding.ts';
import type { Period, Scheme } from '../domain/scheme/scheme.ts';
import { didYouMean } from '../domain/words/did-you-mean.ts';
import { outputMistake, pathMistake, type Written } from './given/paths.ts';

/** Why a draft cannot be run: every value that is still to be confirmed. Nothing for an agreed scheme. */
export function draftFindings({ status, toBeConfirmed }: Scheme, file: string): Finding[] {
  if (status === 'agreed') return [];
  const values = toBeConfirmed.length > 1 ? 'the values, write them' : 'the value, write it';
  const hint = `a draft can be checked and shown; agree ${values} into the scheme and set its status to "agreed"`;
  if (toBeConfirmed.length === 0) {
    return [
      finding('draft-scheme', { file, field: 'status' }, { message: 'the scheme is a draft', value: status, hint }),
    ];
  }
  return toBeConfirmed.map(({ what, clause }) => {
    const message = `${what}: still to be confirmed (clause ${clause})`;
    return finding('draft-scheme', { file }, { message, hint });
  });
}

/** The period of the scheme that a run is for, or why there is none. */
export function periodNamed({ periods }: Scheme, id: string): Period | Finding {
  const found = periods.find((period) => period.id === id);
  if (found) return found;
  const hint = didYouMean(
    id,
    periods.map((period) => period.id),
  );
  return finding(
    'period-not-in-scheme',
    { field: '--period' },
    { message: 'the scheme has no such period', value: id, hint },
  );
}

/** The folders of a run, as they were typed; null where one is not asked for. */
interface RunFolders {
  readonly data: string;
  readonly ledger: string | null;
  readonly out: string | null;
}

/** Why there is no data folder to be read. */
export function dataMistake({ data }: Pick<RunFolders, 'data'>): Finding | null {
  return pathMistake(data, 'folder', '--data');
}

/** What is wrong with the folders that a run reads and writes. */
export function folderMistakes({ data, ledger, out }: RunFolders): Finding[] {
  const mistake = dataMistake({ data });
  if (mistake) return [mistake];
  const run: Written | null = out === null ? null : { path: out, field: '--out', what: 'run folder' };
  const posted: Written | null = ledger === null ? null : { path: ledger, field: '--ledger', what: 'ledger' };
  const inside = [
    run && outputMistake(run, data, 'data folder'),
    run && posted && outputMistake(run, posted.path, 'ledger'),
    posted && outputMistake(posted, data, 'data folder'),
  ];
  return inside.filter((each) => each !== null);
}
