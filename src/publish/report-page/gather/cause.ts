import type { Unpaid } from '../../../domain/account.ts';
import { sayDay } from '../../../domain/day.ts';
import type { Decision } from '../../../domain/facts.ts';
import type { ConditionOutcome } from '../../../domain/grounds.ts';
import type { Scheme } from '../../../domain/scheme/scheme.ts';
import { eventTitled, shortTitleOf, type Titled } from '../../../domain/scheme/titles.ts';
import { sayNumber, sayShare } from '../../../domain/words/say.ts';
import { sayIn } from '../../../domain/words/sentence.ts';
import type { PeriodStory, Story } from '../../../report/explain/story.ts';
import { inTitles } from '../../in-titles.ts';
import { isOnAccount } from '../../provisional.ts';
import { type LossKind, lossKindOf } from './kinds.ts';

/** Why a sum is not earned: as it is told of few practices, and of many, where what differs between them is left out. */
export interface CauseOfLoss {
  readonly kind: LossKind;
  readonly says: string;
  readonly ofMany: string;
  readonly clause: string;
}

/** The cause of what is not earned; null where it is earned, and only not paid yet. */
export function causeOf(
  unpaid: Unpaid,
  period: PeriodStory,
  story: Story,
  decisions: readonly Decision[],
  component: string,
): CauseOfLoss | null {
  const kind = lossKindOf(unpaid);
  if (kind === null) return null;
  const { clause, reason } = unpaid;
  const cause = (says: string, ofMany = says): CauseOfLoss => ({ kind, says, ofMany, clause });
  const { name } = story.account.practice;
  const say = sayIn(story.scheme.words);
  switch (kind) {
    case 'open':
    case 'condition':
      return ofConditions(unpaid, period, story.scheme, cause);
    case 'decision':
      return ofDecision(decisions, component, cause, titled(reason, story.scheme, shortTitleOf));
    case 'left': {
      const day = story.account.leavesOn;
      if (day === null) return cause(titled(reason, story.scheme, shortTitleOf));
      const after = 'what falls after that day is not earned';
      return cause(`${name} left the scheme on ${sayDay(day)}; ${after}`, say`The practice left the scheme; ${after}`);
    }
    case 'joined': {
      const day = story.account.practice.joinedOn;
      if (day === null) return cause(titled(reason, story.scheme, shortTitleOf));
      const before = 'what falls before that day is not earned';
      return cause(`${name} joined the scheme on ${sayDay(day)}; ${before}`, say`The practice joined later; ${before}`);
    }
    case 'limit':
      return cause(...overLimit(titled(reason, story.scheme, shortTitleOf), story.scheme));
    case 'threshold': {
      const says = titled(reason, story.scheme, shortTitleOf);
      return cause(says, `${says.split(' at ')[0]}: below what pays in full`);
    }
    case 'together':
    case 'below':
      return cause(titled(reason, story.scheme, shortTitleOf));
  }
}

type MakeCause = (says: string, ofMany?: string) => CauseOfLoss;

/** Evidence that is missing, late or too small; and what else stands in the way. */
function ofConditions(unpaid: Unpaid, { conditions }: PeriodStory, scheme: Scheme, cause: MakeCause): CauseOfLoss {
  const { status, reason, besides = [] } = unpaid;
  const unmet = conditions.filter(({ state }) => state === (status === 'withheld' ? 'open' : 'failed'));
  const others = besides.map((each) => titled(each, scheme, shortTitleOf));
  if (status === 'achievement' || (unmet.length === 0 && others.length === 0)) {
    const says = titled(reason, scheme, shortTitleOf);
    return cause(says, isOnAccount(reason) ? says : undefined);
  }
  const says = [...unmet.map(sayOutcome), ...others].join('; and ');
  return cause(says, [...unmet.map(sayOutcomeOfMany), ...others].join('; and '));
}

/** `Action plan: came on 1 August 2017; the last day was 31 July 2017`. */
function sayOutcome(outcome: ConditionOutcome): string {
  const { evidence, row, lacks, deadline, least, accepted } = outcome;
  if (row === null || lacks === null) return sayOutcomeOfMany(outcome);
  if (lacks === 'late') {
    return `${shortTitleOf(evidence)}: came on ${sayDay(row.receivedOn)}${deadline === null ? '' : `; the last day was ${sayDay(deadline)}`}`;
  }
  const came = row.quantity === null ? 'no number came' : `${sayNumber(row.quantity)} came`;
  const asked = least === null ? '' : `, ${sayNumber(least)} were asked for`;
  return `${shortTitleOf(evidence)}: ${came}${asked}${deadline === null || accepted ? '' : ` by ${sayDay(deadline)}`}`;
}

function sayOutcomeOfMany({ evidence, state, row, lacks, deadline, accepted }: ConditionOutcome): string {
  const title = shortTitleOf(evidence);
  if (row !== null && lacks === 'too small') return `${title}: fewer came than were asked for`;
  if (row !== null && lacks === 'late')
    return `${title}: came after the last day, ${sayDay(deadline ?? row.receivedOn)}`;
  if (state === 'failed')
    return `${title}: did not come by the last day${deadline === null ? '' : `, ${sayDay(deadline)}`}`;
  if (accepted) return `${title}: has not come in yet; its last day was waived`;
  return `${title}: has not come in yet; ${deadline === null ? 'it has no last day' : `its last day is ${sayDay(deadline)}`}`;
}

function ofDecision(
  decisions: readonly Decision[],
  component: string,
  cause: MakeCause,
  otherwise: string,
): CauseOfLoss {
  const made = decisions.filter((each) => each.decision === 'proportion' && each.component === component);
  const last = made.toSorted((a, b) => a.decidedOn - b.decidedOn).at(-1);
  if (!last || last.proportion === null) return cause(otherwise);
  const share = sayShare(last.proportion);
  return cause(
    `${last.decidedBy} decided on ${sayDay(last.decidedOn)} to pay ${share}: ${last.reason}`,
    'A named person decided to pay a share',
  );
}

/** `1 × locality-meeting over the cap of 6`. */
function overLimit(reason: string, scheme: Scheme): [string, string] {
  const [, number, event = '', cap = ''] = /^(\d+) × (\S+) over the cap of (.+)$/.exec(reason) ?? [];
  if (number === undefined) return [reason, reason];
  const named = shortTitleOf(eventTitled(event, scheme));
  return [`${number} × ${named} over the limit of ${cap}`, `More than ${cap} × ${named}: over the limit`];
}

/** A reason as people read it: titles in place of ids, months by name. */
export function titled(reason: string, scheme: Scheme, titleOf: (of: Titled) => string = ({ title }) => title): string {
  return inTitles(reason, scheme, titleOf, ['evidence', 'measure']);
}
