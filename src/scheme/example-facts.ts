import { addDays, addMonths, type Day, monthsIn } from '../domain/day.ts';
import type { Claim, EvidenceRow, Facts, ListSize, MeasureRow, OtherList, PaidRow, Practice } from '../domain/facts.ts';
import { one, type Ratio, ratio, zero } from '../domain/money/ratio.ts';
import { ceiling } from '../domain/money/rounding.ts';
import { soLongAfter } from '../domain/scheme/claim-window.ts';
import type {
  EvidenceKind,
  Example,
  ExampleList,
  ExamplePaid,
  ExamplePractice,
  Scheme,
} from '../domain/scheme/scheme.ts';

/** What an example says happened, as a data folder would. */
export interface ExampleFacts {
  readonly facts: Facts;
  readonly claims: readonly Claim[];
  readonly asAt: Day;
}

/** The facts of a worked case: everything in order and in time, but for the evidence that it is without. */
export function exampleFacts(scheme: Scheme, { practices, run }: Example): ExampleFacts {
  const coded = practices.map((practice, index) => ({ practice, code: codeOf(index), line: index + 2 }));
  const byPractice = <T>(rows: (practice: ExamplePractice, line: number, code: string) => T) =>
    new Map(coded.map(({ code, practice, line }) => [code, rows(practice, line, code)]));
  return {
    facts: {
      practices: coded.map(({ practice, code, line }) => practiceOf(practice, code, line)),
      listSizes: listsOf(scheme, coded),
      evidence: byPractice((practice, line) => evidenceOf(scheme, practice, line)),
      measures: byPractice((practice, line) => measuresOf(scheme, practice, line)),
      otherLists: byPractice(({ lists = [] }, line) => lists.map((list) => otherListOf(scheme, list, line))),
      decisions: new Map(),
      paid: byPractice(({ paid = [] }, line, code) => paid.map((row) => paidOf(row, code, line))),
      payees: new Map(),
    },
    claims: practices.flatMap(claimsOf).map((claim, index) => ({ ...claim, line: index + 2 })),
    asAt: run?.asAt ?? dayWhenAllIsSettled(scheme),
  };
}

/** The list of each that has one. */
function listsOf(
  { population }: Scheme,
  coded: readonly { readonly practice: ExamplePractice; readonly code: string; readonly line: number }[],
): Map<string, ListSize> {
  return new Map(
    coded.flatMap(({ practice: { patients }, code, line }): [string, ListSize][] =>
      patients === undefined ? [] : [[code, { patients, asAt: population.at, line }]],
    ),
  );
}

/** Codes as no real practice has them. */
function codeOf(index: number): string {
  return `Z${String(index + 1).padStart(5, '0')}`;
}

/** What is said of an example, with the names of its practices in place of the codes that were made up for them. */
export function inNamesOf({ practices }: Example, text: string): string {
  const names = new Map(practices.map(({ name }, index) => [codeOf(index), name]));
  return text.replace(/\bZ\d{5}\b/g, (code) => names.get(code) ?? code);
}

function practiceOf(practice: ExamplePractice, code: string, line: number): Practice {
  const { name, locality, pcn, joinedOn, noticeOn, leftOn } = practice;
  return {
    code,
    name,
    locality: locality ?? null,
    pcn: pcn ?? null,
    joinedOn: joinedOn ?? null,
    noticeOn: noticeOn ?? null,
    leftOn: leftOn ?? null,
    line,
  };
}

function otherListOf({ population: own }: Scheme, { population, at, patients }: ExampleList, line: number): OtherList {
  return { population: population ?? own.kind, asAt: at ?? own.at, patients, line };
}

/** What was paid before is paid on the first day of its period. */
function paidOf({ component, period, pounds: amount }: ExamplePaid, code: string, line: number): PaidRow {
  const paidTo = { payeeCode: code, reference: null, posting: null };
  return { component, period: period.id, amount, paidOn: period.start, ...paidTo, line };
}

function evidenceOf(
  scheme: Scheme,
  { patients, without, received = [] }: ExamplePractice,
  line: number,
): EvidenceRow[] {
  return scheme.evidence
    .filter(({ id }) => !without.includes(id))
    .flatMap((kind) => {
      const own = received.filter(({ evidence }) => evidence === kind.id);
      const inTime = othersOf(scheme, kind, own).map((other) => ({ ...other, on: dayInTime(scheme, kind) }));
      return [...own, ...inTime].map(({ on, component, period }) => ({
        evidence: kind.id,
        component: component ?? null,
        period: period ?? null,
        receivedOn: on,
        quantity: enough(kind, patients ?? zero),
        reference: null,
        line,
      }));
    });
}

interface Covered {
  readonly component?: string | undefined;
  readonly period?: string | undefined;
}

/** What a piece of evidence is asked for and no row of an example names: all of it at once where none does. */
function othersOf(
  { components, periods }: Scheme,
  { perComponent, perPeriod }: EvidenceKind,
  named: readonly Covered[],
): Covered[] {
  if (named.length === 0) return [{}];
  const each = perComponent ? components.map(({ id }) => id) : [undefined];
  const when = perPeriod ? periods.map(({ id }) => id) : [undefined];
  const all = each.flatMap((component) => when.map((period): Covered => ({ component, period })));
  const covers = (row: Covered, other: Covered) =>
    (row.component === undefined || row.component === other.component) &&
    (row.period === undefined || row.period === other.period);
  return all.filter((other) => !named.some((row) => covers(row, other)));
}

/** The first day of the term, or the deadline where that lies before it. A claim window never closes before the term starts. */
function dayInTime({ term }: Scheme, { deadline }: EvidenceKind): Day {
  return deadline?.kind === 'date' && deadline.on < term.start ? deadline.on : term.start;
}

function enough({ minimum }: EvidenceKind, patients: Ratio): Ratio | null {
  if (minimum === null) return null;
  const perThousand = minimum.kind === 'per-1000-patients' ? patients : ratio(1000);
  return ratio(ceiling(ratio(minimum.number.n * perThousand.n, minimum.number.d * perThousand.d * 1000n)));
}

function measuresOf({ term }: Scheme, { measures }: ExamplePractice, line: number): MeasureRow[] {
  return measures.map(({ at, denominator = one, ...measure }) => ({
    ...measure,
    denominator,
    asAt: at ?? term.end,
    line,
  }));
}

/** Each event on its day, with an id of its own and for a person of its own, claimed on that day, unless the example says otherwise. */
function claimsOf({ events }: ExamplePractice, practice: number): Omit<Claim, 'line'>[] {
  return events.flatMap(({ event, on, claimedOn, count, person, amount }, place) =>
    Array.from({ length: count }, (_, index) => ({
      practice,
      event,
      eventId: `${event}-${place + 1}-${index + 1}`,
      eventDate: on,
      claimedOn: claimedOn ?? on,
      person: person ?? `${practice + 1}-${place + 1}-${index + 1}`,
      ...(amount !== undefined && { amount }),
    })),
  );
}

/** A day after the term, every deadline and every claim window. */
function dayWhenAllIsSettled({ term, evidence, claimWindow }: Scheme): Day {
  const deadlines = evidence.flatMap(({ deadline }) => {
    if (deadline?.kind === 'date') return [deadline.on];
    return deadline?.kind === 'after-period' ? [soLongAfter(term, deadline.after)] : [];
  });
  const last = [...deadlines, term.end].sort((a, b) => a - b).at(-1) ?? term.end;
  switch (claimWindow?.kind) {
    case undefined:
      return addDays(last, 1);
    case 'days':
      return addDays(last, claimWindow.days + 1);
    case 'months':
      return addMonths(last, claimWindow.months + 1);
    case 'end-of-next-period':
      return addMonths(last, monthsIn(term) + 1);
  }
}
