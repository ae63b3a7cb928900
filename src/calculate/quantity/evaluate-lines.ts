import { add, type Ratio, zero } from '../../domain/money/ratio.ts';
import type { EachLineQuantity } from '../../domain/scheme/quantity.ts';
import { type Evaluated, type EvaluatedValue, made, type Question } from './evaluated.ts';

/** So many lines are named in the step that adds them up. */
const linesNamed = 6;

/** Works a quantity out for each line of a measure by itself, and adds up (RULES, Value). Without a line it is not known. */
export function eachLine(
  { measure, at }: EachLineQuantity,
  question: Question,
  clause: string,
  evaluateLine: (line: Question) => Evaluated,
): Evaluated {
  const { figures, period } = question;
  if (figures.lines === null) throw new Error(`the lines of ${measure} of several together`);
  const parts: EvaluatedValue[] = [];
  const says: string[] = [];
  for (const { item, figures: own } of figures.lines(measure, at === 'each-period' ? period : at)) {
    const worth = evaluateLine({ ...question, figures: own });
    if (worth.kind === 'unknown') return { ...worth, reason: `${item}: ${worth.reason}` };
    parts.push({ ...worth, steps: worth.steps.map((step) => ({ ...step, formula: `${item}: ${step.formula}` })) });
    says.push(`${worth.says} for ${item}`);
  }
  const [first] = parts;
  if (!first) return { kind: 'unknown', reason: `no line of ${measure} yet`, clause };
  const total = parts.reduce((sum: Ratio, { value }) => add(sum, value), zero);
  const more = says.length - linesNamed;
  const formula = `${says.slice(0, linesNamed).join(' + ')}${more > 0 ? ` + that of ${more} more` : ''}`;
  return made(question.scheme.words, parts, total, first.unit, formula, clause);
}
