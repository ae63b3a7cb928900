import { add, compare, divide, least, multiply, one, subtract, within, zero } from '../../domain/money/ratio.ts';
import type { Band, BandsQuantity, Quantity, SlopeQuantity } from '../../domain/scheme/quantity.ts';
import { noUnit, unitTimes } from '../../domain/scheme/unit.ts';
import { sayCounted } from '../../domain/words/say.ts';
import { type Evaluated, type EvaluatedValue, made, type Question } from './evaluated.ts';

/** Works out what stands in a band. */
type EvaluatePart = (part: Quantity) => Evaluated;

/** What stands at the band reached. */
export function bandReached(
  { bands }: BandsQuantity,
  on: EvaluatedValue,
  question: Question,
  evaluatePart: EvaluatePart,
  clause: string,
): Evaluated {
  const band = bands.findLast(({ from }) => compare(on.value, from) >= 0);
  if (!band) return belowTheFirst(bands, on, evaluatePart, clause);
  const paid = evaluatePart(band.is);
  if (paid.kind === 'unknown') return paid;
  question.reached(band);
  const formula = `${on.says} is in the band from ${sayCounted(band.from, on.unit)}: ${paid.says}`;
  return made([on, paid], paid.value, paid.unit, formula, clause);
}

/** Nothing, whatever figure the first band would ask for; only its unit is taken from there. */
function belowTheFirst(
  bands: readonly Band[],
  on: EvaluatedValue,
  evaluatePart: EvaluatePart,
  clause: string,
): EvaluatedValue {
  const first = lowest(bands);
  const paid = evaluatePart(first.is);
  const unit = paid.kind === 'known' ? paid.unit : noUnit;
  return made([on], zero, unit, `${on.says} is below the first band, from ${sayCounted(first.from, on.unit)}`, clause);
}

/** Each band's own rate for the part that lies in it. */
export function bandsInPart(
  { bands }: BandsQuantity,
  on: EvaluatedValue,
  question: Question,
  evaluatePart: EvaluatePart,
  clause: string,
): Evaluated {
  let total = zero;
  let unit = noUnit;
  const [parts, says]: [EvaluatedValue[], string[]] = [[on], []];
  for (const [index, band] of bands.entries()) {
    const above = bands[index + 1]?.from;
    const part = subtract(above ? least(on.value, above) : on.value, band.from);
    const isReached = compare(part, zero) > 0;
    const rate = evaluatePart(band.is);
    if (rate.kind === 'known') unit = unitTimes(on.unit, rate.unit);
    if (!isReached) continue;
    if (rate.kind === 'unknown') return rate;
    question.reached(band);
    total = add(total, multiply(part, rate.value));
    parts.push(rate);
    says.push(`${sayCounted(part, on.unit)} × ${rate.says}`);
  }
  return made(parts, total, unit, says.length === 0 ? `${on.says} is below the first band` : says.join(' + '), clause);
}

function lowest(bands: readonly Band[]): Band {
  const [first] = bands;
  if (!first) throw new Error('bands without a band');
  return first;
}

/** A straight line between two points, level outside them. */
export function slope(
  quantity: SlopeQuantity,
  on: EvaluatedValue,
  from: EvaluatedValue,
  to: EvaluatedValue,
  clause: string,
): Evaluated {
  const along = divide(subtract(on.value, quantity.from.at), subtract(quantity.to.at, quantity.from.at));
  const value = add(from.value, multiply(within(zero, along, one), subtract(to.value, from.value)));
  const ends = `${from.says} at ${sayCounted(quantity.from.at, on.unit)} to ${to.says} at ${sayCounted(quantity.to.at, on.unit)}`;
  return made([on, from, to], value, from.unit, `${on.says} on the line from ${ends}`, clause);
}
