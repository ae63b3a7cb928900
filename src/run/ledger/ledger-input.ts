import { sha256Of } from '../../data/files/input.ts';
import type { InputFile } from '../../data/files/input-file.ts';
import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding, type Outcome } from '../../domain/findings/finding.ts';
import { addPence, formatAmount, noPence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { inWords } from '../../domain/words/words.ts';
import { type PostedRow, postedCsv, postedFile } from '../../record/ledger/posted-rows.ts';
import type { ChainedPosting } from '../../record/ledger/posting.ts';
import { newestPosting, SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import type { NewestPosting } from '../../record/run-folder/manifest.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { newFolderMistake } from '../given/paths.ts';
import { inOneCurrency } from './currencies.ts';
import { ledgerUnsound, strayInLedger } from './ledger-findings.ts';

/** What a run takes from a ledger: where it stood, and every line that it held for the scheme. */
export interface LedgerInput {
  /** Null for a run without a ledger, which takes no line from it. */
  readonly newest: NewestPosting | null;
  readonly rows: readonly PostedRow[];
  /** The lines as the run keeps them, so that it can be made again without the ledger. */
  readonly file: InputFile;
}

export function ledgerInput(newest: NewestPosting | null, rows: readonly PostedRow[]): LedgerInput {
  const content = Buffer.from(postedCsv(rows), 'utf8');
  const file = { name: postedFile, bytes: content.length, rows: rows.length, sha256: sha256Of(content), content };
  return { newest, rows, file };
}

/** A ledger that was read for a run. */
export interface ReadLedger {
  readonly input: LedgerInput;
  /** The newest posting of the scheme; null where there is none. */
  readonly newest: ChainedPosting | null;
}

/** Reads the ledger for a run of a scheme. Null where the ledger cannot be trusted, which is noted. */
export function readLedgerFor({ id, words }: Scheme, path: string, { findings }: Terminal): ReadLedger | null {
  const mistake = newFolderMistake(path, '--ledger');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const ledger = new SchemeLedger(id);
  const { exists, currency, differences, strays } = walkLedger(path, { posting: ledger.take });
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  const other = differences.length > 0 ? [] : inOneCurrency(words, currency);
  findings.noteAll(other);
  if (differences.length + other.length > 0) return null;
  if (!exists) findings.note(newLedger(path));
  findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  const { newest, rows } = ledger;
  return { input: ledgerInput(newestPosting(newest), rows), newest };
}

function newLedger(path: string): Finding {
  const message = 'there is no ledger in this place yet, so that nothing counts as posted before';
  const hint = 'check the path; if the ledger is to begin here, make the folder, or go on: the first posting makes it';
  return finding('new-ledger', { field: '--ledger' }, { message, value: path, hint });
}

/** The facts with what the ledger has paid among what was paid before: each posting on the as-at date of its run, and it always counts. */
export function factsWithPosted(facts: Facts, scheme: Scheme, rows: readonly PostedRow[]): Outcome<Facts> {
  const practices = new Set(facts.practices.map(({ code }) => code));
  const findings = [
    ...postedPlaces(rows).flatMap((place) => postedMistakes(place, practices, scheme)),
    ...payeesSpeltOtherwise(facts, rows),
  ];
  const paid = new Map([...facts.paid].map(([code, own]) => [code, [...own]]));
  for (const [index, { practice, payee, component, period, amount, serial, asAt }] of rows.entries()) {
    const own = paid.get(practice) ?? [];
    paid.set(practice, own);
    const line = index + 2;
    own.push({ component, period, amount, paidOn: asAt, payeeCode: payee, reference: null, posting: serial, line });
  }
  return { value: { ...facts, paid }, findings };
}

type PostedPlace = Pick<PostedRow, 'practice' | 'component' | 'period' | 'amount'>;

/** What was posted by practice, component and period: a mistake is told once for each. */
function postedPlaces(rows: readonly PostedRow[]): readonly PostedPlace[] {
  const places = new Map<string, PostedPlace>();
  for (const { practice, component, period, amount } of rows) {
    const key = `${practice},${component},${period}`;
    const before = places.get(key)?.amount ?? noPence;
    places.set(key, { practice, component, period, amount: addPence(before, amount) });
  }
  return [...places.values()];
}

/** A payee of the data folder that the ledger has paid under other capitals: the two would be taken for one another. */
function payeesSpeltOtherwise({ payees, paid }: Facts, rows: readonly PostedRow[]): readonly Finding[] {
  const posted = new Map(rows.map(({ payee }) => [payee.toUpperCase(), payee]));
  const named = [
    ...[...payees.values()].flat().map(({ payeeCode, line }) => ({ payeeCode, line, file: 'payees.csv' })),
    ...[...paid.values()].flat().map(({ payeeCode, line }) => ({ payeeCode, line, file: 'paid.csv' })),
  ];
  return named.flatMap(({ payeeCode, line, file }) => {
    const before = posted.get(payeeCode.toUpperCase());
    if (before === undefined || before === payeeCode) return [];
    const message = `differs from ${before}, whom the ledger has paid, in its capitals only; expected one spelling of a payee`;
    const hint = `write ${before} here too, or give this payee another code if they are two`;
    return [finding('payee-code-capitals', { file, line, field: 'payee_code' }, { message, value: payeeCode, hint })];
  });
}

/** Money that was paid cannot be left out of account. */
function postedMistakes(posted: PostedPlace, practices: ReadonlySet<string>, { words, components, periods }: Scheme) {
  const { practice, component, period, amount } = posted;
  const paid = `the ledger has paid ${practice} ${formatAmount(amount)} for ${component} in ${period}`;
  if (!practices.has(practice)) {
    const message = sayIn(words)`${paid}, but practices.csv does not list the practice`;
    const hint = inWords(words, 'add the practice to practices.csv; if it has left, with the day in left_on');
    return [finding('posted-practice-missing', { file: 'practices.csv' }, { message, value: practice, hint })];
  }
  const isKnown = components.some(({ id }) => id === component) && periods.some(({ id }) => id === period);
  if (isKnown) return [];
  const message = `${paid}, but the scheme has no such component or period`;
  const hint = 'use the scheme file with the ids that were paid under; ids never change once money was paid';
  return [finding('posted-line-unknown', {}, { message, value: `${component} ${period}`, hint })];
}
