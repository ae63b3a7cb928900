import {
  compare,
  divide,
  greatest,
  isZero,
  least,
  multiply,
  one,
  subtract,
  sum,
  zero,
} from '../../domain/money/ratio.ts';
import { roundTo } from '../../domain/money/rounding.ts';
import { namedBy, type Quantity } from '../../domain/scheme/quantity.ts';
import { unitFrom } from '../../domain/scheme/quantity-unit.ts';
import { inPoundsUnit, noUnit, sameUnit, type Unit } from '../../domain/scheme/unit.ts';
import { sayCounted, sayShare } from '../../domain/words/say.ts';
import { alongLine, bandReached, bandsInPart } from './evaluate-bands.ts';
import { change, claimed, measure, patients } from './evaluate-figures.ts';
import { eachLine } from './evaluate-lines.ts';
import { overTime } from './evaluate-over-time.ts';
import { type Evaluated, type EvaluatedValue, leaf, made, type Question } from './evaluated.ts';
import { figureOfAll, rankOf } from './of-all.ts';

/** Works a quantity out. `clause` is that of the block around it, and holds where it has none of its own. */
export function evaluate(quantity: Quantity, question: Question, above: string): Evaluated {
  const clause = quantity.clause ?? above;
  const { words } = question.scheme;
  const inside = (parts: readonly Quantity[], make: (known: readonly EvaluatedValue[]) => Evaluated): Evaluated => {
    const known: EvaluatedValue[] = [];
    for (const each of parts) {
      const evaluated = evaluate(each, question, clause);
      if (evaluated.kind === 'unknown') return evaluated;
      known.push(evaluated);
    }
    return make(known);
  };
  const part = (inner: Quantity) => evaluate(inner, question, clause);
  const unitOf = (...parts: readonly EvaluatedValue[]) =>
    unitFrom(
      quantity,
      parts.map(({ unit }) => unit),
      question.scheme.measures,
    );
  switch (quantity.kind) {
    case 'pounds':
      return leaf(words, quantity.pounds, unitOf());
    case 'number':
      return leaf(words, quantity.number, unitOf());
    case 'patients':
      return patients(quantity, question, clause);
    case 'measure':
      return measure(quantity, question, clause);
    case 'change':
      return change(quantity, question, clause);
    case 'each-line':
      return eachLine(quantity, question, clause, (line) => evaluate(quantity.of, line, clause));
    case 'events':
    case 'claimed':
      return claimed(quantity, question, clause);
    case 'rate':
      return inside([quantity.for], ([counted]) => {
        if (!counted) throw new Error('a rate for nothing');
        const formula = `${counted.says} × ${sayCounted(words, quantity.pounds, inPoundsUnit)}`;
        return made(words, [counted], multiply(counted.value, quantity.pounds), unitOf(counted), formula, clause);
      });
    case 'sum':
      return inside(quantity.of, (parts) => {
        const formula = parts.map(({ says }) => says).join(' + ');
        return made(words, parts, sum(parts.map(({ value }) => value)), unitOf(...parts), formula, clause);
      });
    case 'product':
      return inside(quantity.of, (parts) => {
        const formula = parts.map(({ says }) => says).join(' × ');
        return made(
          words,
          parts,
          parts.map(({ value }) => value).reduce(multiply, one),
          unitOf(...parts),
          formula,
          clause,
        );
      });
    case 'greatest':
    case 'least':
      return inside(quantity.of, (parts) => {
        const value = parts.map((part) => part.value).reduce(quantity.kind === 'least' ? least : greatest);
        const chosen = parts.findIndex((part) => compare(part.value, value) === 0);
        question.reached(quantity.of[chosen] ?? quantity);
        const formula = `the ${quantity.kind} of ${parts.map(({ says }) => says).join(' and ')}`;
        return made(words, parts, value, unitOf(...parts), formula, clause);
      });
    case 'difference':
      return inside([quantity.from, quantity.less], ([from, less]) => {
        if (!from || !less) throw new Error('a difference of fewer than two');
        const exact = subtract(from.value, less.value);
        const stops = quantity.below === undefined && compare(exact, zero) < 0;
        const unit = unitOf(from, less);
        const formula = `${from.says} − ${less.says}${stops ? ', not below nothing' : ''}`;
        const value = made(words, [from, less], stops ? zero : exact, unit, formula, clause);
        return stops && isPounds(unit) ? { ...value, cut: subtract(zero, exact) } : value;
      });
    case 'ratio':
      return inside([quantity.of, quantity.to], ([of, to]) => {
        if (!of || !to) throw new Error('a ratio of fewer than two');
        const formula = `${of.says} ÷ ${to.says}`;
        if (isZero(to.value)) return { kind: 'unknown', reason: `${formula} has no value`, clause };
        return made(words, [of, to], divide(of.value, to.value), unitOf(of, to), formula, clause);
      });
    case 'share':
      return inside([quantity.of], ([of]) => {
        if (!of) throw new Error('a share of nothing');
        const formula = `${sayShare(quantity.share)} of ${of.says}`;
        return made(words, [of], multiply(quantity.share, of.value), unitOf(of), formula, clause);
      });
    case 'rounded':
      return inside([quantity.of], ([of]) => {
        if (!of) throw new Error('nothing to round');
        const formula = `${of.says} rounded to ${sayPlaces(quantity.places)}`;
        return made(words, [of], roundTo(of.value, quantity.places, quantity.mode), unitOf(of), formula, clause);
      });
    case 'bands':
      return inside([quantity.on], ([on]) =>
        on
          ? quantity.how === 'whole'
            ? bandReached(quantity, on, question, part, clause)
            : bandsInPart(quantity, on, question, part, clause)
          : leaf(words, zero, noUnit),
      );
    case 'line':
      return inside([quantity.on], ([on]) =>
        on ? alongLine(quantity, on, question, part, clause) : leaf(words, zero, noUnit),
      );
    case 'named':
      return inside([namedBy(quantity)], ([is]) => {
        if (!is) throw new Error('a name for nothing');
        return { ...is, says: `${is.says} (${quantity.name})` };
      });
    case 'of-all':
      return figureOfAll(quantity, question, clause, evaluate);
    case 'rank':
      return inside([quantity.of], ([own]) =>
        own ? rankOf(quantity, own, question, clause, evaluate) : leaf(words, zero, noUnit),
      );
    case 'over-time':
      return overTime(quantity, question, clause, ({ is, clause: own }) => evaluate(is, question, own));
  }
}

function isPounds(unit: Unit): boolean {
  return sameUnit(unit, inPoundsUnit);
}

function sayPlaces(places: number): string {
  if (places === 0) return 'the whole number';
  return places === 2 ? 'two places' : `${places} ${places === 1 ? 'place' : 'places'}`;
}
