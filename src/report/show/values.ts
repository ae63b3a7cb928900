import { sayDay } from '../../domain/day.ts';
import { compare, formatExact, formatShare, isZero } from '../../domain/money/ratio.ts';
import { edgesBy, plainFigureOf } from '../../domain/scheme/measure.ts';
import { blocksIn, type Quantity } from '../../domain/scheme/quantity.ts';
import { isByClaims, namesMeasure } from '../../domain/scheme/quantity-kinds.ts';
import type {
  Achievement,
  Adjustment,
  Component,
  Envelope,
  PerEvent,
  Scale,
  Value,
} from '../../domain/scheme/scheme.ts';
import { amongOf, ofEachOf } from '../../domain/scheme/shared.ts';
import { sayList, sayPounds, saySum } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { cite } from './cite.ts';
import { sayLimits, sayLine, sayPoint, sayPrices, sayQuantity } from './quantities.ts';
import type { MeasureWords, SchemeWords } from './scheme-words.ts';

/** What a component pays, as a sentence: its value, its adjustments in order, and what scales it. */
export function sayComponent(
  { title, id, value, adjustments, achievement, schedule, clause }: Component,
  scheme: SchemeWords,
): string {
  const changes = adjustments.map((adjustment) => `; ${sayAdjustment(adjustment, scheme)}`).join('');
  const isOfAll = (value.kind === 'pool' || value.kind === 'shared') && adjustments.some(goesByFigures);
  const whose = isOfAll ? '; by the figures of all together, before it is shared' : '';
  const scaled = achievement === null ? '' : `. ${sayAchievement(achievement, scheme)}`;
  // What is worked out in each period is held by the envelope within it: a sum meant for the year would be there in each.
  const isInEach = value.kind === 'envelope' && schedule?.eachPeriod === true;
  const within = isInEach ? ', in each period anew' : '';
  return `${title} (${id}): ${sayValue(value, scheme)}${within}${changes}${whose}${scaled} ${cite(clause, value.clause)}`;
}

/** Whether what it takes off or puts on is worked out from lists, figures or events. */
function goesByFigures(adjustment: Adjustment): boolean {
  const by = 'pounds' in adjustment ? adjustment.pounds : adjustment.kind === 'multiply' ? adjustment.by : null;
  return (
    by !== null &&
    blocksIn(by).some(({ block }) => namesMeasure(block) || isByClaims(block) || block.kind === 'patients')
  );
}

/** What is scaled down in an envelope: the worth of a period, or of what adds up to date what is new or all of it. */
function sayEnvelope({ scales, pounds }: Envelope, scheme: SchemeWords): string {
  const most = sayQuantity(pounds, scheme);
  switch (scales) {
    case undefined:
      return `, scaled down for all where together it is more than ${most}`;
    case 'what-is-new':
      return `, up to ${most} for all together over the term: what is new in a period is scaled down for all to what is left of it, and nothing that was earned before becomes less`;
    case 'all-to-date':
      return `, scaled down for all alike where together it has come to more than ${most} over the term, so that who was paid more gives back`;
  }
}

export function sayValue(value: Value, scheme: SchemeWords): string {
  switch (value.kind) {
    case 'per-patient':
      return `${sayPounds(scheme.words, value.pounds)} a patient`;
    case 'fixed':
      return `${saySum(scheme.words, value.pounds)} ${inWords(scheme.words, 'a practice')}`;
    case 'per-event':
      return sayPerEvent(value, scheme);
    case 'pool':
      return `a pool of ${saySum(scheme.words, value.pounds)}, shared by list size`;
    case 'quantity':
      return sayQuantity(value.of, scheme);
    case 'shared': {
      const by = value.by === null ? 'list size' : sayQuantity(value.by, scheme);
      const members = inWords(scheme.words, 'practices');
      const whose = value.within === 'all' ? `all ${members}` : `the ${members} of each ${sayGrouping[value.within]}`;
      return `for ${whose} together ${sayQuantity(value.of, scheme)}, shared by ${by}${sayAmong(value, scheme)}${sayOfEach(value, scheme)}`;
    }
    case 'envelope':
      return `${sayQuantity(value.of, scheme)}${sayEnvelope(value, scheme)}${sayAmong(value, scheme)}`;
    case 'share': {
      const path = value.path.map(({ title, share }) => `${formatShare(share)} for ${title}`);
      return `${path.toReversed().join(' of ')} of ${sayValue(value.of, scheme)}`;
    }
    case 'to-be-confirmed':
      return `to be confirmed: ${value.what}`;
  }
}

/** Who shares, where that is not everybody. */
function sayAmong(value: Value, scheme: SchemeWords): string {
  const asked = amongOf(value).map((each) =>
    'received' in each
      ? `${each.received} has come in time`
      : `${sayQuantity(each.is, scheme)} is at least ${sayQuantity(each.atLeast, scheme)}`,
  );
  return asked.length === 0 ? '' : `, among those of whom ${sayList(asked)}`;
}

/** What each one's part is subject to. */
function sayOfEach(value: Value, scheme: SchemeWords): string {
  const { adjustments, isSharedAgain } = ofEachOf(value);
  if (adjustments.length === 0) return '';
  const changes = adjustments.map((adjustment) => sayAdjustment(adjustment, scheme)).join('; ');
  return `; each one's part then ${changes}; what that leaves ${isSharedAgain ? 'is shared again over the others' : 'stays unspent'}`;
}

/** One price, or each with the days on which it holds. */
function sayPerEvent(value: PerEvent, scheme: SchemeWords): string {
  return `${sayPrices(scheme.words, value.pounds, `for each event "${value.event}"`)}, ${sayLimits(value, scheme)}`;
}

const sayGrouping = { locality: 'locality', pcn: 'primary care network' } as const;

function sayAdjustment(adjustment: Adjustment, scheme: SchemeWords): string {
  const { from, agreedOn } = adjustment;
  const since = from === undefined ? '' : `from ${sayDay(from)} `;
  const agreed = agreedOn === undefined ? '' : ` (agreed on ${sayDay(agreedOn)})`;
  return `${since}${sayChange(adjustment, scheme)}${agreed}`;
}

function sayChange(adjustment: Adjustment, scheme: SchemeWords): string {
  const { title, clause } = adjustment;
  switch (adjustment.kind) {
    case 'reduce': {
      const rounding =
        adjustment.roundedTo === null ? '' : ` to the whole ${inWords(scheme.words, adjustment.roundedTo)}`;
      return `less ${formatShare(adjustment.by)}${rounding}: ${title} ${cite(clause)}`;
    }
    case 'remove':
      return `removed: ${title} ${cite(clause)}`;
    case 'cap':
      return `at most ${sayFigure(adjustment.pounds, scheme)}: ${title} ${cite(clause)}`;
    case 'floor':
      return `at least ${sayFigure(adjustment.pounds, scheme)}: ${title} ${cite(clause)}`;
    case 'deduct':
      return `less ${sayFigure(adjustment.pounds, scheme)}, down to nothing: ${title} ${cite(clause)}`;
    case 'multiply':
      return `times ${sayQuantity(adjustment.by, scheme)}: ${title} ${cite(clause)}`;
    case 'round':
      return `rounded to ${adjustment.places} places of ${inWords(scheme.words, 'a pound')}: ${title} ${cite(clause)}`;
  }
}

/** A whole sum stands without pence, as a budget prints it. */
function sayFigure(quantity: Quantity, scheme: SchemeWords): string {
  return quantity.kind === 'pounds' && quantity.per === undefined
    ? saySum(scheme.words, quantity.pounds)
    : sayQuantity(quantity, scheme);
}

function sayAchievement(achievement: Achievement, scheme: SchemeWords): string {
  if (achievement.kind === 'to-be-confirmed') return `Achievement to be confirmed: ${achievement.what}`;
  const { measure, scale, zeroDenominator, onAccount } = achievement;
  const plain = plainFigureOf(scheme, measure);
  const nobody = `where there is nobody to measure it pays ${formatShare(zeroDenominator)}`;
  const waiting =
    onAccount === null
      ? 'without a figure it is withheld'
      : `without a figure ${'kind' in onAccount ? sayQuantity(onAccount, scheme) : formatShare(onAccount)} is paid on account`;
  return [
    `Scaled by ${measure}${sayTogether(achievement)}: ${sayScale(scheme.words, scale, plain)}`,
    ...sayLeast(achievement),
    ...(plain ? [] : [nobody]),
    waiting,
  ].join('; ');
}

type Measured = Extract<Achievement, { kind: 'measured' }>;

function sayTogether({ measuredAt }: Measured): string {
  return measuredAt === undefined ? '' : ` of the ${sayGrouping[measuredAt]} together`;
}

function sayLeast({ smallestDenominator: least, points }: Measured): string[] {
  return [
    ...(points ? [`counted in ${formatExact(points.number)} points, rounded to ${points.places} places`] : []),
    ...(least ? [`with fewer than ${formatExact(least.number)} to measure it pays ${formatShare(least.pays)}`] : []),
  ];
}

function sayScale(words: Words, scale: Scale, plain: MeasureWords | null): string {
  const sayEdge = plain ? edgesBy(words, plain) : formatShare;
  switch (scale.kind) {
    case 'linear': {
      const side = compare(scale.to, scale.from) > 0 ? 'up' : 'down';
      return `nothing at ${sayEdge(scale.from)}, all of it at ${sayEdge(scale.to)}, in a straight line ${side} between`;
    }
    case 'steps': {
      const steps = scale.steps.map(({ from, edge, pays }) => {
        return `${isZero(pays) ? 'nothing' : formatShare(pays)} from ${edge ? 'above ' : ''}${sayEdge(from)}`;
      });
      const isSaid = scale.steps.some(({ edge }) => edge);
      return `${sayList(steps)}${isSaid ? '' : ', each bound included'}; nothing below`;
    }
    case 'line': {
      const points = scale.points.map(({ at, pays, below, above }) =>
        sayPoint(sayEdge(at), formatShare(pays), below && formatShare(below), above && formatShare(above)),
      );
      return sayLine(points, scale.beyond);
    }
  }
}
