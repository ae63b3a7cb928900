import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import type { Measured } from '../../calculate/quantity/figure.ts';
import { figuresOf } from '../../calculate/quantity/figures.ts';
import { at } from '../../domain/at.ts';
import type { MeasureRow } from '../../domain/facts.ts';
import { type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import {
  add,
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  type Ratio,
  ratio,
  subtract,
} from '../../domain/money/ratio.ts';
import { ceiling } from '../../domain/money/rounding.ts';
import { eventsOfValue, quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { plainFigureOf } from '../../domain/scheme/measure.ts';
import { type BandsQuantity, blocksIn, isFromData } from '../../domain/scheme/quantity.ts';
import type { Achievement, Component, Scale } from '../../domain/scheme/scheme.ts';
import { sayShare } from '../../domain/words/say.ts';
import { scaleRises } from '../worlds/directions.ts';
import { withMoreEvents } from '../worlds/events-to-come.ts';
import { isSharedMoney } from '../worlds/not-bounded.ts';
import { lastPeriod, type Worlds } from '../worlds/worlds.ts';

/** How far a practice is from the next threshold of a component, and what reaching it is worth to it with all else as it is. */
export interface NextStep {
  readonly practiceCode: string;
  readonly component: Component;
  /** The measure, or the kind of event. */
  readonly figure: string;
  readonly now: string;
  readonly next: string;
  /** How many more; fewer where less is better. */
  readonly needed: string;
  readonly worth: Pence;
}

/**
 * The next thresholds of every practice whose figure is in: the next step of a scale, or the next band. Where practices are measured
 * together, or share what they earn, there is none, as it is not one practice's to reach.
 */
export function* nextSteps(worlds: Worlds): Generator<NextStep> {
  const { scheme, lastDay } = worlds;
  const components = scheme.components.filter((component) => !isSharedMoney(component, scheme) && hasSteps(component));
  if (components.length === 0) return;
  const { facts } = worlds.most;
  for (const index of facts.practices.keys()) {
    const known = practiceAsAt(scheme, worlds.known.facts, index, lastDay, toNobody);
    for (const component of components) {
      const { achievement } = component;
      if (achievement?.kind === 'measured') yield* scaleStep(worlds, known, component, achievement);
      for (const block of bandsOf(component)) yield* bandStep(worlds, known, component, block);
    }
  }
}

function hasSteps(component: Component): boolean {
  return component.achievement?.kind === 'measured' || bandsOf(component).length > 0;
}

/** Bands that go by one figure of a practice. */
function bandsOf(component: Component): readonly BandsQuantity[] {
  return quantitiesOf(component).flatMap((quantity) =>
    blocksIn(quantity).flatMap(({ block }) => (block.kind === 'bands' ? [block] : [])),
  );
}

function* scaleStep(
  worlds: Worlds,
  known: PracticeAsAt,
  component: Component,
  { measure, scale }: Extract<Achievement, { kind: 'measured' }>,
): Generator<NextStep> {
  const figure = figuresOf(worlds.scheme, known, null).measured(measure, 'latest');
  if (figure.kind === 'unknown' || isZero(figure.is.denominator)) return;
  const { numerator, denominator } = figure.is;
  const plain = plainFigureOf(worlds.scheme, measure);
  const next = nextEdge(scale, divide(numerator, denominator));
  if (next === null) return;
  const needed = scaleRises(scale)
    ? ratio(ceiling(subtract(multiply(next, denominator), numerator)))
    : ratio(-ceiling(subtract(numerator, multiply(next, denominator))));
  yield {
    practiceCode: known.practice.code,
    component,
    figure: measure,
    now: plain ? formatExact(numerator) : `${formatExact(numerator)} of ${formatExact(denominator)}`,
    next: plain ? formatExact(next) : sayShare(next),
    needed: formatExact(needed),
    worth: worthOfFigure(worlds, known, component, { ...figure.is, numerator: add(numerator, needed) }, measure),
  };
}

/** The next edge at which a scale pays more than at an achieved share; null where it pays all already. */
function nextEdge(scale: Scale, achieved: Ratio): Ratio | null {
  const rises = scaleRises(scale);
  const lies = (edge: Ratio) => compare(edge, achieved) * (rises ? 1 : -1) > 0;
  if (scale.kind !== 'steps') {
    const edges = scale.kind === 'line' ? scale.points.map((point) => point.at) : [scale.to];
    return (rises ? edges : [...edges].reverse()).find(lies) ?? null;
  }
  if (rises) return scale.steps.map(({ from }) => from).find(lies) ?? null;
  return null;
}

function* bandStep(
  worlds: Worlds,
  known: PracticeAsAt,
  component: Component,
  block: BandsQuantity,
): Generator<NextStep> {
  const { scheme } = worlds;
  const period = lastPeriod(scheme);
  const of = block.on;
  const about = { practiceCode: known.practice.code, component };
  if (
    of.kind === 'events' &&
    of.at === undefined &&
    of.from === undefined &&
    of.until === undefined &&
    of.on === undefined
  ) {
    const figure = figuresOf(scheme, known, worlds.known.claims).claims(of, period, false);
    if (figure.kind === 'unknown') return;
    const next = edgesOf(block).find((from) => compare(from, figure.is) > 0);
    if (next === undefined) return;
    const needed = Number(ceiling(subtract(next, figure.is)));
    const worth = worthOfEvents(worlds, known, component, of.event, needed);
    yield {
      ...about,
      figure: of.event,
      now: formatExact(figure.is),
      next: formatExact(next),
      needed: `${needed}`,
      worth,
    };
  }
  const at_ = of.kind === 'measure' ? of.at : null;
  if (of.kind === 'measure' && of.part !== 'denominator' && (at_ === 'latest' || typeof at_ === 'number')) {
    const figure = figuresOf(scheme, known, null).measured(of.measure, at_);
    if (figure.kind === 'unknown' || (of.part === 'share' && isZero(figure.is.denominator))) return;
    const { numerator, denominator } = figure.is;
    const is = of.part === 'share' ? divide(numerator, denominator) : numerator;
    const next = edgesOf(block).find((from) => compare(from, is) > 0);
    if (next === undefined) return;
    const edge = of.part === 'share' ? multiply(next, denominator) : next;
    const needed = ratio(ceiling(subtract(edge, numerator)));
    const reached = { ...figure.is, numerator: add(numerator, needed) };
    yield {
      ...about,
      figure: of.measure,
      now: of.part === 'share' ? `${formatExact(numerator)} of ${formatExact(denominator)}` : formatExact(numerator),
      next: of.part === 'share' ? sayShare(next) : formatExact(next),
      needed: formatExact(needed),
      worth: worthOfFigure(worlds, known, component, reached, of.measure),
    };
  }
}

/** The edges of bands that are written as numbers. */
function edgesOf({ bands }: BandsQuantity): readonly Ratio[] {
  return bands.flatMap(({ from }) => (isFromData(from) ? [] : [from]));
}

/** What a component is worth more with a higher figure in place of the one that is there, if all that is asked for comes in. */
function worthOfFigure(
  worlds: Worlds,
  known: PracticeAsAt,
  component: Component,
  figure: Measured,
  measure: string,
): Pence {
  const { facts } = worlds.most;
  const { code } = known.practice;
  const { asAt, numerator, denominator } = figure;
  const instead = (row: MeasureRow) =>
    row.measure === measure && row.asAt === asAt ? { ...row, numerator, denominator } : row;
  const measures = new Map([[code, (facts.measures.get(code) ?? []).map(instead)]]);
  return worthOf(worlds, known, component, { ...facts, measures }, worlds.most.claims);
}

function worthOfEvents(
  worlds: Worlds,
  known: PracticeAsAt,
  component: Component,
  event: string,
  needed: number,
): Pence {
  const { claims, facts } = worlds.most;
  const most = worlds.known.claims;
  if (claims === null || most === null || !eventsOfValue(component.value).some((each) => each.event === event))
    return worthOf(worlds, known, component, facts, claims);
  const last = lastPeriod(worlds.scheme).index;
  const more = withMoreEvents(most, (_, of, period) => (of === event && period === last ? needed : 0));
  const [with_, without] = [more, most].map((of) => sumOf(worlds, known, component, facts, of));
  return subtractPence(with_ ?? sumPence([]), without ?? sumPence([]));
}

type Facts = Worlds['most']['facts'];
type Claims = Worlds['most']['claims'];

function worthOf(worlds: Worlds, known: PracticeAsAt, component: Component, facts: Facts, claims: Claims): Pence {
  const without = sumOf(worlds, known, component, worlds.most.facts, worlds.most.claims);
  return subtractPence(sumOf(worlds, known, component, facts, claims), without);
}

function sumOf({ most }: Worlds, { index }: PracticeAsAt, component: Component, facts: Facts, claims: Claims): Pence {
  const { lines } = most.calculation.accountBy(index, { facts, claims });
  return sumPence(at(lines, component.index).positions.map(({ entitlement }) => entitlement));
}
