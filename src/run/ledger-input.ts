import { sha256Of } from '../data/files/input.ts';
import type { InputFile } from '../data/files/input-file.ts';
import type { Day } from '../domain/day.ts';
import type { Facts, PaidRow } from '../domain/facts.ts';
import { type Finding, finding, type Outcome } from '../domain/findings/finding.ts';
import { formatAmount } from '../domain/money/money.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { type PostedAmount, PostedTotals, postedCsv, postedFile } from '../record/ledger/posted-amounts.ts';
import { walkLedger } from '../record/ledger/walk-ledger.ts';
import type { LedgerHead } from '../record/run-folder/manifest.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { ledgerUnsound } from './ledger-findings.ts';
import { newFolderMistake } from './paths.ts';

/** What a run takes from a ledger: where it stood, and what it had paid under the scheme. */
export interface LedgerInput {
  readonly head: LedgerHead;
  readonly amounts: readonly PostedAmount[];
  /** The amounts as the run keeps them, so that it can be made again without the ledger. */
  readonly file: InputFile;
}

export function ledgerInput(head: LedgerHead, amounts: readonly PostedAmount[]): LedgerInput {
  const content = Buffer.from(postedCsv(amounts), 'utf8');
  const file = { name: postedFile, bytes: content.length, rows: amounts.length, sha256: sha256Of(content), content };
  return { head, amounts, file };
}

/** Reads the ledger for a run of a scheme. Null where the ledger cannot be trusted, which is noted. */
export async function readLedgerFor({ id }: Scheme, path: string, { findings }: Terminal): Promise<LedgerInput | null> {
  const mistake = newFolderMistake(path, '--ledger');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const totals = new PostedTotals(id);
  const { exists, head, differences } = walkLedger(path, totals.add);
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  if (differences.length > 0) return null;
  if (!exists) findings.note(newLedger(path));
  return ledgerInput(head, totals.amounts());
}

function newLedger(path: string): Finding {
  const message = 'there is no ledger in this place yet, so that nothing counts as posted before';
  const hint = 'check the path; if the ledger is to begin here, make the folder, or go on: the first posting makes it';
  return finding('new-ledger', { field: '--ledger' }, { message, value: path, hint });
}

/** The facts with what the ledger has paid among what was paid before. It always counts, so it is dated on the as-at date. */
export function factsWithPosted(
  facts: Facts,
  scheme: Scheme,
  amounts: readonly PostedAmount[],
  asAt: Day,
): Outcome<Facts> {
  const practices = new Set(facts.practices.map(({ code }) => code));
  const findings = amounts.flatMap((amount) => postedMistakes(amount, practices, scheme));
  const paid = new Map(facts.paid);
  for (const { practice, component, period, amount } of amounts) {
    const row: PaidRow = { component, period, amount, paidOn: asAt, reference: null, line: 0 };
    paid.set(practice, [row, ...(paid.get(practice) ?? [])]);
  }
  return { value: { ...facts, paid }, findings };
}

/** Money that was paid cannot be left out of account. */
function postedMistakes(posted: PostedAmount, practices: ReadonlySet<string>, { components, periods }: Scheme) {
  const { practice, component, period, amount } = posted;
  const paid = `the ledger has paid ${practice} ${formatAmount(amount)} for ${component} in ${period}`;
  if (!practices.has(practice)) {
    const message = `${paid}, but practices.csv does not list the practice`;
    const hint = 'add the practice to practices.csv; if it has left, with the day in left_on';
    return [finding('posted-practice-missing', { file: 'practices.csv' }, { message, value: practice, hint })];
  }
  const isKnown = components.some(({ id }) => id === component) && periods.some(({ id }) => id === period);
  if (isKnown) return [];
  const message = `${paid}, but the scheme has no such component or period`;
  const hint = 'use the scheme file with the ids that were paid under; ids never change once money was paid';
  return [finding('posted-line-unknown', {}, { message, value: `${component} ${period}`, hint })];
}
