import { add, compare, divide, greatest, least, type Ratio, ratio, sum } from '../../domain/money/ratio.ts';
import type { OfAllQuantity, Quantity, RankQuantity } from '../../domain/scheme/quantity.ts';
import { unitOfQuantity } from '../../domain/scheme/quantity-unit.ts';
import { unitOf } from '../../domain/scheme/unit.ts';
import { sayCounted, sayNumber } from '../../domain/words/say.ts';
import {
  type Evaluated,
  type EvaluatedValue,
  type FiguresOfAll,
  made,
  type Question,
  type Unknown,
} from './evaluated.ts';
import { type Figures, sayWhose } from './figures.ts';

/** Works a quantity out for whom a question is about. */
type Evaluate = (quantity: Quantity, question: Question, clause: string) => Evaluated;

/** A total, an average, the least or the greatest of what all come to (RULES, Figures of all). */
export function figureOfAll(
  { how, of }: OfAllQuantity,
  question: Question,
  clause: string,
  evaluate: Evaluate,
): Evaluated {
  const all = figuresOfEveryone(of, question, clause, evaluate);
  if (all.kind === 'unknown') return all;
  const { values } = all;
  if (values.length === 0 && how !== 'total') return { kind: 'unknown', reason: 'nobody takes part', clause };
  const unit = unitOfQuantity(of, question.scheme.measures);
  const whose = values.length === 1 ? 'the one that takes part' : `all ${values.length} that take part`;
  return made(question.scheme.words, [], worth(how, values), unit, `the ${how} of ${whose}`, clause);
}

function worth(how: OfAllQuantity['how'], values: readonly Ratio[]): Ratio {
  switch (how) {
    case 'total':
      return sum(values);
    case 'average':
      return divide(sum(values), ratio(values.length));
    case 'least':
      return values.reduce(least);
    case 'greatest':
      return values.reduce(greatest);
  }
}

/** The place of a figure among those of all: one more than how many lie strictly before it. */
export function rankOf(
  { of, from }: RankQuantity,
  own: EvaluatedValue,
  question: Question,
  clause: string,
  evaluate: Evaluate,
): Evaluated {
  const all = figuresOfEveryone(of, question, clause, evaluate);
  if (all.kind === 'unknown') return all;
  const { values } = all;
  const before = values.filter((each) => compare(each, own.value) * (from === 'lowest' ? 1 : -1) < 0).length;
  const place = add(ratio(before), ratio(1));
  const formula = `${sayCounted(question.scheme.words, own.value, own.unit)} has place ${sayNumber(place)} of ${values.length}, from the ${from}`;
  return made(question.scheme.words, [own], place, unitOf('place'), formula, clause);
}

function figuresOfEveryone(of: Quantity, question: Question, clause: string, evaluate: Evaluate): FiguresOfAll {
  const { everyone, period, rulesOf, withOverCap } = question;
  if (!everyone) throw new Error('figures of all are asked for where nobody else is known');
  const kept = everyone.known.get(of) ?? new Map<string, FiguresOfAll>();
  everyone.known.set(of, kept);
  const key = `${period.id} ${rulesOf.id} ${withOverCap}`;
  const found = kept.get(key) ?? workedOut(of, everyone.in(period), question, clause, evaluate);
  kept.set(key, found);
  return found;
}

function workedOut(
  of: Quantity,
  members: readonly Figures[],
  question: Question,
  clause: string,
  evaluate: Evaluate,
): FiguresOfAll {
  const values: Ratio[] = [];
  const missing: string[] = [];
  let first: Unknown | null = null;
  for (const figures of members) {
    const evaluated = evaluate(of, { ...question, figures }, clause);
    if (evaluated.kind === 'known') values.push(evaluated.value);
    else if (figures.isAwaited) {
      first ??= evaluated;
      missing.push(...figures.whose);
    }
  }
  if (first !== null) return { ...first, reason: sayWhose(first.reason, missing) };
  return { kind: 'known', values };
}
