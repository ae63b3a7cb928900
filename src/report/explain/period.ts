import type { Clawback, Position, Unpaid, WorkingStep } from '../../domain/account.ts';
import { sayDay } from '../../domain/day.ts';
import type { PaidRow } from '../../domain/facts.ts';
import type { CountedClaim } from '../../domain/grounds.ts';
import { formatPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { parseShare, type Ratio } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayList, sayPounds, sayShare } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { cite } from '../show/cite.ts';
import { withTitles } from './named-months.ts';
import type { ComponentStory, PeriodStory } from './story.ts';

/** Of whose periods, and in whose words, is spoken. */
type OfScheme = Pick<Scheme, 'words' | 'periods'>;

/** How the value of a component for the whole term was worked out, a sentence a step. */
export function sayValueSteps({ line }: ComponentStory, scheme: OfScheme): string[] {
  return line.steps.map((step, index) => {
    const says = withTitles(sayValueStep(scheme.words, step), scheme);
    return index === 0 ? `For the whole term: ${says}` : capital(says);
  });
}

function sayValueStep(words: Words, { step, formula, value, clause }: WorkingStep): string {
  switch (step) {
    case 'value':
      return `${formula} = ${exactly(value, (pounds) => sayPounds(words, pounds))}${citing(clause)}.`;
    case 'adjustment':
      return `${formula}, which leaves ${exactly(value, (pounds) => sayPounds(words, pounds))}${citing(clause)}.`;
    case 'achievement':
      return `achievement: ${formula}, so ${exactly(value, sayShare)} of the value counts${citing(clause)}.`;
    default:
      return `${formula}${citing(clause)}.`;
  }
}

/** One period of a component: what fell due, what stands against it, what was paid before, and what the run does. */
export function sayPeriod(period: PeriodStory, payeeCode: string, practiceCode: string, scheme: OfScheme): string[] {
  const { position, claims, isDecided } = period;
  const { steps, unpaid } = position;
  const titled = (text: string) => withTitles(text, scheme);
  const tests = steps.filter(({ step }) => step === 'condition').slice(period.conditions.length);
  return [
    ...steps.flatMap((step) => sayAmountStep(step, scheme.words)).map(titled),
    ...sayClaims(claims),
    ...(isDecided ? [] : tests.map(sayTest).map(titled)),
    ...unpaid.flatMap((each) => sayUnpaid(scheme.words, each, period)).map(titled),
    ...sayGivenBack(scheme.words, period),
    ...saySettled(scheme.words, period, payeeCode, practiceCode, titled),
  ];
}

function sayAmountStep({ step, formula, value, rounded, clause }: WorkingStep, words: Words): string[] {
  switch (step) {
    case 'value':
    case 'adjustment':
      return [`${capital(formula)}: ${exactly(value, (pounds) => sayPounds(words, pounds))}${citing(clause)}.`];
    case 'quantity':
      return [`${capital(formula)}${citing(clause)}.`];
    case 'schedule':
    case 'pool':
    case 'events':
      // Nothing at all is no news.
      return rounded === noPence && value === '0'
        ? []
        : [`${sayFallsDue(words, rounded)}: ${formula}${citing(clause)}.`];
    case 'achievement':
      return [
        `Of that ${formula} is achieved${rounded === null ? '' : `: ${formatPounds(words, rounded)}`}${citing(clause)}.`,
      ];
    case 'joining':
    case 'leaving': {
      // What is not earned for it says so.
      if (value === '0') return [];
      const counts = `, so ${exactly(value, sayShare)} of it counts`;
      const amount = rounded === null ? '' : `: ${formatPounds(words, rounded)}`;
      return [`${inWords(words, 'The practice')} ${formula}${counts}${amount}${citing(clause)}.`];
    }
    case 'condition':
    case 'decision':
    case 'entitlement':
    case 'set-off':
    case 'settlement':
      return [];
  }
}

function sayFallsDue(words: Words, amount: Pence | null): string {
  if (amount === null || amount === noPence) return 'Nothing falls due';
  if (amount > noPence) return `${formatPounds(words, amount)} falls due`;
  return `${formatPounds(words, subtractPence(noPence, amount))} less is due than up to the period before`;
}

/** How many events are named one by one. */
const claimsNamed = 12;

function sayClaims(claims: readonly CountedClaim[]): string[] {
  if (claims.length === 0) return [];
  const named = claims
    .slice(0, claimsNamed)
    .map(({ claim }) => `${claim.eventId} on ${sayDay(claim.eventDate)} (line ${claim.line})`);
  const more = claims.length > claimsNamed ? [`${claims.length - claimsNamed} more`] : [];
  const count = claims.length === 1 ? '1 claim counts' : `${claims.length} claims count`;
  return [`${count}, in claims.csv: ${sayList([...named, ...more])}.`];
}

function sayTest({ formula, value, clause }: WorkingStep): string {
  return `The scheme ${formula}: ${value}${citing(clause)}.`;
}

/** A decision on a proportion, which is told once for all periods of a component. */
export function sayDecisions({ periods }: ComponentStory, scheme: OfScheme): string[] {
  const steps = periods.flatMap(({ position }) => position.steps.filter(({ step }) => step === 'decision'));
  const says = steps.map(
    ({ formula, clause }) => `A decision goes before the conditions: ${formula}${citing(clause)}.`,
  );
  return [...new Set(says.map((text) => withTitles(text, scheme)))];
}

function sayUnpaid(words: Words, unpaid: Unpaid, period: PeriodStory): string[] {
  const { status, amount, reason, clause } = unpaid;
  const sum = formatPounds(words, amount < noPence ? subtractPence(noPence, amount) : amount);
  switch (status) {
    case 'withheld':
    case 'forfeited': {
      const because = sayWhatStandsAgainst(unpaid, period);
      if (amount === noPence) return [`What it comes to is not known yet${because}${citing(clause)}.`];
      return [`${sum} is ${status}${because}${citing(clause)}.`];
    }
    case 'proportion':
      if (amount < noPence) return [`${sum} more than was scheduled is paid, by that decision${citing(clause)}.`];
      return [`${sum} of what was scheduled is not paid, by that decision${citing(clause)}.`];
    case 'achievement':
      return [`${sum} is not earned, by that achievement${citing(clause)}.`];
    case 'prorated':
    case 'before-joining':
    case 'left':
    case 'all-or-nothing':
      return [`${sum} is not earned: ${reason}${citing(clause)}.`];
    case 'capped':
      return [`${amount === noPence ? 'Nothing is paid for this' : `${sum} is not paid`}: ${reason}${citing(clause)}.`];
    case 'below-nothing':
      if (amount === noPence) return [`Nothing is earned: ${reason}${citing(clause)}.`];
      return [`${sum} is less than nothing, and is not asked for: ${reason}${citing(clause)}.`];
    case 'set-off':
      return amount < noPence
        ? [`${sum} does not come back: it is ${reason}${citing(clause)}.`]
        : [`${sum} is not paid: it ${reason}${citing(clause)}.`];
    case 'carried':
      return [`${sum} is earned and not paid yet: ${reason}${citing(clause)}.`];
  }
}

/** Evidence is told once for all periods, elsewhere; what else stands in the way, here. */
function sayWhatStandsAgainst({ status, reason, besides = [] }: Unpaid, { conditions }: PeriodStory): string {
  const isWithheld = status === 'withheld';
  const isUnmet = conditions.some(({ state }) => state === (isWithheld ? 'open' : 'failed'));
  const evidence = isWithheld ? ', for what is waited for above' : ', for what failed above';
  const others = besides.length === 0 ? '' : `${isUnmet ? ', and' : ''}: ${sayList(besides)}`;
  return isUnmet || others !== '' ? `${isUnmet ? evidence : ''}${others}` : `: ${reason}`;
}

function sayGivenBack(words: Words, { position }: PeriodStory): string[] {
  const { entitlement, steps } = position;
  const clause = steps.findLast(({ step }) => step === 'entitlement')?.clause ?? '';
  if (entitlement >= noPence) return [];
  const sum = formatPounds(words, subtractPence(noPence, entitlement));
  return [`Less is earned to date than up to the period before, so ${sum} is given back${citing(clause)}.`];
}

/** What was paid before, by which posting, and what is paid now or comes back. */
function saySettled(
  words: Words,
  { position, paid }: PeriodStory,
  payeeCode: string,
  practiceCode: string,
  titled: (text: string) => string,
): string[] {
  const { settlement, alreadyPaid, entitlement } = position;
  const before = sayPaidBefore(words, paid, alreadyPaid, practiceCode);
  switch (settlement.kind) {
    case 'settled':
      return before === null ? [] : [`${before}, so nothing is paid now.`];
    case 'carried':
      return before === null ? [] : [`${before}.`];
    case 'payment': {
      const to = payeeCode === practiceCode ? '' : ` to ${payeeCode}`;
      return [`${before ?? 'Nothing was paid before'}, so ${formatPounds(words, settlement.amount)} is paid now${to}.`];
    }
    case 'clawback': {
      const earned = entitlement === noPence ? 'nothing is earned' : `${formatPounds(words, entitlement)} is earned`;
      const parts = settlement.parts.map((part) => sayClawback(words, part, position, practiceCode));
      return [`${before ?? 'Nothing was paid before'}, and ${earned}.`, ...parts.map(titled)];
    }
  }
}

/** `£1,450.00 was paid before (posting 1, as at 15 October 2017)`; null where nothing ever was. */
export function sayPaidBefore(
  words: Words,
  paid: readonly PaidRow[],
  total: Pence,
  practiceCode: string,
): string | null {
  if (paid.length === 0) return total === noPence ? null : `${formatPounds(words, total)} was paid before`;
  const [only] = paid;
  if (only && paid.length === 1)
    return `${formatPounds(words, total)} was paid before (${sayPosting(only, practiceCode)})`;
  const sums = paid.map((row) => `${formatPounds(words, row.amount)} by ${sayPosting(row, practiceCode)}`);
  return `${formatPounds(words, total)} was paid before: ${sayList(sums)}`;
}

function sayPosting({ posting, paidOn, payeeCode, reference, line }: PaidRow, practiceCode: string): string {
  const to = payeeCode === practiceCode ? '' : `, to ${payeeCode}`;
  if (posting !== null) return `posting ${posting}, as at ${sayDay(paidOn)}${to}`;
  const named = reference === null ? '' : `, reference ${reference}`;
  return `paid.csv, line ${line}, on ${sayDay(paidOn)}${named}${to}`;
}

/** Why the money is not earned has been told where something is listed as not paid. */
function sayClawback(words: Words, clawback: Clawback, { unpaid }: Position, practiceCode: string): string {
  const { amount, status, payeeCode, reason, says, clause } = clawback;
  const sum = formatPounds(words, amount);
  const from = payeeCode === practiceCode ? '' : ` from ${payeeCode}`;
  const why = unpaid.length > 0 ? says : reason;
  const because = `${why === '' ? '' : `: ${why}`}${citing(clause)}`;
  switch (status) {
    case 'due':
      return `${sum} is recovered now${from}${because}.`;
    case 'deferred':
      return `${sum} is to be recovered${from}, but not in this run${because}.`;
    case 'proposed':
      return `It is proposed to recover ${sum}${from}, and nothing is taken before that is decided${because}.`;
    case 'waived':
      return `${sum} would come back${from}, but is not taken${because}.`;
  }
}

/** ` [3.2]` after a sentence, or nothing where no clause is named. */
function citing(...clauses: readonly string[]): string {
  const cited = cite(...clauses);
  return cited === '' ? '' : ` ${cited}`;
}

/** An exact figure of the working as `say` has it. */
function exactly(value: string, say: (ratio: Ratio) => string): string {
  const ratio = parseShare(value);
  if (ratio === null) throw new Error(`not a figure of a working: ${value}`);
  return say(ratio);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
