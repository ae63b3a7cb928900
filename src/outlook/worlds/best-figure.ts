import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import type { Day } from '../../domain/day.ts';
import type { MeasureRow } from '../../domain/facts.ts';
import { compare, greatest, least, multiply, one, type Ratio, ratio, zero } from '../../domain/money/ratio.ts';
import { quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { isPlainFigure, mayExceed } from '../../domain/scheme/measure.ts';
import { blocksIn } from '../../domain/scheme/quantity.ts';
import type { Achievement, Component, MeasureKind, Scale, Scheme } from '../../domain/scheme/scheme.ts';
import { type Directions, directionsOfAll, type Mover, scaleRises } from './directions.ts';
import { withoutLimit } from './without-limit.ts';

type Measured = Extract<Achievement, { kind: 'measured' }>;

/** How a scheme uses a measure, whoever's it is. */
interface Use {
  readonly measure: MeasureKind;
  /** Those who scale a component by it. */
  readonly achievements: readonly Measured[];
  /** Whether one of its numbers counts by itself. */
  readonly byNumber: boolean;
  /** Whether a component grows with one of its numbers without an end. */
  readonly isUnlimited: boolean;
  readonly paidByNothing: 'best' | 'worst' | null;
}

/** Figures that are still to come, at the end of what they can come to. */
export interface FiguresToCome {
  /** The figure of a practice that is worth most to it. `isEarlier`: it is the earlier one of two, of which more is worth less. */
  readonly best: (measure: string, known: PracticeAsAt, asAt: Day, isEarlier: boolean) => MeasureRow;
  /** The figure that is worth least; null where its not coming in is worth no more. */
  readonly worst: (measure: string, known: PracticeAsAt, asAt: Day) => MeasureRow | null;
  /** The same of one for which nobody waits, as the practice has left: not coming in, it would count as nothing. */
  readonly ofLeaver: (measure: string, known: PracticeAsAt, asAt: Day) => MeasureRow;
}

/** So much outweighs whatever others have. */
const overwhelming = ratio(1_000_000_000);

/** What the figures of a scheme can come to. */
export function figuresToCome(scheme: Scheme): FiguresToCome {
  const directions = directionsOfAll(scheme);
  const unlimited = new Set(scheme.components.flatMap((component) => [...withoutLimit(component)]));
  const uses = new Map(scheme.measures.map((measure) => [measure.id, useOf(measure, scheme, unlimited)]));
  const of = (id: string): Use => {
    const use = uses.get(id);
    if (!use) throw new Error(`no measure ${id}`);
    return use;
  };
  return {
    best: (id, known, asAt, isEarlier) => row(of(id), known, asAt, directions, isEarlier ? 'worst' : 'best'),
    worst: (id, known, asAt) => {
      const use = of(id);
      const paysMore = use.achievements.some(
        ({ onAccount, ...achievement }) =>
          onAccount !== null && ('kind' in onAccount || compare(onAccount, leastOf(achievement)) > 0),
      );
      return paysMore ? row(use, known, asAt, directions, 'worst') : null;
    },
    ofLeaver: (id, known, asAt) => row(of(id), known, asAt, directions, 'worst'),
  };
}

function useOf(measure: MeasureKind, { components }: Scheme, unlimited: ReadonlySet<Mover>): Use {
  const { id } = measure;
  const achievements = components.flatMap(({ achievement }) =>
    achievement?.kind === 'measured' && achievement.measure === id ? [achievement] : [],
  );
  const byNumber = components.some((component) => countsByNumber(component, id));
  const isUnlimited = unlimited.has(`numerator ${id}`) || unlimited.has(`denominator ${id}`);
  const [first] = achievements;
  return {
    measure,
    achievements,
    byNumber,
    isUnlimited,
    paidByNothing: first && !byNumber && !isPlainFigure(measure) ? nothingPays(first) : null,
  };
}

function countsByNumber(component: Component, id: string): boolean {
  return quantitiesOf(component).some((quantity) =>
    blocksIn(quantity).some(
      ({ block }) =>
        (block.kind === 'change' && block.measure === id) ||
        (block.kind === 'measure' && block.measure === id && block.part !== 'share'),
    ),
  );
}

/** Whether a figure of nothing to measure pays more, or less, than any other. */
function nothingPays({ scale, zeroDenominator }: Measured): Use['paidByNothing'] {
  if (compare(zeroDenominator, mostOfScale(scale)) > 0) return 'best';
  return compare(zeroDenominator, leastOfScale(scale)) < 0 ? 'worst' : null;
}

function leastOf({ scale, zeroDenominator }: Pick<Measured, 'scale' | 'zeroDenominator'>): Ratio {
  const least = leastOfScale(scale);
  return compare(zeroDenominator, least) < 0 ? zeroDenominator : least;
}

function mostOfScale(scale: Scale): Ratio {
  return scale.kind === 'linear' ? one : paysOf(scale).reduce(greatest, zero);
}

/** A rising scale pays nothing below its first step; a falling one ends with its last. */
function leastOfScale(scale: Scale): Ratio {
  if (scale.kind === 'linear' || (scale.kind === 'steps' && scaleRises(scale))) return zero;
  return paysOf(scale).reduce(least, one);
}

function paysOf(scale: Exclude<Scale, { kind: 'linear' }>): readonly Ratio[] {
  return (scale.kind === 'steps' ? scale.steps : scale.points).map(({ pays }) => pays);
}

function row(use: Use, known: PracticeAsAt, asAt: Day, directions: Directions, end: 'best' | 'worst'): MeasureRow {
  const { id: measure } = use.measure;
  const exceeds = mayExceed(use.measure);
  const of = { measure, asAt, line: 0 };
  if (use.paidByNothing === end) return { ...of, numerator: zero, denominator: zero };
  const full =
    use.isUnlimited && use.byNumber
      ? fullOf(use, known)
      : multiply(overwhelming, greatest(known.listSize.patients, one));
  const wanted = end === 'best' ? 'down' : 'up';
  const [numeratorLow, denominatorLow] = [
    directions.get(`numerator ${measure}`) === wanted,
    directions.get(`denominator ${measure}`) === wanted,
  ];
  if (numeratorLow) return { ...of, numerator: zero, denominator: full };
  // A share above all of it, where there may be one.
  if (denominatorLow && exceeds) return { ...of, numerator: multiply(full, overwhelming), denominator: full };
  return { ...of, numerator: full, denominator: full };
}

/** So little that it earns nothing by itself, and takes the whole of what is shared where nobody else has anything. */
const nextToNothing = ratio(1, 1_000_000_000);

/** A number that could be anything: the greatest that the practice had of it, or its list where it counts patients. */
function fullOf({ measure }: Use, { measures, listSize }: PracticeAsAt): Ratio {
  const own = measures.filter((each) => each.measure === measure.id);
  const before = own.map(({ numerator, denominator }) => (mayExceed(measure) ? numerator : denominator));
  if (before.length > 0) return before.reduce(greatest, nextToNothing);
  const ofPatients = measure.numeratorUnit === 'patient' || measure.denominatorUnit === 'patient';
  return ofPatients ? listSize.patients : nextToNothing;
}
