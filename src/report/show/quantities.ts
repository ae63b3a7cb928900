import { sayDay } from '../../domain/day.ts';
import { withSeparators } from '../../domain/money/money.ts';
import { formatShare, type Ratio } from '../../domain/money/ratio.ts';
import { type CeilingPer, type EventPrice, isOnePrice, type OfPeriod } from '../../domain/scheme/event-prices.ts';
import { isPlainFigure } from '../../domain/scheme/measure.ts';
import {
  type ClaimsQuantity,
  type Edge,
  type EventChoice,
  type EventLimits,
  isFromData,
  type Quantity,
} from '../../domain/scheme/quantity.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import { unitOfQuantity } from '../../domain/scheme/quantity-unit.ts';
import { inPoundsUnit, noUnit, plural, unitOf, unitOver } from '../../domain/scheme/unit.ts';
import { sayEventDays } from '../../domain/words/event-days.ts';
import { sayCounted, sayList, sayPounds } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { cite } from './cite.ts';
import { sayOverTime } from './over-time.ts';
import type { SchemeWords } from './scheme-words.ts';

/** What a quantity is, in the words of a sentence: `£2.218 for each of registered patients`. */
export function sayQuantity(quantity: Quantity, scheme: SchemeWords): string {
  const say = (part: Quantity) => sayQuantity(part, scheme);
  const bracketed = (part: Quantity) => inBrackets(part, scheme);
  switch (quantity.kind) {
    case 'pounds':
      return sayCounted(
        scheme.words,
        quantity.pounds,
        quantity.per === undefined ? inPoundsUnit : unitOver(inPoundsUnit, unitOf(quantity.per)),
      );
    case 'number':
      return sayCounted(scheme.words, quantity.number, quantity.unit === undefined ? noUnit : unitOf(quantity.unit));
    case 'patients':
      return `the ${[quantity.population, 'patients'].filter(Boolean).join(' ')}${sayWhen(quantity.at)}`;
    case 'measure':
      return `${sayNumberOf(quantity, scheme)}${quantity.at === 'latest' ? '' : sayWhen(quantity.at)}${sayIfMissing(quantity, scheme)}`;
    case 'change': {
      const { part, measure, from, to } = quantity;
      return `the change of ${sayNumberOf({ part, measure }, scheme)} from ${sayDay(from)} to ${sayDay(to)}${quantity.below ? '' : ', not below nothing'}`;
    }
    case 'events':
      return `the events "${quantity.event}"${sayTaken(quantity)}, ${sayLimits(quantity, scheme)}`;
    case 'claimed': {
      const ceilings = quantity.ceilings.map(
        ({ per, pounds }) => `; ${sayPrices(scheme.words, pounds, sayCeilingPer(per), 'at most ')}`,
      );
      return `what was claimed for the events "${quantity.event}"${sayTaken(quantity)}, ${sayLimits(quantity, scheme)}${ceilings.join('')}`;
    }
    case 'each-line':
      return `for each line of ${quantity.measure}${sayWhen(quantity.at)} by itself ${say(quantity.of)}`;
    case 'rate':
      return `${sayPounds(scheme.words, quantity.pounds)} for each of ${say(quantity.for)}`;
    case 'sum':
      return quantity.of.map(say).join(' plus ');
    case 'product':
      return quantity.of.map(bracketed).join(' times ');
    case 'greatest':
    case 'least':
      return `the ${quantity.kind} of ${sayList(quantity.of.map(bracketed))}`;
    case 'difference':
      return `${bracketed(quantity.from)} less ${bracketed(quantity.less)}${sayBelow(quantity.below)}`;
    case 'ratio':
      return `${bracketed(quantity.of)} divided by ${bracketed(quantity.to)}`;
    case 'share':
      return `${formatShare(quantity.share)} of ${bracketed(quantity.of)}`;
    case 'rounded':
      return `${bracketed(quantity.of)} rounded to ${quantity.places === 0 ? 'the whole number' : `${quantity.places} places`}`;
    case 'bands': {
      const bound = boundOf(quantity.on, scheme);
      const bands = quantity.bands.map(({ from, edge, is }) => `${say(is)} from ${edge ? 'above ' : ''}${bound(from)}`);
      const how = quantity.how === 'whole' ? 'at the band reached' : 'for the part in each band';
      return `by ${say(quantity.on)}, ${how}: ${sayList(bands)}, nothing below`;
    }
    case 'line': {
      const bound = boundOf(quantity.on, scheme);
      const points = quantity.points.map(({ at, is, below, above }) =>
        sayPoint(bound(at), say(is), below && say(below), above && say(above)),
      );
      return `by ${say(quantity.on)}, ${sayLine(points, quantity.beyond)}`;
    }
    case 'of-all':
      return `the ${quantity.how} over ${inWords(scheme.words, 'all practices')} of ${bracketed(quantity.of)}`;
    case 'rank':
      return `the place among ${inWords(scheme.words, 'all practices')}, from the ${quantity.from}, by ${bracketed(quantity.of)}`;
    case 'named':
      return quantity.name;
    case 'over-time':
      return sayOverTime(quantity, say);
  }
}

/** Which events a block takes, where that is not all up to the end of the period. */
function sayTaken({ at, ...days }: ClaimsQuantity): string {
  const taken = [sayOfPeriod(at), sayEventDays(days)].filter((part) => part !== '').join(' ');
  return taken === '' ? '' : ` ${taken}`;
}

function sayOfPeriod(at: OfPeriod | undefined): string {
  if (at === undefined) return '';
  if (at === 'each-period') return 'of each period';
  return at.periodsBefore === 1 ? 'of the period before' : `of the period ${at.periodsBefore} before`;
}

/** A price, or each of several with the days of the event on which it holds. */
export function sayPrices(words: Words, pounds: Ratio | readonly EventPrice[], per: string, before = ''): string {
  if (isOnePrice(pounds)) return `${before}${sayPounds(words, pounds)} ${per}`;
  const prices = pounds.map((price) => {
    const days = sayEventDays(price);
    const agreed = price.agreedOn === undefined ? '' : ` (agreed on ${sayDay(price.agreedOn)})`;
    const cited = price.clause === undefined ? '' : ` ${cite(price.clause)}`;
    return `${sayPounds(words, price.pounds)}${days === '' ? '' : ` ${days}`}${agreed}${cited}`;
  });
  return `${before}${sayList(prices)} ${per}, the last that holds on the day of the event`;
}

function sayCeilingPer(per: readonly CeilingPer[]): string {
  return `for each ${sayList(per)}`;
}

/** How many events count. */
export function sayLimits(
  limited: { readonly [Key in keyof EventLimits]: EventLimits[Key] | null } & Pick<EventChoice, 'limitsOf'>,
  scheme: SchemeWords,
): string {
  const { atMost, atMostPerPeriod, atMostPerPerson, personOver, limitsOf } = limited;
  if (limitsOf !== undefined) return `as many as count for ${limitsOf}`;
  const limits = [
    ...(typeof atMost === 'number' ? [`at most ${withSeparators(String(atMost))}`] : []),
    ...(atMost !== null && typeof atMost === 'object' ? [`at most as many as ${sayQuantity(atMost, scheme)}`] : []),
    ...(typeof atMostPerPeriod === 'number' ? [`at most ${atMostPerPeriod} a period`] : []),
    ...(typeof atMostPerPerson === 'number' ? [`at most ${atMostPerPerson} a person`] : []),
    ...(personOver === 'all' ? ['each person for the one whose claim came first'] : []),
  ];
  return limits.length === 0 ? 'any number of them' : sayList(limits);
}

const sayPart: Readonly<Record<'numerator' | 'denominator' | 'share', string>> = {
  numerator: 'the numerator of',
  denominator: 'the denominator of',
  share: 'the share',
};

/** A number of a measure by what it counts, where it is a plain figure. */
function sayNumberOf(
  { part, measure: id }: Pick<Extract<Quantity, { kind: 'measure' }>, 'part' | 'measure'>,
  { measures }: SchemeWords,
): string {
  const measure = measures.find((each) => each.id === id);
  if (!measure || !isPlainFigure(measure)) return `${sayPart[part]} ${id}`;
  return `the ${measure.numeratorUnit === undefined ? 'figure' : plural(measure.numeratorUnit)} of ${id}`;
}

function sayWhen(at: Extract<Quantity, { kind: 'patients' | 'measure' | 'each-line' }>['at']): string {
  if (at === undefined || at === 'latest') return '';
  if (at === 'each-quarter') return ' of the quarter of each period';
  if (at === 'to-date') return ' of all periods up to each, added up';
  if (typeof at === 'object') return ` ${sayOfPeriod(at)}`;
  return at === 'each-period' ? ' of each period' : ` at ${sayDay(at)}`;
}

function inBrackets(quantity: Quantity, scheme: SchemeWords): string {
  const says = sayQuantity(quantity, scheme);
  return constantOf(quantity) !== null || ['patients', 'measure', 'rate', 'named'].includes(quantity.kind)
    ? says
    : `(${says})`;
}

/** A point of a line, with the values on either side of a jump: `96% just before 96%, 100% there`. */
export function sayPoint(at: string, is: string, below: string | undefined, above: string | undefined): string {
  if (below === undefined && above === undefined) return `${is} at ${at}`;
  const before = below === undefined ? '' : `${below} just before ${at}, `;
  return `${before}${is} at ${at}${above === undefined ? '' : `, ${above} just after it`}`;
}

/** Points in order, and what holds between and outside them. */
export function sayLine(points: readonly string[], beyond: 'goes-on' | undefined): string {
  const after = beyond === undefined ? 'level outside' : 'level before the first, going on beyond the last';
  return `on straight lines through ${sayList(points)}; ${after}`;
}

/** Says a bound in what it is a bound of: `10,000 patients`, `90%`; one that the data give by what gives it. */
function boundOf(on: Quantity, scheme: SchemeWords): (bound: Edge) => string {
  const unit = unitOfQuantity(on, scheme.measures);
  return (bound) => (isFromData(bound) ? inBrackets(bound, scheme) : sayCounted(scheme.words, bound, unit));
}

/** What a figure counts as while there is none. */
function sayIfMissing(quantity: Extract<Quantity, { kind: 'measure' }>, { words, measures }: SchemeWords): string {
  if (quantity.ifMissing === undefined) return '';
  return `, while there is none ${sayCounted(words, quantity.ifMissing, unitOfQuantity(quantity, measures))}`;
}

function sayBelow(below: 'zero' | 'comes-back' | undefined): string {
  switch (below) {
    case undefined:
      return ', not below nothing';
    case 'zero':
      return '';
    case 'comes-back':
      return ', and what is below nothing comes back of what was paid before';
  }
}
