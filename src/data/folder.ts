import { join } from 'node:path';
import type {
  Decision,
  EvidenceRow,
  Facts,
  MeasureRow,
  Membership,
  PaidRow,
  PayeeRow,
  Plan,
  Succession,
} from '../domain/facts.ts';
import { type Finding, saidFinding } from '../domain/findings/finding.ts';
import { claimCellsOf } from '../domain/scheme/claim-cells.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { Successions } from '../domain/successions.ts';
import { type ClaimsFile, claimsFile } from './claims/claims.ts';
import type { TableEnd, TableSource } from './csv/table.ts';
import { listFolder } from './files/folder-listing.ts';
import { readInput, sha256Of } from './files/input.ts';
import type { InputFile, RowCounts } from './files/input-file.ts';
import { findingsOfPlausibility } from './plausible/plausible.ts';
import type { ByPractice } from './tables/by-practice.ts';
import { readDecisions } from './tables/decisions.ts';
import { readEvidence } from './tables/evidence.ts';
import { watchGroupSpellings } from './tables/group-spellings.ts';
import { joiningMistakes } from './tables/joinings.ts';
import { type CountedLists, readListSizes } from './tables/list-sizes.ts';
import { readMeasures } from './tables/measures.ts';
import { readMemberships } from './tables/memberships.ts';
import { readPaid } from './tables/paid.ts';
import { payeeNames } from './tables/payee-names.ts';
import { readPayees } from './tables/payees.ts';
import { readPlans } from './tables/plans.ts';
import { type PracticesRead, readPractices } from './tables/practices.ts';
import { readSuccessions } from './tables/successions.ts';
import { eventsOf } from './tables/table-use.ts';
import {
  claimsTable,
  decisionsTable,
  evidenceTable,
  listSizesTable,
  measuresTable,
  membershipsTable,
  paidTable,
  payeesTable,
  plansTable,
  practicesTable,
  successionsTable,
} from './tables/tables.ts';

export type { ClaimsFile } from './claims/claims.ts';
export type { Note } from './csv/note.ts';

export type { Encoding } from './files/encoding.ts';
export type { InputFile } from './files/input-file.ts';

/** A data folder that has been read, but for the rows of claims.csv. */
export interface DataFolder {
  /** What could be read: all of it if no error was noted. */
  readonly facts: Facts;
  /** The files that the scheme has a use for, without claims.csv. */
  readonly inputs: readonly InputFile[];
  /** Null where the scheme asks for no claims, or the file is missing. */
  readonly claims: ClaimsFile | null;
  readonly counts: readonly RowCounts[];
}

/** Whose rows are looked at, by practice code. */
export type Whose = 'all' | ReadonlySet<string>;

/** The data of a run, read once more: what is hard to believe in it was told when the run was made. */
export interface ReadAgain {
  /** Whose evidence is looked at: one practice's alone, where nothing depends on that of others. */
  readonly evidenceOf: Whose;
}

/** Reads a data folder. Every mistake of every file is noted; only what the system refuses is thrown. */
export async function readDataFolder(
  dir: string,
  scheme: Scheme,
  {
    encoding,
    note: noteSaid,
    pause,
  }: Pick<TableSource, 'encoding' | 'pause'> & { readonly note: (finding: Finding) => void },
  again: ReadAgain | null = null,
): Promise<DataFolder> {
  const note: TableSource['note'] = (each) => noteSaid(saidFinding(scheme.words, each));
  const files = listFolder(dir, scheme, note);
  const inputs: InputFile[] = [];
  const counts: RowCounts[] = [];

  async function read(file: string, readRows: (source: TableSource) => Promise<TableEnd>): Promise<void> {
    if (!files.has(file)) return;
    const content = readInput(join(dir, file));
    const { rows, ignored } = await readRows({ content, encoding, note, pause });
    inputs.push({ name: file, bytes: content.length, rows, sha256: sha256Of(content), content });
    counts.push({ file, rows, ignored });
  }

  const who: PracticesRead = { practices: [], named: null };
  const memberships: ByPractice<Membership> = new Map();
  const successions: Succession[] = [];
  const lists: CountedLists = { listSizes: new Map(), others: new Map(), first: new Map() };
  const evidence: ByPractice<EvidenceRow> = new Map();
  const measures: ByPractice<MeasureRow> = new Map();
  const decisions: ByPractice<Decision> = new Map();
  const plans: ByPractice<Plan> = new Map();
  const paid: ByPractice<PaidRow> = new Map();
  const payees: ByPractice<PayeeRow> = new Map();
  const names = payeeNames();
  const spelling = watchGroupSpellings(scheme);
  await read(practicesTable.file, (source) => readPractices(source, scheme.words, spelling, who));
  for (const { code, line } of who.practices) names.spelt(code, { file: practicesTable.file, line });
  await read(membershipsTable.file, (source) => readMemberships(source, who.named, spelling, memberships));
  await read(successionsTable.file, (source) => readSuccessions(source, who.named, successions));
  const codes = new Successions(successions, who.practices);
  for (const mistake of joiningMistakes(scheme, who.practices, codes)) note(mistake);
  await read(listSizesTable.file, (source) => readListSizes(source, scheme, who, codes, lists));
  // Where codes follow one another, or a plan names several, an account rests on rows of other codes too.
  const isAlone = !files.has(successionsTable.file) && !files.has(plansTable.file);
  const concerns = again && isAlone ? linesOf(again.evidenceOf) : undefined;
  await read(evidenceTable.file, (source) =>
    readEvidence({ ...source, ...(concerns && { concerns }) }, scheme, who.named, evidence),
  );
  await read(measuresTable.file, (source) => readMeasures(source, scheme, who.named, measures));
  await read(decisionsTable.file, (source) => readDecisions(source, scheme, who.named, decisions));
  await read(plansTable.file, (source) => readPlans(source, scheme, who.named, plans));
  await read(paidTable.file, (source) => readPaid(source, scheme, who.named, paid, names));
  await read(payeesTable.file, (source) => readPayees(source, scheme, who.named, payees, names));

  const facts: Facts = {
    practices: who.practices,
    memberships,
    successions,
    listSizes: lists.listSizes,
    otherLists: lists.others,
    firstLists: lists.first,
    evidence,
    measures,
    decisions,
    plans,
    paid,
    payees,
  };
  if (!again) for (const each of findingsOfPlausibility(scheme, facts)) note(each);

  const hasClaims = files.has(claimsTable.file);
  const path = join(dir, claimsTable.file);
  return {
    facts,
    inputs,
    claims: hasClaims
      ? claimsFile({ path, encoding, who, events: eventsOf(scheme), cells: claimCellsOf(scheme) })
      : null,
    counts,
  };
}

/** Which lines have a code of theirs in them. */
function linesOf(whose: Whose): TableSource['concerns'] {
  if (whose === 'all') return undefined;
  const codes = [...whose];
  return (line) => codes.some((code) => line.includes(code));
}
