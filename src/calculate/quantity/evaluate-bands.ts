import { at } from '../../domain/at.ts';
import { add, compare, least, multiply, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import {
  type BandsQuantity,
  type Edge,
  isFromData,
  type LineQuantity,
  type Quantity,
} from '../../domain/scheme/quantity.ts';
import { noUnit, unitTimes } from '../../domain/scheme/unit.ts';
import { sayCounted } from '../../domain/words/say.ts';
import { type Evaluated, type EvaluatedValue, made, type Question, type Unknown } from './evaluated.ts';
import { onLine, placeOnLine, sayPlace } from './line.ts';

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
  const edges = edgesOf(
    bands.map(({ from }) => from),
    evaluatePart,
    clause,
  );
  if ('kind' in edges) return edges;
  const place = edges.ends.findLastIndex((from, index) => isReachedAt(on.value, from, bands[index]?.edge));
  const [band, from] = [bands[place], edges.ends[place]];
  if (!band || !from) return belowTheFirst(bands, edges, on, question, evaluatePart, clause);
  const paid = evaluatePart(band.is);
  if (paid.kind === 'unknown') return paid;
  question.reached(band);
  const formula = `${on.says} is in the band from ${band.edge ? 'above ' : ''}${sayCounted(question.scheme.words, from, on.unit)}: ${paid.says}`;
  return made(question.scheme.words, [on, ...edges.parts, paid], paid.value, paid.unit, formula, clause);
}

/** Whether a place lies at an edge or above it, or only above one that is excluded. */
export function isReachedAt(place: Ratio, edge: Ratio, excluded: 'excluded' | undefined): boolean {
  return compare(place, edge) >= (excluded ? 1 : 0);
}

/** The places of a scale as numbers, with the working of those that the data give. */
interface Edges {
  readonly ends: readonly Ratio[];
  readonly parts: readonly EvaluatedValue[];
}

/** What the edges come to; a figure that is missing, or edges that the data put in another order, leave it unknown. */
function edgesOf(edges: readonly Edge[], evaluatePart: EvaluatePart, clause: string): Edges | Unknown {
  const [ends, parts]: [Ratio[], EvaluatedValue[]] = [[], []];
  for (const edge of edges) {
    if (!isFromData(edge)) {
      ends.push(edge);
      continue;
    }
    const evaluated = evaluatePart(edge);
    if (evaluated.kind === 'unknown') return evaluated;
    ends.push(evaluated.value);
    parts.push(evaluated);
  }
  const odd = ends.findIndex((end, index) => index > 0 && compare(end, at(ends, index - 1)) <= 0);
  if (odd < 0) return { ends, parts };
  return { kind: 'unknown', reason: `by its figures edge ${odd + 1} does not lie above the one before it`, clause };
}

/** Nothing, whatever figure the first band would ask for; only its unit is taken from there. */
function belowTheFirst(
  bands: BandsQuantity['bands'],
  edges: Edges,
  on: EvaluatedValue,
  question: Question,
  evaluatePart: EvaluatePart,
  clause: string,
): EvaluatedValue {
  const paid = evaluatePart(at(bands, 0).is);
  const unit = paid.kind === 'known' ? paid.unit : noUnit;
  const formula = `${on.says} is below the first band, from ${sayCounted(question.scheme.words, at(edges.ends, 0), on.unit)}`;
  return made(question.scheme.words, [on, ...edges.parts], zero, unit, formula, clause);
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
  const edges = edgesOf(
    bands.map(({ from }) => from),
    evaluatePart,
    clause,
  );
  if ('kind' in edges) return edges;
  const [parts, says]: [EvaluatedValue[], string[]] = [[on, ...edges.parts], []];
  for (const [index, band] of bands.entries()) {
    const above = edges.ends[index + 1];
    const part = subtract(above ? least(on.value, above) : on.value, at(edges.ends, index));
    const isReached = compare(part, zero) > 0;
    const rate = evaluatePart(band.is);
    if (rate.kind === 'known') unit = unitTimes(on.unit, rate.unit);
    if (!isReached) continue;
    if (rate.kind === 'unknown') return rate;
    question.reached(band);
    total = add(total, multiply(part, rate.value));
    parts.push(rate);
    says.push(`${sayCounted(question.scheme.words, part, on.unit)} × ${rate.says}`);
  }
  return made(
    question.scheme.words,
    parts,
    total,
    unit,
    says.length === 0 ? `${on.says} is below the first band` : says.join(' + '),
    clause,
  );
}

/** What stands on a line at the place of a figure: only the ends between which it lies are worked out. */
export function alongLine(
  { points, beyond }: LineQuantity,
  on: EvaluatedValue,
  question: Question,
  evaluatePart: EvaluatePart,
  clause: string,
): Evaluated {
  const edges = edgesOf(
    points.map((point) => point.at),
    evaluatePart,
    clause,
  );
  if ('kind' in edges) return edges;
  const placed = points.map((point, index) => ({ ...point, at: at(edges.ends, index) }));
  const place = placeOnLine<Quantity>(placed, on.value, beyond === 'goes-on');
  const ends = new Map<Quantity, EvaluatedValue>();
  for (const end of place.kind === 'level' ? [place.is] : [place.from.is, place.to.is]) {
    const evaluated = evaluatePart(end);
    if (evaluated.kind === 'unknown') return evaluated;
    ends.set(end, evaluated);
  }
  const [first] = ends.values();
  if (!first) throw new Error('a line without an end');
  const known = (end: Quantity) => ends.get(end) ?? first;
  const value = onLine(place, on.value, (end) => known(end).value);
  const where = sayPlace(
    place,
    (edge) => sayCounted(question.scheme.words, edge, on.unit),
    (end) => known(end).says,
  );
  return made(
    question.scheme.words,
    [on, ...edges.parts, ...ends.values()],
    value,
    first.unit,
    `${on.says}: ${where}`,
    clause,
  );
}
