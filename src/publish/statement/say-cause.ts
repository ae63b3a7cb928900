import { at } from '../../domain/at.ts';
import { sayDay } from '../../domain/day.ts';
import type { Decision } from '../../domain/facts.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { addPence, formatPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { isShared } from '../../domain/scheme/shared.ts';
import { sayList, sayNumber, sayShare } from '../../domain/words/say.ts';
import { withNamedMonths } from '../../report/explain/named-months.ts';
import type { WaitingSince } from '../publication.ts';
import { type CauseLine, type LetterCause, sumsOfCause } from './causes.ts';
import type { LetterWords } from './letter-words.ts';
import { sayAskedFor, sayComponents, sayPeriods, sayReason } from './say.ts';

/**
 * A cause as a payee reads it: the cause first, in the past tense, with its days; then the sum; then what happens, and who decided.
 * Where several practices share it, `of` has what each has of it, and they are named with their sums.
 */
export function sayCause(
  cause: LetterCause,
  words: LetterWords,
  of: readonly LetterCause[] = [cause],
  amount: (cause: LetterCause) => Pence = () => noPence,
): string {
  return [...sayWhy(cause, of), ...sayBack(cause, words), ...sayNotPaid(cause), ...sayEach(of, amount)].join(' ');
}

/** `Of the £1,425.00, £375.00 is for Chesil Surgery and £1,050.00 for Gad Surgery.` */
function sayEach(of: readonly LetterCause[], amount: (cause: LetterCause) => Pence): string[] {
  if (of.length === 1) return [];
  const parts = of.map((each, index) => {
    const { name } = each.practice.story.account.practice;
    return `${formatPounds(each.run.scheme.words, amount(each))} ${index === 0 ? 'is for' : 'for'} ${name}`;
  });
  return [`Of the ${formatPounds(at(of, 0).run.scheme.words, sumPence(of.map(amount)))}, ${sayList(parts)}.`];
}

/** What it is about, of what was overpaid where anything was: `Practice participation in integrated teams, Quarter 1 to Quarter 4`. */
export function sayCauseTitle({ lines }: Pick<LetterCause, 'lines'>): string {
  const overpaid = lines.filter(({ back }) => Object.values(back).some((amount) => amount !== noPence));
  const told = overpaid.length > 0 ? overpaid : lines;
  const components = sayComponents(told.map(({ component }) => component));
  return `${components}, ${sayPeriods(told.map(({ period }) => period))}`;
}

function sayWhy(cause: LetterCause, of: readonly LetterCause[]): string[] {
  const { failed, waitsFor, besides, run, practice, lines } = cause;
  const reasons = besides.map((each) => sayBeside(each, cause));
  const evidence = failed.map((outcome, index) => sayFailure(outcome, cause, sayCame(of, index)));
  const open = waitsFor.map((outcome) => sayOpen(outcome, cause));
  const all = [...new Set([...evidence, ...open, ...reasons])];
  if (all.length > 0) return all;
  // What comes back though nothing is listed as not earned: more was paid than the line is worth.
  const worth = practice.story.components
    .filter(({ line }) => lines.some(({ component }) => component === line.component))
    .map(({ line }) => line.component.title);
  return [`More was paid for ${sayList(worth)} than it is worth as at ${sayDay(run.asAt)}.`];
}

/** Money that was paid waits for it. */
function sayOpen(outcome: ConditionOutcome, cause: LetterCause): string {
  if (outcome.row !== null) return sayFailure(outcome, cause, sayDay(outcome.row.receivedOn));
  const what = sayAskedFor(
    outcome.evidence,
    cause.lines.map(({ component }) => component),
    cause.lines.map(({ period }) => period),
  );
  return `${what} has not come yet, and nothing is earned before it.`;
}

/** On which day what failed came; of several practices on which of each, where the days differ. */
function sayCame(of: readonly LetterCause[], index: number): string {
  const came = of.flatMap(({ failed, practice }) => {
    const row = failed[index]?.row ?? null;
    return row === null ? [] : [{ on: sayDay(row.receivedOn), name: practice.story.account.practice.name }];
  });
  const days = [...new Set(came.map(({ on }) => on))];
  if (days.length === 1) return days.join('');
  return sayList(days.map((day) => `${day} (${sayList(came.flatMap(({ on, name }) => (on === day ? [name] : [])))})`));
}

function sayFailure(outcome: ConditionOutcome, { lines }: LetterCause, cameOn: string): string {
  const { evidence, row, lacks, deadline, least } = outcome;
  const what = sayAskedFor(
    evidence,
    lines.map(({ component }) => component),
    lines.map(({ period }) => period),
  );
  const lastDay = deadline === null ? '' : sayDay(deadline);
  if (row === null || lacks === null) return `${what} did not come; its last day was ${lastDay}.`;
  const came = `${what} came on ${cameOn}`;
  if (lacks === 'late') return `${came}; its last day was ${lastDay}.`;
  const number = row.quantity === null ? 'without a number' : `with ${sayNumber(row.quantity)}`;
  const asked = least === null ? '' : `, and at least ${sayNumber(least)} were asked for`;
  return `${came} ${number}${asked}${lastDay === '' ? '' : ` by ${lastDay}`}.`;
}

function sayBeside({ status, reason }: LetterCause['besides'][number], cause: LetterCause): string {
  const says = sayReason(reason, cause.run.scheme);
  switch (status) {
    case 'prorated':
    case 'left':
    case 'before-joining':
      return sentence(`You ${says}`);
    case 'proportion': {
      const decision = latest(decisionsOn(cause, 'proportion'));
      if (decision?.proportion) {
        const { decidedBy, decidedOn, proportion, reason: why } = decision;
        return `${decidedBy} decided on ${sayDay(decidedOn)} to pay ${sayShare(proportion)}: ${withNamedMonths(why)}.`;
      }
      return sentence(says);
    }
    case 'capped':
      // What all together earn beyond what there is, nobody has claimed too much of.
      if (cause.lines.every(({ component }) => isShared(component.value))) return sentence(says);
      return sentence(`You claimed more than the scheme pays for: ${says}`);
    default:
      return sentence(says);
  }
}

/** What is not paid now and was not paid before; what was paid before is told as what becomes of it. */
function sayNotPaid({ run, lines }: LetterCause): string[] {
  const unpaid = lines.map((line) => ({ ...line, amount: notPaid(line) })).filter(({ amount }) => amount > noPence);
  if (unpaid.length === 0) return [];
  const sum = formatPounds(run.scheme.words, sumPence(unpaid.map(({ amount }) => amount)));
  if (unpaid.length === lines.length) return [`So ${sum} is not paid.`];
  return [`For the same reason ${sum} for ${sayPeriods(unpaid.map(({ period }) => period))} is not paid.`];
}

function notPaid({ lost, back }: CauseLine): Pence {
  const paid = Object.values(back).reduce(addPence, noPence);
  return subtractPence(lost, paid);
}

function sayBack(cause: LetterCause, words: LetterWords): string[] {
  const { due, deferred, proposed, waived } = sumsOfCause(cause);
  return [
    ...(due > noPence ? sayDue(due, cause) : []),
    ...(deferred > noPence ? sayDeferred(deferred, cause) : []),
    ...(proposed > noPence ? sayProposed(proposed, cause, words) : []),
    ...(waived > noPence ? sayWaived(waived, cause) : []),
  ];
}

function sayDue(sum: Pence, cause: LetterCause): string[] {
  const decided = decisionsOn(cause, 'recover').map(
    ({ decidedBy, decidedOn, reason }) =>
      `${decidedBy} decided so on ${sayDay(decidedOn)}: ${withNamedMonths(reason)}.`,
  );
  const since = sinceOf(cause, 'due');
  return [`${formatPounds(cause.run.scheme.words, sum)} that was paid before comes back now.`, ...decided, ...since];
}

function sayDeferred(sum: Pence, { run, lines }: LetterCause): string[] {
  const from = lines.find(({ back }) => back.deferred > noPence)?.component.recovery.from;
  const when = from ? `with the payment for ${from.title}, not before` : 'in a later run';
  return [`${formatPounds(run.scheme.words, sum)} comes back ${when}. Nothing of it is taken now.`];
}

function sayProposed(sum: Pence, cause: LetterCause, { questionBy }: LetterWords): string[] {
  const by = questionBy === null ? '' : ` by ${sayDay(questionBy)}`;
  return [
    `${formatPounds(cause.run.scheme.words, sum)} was paid and is not earned. Nobody has decided yet whether it comes back; nothing of it is taken now.`,
    ...sinceOf(cause, 'proposed'),
    `You can tell us${by} what we should know.`,
  ];
}

function sayWaived(sum: Pence, cause: LetterCause): string[] {
  const decided = decisionsOn(cause, 'waive-recovery').map(
    ({ decidedBy, decidedOn, reason }) =>
      `${decidedBy} decided so on ${sayDay(decidedOn)}: ${withNamedMonths(reason)}.`,
  );
  const says = [...new Set(cause.lines.filter(({ back }) => back.waived > noPence).flatMap(({ says }) => says))];
  const because = decided.length > 0 ? decided : says.map((each) => sentence(sayReason(each, cause.run.scheme)));
  return [`${formatPounds(cause.run.scheme.words, sum)} was overpaid and stays with you.`, ...because];
}

/** Since when it waits, told where a run before this one showed it. */
function sinceOf(cause: LetterCause, status: 'due' | 'proposed'): string[] {
  const lines = cause.lines.filter(({ back }) => back[status] > noPence);
  const all = lines.map(({ component, period }) => cause.practice.waitingSince(component.id, period.id));
  const postings = all.filter((since): since is Extract<WaitingSince, { kind: 'posting' }> => since.kind === 'posting');
  const [first] = postings.map(({ posting }) => posting).sort((a, b) => a.serial - b.serial);
  return first ? [`The run as at ${sayDay(first.asAt)} showed it first.`] : [];
}

/** What was decided about the components of a cause, in order. */
function decisionsOn({ practice, lines }: LetterCause, kind: Decision['decision']): Decision[] {
  return practice.decisions.filter(
    ({ decision, component, period }) =>
      decision === kind &&
      lines.some((line) => line.component.id === component && (period === null || period === line.period.id)),
  );
}

function latest(decisions: readonly Decision[]): Decision | undefined {
  return decisions.reduce<Decision | undefined>(
    (last, each) => (last === undefined || each.decidedOn >= last.decidedOn ? each : last),
    undefined,
  );
}

function sentence(says: string): string {
  return `${says.slice(0, 1).toUpperCase()}${says.slice(1)}${/[.!?]$/.test(says) ? '' : '.'}`;
}
