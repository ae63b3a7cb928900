import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import type { Day } from '../../domain/day.ts';
import type { EvidenceRow, MeasureRow, OtherList } from '../../domain/facts.ts';
import { ratio } from '../../domain/money/ratio.ts';
import { dependenciesOf } from '../../domain/scheme/depends-on.ts';
import type { EvidenceKind, Scheme } from '../../domain/scheme/scheme.ts';
import { type FiguresToCome, figuresToCome } from './best-figure.ts';
import { type FigureAsked, figuresAsked, isMissing, nameOfFigure } from './figures-asked.ts';

/** More cases than any scheme asks for. */
const enough = ratio(1_000_000_000);

/** Evidence that comes in on a day and is all that was asked for: it meets whatever is open then, and nothing whose last day has passed. */
export function evidenceMet({ id, minimum }: Pick<EvidenceKind, 'id' | 'minimum'>, receivedOn: Day): EvidenceRow {
  return {
    evidence: id,
    component: null,
    period: null,
    receivedOn,
    quantity: minimum === null ? null : enough,
    reference: null,
    line: 0,
  };
}

/** What comes in of a practice's figures. */
export interface FiguresIn {
  readonly measures: readonly MeasureRow[];
  readonly lists: readonly OtherList[];
}

/** The figures that a practice has not sent in, each at the end that is worth most. */
export function missingFigures(known: PracticeAsAt, asked: readonly FigureAsked[], at: FigureSource): FiguresIn {
  const { scheme, toCome, asAt } = at;
  const missing = asked.filter((each) => isMissing(each, known, scheme));
  return {
    measures: missing.flatMap((each) => {
      if (each.kind !== 'measure') return [];
      const { measure, isEarlier } = each;
      return [toCome.best(measure, known, dayOfFigure(each, asAt), isEarlier)];
    }),
    lists: missing.flatMap((each) => (each.kind === 'list' ? [listLikeBefore(each, known)] : [])),
  };
}

/** By what the figures that are to come are told. */
export interface FigureSource {
  readonly scheme: Scheme;
  readonly toCome: FiguresToCome;
  readonly asAt: Day;
}

export function figureSource(scheme: Scheme, asAt: Day): FigureSource {
  return { scheme, toCome: figuresToCome(scheme), asAt };
}

function dayOfFigure({ at }: FigureAsked, asAt: Day): Day {
  if (at === 'latest') return asAt;
  return typeof at === 'object' ? at.end : at;
}

/** A list that is still to be counted is taken to be as long as the one before it. */
function listLikeBefore(
  { population, on }: Extract<FigureAsked, { kind: 'list' }>,
  { otherLists, listSize }: PracticeAsAt,
): OtherList {
  const before = otherLists
    .filter((list) => list.population === population && list.asAt <= on)
    .reduce<OtherList | null>((latest, list) => (latest === null || list.asAt > latest.asAt ? list : latest), null);
  return { population, patients: (before ?? listSize).patients, asAt: on, line: 0 };
}

/** Every figure that a scheme asks of a practice. */
export function allFiguresAsked(scheme: Scheme): readonly FigureAsked[] {
  const asked = scheme.components.flatMap((component) => figuresAsked(component, scheme));
  return [...new Map(asked.map((each) => [nameOfFigure(each), each])).values()];
}

/** The facts in which everything that is still open at a day has come in on it. */
export function factsAllIn(scheme: Scheme, facts: AccountFacts, asAt: Day): AccountFacts {
  const asked = allFiguresAsked(scheme);
  const source = figureSource(scheme, asAt);
  const met = scheme.evidence.map((kind) => evidenceMet(kind, asAt));
  const evidence = new Map(
    facts.practices.map(({ code }) => [code, [...(facts.evidence.get(code) ?? []), ...met]] as const),
  );
  if (asked.length === 0) return { ...facts, evidence };
  const measures = new Map(facts.measures);
  const otherLists = new Map(facts.otherLists);
  for (const [index, { code }] of facts.practices.entries()) {
    const known = practiceAsAt(scheme, facts, index, asAt, toNobody);
    const missing = missingFigures(known, asked, source);
    if (missing.measures.length > 0) measures.set(code, [...(measures.get(code) ?? []), ...missing.measures]);
    if (missing.lists.length > 0) otherLists.set(code, [...(otherLists.get(code) ?? []), ...missing.lists]);
  }
  return { ...facts, evidence, measures, otherLists };
}

/**
 * The facts in which nothing more comes in, but for figures that are worth less than their not coming in: where money is paid on account,
 * and where practices are taken together and one of them has left, for whose figure nobody waits.
 */
export function factsNothingMore(scheme: Scheme, facts: AccountFacts, asAt: Day, lastDay: Day): AccountFacts {
  const { toCome } = figureSource(scheme, asAt);
  const onAccount = new Set(
    scheme.components.flatMap(({ achievement }) =>
      achievement?.kind === 'measured' && achievement.onAccount !== null ? [achievement.measure] : [],
    ),
  );
  const together = scheme.components
    .filter((component) => dependenciesOf(component, scheme).together.size > 0)
    .flatMap((component) => figuresAsked(component, scheme));
  if (onAccount.size === 0 && together.length === 0) return facts;
  const measures = new Map(facts.measures);
  for (const [index, { code }] of facts.practices.entries()) {
    const known = practiceAsAt(scheme, facts, index, asAt, toNobody);
    const isIn = (measure: string) => known.measures.some((row) => row.measure === measure);
    const hasLeft = known.leavesOn !== null && known.leavesOn <= lastDay;
    const ofLeaver = hasLeft ? together.filter((each) => isMissing(each, known, scheme)) : [];
    const least = [
      ...[...onAccount].flatMap((measure) => (isIn(measure) ? [] : (toCome.worst(measure, known, asAt) ?? []))),
      ...ofLeaver.flatMap((each) =>
        each.kind === 'measure' ? [toCome.ofLeaver(each.measure, known, dayOfFigure(each, asAt))] : [],
      ),
    ];
    if (least.length > 0) measures.set(code, [...(measures.get(code) ?? []), ...least]);
  }
  return { ...facts, measures };
}
