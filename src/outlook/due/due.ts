import { ConditionJudge } from '../../calculate/conditions/conditions.ts';
import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import type { PracticeAccount } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import { type Pence, sumPence } from '../../domain/money/money.ts';
import { figuresAsked } from '../worlds/figures-asked.ts';
import type { Worlds } from '../worlds/worlds.ts';
import { lateClaimNeeds } from './late-claim-needs.ts';
import type { AskedLine, Need } from './needs.ts';
import { type NeedGroup, type NeedsQuestion, needGroups } from './needs-of-practice.ts';
import { pricedEvidence } from './priced-evidence.ts';
import { waitingRecoveries } from './waiting-recoveries.ts';
import { openWorth, type Worth } from './worth.ts';

/** Something that is still asked of a practice, and what it is worth. */
export interface DueRow {
  readonly practiceCode: string;
  readonly practiceName: string;
  readonly need: Need;
  readonly daysLeft: number | null;
  /** What the term comes to with it less what it comes to without, as nothing else comes in; of needs that hang together one sum for all of them. */
  readonly worth: Pence;
  /** Of that, what was paid already and would come back. */
  readonly paid: Pence;
  /** The same for needs of a practice that hang together; `all` where those of others do too; null for one by itself. */
  readonly joint: string | null;
  readonly without: Without | null;
}

/** What happens without it. */
export type Without = 'comes back' | 'forfeited' | 'withheld';

/** The rows whose last day is so many days ahead at the most, with all that they hang together with. */
export function dueWithin(rows: readonly DueRow[], days: number): readonly DueRow[] {
  const groupOf = ({ practiceCode, joint }: DueRow) => (joint === null ? null : `${practiceCode} ${joint}`);
  const isNear = ({ daysLeft }: DueRow) => daysLeft !== null && daysLeft <= days;
  const near = new Set(rows.filter(isNear).map(groupOf));
  return rows.filter((row) => isNear(row) || (row.joint !== null && near.has(groupOf(row))));
}

/** Everything that is still asked for: most pounds first, then least days, those without a last day after the others. */
export function dueRows(worlds: Worlds, practices: ReadonlySet<string> | 'all'): readonly DueRow[] {
  const { scheme, asAt, known } = worlds;
  const question: NeedsQuestion = {
    scheme,
    conditions: new ConditionJudge(scheme, asAt),
    figures: new Map(scheme.components.map((component) => [component.id, figuresAsked(component, scheme)])),
    pricedEvidence: pricedEvidence(scheme, asAt),
    lateClaims: lateClaimNeeds(scheme, worlds.late),
  };
  const worthOf = openWorth(worlds);
  const waiting = waitingRecoveries(worlds);
  const rows = [...known.facts.practices.entries()].flatMap(([index, { code }]) => {
    if (practices !== 'all' && !practices.has(code)) return [];
    const practice = practiceAsAt(scheme, known.facts, index, asAt, toNobody);
    const without = remembered(() => known.calculation.accountBy(index, known));
    const groups = needGroups(practice, without, question).flatMap((group) =>
      worthApart(group, practice, without, worthOf),
    );
    let joints = 0;
    const asked = groups.flatMap(({ group, worth }) => {
      if (group.needs.length > 1 && !group.withOthers) joints += 1;
      const joint = group.withOthers ? 'all' : group.needs.length > 1 ? `${joints}` : null;
      return rowsOf(practice, group, { ...worth, joint, asAt, without: without() });
    });
    const { practice: told } = practice;
    const about = { practiceCode: code, practiceName: told.name, daysLeft: null, joint: null, without: null };
    const recoveries = waiting(index).map(({ need, amount }) => ({ ...about, need, worth: amount, paid: amount }));
    return [...asked, ...recoveries];
  });
  return rows.sort(byWorth);
}

/** So many late claims are looked at one by one. */
const mostApart = 50;

/** A group with its worth; late claims that are worth the same one by one as together do not hang together. */
function worthApart(
  group: NeedGroup,
  practice: PracticeAsAt,
  without: () => PracticeAccount,
  worthOf: (group: NeedGroup, practice: PracticeAsAt, without: PracticeAccount) => Worth,
): { readonly group: NeedGroup; readonly worth: Worth }[] {
  const { needs, withOthers } = group;
  const worth = worthOf(group, practice, without());
  const areClaims = needs.every(({ need }) => need.kind === 'late claim');
  if (!areClaims || withOthers || needs.length === 1 || needs.length > mostApart) return [{ group, worth }];
  const apart = needs.map((need) => {
    const alone = { needs: [need], withOthers };
    return { group: alone, worth: worthOf(alone, practice, without()) };
  });
  return sumPence(apart.map((each) => each.worth.worth)) === worth.worth ? apart : [{ group, worth }];
}

function byWorth(a: DueRow, b: DueRow): number {
  if (a.worth !== b.worth) return a.worth > b.worth ? -1 : 1;
  const days = ({ daysLeft }: DueRow) => daysLeft ?? Number.MAX_SAFE_INTEGER;
  if (days(a) !== days(b)) return days(a) - days(b);
  return a.practiceCode < b.practiceCode ? -1 : a.practiceCode > b.practiceCode ? 1 : 0;
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly is: T } | null = null;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
}

interface RowsOf extends Worth {
  readonly joint: string | null;
  readonly asAt: Day;
  readonly without: PracticeAccount;
}

function rowsOf({ practice: { code, name } }: PracticeAsAt, group: NeedGroup, of: RowsOf): DueRow[] {
  const { worth, paid, joint, asAt, without } = of;
  return group.needs.map(({ need, lines }) => ({
    practiceCode: code,
    practiceName: name,
    need,
    daysLeft: need.lastDay === null ? null : need.lastDay - asAt,
    worth,
    paid,
    joint,
    without: whatHappens(without, need, lines),
  }));
}

/** What happens to its lines without it, be the rest met; nothing where no money turns on it. */
function whatHappens({ lines: own }: PracticeAccount, need: Need, lines: readonly AskedLine[]): Without | null {
  const positions = lines.map(({ component, period }) => at(at(own, component.index).positions, period.index));
  if (positions.some(({ alreadyPaid, entitlement }) => alreadyPaid > entitlement)) return 'comes back';
  if (positions.length === 0) return null;
  return need.kind === 'late evidence' || need.kind === 'late claim' || need.lastDay !== null
    ? 'forfeited'
    : 'withheld';
}
