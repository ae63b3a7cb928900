import { type Day, sayDay } from '../../domain/day.ts';
import type {
  Decision,
  EvidenceRow,
  Facts,
  ListSize,
  MeasureRow,
  Membership,
  OtherList,
  PaidRow,
  PayeeRow,
  Plan,
  Practice,
} from '../../domain/facts.ts';
import { formatPounds, type Pence, withSeparators } from '../../domain/money/money.ts';
import { equals, formatExact } from '../../domain/money/ratio.ts';
import { boundTo } from '../../domain/scheme/depends-on.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayPatients, sayShare } from '../../domain/words/say.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import type { Words } from '../../domain/words/words.ts';
import type { Cause } from './cause.ts';
import { rowCauses, type TableOfRows } from './row-changes.ts';
import { touchedBy } from './touched.ts';

/** What one of two runs was made from. */
export interface RunFacts {
  readonly scheme: Scheme;
  readonly asAt: Day;
  readonly facts: Facts;
  /** What the ledger held, by practice. */
  readonly posted: ReadonlyMap<string, readonly PostedSum[]>;
}

/** A line of a posting. */
export interface PostedSum {
  readonly posting: number;
  readonly component: string;
  readonly period: string;
  readonly payeeCode: string;
  readonly amount: Pence;
  readonly line: number;
}

/** What differs in what is known of one practice, but for its claims. */
export function practiceCauses(code: string, before: RunFacts, after: RunFacts): Cause[] {
  const [was, is] = [practiceOf(before, code), practiceOf(after, code)];
  if (!was || !is) return was ? [removed(after.scheme, was)] : is ? [added(after.scheme, is)] : [];
  const rows = <Row extends { readonly line: number }>(
    table: TableOfRows<Row>,
    of: (run: RunFacts) => ReadonlyMap<string, readonly Row[]>,
  ) =>
    rowCauses(
      table,
      { rows: of(before).get(code) ?? [], asAt: before.asAt },
      { rows: of(after).get(code) ?? [], asAt: after.asAt },
    );
  const schemes = [before.scheme, after.scheme];
  const { words } = after.scheme;
  return [
    ...practiceFieldCauses(was, is),
    ...listSizeCauses(before.facts.listSizes.get(code), after.facts.listSizes.get(code), schemes),
    ...rows(otherListRows(schemes), ({ facts }) => facts.otherLists ?? new Map()),
    ...rows(otherListRows(schemes), ({ facts }) => facts.firstLists ?? new Map()),
    ...rows(membershipRows, ({ facts }) => facts.memberships ?? new Map()),
    ...rows(evidenceRows(schemes), ({ facts }) => facts.evidence),
    ...rows(measureRows(schemes), ({ facts }) => facts.measures),
    ...rows(decisionRows(words, schemes), ({ facts }) => facts.decisions),
    ...rows(planRows(words, schemes), ({ facts }) => facts.plans ?? new Map()),
    ...rows(paidRows(words), ({ facts }) => facts.paid),
    ...rows(postedRows(words), ({ posted }) => posted),
    ...rows(payeeRows, ({ facts }) => facts.payees),
  ];
}

function practiceOf({ facts }: RunFacts, code: string): Practice | undefined {
  return facts.practices.find((practice) => practice.code === code);
}

function added({ words }: Scheme, { line }: Practice): Cause {
  return practiceCause(sayIn(words)`practice added (practices.csv line ${line})`);
}

function removed({ words }: Scheme, { line }: Practice): Cause {
  return practiceCause(sayIn(words)`practice removed (practices.csv line ${line} before)`);
}

function practiceCause(says: string): Cause {
  return { kind: 'practice', says, file: 'practices.csv', touches: 'all' };
}

/** What practices.csv says of a practice beside its name. */
function practiceFieldCauses(was: Practice, is: Practice): Cause[] {
  const fields = [
    ['locality', was.locality, is.locality],
    ['pcn_code', was.pcn, is.pcn],
    ['joined_on', sayDate(was.joinedOn), sayDate(is.joinedOn)],
    ['notice_on', sayDate(was.noticeOn), sayDate(is.noticeOn)],
    ['left_on', sayDate(was.leftOn), sayDate(is.leftOn)],
  ] as const;
  return fields.flatMap(([field, before, after]): Cause[] => {
    if (before === after) return [];
    return [practiceCause(`${field} ${before ?? 'blank'} → ${after ?? 'blank'} (practices.csv line ${is.line})`)];
  });
}

function sayDate(day: Day | null): string | null {
  return day === null ? null : sayDay(day);
}

function listSizeCauses(was: ListSize | undefined, is: ListSize | undefined, schemes: readonly Scheme[]): Cause[] {
  if (!was || !is || equals(was.patients, is.patients)) return [];
  const sizes = [was, is].map(({ patients }) => withSeparators(formatExact(patients)));
  const says = `list size ${sizes.join(' → ')} (list-sizes.csv line ${is.line})`;
  return [
    {
      kind: 'list-size',
      says,
      file: 'list-sizes.csv',
      touches: touchedBy(schemes, ({ mayTakeOwnList }) => mayTakeOwnList),
    },
  ];
}

function otherListRows(schemes: readonly Scheme[]): TableOfRows<OtherList> {
  return {
    kind: 'list-size',
    noun: 'list',
    file: 'list-sizes.csv',
    about: ({ population, asAt }) => `${population} at ${sayDay(asAt)}`,
    says: ({ patients }) => sayPatients(patients),
    knownFrom: () => null,
    touches: ({ population }) =>
      touchedBy(schemes, ({ otherLists }) => otherLists.some((list) => list.population === population)),
  };
}

const membershipRows: TableOfRows<Membership> = {
  kind: 'practice',
  noun: 'membership',
  file: 'memberships.csv',
  about: ({ from }) => `from ${sayDay(from)}`,
  says: ({ locality, pcn }) => [locality, pcn].filter((each) => each !== null).join(', '),
  knownFrom: () => null,
  touches: () => 'all',
};

function evidenceRows(schemes: readonly Scheme[]): TableOfRows<EvidenceRow> {
  return {
    kind: 'evidence',
    noun: 'evidence',
    file: 'evidence.csv',
    about: ({ evidence, component, period }) => evidence + forWhat(component, period),
    says: ({ receivedOn, quantity }) =>
      `received ${sayDay(receivedOn)}${quantity === null ? '' : `, quantity ${formatExact(quantity)}`}`,
    knownFrom: ({ receivedOn }) => receivedOn,
    touches: ({ evidence, component }) =>
      component === null ? askingFor(schemes, evidence) : withBound(schemes, component),
  };
}

function measureRows(schemes: readonly Scheme[]): TableOfRows<MeasureRow> {
  return {
    kind: 'measure',
    noun: 'measure',
    file: 'measures.csv',
    about: ({ measure, item, asAt }) => `${measure}${item === undefined ? '' : ` ${item}`} at ${sayDay(asAt)}`,
    says: ({ numerator, denominator }) => `${formatExact(numerator)} of ${formatExact(denominator)}`,
    knownFrom: ({ asAt }) => asAt,
    touches: ({ measure }) => touchedBy(schemes, ({ measures }) => measures.has(measure)),
  };
}

function decisionRows(words: Words, schemes: readonly Scheme[]): TableOfRows<Decision> {
  return {
    kind: 'decision',
    noun: 'decision',
    file: 'decisions.csv',
    about: ({ decision, evidence, component, period }) =>
      `${decision}${evidence === null ? '' : ` of ${evidence}`}${forWhat(component, period)}`,
    says: ({ proportion, amount, decidedOn, decidedBy, reason }) => {
      const share = proportion === null ? '' : `${sayShare(proportion)}, `;
      const sum = amount === null ? '' : `${formatPounds(words, amount)}, `;
      return `${share}${sum}decided by ${decidedBy} on ${sayDay(decidedOn)}: ${reason}`;
    },
    knownFrom: ({ decidedOn }) => decidedOn,
    touches: ({ component, evidence }) =>
      component === null ? askingFor(schemes, evidence ?? '') : withBound(schemes, component),
  };
}

function planRows(words: Words, schemes: readonly Scheme[]): TableOfRows<Plan> {
  return {
    kind: 'decision',
    noun: 'plan',
    file: 'plans.csv',
    about: ({ component, amount }) => `${formatPounds(words, amount)} of ${component}`,
    says: ({ instalments, firstOn, every, atMost, decidedOn, decidedBy, reason }) => {
      const most = atMost === null ? '' : `, at most ${sayShare(atMost)} of what a run pays`;
      return `${instalments} from ${sayDay(firstOn)}, one a ${every}${most}, decided by ${decidedBy} on ${sayDay(decidedOn)}: ${reason}`;
    },
    knownFrom: ({ decidedOn }) => decidedOn,
    touches: ({ component }) => withBound(schemes, component),
  };
}

const paidRows = (words: Words): TableOfRows<PaidRow> => ({
  kind: 'paid',
  noun: 'payment',
  file: 'paid.csv',
  about: ({ component, period }) => `${component} in ${period}`,
  says: ({ amount, paidOn, payeeCode }) => `${formatPounds(words, amount)} to ${payeeCode} on ${sayDay(paidOn)}`,
  knownFrom: ({ paidOn }) => paidOn,
  touches: ({ component }) => [component],
});

const postedRows = (words: Words): TableOfRows<PostedSum> => ({
  kind: 'ledger',
  noun: 'posted line',
  file: 'posted.csv',
  about: ({ posting, component, period, payeeCode }) => `posting ${posting}, ${component} in ${period}, ${payeeCode}`,
  says: ({ amount }) => formatPounds(words, amount),
  knownFrom: () => null,
  touches: ({ component }) => [component],
});

const payeeRows: TableOfRows<PayeeRow> = {
  kind: 'payee',
  noun: 'payee',
  file: 'payees.csv',
  about: ({ component }) => component ?? 'every component',
  says: ({ payeeCode, agreedOn }) => `${payeeCode} agreed on ${sayDay(agreedOn)}`,
  knownFrom: ({ agreedOn }) => agreedOn,
  touches: ({ component }) => (component === null ? 'all' : [component]),
};

function forWhat(component: string | null, period: string | null): string {
  return `${component === null ? '' : ` for ${component}`}${period === null ? '' : ` in ${period}`}`;
}

/** The components that ask for a piece of evidence; for the event_id of a late claim, those that turn on events. */
function askingFor(schemes: readonly Scheme[], id: string): string[] {
  const isEvidence = schemes.some((scheme) => scheme.evidence.some((kind) => kind.id === id));
  return touchedBy(schemes, ({ evidence, events }) => (isEvidence ? evidence.has(id) : events.size > 0));
}

/** A component, with those that stand or fall with it. */
function withBound(schemes: readonly Scheme[], id: string): string[] {
  const bound = schemes.flatMap((scheme) =>
    scheme.components.filter((component) => boundTo(component, scheme).some((each) => each.id === id)),
  );
  return [...new Set([id, ...bound.map((component) => component.id)])];
}
