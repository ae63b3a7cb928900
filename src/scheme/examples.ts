import type { UnpaidStatus } from '../domain/account.ts';
import { at } from '../domain/at.ts';
import { addDays, addMonths, type Day, monthsIn } from '../domain/day.ts';
import type { Claim, EvidenceRow, Facts, MeasureRow, OtherList, PaidRow, Practice } from '../domain/facts.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { formatAmount, formatPounds, type Pence, sumPence } from '../domain/money/money.ts';
import { formatExact, type Ratio, ratio } from '../domain/money/ratio.ts';
import { ceiling } from '../domain/money/rounding.ts';
import { soLongAfter } from '../domain/scheme/claim-window.ts';
import type {
  EvidenceKind,
  Example,
  ExampleList,
  ExamplePaid,
  ExamplePractice,
  Expectation,
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
      listSizes: byPractice(({ patients }, line) => ({ patients, asAt: scheme.population.at, line })),
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

/** What one practice of an example is entitled to in one component and period. */
export interface ExampleEntitlement {
  /** The place of the practice in the example, from 0. */
  readonly practice: number;
  readonly component: string;
  readonly period: string;
  readonly entitlement: Pence;
  readonly payment: Pence;
  readonly clawback: Pence;
  /** What is not paid, and why. */
  readonly unpaid: readonly { readonly status: UnpaidStatus; readonly amount: Pence; readonly reason: string }[];
  /** The working of the term and then of the period: a formula and what it comes to. */
  readonly termSteps: readonly ExampleStep[];
  readonly steps: readonly ExampleStep[];
}

export interface ExampleStep {
  readonly formula: string;
  readonly value: string;
}

/** A finding for every amount of an example that is not what the scheme gives; what an expectation leaves open is added up. */
export function judgeExample(example: Example, entitlements: readonly ExampleEntitlement[]): Finding[] {
  return example.expect.flatMap((expectation): Finding[] => {
    const meant = entitlements.filter((entitlement) => isMeant(expectation, entitlement, example.practices));
    const got = sumPence(meant.map((entitlement) => entitlement[expectation.of]));
    const steps = stepsOf(meant);
    const parting = firstParting(expectation, steps);
    if (got === expectation.amount && parting === null) return [];
    const what = expectation.of === 'entitlement' ? '' : `, ${expectation.of}`;
    const comes =
      got === expectation.amount
        ? `comes to ${formatPounds(got)} as it should`
        : `should come to ${formatPounds(expectation.amount)}, but the scheme gives ${formatPounds(got)}`;
    const message = `${example.title}: ${sayWhose(expectation)}${what} ${comes}${sayUnpaid(meant)}${parting ?? sayWorkings(meant, example.practices)}`;
    const hint = `check the figures of the scheme and of this example against the paper, clause ${example.clause}`;
    return [finding('example-fails', expectation.place, { message, hint, value: formatAmount(expectation.amount) })];
  });
}

/** The steps of one practice and component, those of the term once; of several there is no single working. */
function stepsOf(meant: readonly ExampleEntitlement[]): readonly ExampleStep[] {
  const [first] = meant;
  if (!first || meant.some((each) => !isOneLine(each, first))) return [];
  return [...first.termSteps, ...meant.flatMap(({ steps }) => steps)];
}

/** The first value of the working that an example states and the scheme does not come to, in that order. */
function firstParting({ working }: Expectation, steps: readonly ExampleStep[]): string | null {
  let from = 0;
  for (const value of working) {
    const expected = formatExact(value);
    const place = steps.findIndex((step, index) => index >= from && step.value === expected);
    if (place < 0) {
      const here = steps[from];
      const stands = here ? `${here.formula}, which is ${here.value}` : 'no step more';
      return `; they part where the example has ${expected} and the scheme ${stands}`;
    }
    from = place + 1;
  }
  return null;
}

/** `; withheld £50.00 in H1, audits: the plan has not been received`: what a run would say of it. */
function sayUnpaid(meant: readonly ExampleEntitlement[]): string {
  const reasons = meant.flatMap(({ component, period, unpaid }) =>
    unpaid.map(
      ({ status, amount, reason }) => `${status} ${formatPounds(amount)} (${component}, ${period}): ${reason}`,
    ),
  );
  return [...new Set(reasons)].map((reason) => `; ${reason}`).join('');
}

/** The steps of each component of each practice in turn, named where there is more than one. */
function sayWorkings(meant: readonly ExampleEntitlement[], practices: readonly ExamplePractice[]): string {
  const firsts = meant.filter((each, index) => meant.findIndex((other) => isOneLine(each, other)) === index);
  return firsts
    .map((first) => {
      const steps = stepsOf(meant.filter((each) => isOneLine(each, first)));
      const whose = firsts.length === 1 ? 'it' : `${at(practices, first.practice).name}, ${first.component}`;
      return steps.length === 0
        ? ''
        : `; the scheme works ${whose} out as: ${steps.map(({ formula }) => formula).join('; ')}`;
    })
    .join('');
}

function isOneLine(one: ExampleEntitlement, other: ExampleEntitlement): boolean {
  return one.practice === other.practice && one.component === other.component;
}

function isMeant(
  { practice, component, period }: Expectation,
  entitlement: ExampleEntitlement,
  practices: readonly ExamplePractice[],
): boolean {
  return (
    (practice === null || practices[entitlement.practice]?.name === practice) &&
    (component === null || component === entitlement.component) &&
    (period === null || period === entitlement.period)
  );
}

function sayWhose({ practice, component, period }: Expectation): string {
  return [practice ?? 'all practices', component ?? 'all components', period ?? 'all periods'].join(', ');
}

/** Codes as no real practice has them. */
function codeOf(index: number): string {
  return `Z${String(index + 1).padStart(5, '0')}`;
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
      const rows = own.length === 0 ? [{ on: dayInTime(scheme, kind), component: undefined, period: undefined }] : own;
      return rows.map(({ on, component, period }) => ({
        evidence: kind.id,
        component: component ?? null,
        period: period ?? null,
        receivedOn: on,
        quantity: enough(kind, patients),
        reference: null,
        line,
      }));
    });
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
  return measures.map(({ at, ...measure }) => ({ ...measure, asAt: at ?? term.end, line }));
}

/** Each event on its day, with an id of its own, claimed on that day unless the example says when. */
function claimsOf({ events }: ExamplePractice, practice: number): Omit<Claim, 'line'>[] {
  return events.flatMap(({ event, on, claimedOn, count, person, amount }, place) =>
    Array.from({ length: count }, (_, index) => ({
      practice,
      event,
      eventId: `${event}-${place + 1}-${index + 1}`,
      eventDate: on,
      claimedOn: claimedOn ?? on,
      ...(person !== undefined && { person }),
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
