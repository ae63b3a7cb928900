import { sayCodeForm } from '../../domain/scheme/member.ts';
import { plainWords } from '../../domain/words/words.ts';
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

const code = column('practice_code', 'id', `the practice: ${sayCodeForm(plainWords)}`);

export const practicesTable = {
  file: 'practices.csv',
  holds: 'a practice that takes part',
  columns: [
    code,
    column('practice_name', 'words', 'its name, as the reports print it'),
    maybe('locality', 'words', 'the locality that totals are made for'),
    maybe('pcn_code', 'id', 'its primary care network, U for none'),
    maybe('joined_on', 'day', 'the day on which it joined, where that is after the term began'),
    maybe('notice_on', 'day', 'the day on which it gave notice to leave'),
    maybe('left_on', 'day', 'its last day in the scheme'),
  ],
} as const satisfies TableDescription;

export const membershipsTable = {
  file: 'memberships.csv',
  holds: 'a move of a practice to another locality or network, from a day on',
  columns: [
    code,
    column('from', 'day', 'the first day; a period goes by what holds on its first day'),
    maybe('locality', 'words', 'the locality from that day on; blank leaves what held before'),
    maybe('pcn_code', 'id', 'the primary care network from that day on, U for none; blank leaves what held before'),
  ],
} as const satisfies TableDescription;

export const successionsTable = {
  file: 'successions.csv',
  holds: 'a code that stands for another from a day on: a new code, or a merger of several',
  columns: [
    column('old_code', 'id', 'the code that ends; it stays in practices.csv, and its account goes on'),
    column('new_code', 'id', 'the code that stands for it; it is in practices.csv too'),
    column('from', 'day', 'the first day of the new code'),
    maybe('reference', 'words', 'where to find the notice of it'),
  ],
} as const satisfies TableDescription;

export const listHeld = 'the list of a practice at a date';

export const listSizesTable = {
  file: 'list-sizes.csv',
  holds: `${listHeld}; or the national file "Patients Registered at a GP Practice" as published`,
  columns: [
    code,
    column('as_at', 'day', 'the date at which the patients are counted'),
    column(
      'patients',
      'number',
      'a whole number without separators (with decimals only for a population that is not registered)',
      'patients',
    ),
    maybe('population', 'id', 'blank for registered patients, else the kind of population'),
  ],
} as const satisfies TableDescription;

export const nationalListSizesTable = {
  file: 'list-sizes.csv',
  holds: 'the registered list of a practice, as published every month',
  open: true,
  columns: [
    column('EXTRACT_DATE', 'words', 'the date of the list'),
    column('CODE', 'id', 'the practice'),
    column('NUMBER_OF_PATIENTS', 'whole', 'the list size', 'patients'),
    maybe('PUBLICATION', 'words', 'the name of the publication'),
    maybe('SEX', 'words', 'ALL in the file of practice totals'),
    maybe('AGE', 'words', 'ALL in the file of practice totals'),
  ],
} as const satisfies TableDescription;

export const evidenceTable = {
  file: 'evidence.csv',
  holds: 'a document or report that a practice has sent in',
  columns: [
    code,
    column('evidence', 'id', 'which of the pieces of evidence that the scheme asks for'),
    maybe('component', 'id', 'for evidence asked for by component; blank covers all of them'),
    maybe('period', 'id', 'for evidence asked for by period; blank covers all of them'),
    column('received_on', 'day', 'the day on which it was received'),
    maybe('quantity', 'number', 'how many cases it covers, where the scheme asks for a number'),
    maybe('reference', 'words', 'where to find it'),
  ],
} as const satisfies TableDescription;

export const claimsTable = {
  file: 'claims.csv',
  holds: 'a claim for one attendance at one event',
  columns: [
    code,
    column('event', 'id', 'the kind of event'),
    column('event_id', 'id', 'the event itself: the same for everybody who was there'),
    column('event_date', 'day', 'the day of the event'),
    column('claimed_on', 'day', 'the day of the claim'),
    maybe('attendee', 'words', 'who was there'),
    maybe('person', 'id', 'for whom it is: the same for all claims for one person'),
    maybe('amount', 'amount', 'what it cost, in pounds and pence such as 1234.50'),
    maybe('reference', 'words', 'where to find the claim'),
  ],
} as const satisfies TableDescription;

export const measuresTable = {
  file: 'measures.csv',
  holds: 'what a practice has achieved on a measure, as at a date',
  columns: [
    code,
    column('measure', 'id', 'which of the measures of the scheme'),
    maybe('item', 'id', 'which of its lines: a parcel, a room, a child'),
    column('as_at', 'day', 'the date of the figures; the latest counts'),
    column('numerator', 'number', 'a number, zero or more'),
    column('denominator', 'number', 'a number, zero or more'),
  ],
} as const satisfies TableDescription;

export const decisionsTable = {
  file: 'decisions.csv',
  holds: 'what a named person decided, when and why',
  columns: [
    code,
    maybe(
      'component',
      'id',
      'needed for proportion, recover and waive-recovery; beside the event_id of a late claim it covers that component alone',
    ),
    column(
      'decision',
      ['proportion', 'accept-late', 'recover', 'waive-recovery'],
      'proportion, accept-late, recover or waive-recovery',
    ),
    maybe('evidence', 'id', 'for accept-late: the evidence, or the event_id of a late claim'),
    maybe(
      'period',
      'id',
      'for recover and waive-recovery, and for accept-late of evidence asked for by period; blank covers all of them',
    ),
    maybe('proportion', 'share', 'for proportion: a share such as 75%, 0.75 or 3/4'),
    maybe('amount', 'amount', 'for recover and waive-recovery: the sum that may be taken, or is not, such as 72.00'),
    column('decided_on', 'day', 'the day of the decision'),
    column('decided_by', 'words', 'the name of the person who decided'),
    column('reason', 'words', 'why'),
  ],
} as const satisfies TableDescription;

export const plansTable = {
  file: 'plans.csv',
  holds: 'a recovery in instalments that a named person decided on',
  columns: [
    code,
    column('component', 'id', 'what was overpaid'),
    column('amount', 'amount', 'the sum that comes back in all, such as 600.00'),
    column(
      'instalments',
      'whole',
      'how many, such as 6: each is rounded down to the penny, and the last takes the rest',
      'instalments',
    ),
    column('first_on', 'day', 'the day of the first instalment'),
    column(
      'every',
      ['month', 'period'],
      'month: the same day of each month, or its last; period: then the first day of each period that begins later',
    ),
    maybe('at_most', 'share', 'the share of what a run pays the practice that may be taken in it, such as 25%'),
    column('decided_on', 'day', 'the day of the decision'),
    column('decided_by', 'words', 'the name of the person who decided'),
    column('reason', 'words', 'why'),
  ],
} as const satisfies TableDescription;

export const paidTable = {
  file: 'paid.csv',
  holds: 'money paid or recovered outside this program',
  columns: [
    code,
    column('component', 'id', 'what it was paid for'),
    column('period', 'id', 'the period that it was paid for'),
    column('amount', 'amount', 'pounds and pence such as 1234.50; below zero for money already recovered'),
    column('paid_on', 'day', 'the day of the payment'),
    maybe('payee_code', 'id', 'who had the money, or gave it back; blank is the practice'),
    maybe('reference', 'words', 'where to find it in the accounts'),
  ],
} as const satisfies TableDescription;

export const payeesTable = {
  file: 'payees.csv',
  holds: 'an agreement that somebody else is paid in place of the practice',
  columns: [
    code,
    maybe('component', 'id', 'blank for every component'),
    column('payee_code', 'id', 'who is paid instead: up to 20 letters, digits and hyphens'),
    maybe('payee_name', 'words', 'its name'),
    column('agreed_on', 'day', 'the day of the agreement; the latest counts'),
    maybe('reference', 'words', 'where to find the agreement'),
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
