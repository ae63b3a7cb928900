import { type Day, formatDay } from '../../domain/day.ts';
import { compare, divide, isZero, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import type { OfPeriod } from '../../domain/scheme/event-prices.ts';
import { dayOfLists } from '../../domain/scheme/lists-needed.ts';
import type {
  ChangeQuantity,
  ClaimsQuantity,
  MeasureQuantity,
  PatientsQuantity,
} from '../../domain/scheme/quantity.ts';
import { unitFrom } from '../../domain/scheme/quantity-unit.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayEventDays } from '../../domain/words/event-days.ts';
import { sayCounted, sayNumber } from '../../domain/words/say.ts';
import { type Evaluated, leaf, made, type Question } from './evaluated.ts';
import { type Figure, type Measured, type Numbers, numbersTogether } from './figure.ts';

// The blocks that stand for a figure of the data folder.

/** Patients of a population at a day. */
export function patients(quantity: PatientsQuantity, { scheme, figures, period }: Question, clause: string): Evaluated {
  const population = quantity.population ?? scheme.population.kind;
  const at = dayOf(quantity.at, scheme, period);
  const list = figures.patients(population, at);
  if (list.kind === 'unknown') return { ...list, clause };
  const which = population === scheme.population.kind ? '' : ` ${population}`;
  const when = at === 'scheme' ? '' : ` at ${formatDay(at)}`;
  return leaf(
    scheme.words,
    list.is,
    unitFrom(quantity, [], scheme.measures),
    which === '' && when === '' ? '' : ` (${`${which}${when}`.trim()})`,
  );
}

function dayOf(at: PatientsQuantity['at'], scheme: Scheme, period: Period): Day | 'scheme' {
  if (at === undefined) return 'scheme';
  return at === 'each-period' || at === 'each-quarter' ? dayOfLists(scheme, period, at) : at;
}

/** A number of a measure, or the share that its two make. */
export function measure(quantity: MeasureQuantity, question: Question, clause: string): Evaluated {
  const { scheme } = question;
  const row = rowOf(quantity, question);
  const unit = unitFrom(quantity, [], scheme.measures);
  if (row.kind === 'unknown') {
    if (quantity.ifMissing === undefined) return { ...row, clause };
    return leaf(scheme.words, quantity.ifMissing, unit, ` (${row.reason}: counted so)`);
  }
  const { numerator, denominator, when } = row.is;
  if (quantity.part !== 'share')
    return leaf(scheme.words, numberOf(row.is, quantity.part), unit, ` (${quantity.measure} ${when})`);
  const figuresSay = ` (${quantity.measure} ${when}: ${sayNumber(numerator)} of ${sayNumber(denominator)})`;
  return leaf(
    scheme.words,
    isZero(denominator) ? ofNothing(quantity) : divide(numerator, denominator),
    unit,
    figuresSay,
  );
}

type Read = Omit<Measured, 'asAt'> & { readonly when: string };

/** The row that is meant, or several of them added up; before the first period there is nothing. */
function rowOf({ measure: id, at, ifMissing }: MeasureQuantity, { scheme, figures, period }: Question): Figure<Read> {
  const read = (of: Day | 'latest' | Period): Figure<Read> => {
    const row = figures.measured(id, of);
    return row.kind === 'unknown' ? row : { kind: 'known', is: { ...row.is, when: `at ${formatDay(row.is.asAt)}` } };
  };
  if (at === 'to-date') {
    let all: Read = { numerator: zero, denominator: zero, when: `up to the end of ${period.id}` };
    let paidHere: Numbers = all;
    for (const each of scheme.periods.slice(0, period.index + 1)) {
      // As no event before it joined counts, so no figure of a period of which nothing is owed for that.
      if (figures.own && wasBefore(each, figures.own.startsOn, scheme)) continue;
      const found = read(each);
      const isMissing = found.kind === 'unknown' && ifMissing !== undefined;
      const row = isMissing ? standingIn(ifMissing) : found;
      if (row.kind === 'unknown') return row;
      all = {
        when: isMissing ? `${all.when}, ${sayNumber(ifMissing)} as there is none of ${each.id}` : all.when,
        ...numbersTogether([all, row.is]),
      };
      paidHere = numbersTogether([paidHere, row.is.paidHere ?? row.is]);
    }
    return { kind: 'known', is: { ...all, paidHere } };
  }
  if (at === 'each-period') return read(period);
  if (typeof at !== 'object') return read(at);
  const before = scheme.periods[period.index - at.periodsBefore];
  if (before) return read(before);
  const when = `before ${scheme.periods[0]?.id ?? ''}, nothing`;
  return { kind: 'known', is: { numerator: zero, denominator: zero, when } };
}

/** Whether nothing of a period is owed to who takes part from a day on: it was over, or had begun in a scheme that then pays nothing of it. */
function wasBefore({ start, end }: Period, startsOn: Day, { joining }: Scheme): boolean {
  return (joining?.prorate === 'none' ? start : end) < startsOn;
}

/** A number that counts while there is no row of a period. */
function standingIn(number: Ratio): Figure<Read> {
  return { kind: 'known', is: { numerator: number, denominator: number, when: '' } };
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
  const formula = `${quantity.measure} from ${formatDay(quantity.from)} to ${formatDay(quantity.to)}: ${sayCounted(scheme.words, is, unit)} − ${sayCounted(scheme.words, was, unit)}`;
  return made(scheme.words, [], stops ? zero : exact, unit, `${formula}${stops ? ', not below nothing' : ''}`, clause);
}

/** Events that count, or what was claimed for them; of money also how much there would be without limits and ceilings. */
export function claimed(block: ClaimsQuantity, question: Question, clause: string): Evaluated {
  const { scheme, figures, period, withOverCap } = question;
  const counted = figures.claims(block, period, withOverCap);
  if (counted.kind === 'unknown') return { ...counted, clause };
  const unit = unitFrom(block, [], scheme.measures);
  const all = block.kind === 'claimed' ? figures.claims(block, period, true) : counted;
  const isCut = all.kind === 'known' && compare(all.is, counted.is) > 0;
  const says = [
    block.event,
    sayOfPeriod(block.at, period, scheme),
    sayEventDays(block),
    isCut ? `of ${sayCounted(scheme.words, all.is, unit)} claimed` : '',
  ].filter((part) => part !== '');
  return leaf(scheme.words, counted.is, unit, ` (${says.join(', ')})`);
}

/** `in Q2`, or nothing where all periods up to this one count. */
function sayOfPeriod(at: OfPeriod | undefined, period: Period, { periods }: Scheme): string {
  if (at === undefined) return '';
  if (at === 'each-period') return `in ${period.id}`;
  const before = periods[period.index - at.periodsBefore];
  return before ? `in ${before.id}` : `before ${periods[0]?.id ?? ''}`;
}

/** A number of a measure; of two codes that became one it counts once. */
function numberOf(row: Omit<Read, 'when'>, part: 'numerator' | 'denominator'): Ratio {
  return (row.paidHere ?? row)[part];
}
