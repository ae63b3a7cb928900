import type { Calculation } from '../../calculate/calculate.ts';
import type { CountedClaims } from '../../calculate/claims/counted-claims.ts';
import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import type { PracticeAccount } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Decision } from '../../domain/facts.ts';
import { atLeastNothing, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { evidenceMet, type FigureSource, figureSource, missingFigures } from '../worlds/all-in.ts';
import { figuresAsked } from '../worlds/figures-asked.ts';
import { type Accepted, acceptanceOf, withLateAccepted } from '../worlds/late-claims.ts';
import { isSharedMoney } from '../worlds/not-bounded.ts';
import { calculated, type Worlds } from '../worlds/worlds.ts';
import type { Need } from './needs.ts';
import type { NeedGroup } from './needs-of-practice.ts';

/** What needs are worth together. */
export interface Worth {
  /** What the term comes to with them less what it comes to without, as nothing else comes in. */
  readonly worth: Pence;
  /** Of that, what was paid already and would come back. */
  readonly paid: Pence;
}

interface Shared {
  readonly facts: AccountFacts;
  readonly calculation: Calculation;
}

/** Works out what groups of needs are worth by the calculator itself. */
export function openWorth(worlds: Worlds) {
  const { known } = worlds;
  const source = figureSource(worlds.scheme, worlds.asAt);
  let figuresIn: Shared | null = null;
  let claimsIn: Shared | null = null;
  const sharedBy = ({ needs }: NeedGroup): Shared => {
    if (needs.every(({ need }) => need.kind !== 'late claim')) {
      figuresIn ??= withFiguresOfAll(worlds, source, known.claims);
      return figuresIn;
    }
    claimsIn ??= withFiguresOfAll(worlds, source, withAllAccepted(worlds));
    return claimsIn;
  };
  return (group: NeedGroup, practice: PracticeAsAt, without: PracticeAccount): Worth => {
    const { facts, calculation } = group.withOthers ? sharedBy(group) : known;
    const met = factsWith(group, practice, facts, source);
    const account = calculation.accountBy(practice.index, { facts: met, claims: claimsWith(group, practice, worlds) });
    const paid = atLeastNothing(subtractPence(comingBack(without), comingBack(account)));
    return { worth: subtractPence(entitledTo(account), entitledTo(without)), paid };
  };
}

/** What counts of claims with those of a group accepted that came late. */
function claimsWith({ needs }: NeedGroup, { index }: PracticeAsAt, worlds: Worlds) {
  const { known, late, asAt } = worlds;
  const own = late.get(index);
  const accepted = needs.flatMap(({ need }) => (need.kind === 'late claim' ? accepting(need, asAt) : []));
  if (known.claims === null || !own || accepted.length === 0) return known.claims;
  return withLateAccepted(
    worlds,
    { facts: known.facts, claims: known.claims },
    new Map([[index, { ...own, accepted }]]),
  );
}

function accepting({ kind, id, component, period }: Need, decidedOn: Day): Decision[] {
  if (kind === 'late claim') return [acceptanceOf(id, decidedOn)];
  if (kind !== 'late evidence') return [];
  return [acceptanceOf(id, decidedOn, { component: component?.id ?? null, period: period?.id ?? null })];
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
      ? [
          {
            ...evidenceMet(need.of, need.on ?? asAt),
            component: need.component?.id ?? null,
            period: need.period?.id ?? null,
          },
        ]
      : [],
  );
  const decisions = needs.flatMap(({ need }) => accepting(need, asAt));
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

/** What counts of claims if all that came late are accepted. */
function withAllAccepted(worlds: Worlds): CountedClaims | null {
  const { known, late, asAt } = worlds;
  if (known.claims === null) return null;
  const of = [...late].map(([place, own]): [number, Accepted] => [
    place,
    { ...own, accepted: own.late.map(({ eventId }) => acceptanceOf(eventId, asAt)) },
  ]);
  return withLateAccepted(worlds, { facts: known.facts, claims: known.claims }, new Map(of));
}

/** One run for all: the figures in that money is shared by, of everyone. */
function withFiguresOfAll(worlds: Worlds, source: FigureSource, claims: CountedClaims | null): Shared {
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
  const { value: calculation } = calculated(worlds, facts, claims);
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
