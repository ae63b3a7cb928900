import { type ClaimJudge, type CountedClaims, openClaimJudge } from '../calculate/claims.ts';
import { type ClaimsFile, type DataFolder, type InputFile, readDataFolder } from '../data/folder.ts';
import type { Scheme } from '../domain/scheme.ts';
import { SystemFailure } from '../record/system-failure.ts';
import type { RefusedRow } from '../report/reports/refused.ts';
import type { Watch } from './terminal.ts';
import type { RunSource } from './work-out-run.ts';

/** Everything that a run is made from, but for the claims themselves, which are never held. */
export interface RunData {
  readonly folder: DataFolder;
  readonly claims: JudgedClaims | null;
}

/** The claims after their first reading. */
interface JudgedClaims {
  readonly file: ClaimsFile;
  readonly input: InputFile;
  readonly judge: ClaimJudge;
  readonly counted: CountedClaims;
}

/** Reads the data folder, and the claims for the first time. Every mistake is noted. */
export async function readRunData(scheme: Scheme, source: RunSource, watch: Watch): Promise<RunData> {
  const { data, encoding, asAt } = source;
  const { note } = watch.findings;
  const folder = await readDataFolder(data, scheme, { encoding, note });
  if (!folder.claims) return { folder, claims: null };
  const { progress } = watch;
  const judge = openClaimJudge(scheme, folder.facts, asAt);
  progress.restart();
  const input = await folder.claims.read((claim) => {
    judge.offer(claim);
    progress.step('claims read');
  }, note);
  return { folder, claims: { file: folder.claims, input, judge, counted: judge.settle() } };
}

/** Reads the claims for the second time: the rows that do not count, in order of practice and line. */
export async function refusedClaims({ folder, claims }: RunData, { progress }: Watch): Promise<RefusedRow[]> {
  if (!claims) return [];
  const { file, input, judge } = claims;
  // All refused rows are held here, the one thing of a run that grows with the claims.
  const rows: RefusedRow[] = [];
  progress.restart();
  const again = await file.read((claim, row) => {
    progress.step('claims judged');
    const refusal = judge.verdict(claim);
    if (typeof refusal === 'string') return;
    const practiceCode = folder.facts.practices[claim.practice]?.code ?? '';
    rows.push({ file: input.name, line: claim.line, practiceCode, refusal, row: detached(row) });
  }, ignore);
  if (again.sha256 !== input.sha256)
    throw new SystemFailure('read', file.path, 'CHANGED', 'it changed while it was read');
  return rows.sort(byPracticeAndLine);
}

/** The findings of the second reading are those of the first. */
function ignore(): void {}

/** The same text in memory of its own: a row is cut from a large text, which it would keep alive. */
function detached(row: string): string {
  return Buffer.from(row, 'utf8').toString('utf8');
}

function byPracticeAndLine(a: RefusedRow, b: RefusedRow): number {
  return a.practiceCode === b.practiceCode ? a.line - b.line : a.practiceCode < b.practiceCode ? -1 : 1;
}
