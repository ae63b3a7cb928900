import { findingsOfData } from '../calculate/checks.ts';
import { openClaimJudge } from '../calculate/claims/claim-judge.ts';
import type { CountedClaims } from '../calculate/claims/counted-claims.ts';
import type { AccountFacts } from '../calculate/identity/account-facts.ts';
import { openAccounts } from '../calculate/identity/accounts.ts';
import { claimsAreLikely } from '../data/plausible/claims.ts';
import { tables } from '../data/tables/tables.ts';
import { day } from '../domain/day.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { ScratchFolder } from '../record/files/scratch-folder.ts';
import type { Watch } from '../terminal/terminal.ts';
import { judgeClaims } from './judge-claims.ts';
import { filesOfAccounts, type RunData, readRunData } from './run-data.ts';
import type { RunSource } from './run-source.ts';
import { tellOfClaims } from './tell-of-claims.ts';

/** The last day that a date can name: every row of the data is known by then. */
const endOfTime = day('2199-12-31');

/** Notes whatever a run would find in a data folder, for any period and as at any day, as far as it follows from the data alone. */
export async function checkData(
  scheme: Scheme,
  source: Pick<RunSource, 'data' | 'encoding'>,
  scratch: ScratchFolder,
  watch: Watch,
): Promise<void> {
  const data = await readRunData(scheme, { ...source, asAt: endOfTime }, scratch, watch);
  const { areSound } = data;
  const accounts = openAccounts(scheme, data.folder.facts, endOfTime);
  const { facts } = accounts.value;
  if (areSound(...filesOfAccounts)) watch.findings.noteAll(accounts.findings);
  const isRunnable = scheme.status === 'agreed' && areSound(...tables.map(({ file }) => file));
  const claims = isRunnable ? await judged(scheme, facts, data, watch) : null;
  if (!isRunnable) await tellOfClaims(scheme, data, watch);
  watch.findings.noteAll(findingsOfData(scheme, facts, { period: null, asAt: endOfTime, claims, areSound }));
}

/** What the claims come to. None of them is listed as refused: that depends on the as-at date. */
async function judged(
  scheme: Scheme,
  facts: AccountFacts,
  data: RunData,
  { findings, progress }: Watch,
): Promise<CountedClaims | null> {
  const judge = openClaimJudge(scheme, facts, endOfTime);
  const onClaims = { ofPractice: claimsAreLikely(scheme, findings.note), refused: () => {} };
  progress.restart(data.claims?.rows.count ?? null);
  for (const count of judgeClaims(scheme, data, judge, onClaims)) {
    progress.step('claims judged', count);
    await progress.pause();
  }
  return data.claims && judge.counted;
}
