import type { OfCurrency } from '../money/currency.ts';
import type { Ratio } from '../money/ratio.ts';
import { sayCounted, sayNumber, sayShare } from '../words/say.ts';
import { unitOf } from './unit.ts';

export interface MeasureKind {
  readonly id: string;
  readonly title: string;
  readonly numerator: string;
  /** Left out of a plain figure. */
  readonly denominator?: string | undefined;
  /** What each of its two numbers counts, in the singular; left out where no block asks for it by itself. */
  readonly numeratorUnit?: string | undefined;
  readonly denominatorUnit?: string | undefined;
  /** Whether the numerator may be above the denominator, as spending may be above a budget. */
  readonly mayExceed?: boolean | undefined;
  /** Whether it has a row for each of many lines of a member, such as parcels, rooms or children. */
  readonly lines?: boolean | undefined;
  readonly clause: string;
}

/** A plain figure, such as hectares or income, has no denominator. */
export function isPlainFigure({ denominator }: Pick<MeasureKind, 'denominator'>): boolean {
  return denominator === undefined;
}

/** Whether the numerator may be above the denominator: the scheme says so, or the two count different things. */
export function mayExceed(measure: Omit<MeasureKind, 'id' | 'title' | 'numerator' | 'clause'>): boolean {
  return isPlainFigure(measure) || measure.mayExceed === true || measure.numeratorUnit !== measure.denominatorUnit;
}

/** A measure of a scheme, where it is a plain figure; null for a share. */
export function plainFigureOf<Measure extends Pick<MeasureKind, 'id' | 'denominator'>>(
  { measures }: { readonly measures: readonly Measure[] },
  id: string,
): Measure | null {
  return measures.find((each) => each.id === id && isPlainFigure(each)) ?? null;
}

/** In what the places of a scale stand: those of a plain figure in its own unit, or as mere numbers, else shares. */
export function edgesBy(words: OfCurrency, plain: Pick<MeasureKind, 'numeratorUnit'> | null): (edge: Ratio) => string {
  if (plain === null) return sayShare;
  if (plain.numeratorUnit === undefined) return sayNumber;
  const unit = unitOf(plain.numeratorUnit);
  return (edge) => sayCounted(words, edge, unit);
}
