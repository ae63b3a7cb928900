import { noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { ExpectedLine } from './expected.ts';

/** A line of an earlier forecast. */
interface Earlier {
  readonly practiceCode: string;
  readonly component: string;
  readonly certain: Pence;
  readonly expected: Pence | null;
  readonly most: Pence;
}

/** How wrong an earlier forecast was of a component, or of all. */
export interface Held {
  /** Null for all of them. */
  readonly component: Component | null;
  readonly earlier: { readonly certain: Pence; readonly expected: Pence | null; readonly most: Pence };
  readonly now: { readonly certain: Pence; readonly most: Pence };
  /** How far what is now certain or the most lies outside the earlier two; nothing where both lie between them. */
  readonly outside: Pence;
  /** What it now comes to less what was expected; null until it is known, or where nothing was expected. */
  readonly miss: Pence | null;
  /** Practices of which it came to less than was certain, or to more than the most. */
  readonly practicesOutside: readonly string[];
}

/** Holds an earlier forecast against what is known now: a row for each component, then one for all. */
export function heldAgainst(
  scheme: Scheme,
  lines: readonly ExpectedLine[],
  earlier: readonly Earlier[],
): readonly Held[] {
  const rows = scheme.components.map((component) =>
    held(
      component,
      lines.filter((line) => line.component.id === component.id),
      earlier.filter((line) => line.component === component.id),
    ),
  );
  return [...rows, held(null, lines, earlier)];
}

function held(component: Component | null, lines: readonly ExpectedLine[], before: readonly Earlier[]): Held {
  const now = boundsOf(lines);
  const then = boundsOf(before);
  const isAssumed = before.length > 0 && before.every(({ expected }) => expected !== null);
  const expected = isAssumed ? sumPence(before.map((line) => line.expected ?? noPence)) : null;
  const isKnown = now.certain === now.most;
  return {
    component,
    earlier: { ...then, expected },
    now,
    outside: outsideOf(now, then),
    miss: isKnown && expected !== null ? subtractPence(now.most, expected) : null,
    practicesOutside: practicesOutside(lines, before),
  };
}

interface Bounds {
  readonly certain: Pence;
  readonly most: Pence;
}

function boundsOf(lines: readonly Bounds[]): Bounds {
  return { certain: sumPence(lines.map(({ certain }) => certain)), most: sumPence(lines.map(({ most }) => most)) };
}

/** Below nothing for less than was certain, above it for more than the most. Where what comes in lowers it, the most is the lower of the two. */
function outsideOf(now: Bounds, then: Bounds): Pence {
  const [low, high] = inOrder(now);
  const [least, most] = inOrder(then);
  if (low > most) return subtractPence(low, most);
  return high < least ? subtractPence(high, least) : noPence;
}

function inOrder({ certain, most }: Bounds): readonly [Pence, Pence] {
  return certain <= most ? [certain, most] : [most, certain];
}

function practicesOutside(lines: readonly ExpectedLine[], before: readonly Earlier[]): string[] {
  const own = byPractice(before);
  return [...byPractice(lines)]
    .filter(([code, of]) => outsideOf(boundsOf(of), boundsOf(own.get(code) ?? [])) !== noPence)
    .map(([code]) => code);
}

function byPractice<Line extends { readonly practiceCode: string }>(lines: readonly Line[]): Map<string, Line[]> {
  const own = new Map<string, Line[]>();
  for (const line of lines) {
    const of = own.get(line.practiceCode);
    if (of) of.push(line);
    else own.set(line.practiceCode, [line]);
  }
  return own;
}
