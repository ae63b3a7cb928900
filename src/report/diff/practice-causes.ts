import { type Day, formatDay } from '../../domain/day.ts';
import type {
  Decision,
  EvidenceRow,
  Facts,
  ListSize,
  MeasureRow,
  PaidRow,
  PayeeRow,
  Practice,
} from '../../domain/facts.ts';
import { formatAmount, withSeparators } from '../../domain/money/money.ts';
import { equals, formatExact, formatShare } from '../../domain/money/ratio.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { Cause } from './cause.ts';
import { rowCauses, type TableOfRows } from './row-changes.ts';

/** What one of two runs was made from. */
export interface RunFacts {
  readonly scheme: Scheme;
  readonly asAt: Day;
  readonly facts: Facts;
  /** What the ledger held by practice, each as if paid on the as-at date. */
  readonly posted: ReadonlyMap<string, readonly PaidRow[]>;
}

/** What differs in what is known of one practice, but for its claims. */
export function practiceCauses(code: string, before: RunFacts, after: RunFacts): Cause[] {
  const [was, is] = [practiceOf(before, code), practiceOf(after, code)];
  if (!was || !is) return was ? [removed(was)] : is ? [added(is)] : [];
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
  return [
    ...leavingCauses(was, is),
    ...listSizeCauses(before.facts.listSizes.get(code), after.facts.listSizes.get(code), schemes),
    ...rows(evidenceRows(schemes), ({ facts }) => facts.evidence),
    ...rows(measureRows(schemes), ({ facts }) => facts.measures),
    ...rows(decisionRows(schemes), ({ facts }) => facts.decisions),
    ...rows(paidRows, ({ facts }) => facts.paid),
    ...rows(postedRows, ({ posted }) => posted),
    ...rows(payeeRows, ({ facts }) => facts.payees),
  ];
}

function practiceOf({ facts }: RunFacts, code: string): Practice | undefined {
  return facts.practices.find((practice) => practice.code === code);
}

function added({ line }: Practice): Cause {
  return practiceCause(`practice added (practices.csv line ${line})`);
}

function removed({ line }: Practice): Cause {
  return practiceCause(`practice removed (practices.csv line ${line} before)`);
}

function practiceCause(says: string): Cause {
  return { kind: 'practice', says, file: 'practices.csv', touches: 'all' };
}

function leavingCauses(was: Practice, is: Practice): Cause[] {
  const dates = [
    ['notice_on', was.noticeOn, is.noticeOn],
    ['left_on', was.leftOn, is.leftOn],
  ] as const;
  return dates.flatMap(([field, before, after]): Cause[] => {
    if (before === after) return [];
    const says = `${field} ${sayDate(before)} → ${sayDate(after)} (practices.csv line ${is.line})`;
    return [practiceCause(says)];
  });
}

function sayDate(day: Day | null): string {
  return day === null ? 'blank' : formatDay(day);
}

function listSizeCauses(was: ListSize | undefined, is: ListSize | undefined, schemes: readonly Scheme[]): Cause[] {
  if (!was || !is || equals(was.patients, is.patients)) return [];
  const sizes = [was, is].map(({ patients }) => withSeparators(formatExact(patients)));
  const says = `list size ${sizes.join(' → ')} (list-sizes.csv line ${is.line})`;
  const counted = schemes.flatMap(({ components }) => components.filter(({ value }) => value.kind !== 'per-event'));
  return [{ kind: 'list-size', says, file: 'list-sizes.csv', touches: idsOf(counted) }];
}

function evidenceRows(schemes: readonly Scheme[]): TableOfRows<EvidenceRow> {
  return {
    kind: 'evidence',
    noun: 'evidence',
    file: 'evidence.csv',
    about: ({ evidence, component, period }) => evidence + forWhat(component, period),
    says: ({ receivedOn, quantity }) =>
      `received ${formatDay(receivedOn)}${quantity === null ? '' : `, quantity ${formatExact(quantity)}`}`,
    knownFrom: ({ receivedOn }) => receivedOn,
    touches: ({ evidence, component }) => (component === null ? askingFor(schemes, evidence) : [component]),
  };
}

function measureRows(schemes: readonly Scheme[]): TableOfRows<MeasureRow> {
  const scaledBy = (measure: string) =>
    schemes.flatMap(({ components }) =>
      components.filter(({ achievement }) => achievement?.kind === 'measured' && achievement.measure === measure),
    );
  return {
    kind: 'measure',
    noun: 'measure',
    file: 'measures.csv',
    about: ({ measure, asAt }) => `${measure} at ${formatDay(asAt)}`,
    says: ({ numerator, denominator }) => `${formatExact(numerator)} of ${formatExact(denominator)}`,
    knownFrom: ({ asAt }) => asAt,
    touches: ({ measure }) => idsOf(scaledBy(measure)),
  };
}

function decisionRows(schemes: readonly Scheme[]): TableOfRows<Decision> {
  return {
    kind: 'decision',
    noun: 'decision',
    file: 'decisions.csv',
    about: ({ decision, evidence, component, period }) =>
      `${decision}${evidence === null ? '' : ` of ${evidence}`}${forWhat(component, period)}`,
    says: ({ proportion, decidedOn, decidedBy, reason }) => {
      const share = proportion === null ? '' : `${formatShare(proportion)}, `;
      return `${share}decided by ${decidedBy} on ${formatDay(decidedOn)}: ${reason}`;
    },
    knownFrom: ({ decidedOn }) => decidedOn,
    touches: ({ component, evidence }) => (component === null ? askingFor(schemes, evidence ?? '') : [component]),
  };
}

const paidRows: TableOfRows<PaidRow> = {
  kind: 'paid',
  noun: 'payment',
  file: 'paid.csv',
  about: ({ component, period }) => `${component} in ${period}`,
  says: ({ amount, paidOn }) => `${formatAmount(amount)} on ${formatDay(paidOn)}`,
  knownFrom: ({ paidOn }) => paidOn,
  touches: ({ component }) => [component],
};

/** The total that a ledger held for a component and period. */
const postedRows: TableOfRows<PaidRow> = {
  ...paidRows,
  kind: 'ledger',
  noun: 'ledger total',
  file: 'posted.csv',
  says: ({ amount }) => `${formatAmount(amount)} posted`,
};

const payeeRows: TableOfRows<PayeeRow> = {
  kind: 'payee',
  noun: 'payee',
  file: 'payees.csv',
  about: ({ component }) => component ?? 'every component',
  says: ({ payeeCode, agreedOn }) => `${payeeCode} agreed on ${formatDay(agreedOn)}`,
  knownFrom: ({ agreedOn }) => agreedOn,
  touches: ({ component }) => (component === null ? 'all' : [component]),
};

function forWhat(component: string | null, period: string | null): string {
  return `${component === null ? '' : ` for ${component}`}${period === null ? '' : ` in ${period}`}`;
}

/** The components that ask for a piece of evidence; for the event_id of a late claim, those paid by the event. */
function askingFor(schemes: readonly Scheme[], evidence: string): string[] {
  const components = schemes.flatMap((scheme) => scheme.components);
  const isEvidence = schemes.some((scheme) => scheme.evidence.some(({ id }) => id === evidence));
  const asking = components.filter(({ value, conditions }) =>
    isEvidence
      ? conditions.some(({ needs, keeps }) => [...needs, ...keeps].some((each) => each.evidence.id === evidence))
      : value.kind === 'per-event',
  );
  return idsOf(asking);
}

/** The ids of components of both schemes, each once. */
export function idsOf(components: readonly Component[]): string[] {
  return [...new Set(components.map(({ id }) => id))];
}
