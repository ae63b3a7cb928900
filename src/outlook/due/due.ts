import type { Calculation } from '../../calculate/calculate.ts';
import { ConditionJudge } from '../../calculate/conditions/conditions.ts';
import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import type { PracticeAccount } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { Decision } from '../../domain/facts.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { evidenceMet, type FigureSource, figureSource, missingFigures } from '../worlds/all-in.ts';
import { figuresAsked } from '../worlds/figures-asked.ts';
import { isSharedMoney } from '../worlds/not-bounded.ts';
import { calculated, type Worlds } from '../worlds/worlds.ts';
import type { AskedLine, Need } from './needs.ts';
import { type NeedGroup, type NeedsQuestion, needGroups } from './needs-of-practice.ts';

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
  };
  const source = figureSource(scheme, asAt);
  const sharedFigures = remembered(() => withFiguresOfAll(worlds, source));
  const rows = [...known.facts.practices.entries()].flatMap(([index, { code }]) => {
    if (practices !== 'all' && !practices.has(code)) return [];
    const practice = practiceAsAt(scheme, known.facts, index, asAt, toNobody);
    const without = remembered(() => known.calculation.accountBy(index, known));
    const groups = needGroups(practice, without, question);
    let joints = 0;
    return groups.flatMap((group) => {
      if (group.needs.length > 1 && !group.withOthers) joints += 1;
      const joint = group.withOthers ? 'all' : group.needs.length > 1 ? `${joints}` : null;
      return rowsOf(worlds, practice, group, { without: without(), source, sharedFigures, joint });
    });
  });
  return rows.sort(byWorth);
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

interface Shared {
  readonly facts: AccountFacts;
  readonly calculation: Calculation;
}

interface Comparison {
  readonly without: PracticeAccount;
  readonly source: FigureSource;
  readonly sharedFigures: () => Shared;
  readonly joint: string | null;
}

function rowsOf(worlds: Worlds, practice: PracticeAsAt, group: NeedGroup, compared: Comparison): DueRow[] {
  const { known, asAt } = worlds;
  const { without, source, sharedFigures, joint } = compared;
  const { code, name } = practice.practice;
  const { facts, calculation } = group.withOthers ? sharedFigures() : known;
  const met = factsWith(group, practice, facts, source);
  const account = calculation.accountBy(practice.index, { facts: met, claims: known.claims });
  const worth = subtractPence(entitledTo(account), entitledTo(without));
  const paid = subtractPence(comingBack(without), comingBack(account));
  return group.needs.map(({ need, lines }) => ({
    practiceCode: code,
    practiceName: name,
    need,
    daysLeft: need.lastDay === null ? null : need.lastDay - asAt,
    worth,
    paid: paid < 0n ? noPence : paid,
    joint,
    without: whatHappens(without, need, lines),
  }));
}

/** The facts of one practice in which the needs of a group are met on the day of the outlook. */
function factsWith(
  { needs }: NeedGroup,
  practice: PracticeAsAt,
  facts: AccountFacts,
  source: FigureSource,
): AccountFacts {
  const { code } = practice.practice;
  const { asAt } = source;
  const evidence = needs.flatMap(({ need }) =>
    need.kind === 'evidence'
      ? [{ ...evidenceMet(need.of, asAt), component: need.component?.id ?? null, period: need.period?.id ?? null }]
      : [],
  );
  const decisions = needs.flatMap(({ need }) => (need.kind === 'decision' ? [acceptance(need, asAt)] : []));
  const figures = missingFigures(
    practice,
    needs.flatMap(({ need }) => (need.kind === 'figure' ? [need.of] : [])),
    source,
  );
  const more = <Row>(of: ReadonlyMap<string, readonly Row[]> | undefined, rows: readonly Row[]) =>
    new Map([[code, [...(of?.get(code) ?? []), ...rows]]]);
  return {
    ...facts,
    evidence: more(facts.evidence, evidence),
    decisions: more(facts.decisions, decisions),
    measures: more(facts.measures, figures.measures),
    otherLists: more(facts.otherLists, figures.lists),
  };
}

function acceptance({ id, component, period }: Need, decidedOn: Day): Decision {
  return {
    decision: 'accept-late',
    component: component?.id ?? null,
    evidence: id,
    period: period?.id ?? null,
    proportion: null,
    amount: null,
    decidedOn,
    decidedBy: 'nobody yet',
    reason: 'what it would be worth',
    line: 0,
  };
}

/** One run for all: the figures in that money is shared by, of everyone. */
function withFiguresOfAll(worlds: Worlds, source: FigureSource): Shared {
  const { scheme, known, asAt } = worlds;
  const shared = scheme.components.filter((component) => isSharedMoney(component, scheme));
  const asked = shared.flatMap((component) => figuresAsked(component, scheme));
  const measures = new Map(known.facts.measures);
  const otherLists = new Map(known.facts.otherLists);
  for (const [index, { code }] of known.facts.practices.entries()) {
    const of = practiceAsAt(scheme, known.facts, index, asAt, toNobody);
    const figures = missingFigures(of, asked, source);
    measures.set(code, [...(measures.get(code) ?? []), ...figures.measures]);
    otherLists.set(code, [...(otherLists.get(code) ?? []), ...figures.lists]);
  }
  const facts = { ...known.facts, measures, otherLists };
  const { value: calculation } = calculated(worlds, facts, known.claims);
  if (calculation === null) throw new Error('what could be worked out cannot be with more figures');
  return { facts, calculation };
}

function entitledTo({ lines }: PracticeAccount): Pence {
  return sumPence(lines.flatMap(({ positions }) => positions.map(({ entitlement }) => entitlement)));
}

function comingBack({ lines }: PracticeAccount): Pence {
  return sumPence(
    lines.flatMap(({ positions }) =>
      positions.flatMap(({ settlement }) =>
        settlement.kind === 'clawback'
          ? settlement.parts.flatMap(({ status, amount }) => (status === 'waived' ? [] : [amount]))
          : [],
      ),
    ),
  );
}

/** What happens to its lines without it, be the rest met; nothing where no money turns on it. */
function whatHappens({ lines: own }: PracticeAccount, need: Need, lines: readonly AskedLine[]): Without | null {
  const positions = lines.map(({ component, period }) => at(at(own, component.index).positions, period.index));
  if (positions.some(({ alreadyPaid, entitlement }) => alreadyPaid > entitlement)) return 'comes back';
  if (positions.length === 0) return null;
  return need.kind === 'decision' || need.lastDay !== null ? 'forfeited' : 'withheld';
}
