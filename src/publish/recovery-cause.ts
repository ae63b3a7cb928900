import { keptBackStatuses } from '../domain/account.ts';
import type { Decision, Plan } from '../domain/facts.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../domain/money/money.ts';
import { sayDecision, sayPlan } from '../domain/words/decided.ts';
import type { Words } from '../domain/words/words.ts';
import type { ComponentStory, PeriodStory } from '../report/explain/story.ts';
import type { PublishedPractice } from './publication.ts';

/** What was decided of taking back a component's sum: decisions for the period first, then those for all, then plans, as they are used. */
export function recoveriesDecided(
  { decisions, plans }: PublishedPractice,
  component: string,
  period: string,
): readonly (Decision | Plan)[] {
  const recovers = decisions.filter((each) => each.decision === 'recover' && each.component === component);
  return [
    ...recovers.filter((each) => each.period === period),
    ...recovers.filter((each) => each.period === null),
    ...plans.filter((plan) => plan.component === component),
  ];
}

/** Why a sum that was taken is not earned, as this run knows it, and who decided to take it: as the run that took it said. */
export function causeOfTaken(practice: PublishedPractice, component: ComponentStory, period: PeriodStory): string {
  const decided = decidedOnTaken(practice, component, period).map(
    (row) => `recovery ${sayDecided(practice.story.scheme.words, row)}`,
  );
  return [whyNotEarned(period), ...decided].join('; ');
}

/** By which decisions and plans the sum of a period was taken: they cover what was given back in order of period, each up to its sum. */
export function decidedOnTaken(
  practice: PublishedPractice,
  { line: { component }, periods }: ComponentStory,
  period: PeriodStory,
): readonly (Decision | Plan)[] {
  const used = new Map<Decision | Plan, Pence>();
  for (const each of periods.slice(0, periods.indexOf(period) + 1)) {
    const by: (Decision | Plan)[] = [];
    let wanted = givenBackOf(each);
    for (const row of recoveriesDecided(practice, component.id, each.position.period.id)) {
      const before = used.get(row) ?? noPence;
      const part = lesserPence(wanted, subtractPence(sumOf(row), before));
      if (part === noPence) continue;
      wanted = subtractPence(wanted, part);
      used.set(row, addPence(before, part));
      by.push(row);
    }
    if (each === period) return by;
  }
  throw new Error(`${component.id} has no such period`);
}

function sumOf({ amount }: Decision | Plan): Pence {
  if (amount === null) throw new Error('a decision on a recovery without its sum');
  return amount;
}

function sayDecided(words: Words, row: Decision | Plan): string {
  return 'instalments' in row ? sayPlan(words, row) : sayDecision(words, row);
}

function givenBackOf({ paid }: PeriodStory): Pence {
  const given = paid.filter(({ amount }) => amount < noPence);
  return subtractPence(noPence, sumPence(given.map(({ amount }) => amount)));
}

function whyNotEarned(period: PeriodStory): string {
  const { unpaid } = period.position;
  const causes = unpaid.filter(({ status }) => keptBackStatuses.some((kept) => kept === status) || status === 'left');
  if (causes.length > 0) return causes.map(({ status, reason }) => `${status}: ${reason}`).join('; ');
  return hadTooMuch(period) ? 'more was paid than is earned' : 'nothing stands against it any more';
}

/** Whether more than is earned had been paid at any day: what was taken back is not then paid again. */
function hadTooMuch({ position: { entitlement }, paid }: PeriodStory): boolean {
  let soFar = noPence;
  return paid
    .toSorted((a, b) => a.paidOn - b.paidOn)
    .some(({ amount }) => {
      soFar = addPence(soFar, amount);
      return soFar > entitlement;
    });
}
