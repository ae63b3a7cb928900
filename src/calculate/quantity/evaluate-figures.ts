import { formatDay } from '../../domain/day.ts';
import { compare, divide, isZero, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import type { ChangeQuantity, MeasureQuantity, PatientsQuantity } from '../../domain/scheme/quantity.ts';
import { unitFrom } from '../../domain/scheme/quantity-unit.ts';
import { sayCounted, sayNumber } from '../../domain/words/say.ts';
import { type Evaluated, leaf, made, type Question } from './evaluated.ts';
import type { Measured } from './figures.ts';

// The blocks that stand for a figure of the data folder.

/** Patients of a population at a day. */
export function patients(quantity: PatientsQuantity, { scheme, figures, period }: Question, clause: string): Evaluated {
  const population = quantity.population ?? scheme.population.kind;
  const at = quantity.at === undefined ? 'scheme' : quantity.at === 'each-period' ? period.start : quantity.at;
  const list = figures.patients(population, at);
  if (list.kind === 'unknown') return { ...list, clause };
  const which = population === scheme.population.kind ? '' : ` ${population}`;
  const when = at === 'scheme' ? '' : ` at ${formatDay(at)}`;
  return leaf(
    list.is,
    unitFrom(quantity, [], scheme.measures),
    which === '' && when === '' ? '' : ` (${`${which}${when}`.trim()})`,
  );
}

/** A number of a measure, or the share that its two make. */
export function measure(quantity: MeasureQuantity, { scheme, figures, period }: Question, clause: string): Evaluated {
  const row = figures.measured(quantity.measure, quantity.at === 'each-period' ? period : quantity.at);
  if (row.kind === 'unknown') return { ...row, clause };
  const { numerator, denominator, asAt } = row.is;
  const unit = unitFrom(quantity, [], scheme.measures);
  if (quantity.part !== 'share')
    return leaf(numberOf(row.is, quantity.part), unit, ` (${quantity.measure} at ${formatDay(asAt)})`);
  const figuresSay = ` (${quantity.measure} at ${formatDay(asAt)}: ${sayNumber(numerator)} of ${sayNumber(denominator)})`;
  return leaf(isZero(denominator) ? ofNothing(quantity) : divide(numerator, denominator), unit, figuresSay);
}

/** What a share counts as where there is nothing to measure; the checks of a scheme ask for it. */
function ofNothing({ measure: id, zeroDenominator }: MeasureQuantity): Ratio {
  if (zeroDenominator === undefined) throw new Error(`a share of ${id} that does not say what nothing counts as`);
  return zeroDenominator;
}

/** By how much a number of a measure grew. */
export function change(quantity: ChangeQuantity, { scheme, figures }: Question, clause: string): Evaluated {
  const [before, after] = [
    figures.measured(quantity.measure, quantity.from),
    figures.measured(quantity.measure, quantity.to),
  ];
  if (before.kind === 'unknown') return { ...before, clause };
  if (after.kind === 'unknown') return { ...after, clause };
  const unit = unitFrom(quantity, [], scheme.measures);
  const [was, is] = [numberOf(before.is, quantity.part), numberOf(after.is, quantity.part)];
  const exact = subtract(is, was);
  const stops = quantity.below !== 'zero' && compare(exact, zero) < 0;
  const formula = `${quantity.measure} from ${formatDay(quantity.from)} to ${formatDay(quantity.to)}: ${sayCounted(is, unit)} − ${sayCounted(was, unit)}`;
  return made([], stops ? zero : exact, unit, `${formula}${stops ? ', not below nothing' : ''}`, clause);
}

/** A number of a measure; of two codes that became one it counts once. */
function numberOf(row: Measured, part: 'numerator' | 'denominator'): Ratio {
  return row.isCountedElsewhere ? zero : row[part];
}
