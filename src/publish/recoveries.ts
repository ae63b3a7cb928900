import { type Clawback, type ClawbackStatus, clawbackStatuses } from '../domain/account.ts';
import { atKey } from '../domain/at.ts';
import { formatDay } from '../domain/day.ts';
import {
  addPence,
  formatAmount,
  formatPounds,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../domain/money/money.ts';
import { guardFormula } from '../domain/words/formula-guard.ts';
import { sayShare } from '../domain/words/say.ts';
import { recoveriesTable } from '../formats/tables/publish.ts';
import { headerOf } from '../formats/tables/table.ts';
import { csvRow } from '../report/csv/csv.ts';
import type { ComponentStory, PeriodStory } from '../report/explain/story.ts';
import { type MakeDocument, tie } from './document.ts';
import type { PublishedPractice, RunPublished, WaitingSince } from './publication.ts';
import { causeOfTaken, decidedOnTaken, recoveriesDecided } from './recovery-cause.ts';

/**
 * recoveries.csv: each sum that is to come back, of whom, since when, and what of it is taken: by postings and by rows of paid.csv, and by
 * the run itself where that is posted. What was taken whole before is `taken`; what stays with a practice is no part of it. Rows are in
 * order of practice, then of the runs as they were given, then as those of clawbacks.csv, each line ending with what was taken before.
 */
export const recoveries: MakeDocument = ({ runs }) => {
  const rows: { readonly code: string; readonly place: number; readonly lines: readonly string[] }[] = [];
  const listed = new Map(runs.map((run) => [run, new Map(clawbackStatuses.map((status) => [status, noPence]))]));
  return {
    take(run, practice) {
      const own = atKey(listed, run);
      const lines = comingBack(practice).map((sum) => {
        const { status, amount } = sum.part;
        if (status !== 'taken') own.set(status, addPence(atKey(own, status), amount));
        return rowOf(run, practice, sum);
      });
      if (lines.length === 0) return;
      rows.push({ code: practice.story.account.practice.code, place: runs.indexOf(run), lines });
    },
    count: () => 1,
    *files() {
      for (const run of runs) tieToRun(run, atKey(listed, run));
      rows.sort((a, b) => (a.code === b.code ? a.place - b.place : a.code < b.code ? -1 : 1));
      const content = [csvRow(headerOf(recoveriesTable)), ...rows.flatMap(({ lines }) => lines)];
      yield { name: recoveriesTable.file, content };
    },
  };
};

function tieToRun({ controls }: RunPublished, listed: ReadonlyMap<ClawbackStatus, Pence>): void {
  for (const status of clawbackStatuses) {
    if (status !== 'waived') tie(`what is ${status}`, atKey(listed, status), controls.clawbacks[status]);
  }
}

/** A sum that comes back, and what its payee gave back of the line before; or, where nothing more comes back of that payee, that alone. */
interface ComingBack {
  readonly component: ComponentStory;
  readonly period: PeriodStory;
  readonly part: Pick<Clawback, 'payeeCode' | 'amount' | 'reason'> & { readonly status: Clawback['status'] | 'taken' };
  readonly before: Pence;
}

function comingBack(practice: PublishedPractice): ComingBack[] {
  return practice.story.components.flatMap((component) =>
    component.periods.flatMap((period) => {
      const { settlement } = period.position;
      const all = settlement.kind === 'clawback' ? settlement.parts : [];
      const parts = all.filter(({ status }) => status !== 'waived');
      const askedOf = new Set(parts.map(({ payeeCode }) => payeeCode));
      return [
        ...parts.map((part, place) => {
          // What was given back before stands in one row of a payee: the first, whatever else of the line is still to come.
          const isFirst = parts.findIndex(({ payeeCode }) => payeeCode === part.payeeCode) === place;
          return { component, period, part, before: isFirst ? takenBefore(period, part.payeeCode) : noPence };
        }),
        ...givenBack(practice, component, period, askedOf).map((part) => ({
          component,
          period,
          part,
          before: part.amount,
        })),
      ];
    }),
  );
}

/** What was given back of a line by those of whom nothing more comes back, in order of payee. */
function givenBack(
  practice: PublishedPractice,
  component: ComponentStory,
  period: PeriodStory,
  askedOf: ReadonlySet<string>,
) {
  const payees = new Set(period.paid.filter(({ amount }) => amount < noPence).map(({ payeeCode }) => payeeCode));
  return [...payees]
    .filter((payee) => !askedOf.has(payee))
    .sort()
    .map((payeeCode) => ({
      payeeCode,
      amount: takenBefore(period, payeeCode),
      status: 'taken' as const,
      reason: causeOfTaken(practice, component, period),
    }));
}

function rowOf(
  run: RunPublished,
  practice: PublishedPractice,
  { component, period, part, before }: ComingBack,
): string {
  const { line } = component;
  const { payeeCode, amount, status, reason } = part;
  const isTaken = status === 'taken' || (status === 'due' && run.posted.kind === 'posted');
  const whole = status === 'taken' ? before : addPence(amount, before);
  const id = period.position.period.id;
  return csvRow([
    practice.story.account.practice.code,
    guardFormula(payeeCode),
    line.component.id,
    id,
    guardFormula(reason),
    formatAmount(whole),
    status,
    sinceRun(
      run,
      status === 'taken' ? practice.takenSince(line.component.id, id) : practice.waitingSince(line.component.id, id),
    ),
    guardFormula(deciders(practice, component, period, status)),
    guardFormula(plansOf(practice, line.component.id, status)),
    formatAmount(isTaken ? whole : before),
    formatAmount(isTaken ? noPence : amount),
  ]);
}

/** What a payee has given back for a line already: below nothing in the ledger or in paid.csv. */
function takenBefore({ paid }: PeriodStory, payee: string): Pence {
  const given = paid.filter(({ payeeCode, amount }) => payeeCode === payee && amount < noPence);
  return subtractPence(noPence, sumPence(given.map(({ amount }) => amount)));
}

/** The run that first showed the sum; blank where nobody knows. */
function sinceRun({ runId }: RunPublished, since: WaitingSince): string {
  switch (since.kind) {
    case 'posting':
      return since.posting.run;
    case 'this-run':
      return runId;
    case 'unknown':
      return '';
  }
}

/** The plans by which a component comes back: `£400.00 in 4 instalments from 2028-01-15, one a month`; none where a sum is proposed. */
function plansOf({ story, plans }: PublishedPractice, component: string, status: ComingBack['part']['status']): string {
  if (status === 'proposed') return '';
  const { words } = story.scheme;
  const own = plans.filter((plan) => plan.component === component);
  return own
    .map(({ amount, instalments, firstOn, every, atMost }) => {
      const most = atMost === null ? '' : `, at most ${sayShare(atMost)} of what a run pays`;
      if (instalments === 1) return `${formatPounds(words, amount)} on ${formatDay(firstOn)}${most}`;
      return `${formatPounds(words, amount)} in ${instalments} instalments from ${formatDay(firstOn)}, one a ${every}${most}`;
    })
    .join('; ');
}

/** Who decided that the sum comes back, in order of the decisions and then of the plans; nobody has where it is proposed. */
function deciders(
  practice: PublishedPractice,
  component: ComponentStory,
  period: PeriodStory,
  status: ComingBack['part']['status'],
): string {
  if (status === 'proposed') return '';
  const decided =
    status === 'taken'
      ? decidedOnTaken(practice, component, period)
      : recoveriesDecided(practice, component.line.component.id, period.position.period.id);
  return [...new Set(decided.map(({ decidedBy }) => decidedBy))].join('; ');
}
