import type { Ratio } from '../money/ratio.ts';
import { sayCounted, sayShare } from '../words/say.ts';
import type { MeasureKind } from './scheme.ts';
import { noUnit, type Unit, unitOf } from './unit.ts';

/** A plain figure, such as hectares or income, has no denominator. */
export function isPlain({ denominator }: Pick<MeasureKind, 'denominator'>): boolean {
  return denominator === undefined;
}

/** Whether the numerator may be above the denominator: the scheme says so, or the two count different things. */
export function mayExceed(measure: Omit<MeasureKind, 'id' | 'title' | 'numerator' | 'clause'>): boolean {
  return isPlain(measure) || measure.mayExceed === true || measure.numeratorUnit !== measure.denominatorUnit;
}

/** The measure of a scheme by its id. */
export function measureOf({ measures }: { readonly measures: readonly MeasureKind[] }, id: string): MeasureKind {
  const found = measures.find((each) => each.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

/** In what the places of a scale stand that goes by a measure: those of a plain figure in its own unit, else shares. */
export function edgesBy(measure: Pick<MeasureKind, 'denominator' | 'numeratorUnit'>): (edge: Ratio) => string {
  if (!isPlain(measure)) return sayShare;
  const unit: Unit = measure.numeratorUnit === undefined ? noUnit : unitOf(measure.numeratorUnit);
  return (edge) => sayCounted(edge, unit);
}
