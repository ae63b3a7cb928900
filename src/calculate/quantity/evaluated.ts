import type { StepName, WorkingStep } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import { formatExact, isZero, type Ratio } from '../../domain/money/ratio.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { Unit } from '../../domain/scheme/unit.ts';
import { sayCounted } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { Figures } from './figures.ts';

/** What the figures of all come to, or whose is missing. */
export type FiguresOfAll = { readonly kind: 'known'; readonly values: readonly Ratio[] } | Unknown;

/** Who takes part in a period, with their figures; and what was worked out of all of them before, once for all who ask. */
export interface Everyone {
  readonly in: (period: Period) => readonly Figures[];
  readonly known: WeakMap<Quantity, Map<string, FiguresOfAll>>;
}

/** For whom and as at which day something is worked out, in whichever period. */
export interface OpenQuestion {
  readonly scheme: Scheme;
  readonly figures: Figures;
  readonly asAt: Day;
  /** Whether events over their limits count too, to see what the limits cost. */
  readonly withOverCap: boolean;
  readonly reached: Reached;
  /** All that take part, where figures of all are asked for. */
  readonly everyone?: Everyone | undefined;
}

/** The same in one period. */
export interface Question extends OpenQuestion {
  /** Whose figures count, and up to whose end events do. */
  readonly period: Period;
  /** Whose rules hold: what changes from a day holds in periods that begin on that day or later. */
  readonly rulesOf: Period;
}

/** Is told of every band, cap and step that is reached, to know which of them the examples of a scheme exercise. */
export type Reached = (block: object) => void;

/** Where nobody asks what is reached, or which rows are used. */
export const toNobody: Reached = () => {};

/** A question in one period. Written out, as V8 makes a kind of its own of every object that is spread, and there are millions. */
export function askedIn(
  { scheme, figures, asAt, withOverCap, reached, everyone }: OpenQuestion,
  period: Period,
  rulesOf: Period = period,
): Question {
  return { scheme, figures, asAt, withOverCap, reached, everyone, period, rulesOf };
}

/** The period in which something is worked out that does not depend on any. */
export function firstPeriod({ periods }: Pick<Scheme, 'periods'>): Period {
  const [first] = periods;
  if (!first) throw new Error('a scheme without periods');
  return first;
}

/** What a quantity comes to, with the steps that led there; or why that is not known yet. */
export type Evaluated = EvaluatedValue | Unknown;

export interface EvaluatedValue {
  readonly kind: 'known';
  readonly value: Ratio;
  readonly unit: Unit;
  /** The value in the words of the step that uses it: `45,000 patients`. */
  readonly says: string;
  readonly steps: readonly WorkingStep[];
  /** By how much it lies below nothing, where that counts as nothing. */
  readonly cut?: Ratio | undefined;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly clause: string;
}

/** A value as it stands in the data or the scheme: told where it is used, without a step of its own. */
export function leaf(words: Words, value: Ratio, unit: Unit, which = ''): EvaluatedValue {
  return { kind: 'known', value, unit, says: `${sayCounted(words, value, unit)}${which}`, steps: [] };
}

/** A value made of others: their steps, and one of its own. */
export function made(
  words: Words,
  parts: readonly EvaluatedValue[],
  value: Ratio,
  unit: Unit,
  formula: string,
  clause: string,
): EvaluatedValue {
  const says = sayCounted(words, value, unit);
  const step = stepOf('quantity', `${formula} = ${says}`, value, clause);
  // What is nothing as one of its parts was cut is so too.
  const cut = isZero(value) ? parts.find((part) => part.cut !== undefined)?.cut : undefined;
  return { kind: 'known', value, unit, says, steps: [...parts.flatMap(({ steps }) => steps), step], cut };
}

/** A step with the exact value that it comes to. */
export function stepOf(step: StepName, formula: string, value: Ratio, clause: string): WorkingStep {
  return { step, formula, value: formatExact(value), rounded: null, clause };
}
