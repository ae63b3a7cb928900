import { formatPounds, greaterPence, noPence, type Pence, pence } from '../../../domain/money/money.ts';
import { isZero } from '../../../domain/money/ratio.ts';
import { joined, ours, type Said, type Sentence } from '../../../domain/words/sentence.ts';
import type { Words } from '../../../domain/words/words.ts';
import { length, ofAll, perPatient } from '../figures.ts';
import type { LocalityFigures, PracticeInLocality, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { niceStep } from './nice-step.ts';

/** More lines or dots than these cannot be told apart: then the table alone speaks. */
const mostLines = 30;
const mostDots = 400;
/** Names of those under half, for each line. */
const mostNames = 3;
const lineHeight = 40;

interface Dot {
  readonly practice: PracticeInLocality;
  readonly at: Pence;
  readonly isUnderHalf: boolean;
}

/** A line a locality, a dot a practice; a ring, with its name, for one that earned less than half of what it could. */
export function dots(words: Words, { localities }: RunGathered): Child[] {
  const practices = localities.flatMap((each) => each.practices);
  if (practices.every(({ patients }) => isZero(patients)) || practices.length < 2) return [];
  if (localities.length > mostLines || practices.length > mostDots) return [];
  const lines = localities.map((locality) => ({ locality, dots: dotsOf(locality) }));
  const all = lines.flatMap((line) => line.dots);
  // Nobody earned anything: there is no line to set a dot on.
  if (all.every(({ at }) => at === noPence)) return [];
  const under = all.filter(({ isUnderHalf }) => isUnderHalf);
  const title =
    under.length === 0
      ? ours`No practice earned less than half of what it could`
      : ours`${ofAll(under.length, practices.length)} earned less than half of what they could have`;
  const most = all.map(({ at }) => at).reduce(greaterPence, pence(1));
  const step = niceStep(most, 6n);
  // A dot at the very end would stand half outside.
  const end = pence((most / step + 1n) * step);
  return [
    tag(
      'figure',
      { class: 'strip' },
      tag(
        'figcaption',
        {},
        tag('b', {}, title),
        tag(
          'span',
          { class: 'note' },
          ours`Earned so far for each registered patient. Each dot is a practice; a ring earned less than half of its worth, and is named where there is room. The sums are in the `,
          tag('a', { href: '#practices' }, ours`table of practices`),
          '.',
        ),
      ),
      drawing(words, lines, step, end, sentence(lines, title)),
    ),
  ];
}

function dotsOf({ practices }: LocalityFigures): Dot[] {
  return practices.flatMap((practice) => {
    const at = perPatient(practice.earned, practice.patients);
    return at === null ? [] : [{ practice, at, isUnderHalf: practice.earned * 2n < practice.could }];
  });
}

interface Line {
  readonly locality: LocalityFigures;
  readonly dots: readonly Dot[];
}

/** What the picture says, in words. */
function sentence(lines: readonly Line[], title: Said): Sentence {
  const ranges = lines.flatMap(({ locality, dots: own }) => {
    const sorted = own.map(({ at }) => at).toSorted((a, b) => (a < b ? -1 : 1));
    const [low, high] = [sorted[0], sorted.at(-1)];
    return low === undefined || high === undefined ? [] : [ours`${locality.locality} ${low} to ${high}`];
  });
  return ours`${title}. Earned a patient, lowest to highest: ${joined(ranges, '; ')}.`;
}

function drawing(words: Words, lines: readonly Line[], step: Pence, end: Pence, says: Said): Markup {
  const height = lines.length * lineHeight + 28;
  const ticks = Array.from({ length: Number(end / step) + 1 }, (_, place) => pence(step * BigInt(place)));
  return tag(
    'div',
    { class: 'dots', role: 'img', 'aria-label': says },
    tag(
      'div',
      { class: 'labels' },
      lines.map(({ locality }) => tag('div', {}, locality.locality)),
    ),
    tag(
      'svg',
      { width: '100%', height, 'aria-hidden': 'true', focusable: 'false' },
      ticks.map((tick, place) => tickMark(words, tick, place, end, lines.length)),
      lines.map((line, place) => lineMarks(line, place, end)),
    ),
  );
}

function tickMark(words: Words, tick: Pence, place: number, end: Pence, lines: number): Markup {
  const x = length(tick, end);
  const anchor = place === 0 ? 'start' : tick === end ? 'end' : 'middle';
  return tag(
    'g',
    { class: place % 2 === 1 ? 'odd' : null },
    tag('line', { x1: x, x2: x, y1: 0, y2: lines * lineHeight, class: 'grid' }),
    tag(
      'text',
      { x, y: lines * lineHeight + 18, 'text-anchor': anchor },
      formatPounds(words, tick).replace(/\.00$/, ''),
    ),
  );
}

function lineMarks({ dots: own }: Line, place: number, end: Pence): Markup {
  const y = place * lineHeight + lineHeight / 2;
  const under = own.filter(({ isUnderHalf }) => isUnderHalf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const marks = own
    .filter(({ isUnderHalf }) => !isUnderHalf)
    .map(({ at }) => tag('circle', { cx: length(at, end), cy: y, r: 5.5, class: 'dot' }));
  const rings = under.map(({ at }) => tag('circle', { cx: length(at, end), cy: y, r: 5.5, class: 'lo' }));
  return tag(
    'g',
    {},
    tag('line', { x1: 0, x2: '100%', y1: y, y2: y, class: 'grid' }),
    marks,
    rings,
    nameOf(under, end, y),
  );
}

/** Names stand right of the last ring, or left of the first where there is no room. */
function nameOf(under: readonly Dot[], end: Pence, y: number): Markup | null {
  const [first, last] = [under[0], under.at(-1)];
  if (!first || !last) return null;
  const named = under.slice(0, mostNames).map(({ practice }) => practice.name);
  const more = under.length > mostNames ? ` and ${under.length - mostNames} more` : '';
  const isLeft = Number.parseFloat(length(last.at, end)) > 60;
  const x = length(isLeft ? first.at : last.at, end);
  return tag(
    'text',
    { x, y: y + 4, dx: isLeft ? -11 : 11, 'text-anchor': isLeft ? 'end' : 'start', class: 'nm' },
    `${named.join(', ')}${more}`,
  );
}
