import { stat } from 'node:fs/promises';
import { type ClaimJudge, type CountedClaims, openClaimJudge } from '../calculate/claims.ts';
import { type ClaimsFile, type DataFolder, type InputFile, readDataFolder } from '../data/folder.ts';
import type { Scheme } from '../domain/scheme.ts';
import { Pigeonholes } from '../record/pigeonholes.ts';
import type { ScratchFolder } from '../record/scratch-folder.ts';
import type { RefusedRow } from '../report/reports/refused.ts';
import { keepHeapSmall } from './small-heap.ts';
import type { Watch } from './terminal.ts';
import type { RunSource } from './work-out-run.ts';

/** Everything that a run is made from, but for the claims themselves, which are never held. */
export interface RunData {
  readonly folder: DataFolder;
  readonly claims: JudgedClaims | null;
}

/** The claims after they were read, each still to have its verdict. */
interface JudgedClaims {
  readonly file: ClaimsFile;
  readonly input: InputFile;
  readonly judge: ClaimJudge;
  readonly counted: CountedClaims;
  /** The rows, in order of practice and line. */
  readonly rows: Pigeonholes;
}

/** Reads the data folder with its claims. Every mistake is noted. */
export async function readRunData(
  scheme: Scheme,
  source: RunSource,
  scratch: ScratchFolder,
  watch: Watch,
): Promise<RunData> {
  const { data, encoding, asAt } = source;
  const { note } = watch.findings;
  const folder = readDataFolder(data, scheme, { encoding, note });
  const { facts, claims: file } = folder;
  if (!file) return { folder, claims: null };
  const { progress } = watch;
  const judge = openClaimJudge(scheme, facts, asAt);
  const { size } = await stat(file.path);
  const rows = new Pigeonholes({ first: 0, places: facts.practices.length, bytes: size }, scratch);
  keepHeapSmall();
  progress.restart();
  const input = await file.read((claim, row) => {
    judge.offer(claim);
    rows.put(claim.practice, claim.line, row);
    progress.step('claims read');
  }, note);
  return { folder, claims: { file, input, judge, counted: judge.settle(), rows } };
}

/** The rows that do not count, in order of practice and line. They can be asked for once. */
export function* refusedClaims({ folder, claims }: RunData): Generator<RefusedRow> {
  if (!claims) return;
  const { file, input, judge } = claims;
  for (const rows of claims.rows.inOrder()) {
    for (const { place, line, text } of rows) {
      const refusal = judge.verdict(file.claimOf(text, line));
      if (typeof refusal === 'string') continue;
      const practiceCode = folder.facts.practices[place]?.code ?? '';
      yield { file: input.name, line, practiceCode, refusal, row: text };
    }
  }
}
