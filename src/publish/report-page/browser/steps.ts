import { clawbackStatuses, stepNames, type UnpaidStatus, unpaidStatuses } from '../../../domain/account.ts';
import { at } from '../../../domain/at.ts';
import { sayDay, storedDay } from '../../../domain/day.ts';
import { noPence, type Pence, pence } from '../../../domain/money/money.ts';
import { parseShare } from '../../../domain/money/ratio.ts';
import { sayPounds, sayShare } from '../../../domain/words/say.ts';
import { ours, type Said } from '../../../domain/words/sentence.ts';
import {
  conditionStates,
  lacking,
  type PackedComponent,
  type PackedCondition,
  type PackedDecision,
  type PackedPaid,
  type PackedPeriod,
  type PackedPractice,
  type PackedRow,
  type PackedStep,
} from '../details/packed.ts';
import { minus } from '../figures.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { clauseOf } from './clause.ts';
import { pageWords, textAt } from './page-data.ts';

/** One step: what it is, what it says, what it comes to, and what it rests on. */
interface Step {
  readonly kind: string;
  readonly label: Said;
  readonly says: readonly Child[];
  readonly comesTo: Said;
  readonly rests: readonly (readonly Child[])[];
}

/** From the worth of a component to what this run does about a period of it. */
export function periodSteps(
  packed: PackedPractice,
  [, payee, value, , measures, decisions]: PackedComponent,
  period: PackedPeriod,
  title: string,
): Markup[] {
  const [, , , settlement, , , steps, conditions, claims, paid, provisional] = period;
  const list = packed[1];
  const worth = value.map((step, place) =>
    workingStep(step, title, [
      ...(place === 0 && list ? [rowSaid(list[2])] : []),
      ...(stepNames[step[0]] === 'achievement' ? measures.map(rowSaid) : []),
    ]),
  );
  const own = steps.map((step) =>
    workingStep(step, title, [
      ...(stepNames[step[0]] === 'events' ? claims.map(claimRest) : []),
      ...(stepNames[step[0]] === 'achievement' ? measures.map(rowSaid) : []),
      ...(stepNames[step[0]] === 'decision' ? decisions.flatMap(decisionRests) : []),
    ]),
  );
  const asked = conditions.map((place) => conditionStep(at(packed[4], place)));
  const all = [
    ...worth,
    ...own.filter(({ kind }) => kind === 'work'),
    ...asked,
    ...own.filter(({ kind }) => kind !== 'work'),
    earnedStep(period),
    ...paid.map(paidStep),
    ...settledSteps(settlement, payee, decisions),
    ...provisionalStep(provisional),
  ];
  return all.map(stepHtml);
}

function stepHtml({ kind, label, says, comesTo, rests }: Step): Markup {
  return tag(
    'li',
    { class: kind },
    tag('span', { class: 'k' }, label),
    tag('span', { class: 't' }, says),
    tag('span', { class: 'v' }, comesTo),
    rests.length === 0
      ? null
      : tag(
          'ul',
          { class: 'src' },
          rests.map((each) => tag('li', {}, each)),
        ),
  );
}

const stepWords: Readonly<Record<(typeof stepNames)[number], string>> = {
  quantity: 'Counted',
  value: 'Worth',
  adjustment: 'Changed by',
  achievement: 'Achieved',
  pool: 'Share of the pool',
  events: 'Claims that count',
  schedule: '',
  joining: 'Joined',
  leaving: 'Left',
  condition: 'Must be reached',
  decision: 'Decided',
  entitlement: 'Earned',
  'set-off': 'Set off',
  settlement: 'Settled',
};

function workingStep([step, formula, value, rounded, clause]: PackedStep, title: string, rests: Step['rests']): Step {
  const name = at(stepNames, step);
  const isMade = ['decision', 'condition', 'set-off'].includes(name);
  const says = [textAt(formula), ...clauseOf(clause)];
  return {
    kind: isMade ? 'made' : 'work',
    label: stepWords[name] || title,
    says,
    comesTo: valueSaid(name, textAt(value), rounded),
    rests,
  };
}

/** What was rounded is money; the exact figure before it is money for a value, a share for what was achieved. */
function valueSaid(name: (typeof stepNames)[number], value: string, rounded: number | null): Said {
  if (rounded !== null) return pence(rounded);
  const exact = parseShare(value);
  if (exact === null) return value;
  if (name === 'value' || name === 'adjustment' || name === 'pool') return sayPounds(pageWords, exact);
  return name === 'achievement' || name === 'joining' || name === 'leaving' ? sayShare(exact) : value;
}

function conditionStep([
  keeps,
  title,
  state,
  row,
  receivedOn,
  lacks,
  deadline,
  quantities,
  accepted,
  clause,
]: PackedCondition): Step {
  const is = at(conditionStates, state);
  const by = deadline === null ? '' : `, by ${sayDay(storedDay(deadline))}`;
  const marks = { met: '✓ ', open: '… ', failed: '✕ ', 'not due': '', 'not asked': '' } as const;
  const kinds = { met: 'ok', open: 'open', failed: 'bad', 'not due': '', 'not asked': '' } as const;
  const came =
    receivedOn === null
      ? is === 'failed'
        ? 'did not come'
        : is === 'not asked'
          ? 'not asked for'
          : 'not in yet'
      : `came ${sayDay(storedDay(receivedOn))}`;
  const number = quantities === null ? '' : `, ${textAt(quantities)}`;
  const short = lacks === null ? '' : at(lacking, lacks) === 'late' ? ', late' : ', too few';
  return {
    kind: kinds[is],
    label: `${marks[is]}${keeps ? 'Asked for to keep the money' : 'Asked for before paying'}`,
    says: [`${textAt(title)}${by}`, ...clauseOf(clause)],
    comesTo: `${came}${number}${short}`,
    rests: [...(row ? [rowSaid(row)] : []), ...(accepted ? decisionRests(accepted) : [])],
  };
}

const unpaidWords: Readonly<Record<UnpaidStatus, string>> = {
  capped: 'over the limit',
  achievement: 'not achieved',
  'before-joining': 'before it joined',
  prorated: 'only a part of the period',
  left: 'after it left',
  'all-or-nothing': 'another component failed',
  withheld: 'can still come in',
  forfeited: 'can no longer be earned',
  proportion: 'reduced by a decision',
  'below-nothing': 'less than nothing',
  'set-off': 'set off',
  carried: 'kept for the next payment',
};

/** What is earned, and what of the period is not, with the reason. */
function earnedStep([, earned, , , , unpaid]: PackedPeriod): Step {
  const rests = unpaid.map(([status, amount, reason, clause]): Child[] => {
    const sum = amount === 0 ? 'A sum not known yet' : pence(amount);
    return [ours`${sum}, ${unpaidWords[at(unpaidStatuses, status)]}: ${textAt(reason)}`, ...clauseOf(clause)];
  });
  const says = unpaid.length === 0 ? 'all of it: nothing stands against it' : earned === 0 ? 'nothing' : 'what is left';
  return { kind: 'end', label: 'Earned', says: [says], comesTo: pence(earned), rests };
}

function paidStep([amount, on, payee, reference, posting, row]: PackedPaid): Step {
  const what = posting === null ? 'outside this program' : `posting ${posting}`;
  const to = payee === null ? '' : `, to ${textAt(payee)}`;
  const named = reference === null ? '' : `, ${textAt(reference)}`;
  const says = `${sayDay(storedDay(on))}, ${what}${to}${named}`;
  return {
    kind: '',
    label: 'Paid before',
    says: [says],
    comesTo: minus(pence(amount)),
    rests: [rowSaid(row)],
  };
}

const settledWords = {
  due: ['Taken back now', 'back end'],
  deferred: ['Comes back later', 'open end'],
  proposed: ['Waits for a decision', 'open end'],
  waived: [ours`Stays with the practice`, 'end'],
} as const;

function settledSteps(settlement: PackedPeriod[3], payee: number | null, decisions: readonly PackedDecision[]): Step[] {
  const to = payee === null ? '' : `to ${textAt(payee)}`;
  const none = { says: [''], rests: [] };
  if (settlement === 0) return [{ ...none, kind: 'end', label: 'Paid now', comesTo: 'nothing' }];
  if (typeof settlement[0] === 'number') {
    const [kind, amount] = settlement as readonly [1 | 2, number];
    const label = kind === 1 ? 'Paid now' : 'Kept for the next payment';
    return [{ ...none, kind: 'end', label, says: [to], comesTo: pence(amount) }];
  }
  const parts = settlement as Exclude<typeof settlement, 0 | readonly [1 | 2, number]>;
  return parts.map(([amount, status, from, says, clause]): Step => {
    const name = at(clawbackStatuses, status);
    const [label, kind] = settledWords[name];
    const sum: Pence = name === 'due' ? minus(pence(amount)) : pence(amount);
    const whose = from === null ? '' : `from ${textAt(from)}: `;
    const rests = name === 'due' || name === 'waived' ? decisions.flatMap(decisionRests) : [];
    return {
      kind,
      label,
      says: [whose + textAt(says), ...clauseOf(clause)],
      comesTo: sum === noPence ? noPence : sum,
      rests,
    };
  });
}

function rowSaid([file, line, row]: PackedRow): Child[] {
  return [`${textAt(file)} line ${line} `, tag('span', { class: 'mono' }, row === null ? '' : textAt(row))];
}

function decisionRests([by, on, reason, row]: PackedDecision): Child[][] {
  return [[`${textAt(by)}, ${sayDay(storedDay(on))}: ${textAt(reason)}`], rowSaid(row)];
}

function claimRest([event, id, on, claimedOn, line]: PackedPeriod[8][number]): Child[] {
  const what = `${textAt(event)} ${textAt(id)} on ${sayDay(storedDay(on))}`;
  return [`${what}, claimed ${sayDay(storedDay(claimedOn))}: claims.csv line ${line}`];
}

/** What a later run can still change, and why. */
function provisionalStep(provisional: PackedPeriod[10]): Step[] {
  if (provisional.length === 0) return [];
  const says = provisional.map(textAt).join('; ');
  return [{ kind: 'open', label: '… Can still change', says: [says], comesTo: 'provisional', rests: [] }];
}
