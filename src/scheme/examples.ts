import { addDays, addMonths, type Day, monthsIn } from '../domain/day.ts';
import type { Claim, EvidenceRow, Facts, MeasureRow, Practice } from '../domain/facts.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { formatAmount, formatPounds, type Pence, sumPence } from '../domain/money.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import { ceiling } from '../domain/rounding.ts';
import type { EvidenceKind, Example, ExamplePractice, Expectation, Scheme } from '../domain/scheme.ts';

/** What an example says happened, as a data folder would. */
export interface ExampleFacts {
  readonly facts: Facts;
  readonly claims: readonly Claim[];
  readonly asAt: Day;
}

/** The facts of a worked case: everything in order and in time, but for the evidence that it is without. */
export function exampleFacts(scheme: Scheme, { practices }: Example): ExampleFacts {
  const coded = practices.map((practice, index) => ({ practice, code: codeOf(index), line: index + 2 }));
  const byPractice = <T>(rows: (practice: ExamplePractice, line: number) => T) =>
    new Map(coded.map(({ code, practice, line }) => [code, rows(practice, line)]));
  return {
    facts: {
      practices: coded.map(({ practice, code, line }) => practiceOf(practice, code, line)),
      listSizes: byPractice(({ patients }, line) => ({ patients, asAt: scheme.population.at, line })),
      evidence: byPractice((practice, line) => evidenceOf(scheme, practice, line)),
      measures: byPractice((practice, line) => measuresOf(scheme, practice, line)),
      decisions: new Map(),
      paid: new Map(),
      payees: new Map(),
    },
    claims: practices.flatMap((practice, index) => claimsOf(practice, index)),
    asAt: dayWhenAllIsSettled(scheme),
  };
}

/** What one practice of an example is entitled to in one component and period. */
export interface ExampleEntitlement {
  /** The place of the practice in the example, from 0. */
  readonly practice: number;
  readonly component: string;
  readonly period: string;
  readonly entitlement: Pence;
}

/** A finding for every amount of an example that is not what the scheme gives; what an expectation leaves open is added up. */
export function judgeExample(example: Example, entitlements: readonly ExampleEntitlement[]): Finding[] {
  return example.expect.flatMap((expectation): Finding[] => {
    const got = sumPence(
      entitlements
        .filter((entitlement) => isMeant(expectation, entitlement, example.practices))
        .map(({ entitlement }) => entitlement),
    );
    if (got === expectation.amount) return [];
    const message = `${example.title}: ${sayWhose(expectation)} should come to ${formatPounds(expectation.amount)}, but the scheme gives ${formatPounds(got)}`;
    const hint = `check the figures of the scheme and of this example against the paper, clause ${example.clause}`;
    return [finding('example-fails', expectation.place, { message, hint, value: formatAmount(expectation.amount) })];
  });
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

function practiceOf({ name }: ExamplePractice, code: string, line: number): Practice {
  return { code, name, locality: null, pcn: null, noticeOn: null, leftOn: null, line };
}

function evidenceOf(scheme: Scheme, { patients, without }: ExamplePractice, line: number): EvidenceRow[] {
  return scheme.evidence
    .filter(({ id }) => !without.includes(id))
    .map((kind) => ({
      evidence: kind.id,
      component: null,
      period: null,
      receivedOn: dayInTime(scheme, kind),
      quantity: enough(kind, patients),
      reference: null,
      line,
    }));
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
  return measures.map((measure) => ({ ...measure, asAt: term.end, line }));
}

/** Each event on the first day of its period, claimed on that day. */
function claimsOf({ events }: ExamplePractice, practice: number): Claim[] {
  return events.flatMap(({ event, period, count }) =>
    Array.from({ length: count }, (_, index) => ({
      practice,
      event,
      eventId: `${event}-${period.id}-${index + 1}`,
      eventDate: period.start,
      claimedOn: period.start,
      line: index + 2,
    })),
  );
}

/** A day after the term, every deadline and every claim window. */
function dayWhenAllIsSettled({ term, evidence, claimWindow }: Scheme): Day {
  const deadlines = evidence.flatMap(({ deadline }) => (deadline?.kind === 'date' ? [deadline.on] : []));
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
