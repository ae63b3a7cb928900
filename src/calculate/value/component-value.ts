import type { WorkingStep } from '../../domain/account.ts';
import { mapped } from '../../domain/mapped.ts';
import { compare, formatExact, isZero, multiply, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import { figureOf, holds, takenOff } from '../../domain/scheme/adjustment.ts';
import { quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { comesBack, goesBelowNothing } from '../../domain/scheme/may-fall.ts';
import { blocksIn } from '../../domain/scheme/quantity.ts';
import { variesByPeriod } from '../../domain/scheme/quantity-kinds.ts';
import type { Adjustment, Component, Value } from '../../domain/scheme/scheme.ts';
import { ofEachOf } from '../../domain/scheme/shared.ts';
import { sayPatients, sayPounds, sayShare } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { evaluate } from '../quantity/evaluate.ts';
import {
  askedIn,
  type EvaluatedValue,
  firstPeriod,
  type OpenQuestion,
  type Question,
  stepOf,
  type Unknown,
} from '../quantity/evaluated.ts';

/** An exact amount of pounds with the steps that led to it; while a figure is missing it is nothing, and says why. */
export interface ComponentValue {
  readonly pounds: Ratio;
  readonly steps: readonly WorkingStep[];
  readonly unknown: Unknown | null;
  /** By how much it lies below nothing, where that counts as nothing. */
  readonly cut?: Ratio | undefined;
}

/** V(x,c) as it holds in one period, in exact pounds (RULES, Value). */
export function componentValueOf(component: Component, question: Question): ComponentValue {
  const worth = adjusted(componentValueOfValue(component.value, question), component.adjustments, question);
  if (compare(worth.pounds, zero) >= 0 || goesBelowNothing(component) || comesBack(component)) return worth;
  const step = stepOf(
    'value',
    `${sayPounds(question.scheme.words, worth.pounds)}, below nothing, counts as nothing`,
    zero,
    component.clause,
  );
  return { ...worth, pounds: zero, steps: [...worth.steps, step], cut: subtract(zero, worth.pounds) };
}

/** V(x,c) in each period, in order: one and the same wherever nothing in it depends on the period. */
export function componentValueByPeriod(component: Component, question: OpenQuestion): readonly ComponentValue[] {
  const { periods } = question.scheme;
  if (dependsOnPeriod(component))
    return mapped(periods, (period) => componentValueOf(component, askedIn(question, period)));
  const worth = componentValueOf(component, askedIn(question, firstPeriod(question.scheme)));
  return mapped(periods, () => worth);
}

/** Whether a component can be worth more in one period than in another. */
export function dependsOnPeriod(component: Component): boolean {
  const { value, adjustments, schedule } = component;
  return (
    valueDependsOnPeriod(value) ||
    adjustments.some(adjustmentDependsOnPeriod) ||
    // Worked out anew in each period, figures of all are those of who takes part in it (RULES, Figures of all).
    (schedule?.eachPeriod === true && goesByAll(component))
  );
}

function goesByAll(component: Component): boolean {
  return quantitiesOf(component).some((quantity) =>
    blocksIn(quantity).some(({ block }) => block.kind === 'of-all' || block.kind === 'rank'),
  );
}

function valueDependsOnPeriod(value: Value): boolean {
  switch (value.kind) {
    case 'quantity':
      return variesByPeriod(value.of);
    case 'shared':
      return variesByPeriod(value.of) || ofEachOf(value).adjustments.some(adjustmentDependsOnPeriod);
    case 'envelope':
      return variesByPeriod(value.of) || variesByPeriod(value.pounds);
    case 'share':
      return valueDependsOnPeriod(value.of);
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'per-event':
    case 'to-be-confirmed':
      return false;
  }
}

function adjustmentDependsOnPeriod(adjustment: Adjustment): boolean {
  if (adjustment.from !== undefined) return true;
  switch (adjustment.kind) {
    case 'cap':
    case 'floor':
    case 'deduct':
    case 'multiply':
      return variesByPeriod(figureOf(adjustment));
    case 'reduce':
    case 'remove':
    case 'round':
      return false;
  }
}

/** What a value is worth before its adjustments. Of an envelope that is what the practice would earn by itself. */
export function componentValueOfValue(value: Value, question: Question): ComponentValue {
  switch (value.kind) {
    case 'per-patient': {
      const list = question.figures.patients(question.scheme.population.kind, 'scheme');
      if (list.kind === 'unknown') throw new Error('a practice without its list');
      const formula = `${sayPatients(list.is)} × ${sayPounds(question.scheme.words, value.pounds)}`;
      return certain(multiply(list.is, value.pounds), formula, value.clause);
    }
    case 'fixed':
      return certain(value.pounds, 'a fixed sum', value.clause);
    case 'pool':
      return certain(value.pounds, 'the sum to be shared', value.clause);
    case 'share':
      return shareOf(value, question);
    case 'quantity':
    case 'shared':
    case 'envelope':
      return componentValueOfEvaluated(evaluate(value.of, question, value.clause), value.clause);
    case 'per-event':
    case 'to-be-confirmed':
      throw new Error(`a value of kind ${value.kind} has no worth over the term`);
  }
}

function certain(pounds: Ratio, formula: string, clause: string): ComponentValue {
  return { pounds, steps: [stepOf('value', formula, pounds, clause)], unknown: null };
}

/** The last step of a quantity is the value itself. */
function componentValueOfEvaluated(evaluated: EvaluatedValue | Unknown, clause: string): ComponentValue {
  if (evaluated.kind === 'unknown') return { pounds: zero, steps: [], unknown: evaluated };
  const { value, says, steps, cut } = evaluated;
  const last = steps.at(-1);
  const formula = last ? last.formula.slice(0, last.formula.lastIndexOf(' = ')) : says;
  const valueStep = stepOf('value', formula, value, last?.clause ?? clause);
  return { pounds: value, steps: [...steps.slice(0, -1), valueStep], unknown: null, cut };
}

function shareOf(value: Extract<Value, { kind: 'share' }>, question: Question): ComponentValue {
  const whole = componentValueOfValue(value.of, question);
  let pounds = whole.pounds;
  const steps = mapped(value.path, ({ title, share, clause }) => {
    pounds = multiply(pounds, share);
    return stepOf('value', `of which ${title}: ${sayShare(share)}`, pounds, clause);
  });
  return { ...whole, pounds, steps: [...whole.steps, ...steps] };
}

/** The adjustments that hold, in the order written, each on what the one before left. */
export function adjusted(
  worth: ComponentValue,
  adjustments: readonly Adjustment[],
  question: Question,
): ComponentValue {
  let { pounds, unknown, cut } = worth;
  const steps = [...worth.steps];
  for (const adjustment of adjustments) {
    if (unknown !== null) break;
    if (!holds(adjustment, question.rulesOf.start, question.asAt)) continue;
    const figure = figureIn(adjustment, question);
    if (figure?.kind === 'unknown') {
      unknown = figure;
      break;
    }
    const before = pounds;
    pounds = subtract(before, takenOff(before, adjustment, figure?.value));
    if (adjustment.kind === 'deduct' && figure && compare(figure.value, before) > 0)
      cut = subtract(figure.value, before);
    if (!isZero(subtract(before, pounds))) question.reached(adjustment);
    steps.push(
      ...(figure?.steps ?? []),
      adjustmentStep(question.scheme.words, adjustment, before, pounds, figure?.says ?? ''),
    );
  }
  return { pounds: unknown === null ? pounds : zero, steps, unknown, cut: isZero(pounds) ? cut : undefined };
}

function figureIn(adjustment: Adjustment, question: Question): EvaluatedValue | Unknown | null {
  switch (adjustment.kind) {
    case 'cap':
    case 'floor':
    case 'deduct':
    case 'multiply':
      return evaluate(figureOf(adjustment), question, adjustment.clause);
    case 'reduce':
    case 'remove':
    case 'round':
      return null;
  }
}

function adjustmentStep(
  words: Words,
  adjustment: Adjustment,
  before: Ratio,
  after: Ratio,
  figure: string,
): WorkingStep {
  return {
    step: 'adjustment',
    formula: `${adjustment.title}: ${sayAdjustment(words, adjustment, before, subtract(before, after), figure)}`,
    value: formatExact(after),
    rounded: null,
    clause: adjustment.clause,
  };
}

function sayAdjustment(words: Words, adjustment: Adjustment, before: Ratio, off: Ratio, figure: string): string {
  switch (adjustment.kind) {
    case 'reduce': {
      const rounded = adjustment.roundedTo === null ? '' : ` (to the whole ${inWords(words, adjustment.roundedTo)})`;
      return `${sayShare(adjustment.by)} of ${sayPounds(words, before)} = ${sayPounds(words, off)}${rounded} taken off`;
    }
    case 'remove':
      return `${sayPounds(words, before)} removed`;
    case 'cap':
      return isZero(off) ? `within ${figure}` : `at most ${figure}`;
    case 'floor':
      return isZero(off) ? `not below ${figure}` : `made up to ${figure}`;
    case 'deduct':
      return `${sayPounds(words, before)} less ${figure}${isZero(subtract(before, off)) ? ', down to nothing' : ''}`;
    case 'multiply':
      return `${sayPounds(words, before)} × ${figure}`;
    case 'round':
      return `${sayPounds(words, before)} rounded`;
  }
}
