import { type ClaimCells, claimCellsOf } from '../../domain/scheme/claim-cells.ts';
import { isPlainFigure } from '../../domain/scheme/measure.ts';
import { inWordsOf, sayCodeForm } from '../../domain/scheme/member.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { type ColumnDescription, column, maybe } from './columns.ts';

/** A table of the data folder as a person fills it in. */
export interface TableDescription {
  readonly file: string;
  /** What a row of it is. */
  readonly holds: string;
  readonly columns: readonly ColumnDescription[];
  /** Columns that the program does not know are no mistake: the table is published by somebody else. */
  readonly open?: boolean;
}

/** The names of the columns of a table. */
export type ColumnOf<T extends TableDescription> = T['columns'][number]['name'];

const code = column('practice_code', `the practice: ${sayCodeForm({})}`);

export const practicesTable = {
  file: 'practices.csv',
  holds: 'a practice that takes part',
  columns: [
    code,
    column('practice_name', 'its name, as the reports print it'),
    maybe('locality', 'the locality that totals are made for'),
    maybe('pcn_code', 'its primary care network, U for none'),
    maybe('joined_on', 'the day on which it joined, where that is after the term began'),
    maybe('notice_on', 'the day on which it gave notice to leave'),
    maybe('left_on', 'its last day in the scheme'),
  ],
} as const satisfies TableDescription;

export const membershipsTable = {
  file: 'memberships.csv',
  holds: 'a move of a practice to another locality or network, from a day on',
  columns: [
    code,
    column('from', 'the first day; a period goes by what holds on its first day'),
    maybe('locality', 'the locality from that day on; blank leaves what held before'),
    maybe('pcn_code', 'the primary care network from that day on, U for none; blank leaves what held before'),
  ],
} as const satisfies TableDescription;

export const successionsTable = {
  file: 'successions.csv',
  holds: 'a code that stands for another from a day on: a new code, or a merger of several',
  columns: [
    column('old_code', 'the code that ends; it stays in practices.csv, and its account goes on'),
    column('new_code', 'the code that stands for it; it is in practices.csv too'),
    column('from', 'the first day of the new code'),
    maybe('reference', 'where to find the notice of it'),
  ],
} as const satisfies TableDescription;

export const listSizesTable = {
  file: 'list-sizes.csv',
  holds: 'the list of a practice at a date; or the national file "Patients Registered at a GP Practice" as published',
  columns: [
    code,
    column('as_at', 'the date at which the patients are counted'),
    column(
      'patients',
      'a whole number without separators (with decimals only for a population that is not registered)',
    ),
    maybe('population', 'blank for registered patients, else the kind of population'),
  ],
} as const satisfies TableDescription;

export const nationalListSizesTable = {
  file: 'list-sizes.csv',
  holds: 'the registered list of a practice, as published every month',
  open: true,
  columns: [
    column('EXTRACT_DATE', 'the date of the list'),
    column('CODE', 'the practice'),
    column('NUMBER_OF_PATIENTS', 'the list size'),
    maybe('PUBLICATION', 'the name of the publication'),
    maybe('SEX', 'ALL in the file of practice totals'),
    maybe('AGE', 'ALL in the file of practice totals'),
  ],
} as const satisfies TableDescription;

export const evidenceTable = {
  file: 'evidence.csv',
  holds: 'a document or report that a practice has sent in',
  columns: [
    code,
    column('evidence', 'which of the pieces of evidence that the scheme asks for'),
    maybe('component', 'for evidence asked for by component; blank covers all of them'),
    maybe('period', 'for evidence asked for by period; blank covers all of them'),
    column('received_on', 'the day on which it was received'),
    maybe('quantity', 'how many cases it covers, where the scheme asks for a number'),
    maybe('reference', 'where to find it'),
  ],
} as const satisfies TableDescription;

export const claimsTable = {
  file: 'claims.csv',
  holds: 'a claim for one attendance at one event',
  columns: [
    code,
    column('event', 'the kind of event'),
    column('event_id', 'the event itself: the same for everybody who was there'),
    column('event_date', 'the day of the event'),
    column('claimed_on', 'the day of the claim'),
    maybe('attendee', 'who was there'),
    maybe('person', 'for whom it is: the same for all claims for one person'),
    maybe('amount', 'what it cost, in pounds and pence such as 1234.50'),
    maybe('reference', 'where to find the claim'),
  ],
} as const satisfies TableDescription;

/** The table of claims as a scheme asks for it: a person and an amount only where it wants them, and then always. */
export function claimsTableOf({ person, amount }: ClaimCells): TableDescription {
  const columns = claimsTable.columns.flatMap((each): TableDescription['columns'] => {
    const wanted = each.name === 'person' ? person : each.name === 'amount' ? amount : null;
    if (wanted === null) return [each];
    return wanted.size === 0 ? [] : [{ ...each, optional: false }];
  });
  return { ...claimsTable, columns };
}

/** The table of measures as a scheme asks for it: with items only where one of them has lines. */
export function measuresTableOf({ measures }: Pick<Scheme, 'measures'>): TableDescription {
  const hasLines = measures.some(({ lines }) => lines);
  const [hasPlain, hasShares] = [measures.some(isPlainFigure), !measures.every(isPlainFigure)];
  const columns = measuresTable.columns.flatMap((each): TableDescription['columns'] => {
    if (each.name === 'item' && !hasLines) return [];
    if (each.name !== 'denominator' || !hasPlain) return [each];
    const holds = hasShares ? 'out of how many; blank for a plain figure' : 'blank, as all measures are plain figures';
    return [{ ...each, optional: true, holds }];
  });
  return { ...measuresTable, columns };
}

/** Every table of a data folder as a scheme asks for it. */
export function tablesOf(scheme: Scheme): readonly TableDescription[] {
  return tables.map((table) => {
    if (table === measuresTable) return tableInWordsOf(scheme, measuresTableOf(scheme));
    return tableInWordsOf(scheme, table === claimsTable ? claimsTableOf(claimCellsOf(scheme)) : table);
  });
}

/** A table described in the noun of whom the scheme pays. */
function tableInWordsOf(scheme: Scheme, table: TableDescription): TableDescription {
  if (!scheme.member) return table;
  const columns = table.columns.map((each) => {
    const holds = each.name === 'practice_code' ? `the practice: ${sayCodeForm(scheme)}` : each.holds;
    return { ...each, holds: inWordsOf(scheme, holds) };
  });
  return { ...table, holds: inWordsOf(scheme, table.holds), columns };
}

export const measuresTable = {
  file: 'measures.csv',
  holds: 'what a practice has achieved on a measure, as at a date',
  columns: [
    code,
    column('measure', 'which of the measures of the scheme'),
    maybe('item', 'which of its lines: a parcel, a room, a child'),
    column('as_at', 'the date of the figures; the latest counts'),
    column('numerator', 'a number, zero or more'),
    column('denominator', 'a number, zero or more'),
  ],
} as const satisfies TableDescription;

export const decisionsTable = {
  file: 'decisions.csv',
  holds: 'what a named person decided, when and why',
  columns: [
    code,
    maybe(
      'component',
      'needed for proportion, recover and waive-recovery; beside the event_id of a late claim it covers that component alone',
    ),
    column('decision', 'proportion, accept-late, recover or waive-recovery'),
    maybe('evidence', 'for accept-late: the evidence, or the event_id of a late claim'),
    maybe(
      'period',
      'for recover and waive-recovery, and for accept-late of evidence asked for by period; blank covers all of them',
    ),
    maybe('proportion', 'for proportion: a share such as 75%, 0.75 or 3/4'),
    maybe('amount', 'for recover and waive-recovery: the sum that may be taken, or is not, such as 72.00'),
    column('decided_on', 'the day of the decision'),
    column('decided_by', 'the name of the person who decided'),
    column('reason', 'why'),
  ],
} as const satisfies TableDescription;

export const plansTable = {
  file: 'plans.csv',
  holds: 'a recovery in instalments that a named person decided on',
  columns: [
    code,
    column('component', 'what was overpaid'),
    column('amount', 'the sum that comes back in all, such as 600.00'),
    column('instalments', 'how many, such as 6: each is rounded down to the penny, and the last takes the rest'),
    column('first_on', 'the day of the first instalment'),
    column(
      'every',
      'month: the same day of each month, or its last; period: then the first day of each period that begins later',
    ),
    maybe('at_most', 'the share of what a run pays the practice that may be taken in it, such as 25%'),
    column('decided_on', 'the day of the decision'),
    column('decided_by', 'the name of the person who decided'),
    column('reason', 'why'),
  ],
} as const satisfies TableDescription;

export const paidTable = {
  file: 'paid.csv',
  holds: 'money paid or recovered outside this program',
  columns: [
    code,
    column('component', 'what it was paid for'),
    column('period', 'the period that it was paid for'),
    column('amount', 'pounds and pence such as 1234.50; below zero for money already recovered'),
    column('paid_on', 'the day of the payment'),
    maybe('payee_code', 'who had the money, or gave it back; blank is the practice'),
    maybe('reference', 'where to find it in the accounts'),
  ],
} as const satisfies TableDescription;

export const payeesTable = {
  file: 'payees.csv',
  holds: 'an agreement that somebody else is paid in place of the practice',
  columns: [
    code,
    maybe('component', 'blank for every component'),
    column('payee_code', 'who is paid instead: up to 20 letters, digits and hyphens'),
    maybe('payee_name', 'its name'),
    column('agreed_on', 'the day of the agreement; the latest counts'),
    maybe('reference', 'where to find the agreement'),
  ],
} as const satisfies TableDescription;

/** Every table of a data folder, in the order in which they are read. */
export const tables: readonly TableDescription[] = [
  practicesTable,
  membershipsTable,
  successionsTable,
  listSizesTable,
  evidenceTable,
  claimsTable,
  measuresTable,
  decisionsTable,
  plansTable,
  paidTable,
  payeesTable,
];
