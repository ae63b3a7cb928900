import { formatPounds, noPence, subtractPence } from '../../domain/money/money.ts';
import { formatShare, parseShare, type Ratio } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayList, sayPounds } from '../../domain/words/say.ts';
import { cite } from '../show/cite.ts';
import { type ConditionStory, conditionsOf, inWords, sayConditions, sayEvidence, sayRelease } from './conditions.ts';
import type { ComponentStory, PeriodOutcome, PeriodStory, UnpaidStory, WorkingRow } from './story.ts';

/** How the value of a component for the whole term was worked out, a sentence a step. */
export function sayValueSteps({ steps }: ComponentStory): string[] {
  return steps.map((step) => {
    const { formula, value, clause } = step;
    switch (step.step) {
      case 'value':
        return `${sayValue(formula)} = ${exact(value, sayPounds)} ${cite(clause)}.`;
      case 'adjustment':
        return `${formula}, which leaves ${exact(value, sayPounds)} ${cite(clause)}.`;
      case 'achievement':
        return `Achievement: ${inWords(formula)}, so ${exact(value, formatShare)} of the value counts ${cite(clause)}.`;
      default:
        return `${inWords(formula)} ${cite(clause)}.`;
    }
  });
}

/** A share of the step before it, or the whole. */
function sayValue(formula: string): string {
  return formula.startsWith('of which ') ? `O${formula.slice(1)}` : `For the whole term: ${formula}`;
}

/** One period of a component: what fell due, what was asked for and what came, what was earned, and what the run does about it. */
export function sayPeriod(
  scheme: Scheme,
  component: ComponentStory,
  period: PeriodStory,
  practiceCode: string,
): string[] {
  const { steps, unpaid } = period;
  const conditions = conditionsOf(scheme, steps);
  return [
    ...steps.flatMap(sayAmountStep),
    ...sayConditions(conditions),
    ...steps.filter(({ step }) => step === 'decision').map(sayDecided),
    ...unpaid.flatMap((each) => sayUnpaid(each, unmetBy(component, each, conditions))),
    ...sayEarned(period),
    sayOutcome(period, practiceCode),
  ];
}

function sayAmountStep({ step, formula, value, rounded, clause }: WorkingRow): string[] {
  switch (step) {
    case 'value':
    case 'adjustment':
      return [`${formula}: ${exact(value, sayPounds)} ${cite(clause)}.`];
    case 'quantity':
      return [`${formula} ${cite(clause)}.`];
    case 'schedule':
    case 'pool':
    case 'events':
      return [`${pounds(rounded)} falls due: ${formula} ${cite(clause)}.`];
    case 'achievement':
      return [`Of that ${formula} is achieved: ${pounds(rounded)} ${cite(clause)}.`];
    case 'leaving': {
      const counts = value === '0' ? '' : `, so ${exact(value, formatShare)} of it counts`;
      const amount = rounded === '' ? '' : `: ${pounds(rounded)}`;
      return [`The practice ${inWords(formula)}${counts}${amount} ${cite(clause)}.`];
    }
    case 'condition':
    case 'decision':
    case 'entitlement':
    case 'set-off':
    case 'settlement':
      return [];
    default:
      return [`${inWords(formula)} ${cite(clause)}.`];
  }
}

function sayDecided({ formula, rounded, clause }: WorkingRow): string {
  return `A decision goes before the conditions: ${inWords(formula)}. That makes ${pounds(rounded)} ${cite(clause)}.`;
}

/** What stands between the practice and an amount, and so what would change it. */
interface Unmet {
  readonly open: readonly ConditionStory[];
  readonly failed: readonly ConditionStory[];
  /** The measure of which no figure is known yet. */
  readonly unmeasured: string | null;
}

function unmetBy({ component }: ComponentStory, { reason }: UnpaidStory, conditions: readonly ConditionStory[]): Unmet {
  const { achievement } = component;
  const measure = achievement?.kind === 'measured' ? achievement.measure : null;
  return {
    open: conditions.filter(({ state }) => state === 'open'),
    failed: conditions.filter(({ state }) => state === 'failed'),
    unmeasured: measure !== null && reason.includes(`no figure for ${measure} yet`) ? measure : null,
  };
}

function sayUnpaid({ status, amount, reason, clause }: UnpaidStory, unmet: Unmet): string[] {
  const sum = formatPounds(amount);
  if (isSetOff({ status, amount, reason, clause }))
    return [`${sum} is set off against earlier periods: ${reason} ${cite(clause)}.`];
  switch (status) {
    case 'withheld':
      return [`${sum} is withheld until ${release(unmet) || `this is settled: ${reason}`} ${cite(clause)}.`];
    case 'forfeited':
      return [`${sum} is forfeited ${cite(clause)}. ${onlyByDecision(unmet)}`];
    case 'proportion':
      return [`${sum} of what was scheduled is not paid, by that decision ${cite(clause)}.`];
    case 'achievement':
      return [`${sum} is not earned: ${reason} ${cite(clause)}.`];
    case 'prorated':
    case 'left':
      return [`${sum} is not earned, because the practice left ${cite(clause)}.`];
    case 'before-joining':
      return [`${sum} is not earned, because the practice had not joined ${cite(clause)}.`];
    case 'all-or-nothing':
      return [`${sum} is not earned: ${reason} ${cite(clause)}.`];
    case 'below-nothing':
      return [`${sum} cannot be given back: ${reason} ${cite(clause)}.`];
    case 'set-off':
      return [`${sum} is set off: ${reason} ${cite(clause)}.`];
    case 'capped':
      return [`${sum} is not paid: ${reason} ${cite(clause)}.`];
    case 'carried':
      return [`${sum} is earned and not paid yet: ${reason} ${cite(clause)}.`];
  }
}

/** What a period could not give back, or what makes up for that in a later one. */
function isSetOff({ status, amount, reason }: UnpaidStory): boolean {
  return (status === 'withheld' || status === 'forfeited') && (amount < 0n || reason.startsWith('makes up for'));
}

/** What would release an amount that is withheld. */
function release({ open, unmeasured }: Unmet): string {
  const figure = unmeasured === null ? [] : [`a figure for ${unmeasured} is known`];
  return sayList([...(open.length === 0 ? [] : [sayRelease(open)]), ...figure]);
}

function onlyByDecision({ failed }: Unmet): string {
  const late = failed.map((condition) => `to accept ${sayEvidence(condition)} late`);
  return `Only a decision would change that: ${[...late, 'to pay a proportion'].join(', or ')}.`;
}

function sayEarned({ entitlement, steps }: PeriodStory): string[] {
  const entitled = steps.findLast(({ step }) => step === 'entitlement');
  if (entitlement === null || entitlement === noPence) return [];
  if (entitled && entitlement < 0n) {
    const sum = formatPounds(subtractPence(noPence, entitlement));
    return [`Less is earned to date than up to the period before, so ${sum} is given back ${cite(entitled.clause)}.`];
  }
  if (!entitled?.formula.startsWith('released')) return [];
  return [`Nothing stands against it, so ${formatPounds(entitlement)} is earned ${cite(entitled.clause)}.`];
}

/** What was paid before, and what is paid now or comes back, and why. */
function sayOutcome({ outcome, entitlement, alreadyPaid }: PeriodStory, practiceCode: string): string {
  const before = formatPounds(alreadyPaid);
  switch (outcome.kind) {
    case 'settled':
      return alreadyPaid === noPence
        ? 'Nothing was paid before, and nothing is paid now.'
        : `${before} was paid before, so nothing is paid now.`;
    case 'left-alone':
      return `${before} was paid before, for a period after that of the run: it is left alone.`;
    case 'payment': {
      const to = outcome.payee === practiceCode ? '' : ` to ${outcome.payee}`;
      const paid = alreadyPaid === noPence ? 'Nothing was paid before' : `${before} was paid before`;
      return `${paid}, so ${formatPounds(outcome.amount)} is paid now${to}.`;
    }
    case 'clawback': {
      const earned =
        entitlement === null || entitlement === noPence
          ? 'nothing is earned'
          : `${formatPounds(entitlement)} is earned`;
      return `${before} was paid before and ${earned}, ${sayClawback(outcome, practiceCode)}`;
    }
  }
}

function sayClawback(clawback: Extract<PeriodOutcome, { kind: 'clawback' }>, practiceCode: string): string {
  const { amount, status, payee, reason, clause } = clawback;
  const sum = formatPounds(amount);
  const from = payee === practiceCode ? '' : ` from ${payee}`;
  const because = `Reason on record: ${inWords(reason)} ${cite(clause)}.`;
  switch (status) {
    case 'due':
      return `so ${sum} is recovered now${from}. ${because}`;
    case 'deferred':
      return `so ${sum} is to be recovered${from}, but not in this run. ${because}`;
    case 'proposed':
      return `so it is proposed to recover ${sum}${from}; nothing is taken before a decision to recover. ${because}`;
    case 'waived':
      return `so ${sum} would come back, but its recovery is waived. ${because}`;
  }
}

function pounds(amount: string): string {
  return amount === '' ? 'an amount' : exact(amount, sayPounds);
}

/** An exact figure of the workings as `say` has it; one that is no figure stands as it is. */
function exact(value: string, say: (ratio: Ratio) => string): string {
  const ratio = parseShare(value);
  return ratio === null ? value : say(ratio);
}

/** What would release a withheld amount of a period, for the data; null where nothing is withheld. */
export function releaseOf(
  scheme: Scheme,
  component: ComponentStory,
  { steps }: PeriodStory,
  unpaid: UnpaidStory,
): string | null {
  if (unpaid.status !== 'withheld') return null;
  return release(unmetBy(component, unpaid, conditionsOf(scheme, steps)));
}
