import type { Scheme } from '../domain/scheme/scheme.ts';
import type { Titled } from '../domain/scheme/titles.ts';
import { withNamedMonths } from '../report/explain/named-months.ts';

type Kind = 'evidence' | 'measure' | 'component' | 'period';

/** Something with an id and a title. */
interface Known {
  readonly kind: Kind;
  readonly of: Titled;
  /** Whether its id can be no other word: with a hyphen, or letters beside digits. */
  readonly isDistinct: boolean;
}

/** Where an id that may be a word, or a number, is one: what the calculation writes before it and after it. */
const places: Readonly<Record<Kind, readonly (readonly [before: RegExp, after: RegExp])[]>> = {
  evidence: [
    [/(?:^|[;:] )$/, /^:/],
    [/(?:goes by|who share:) $/, /^[, ]/],
  ],
  measure: [
    [/figure for $/, /^/],
    [/(?:^|[;:(,] )$/, /^ (?:at \d{4}-|in \S+:|up to )/],
  ],
  component: [[/all or nothing with $/, /^[:,]/]],
  period: [[/(?:\bin|\bbefore|\bafter|\bwhen|days of|end of) $/, /^(?: began| ended| is over| yet|[;:,.)]|$)/]],
};

/** An id, or a word like it; an event stands behind the number of it. */
const words = /(?<![\w-]|× )[A-Za-z0-9][A-Za-z0-9-]*(?!\w)/g;

/**
 * A reason of the calculation as people read it: titles in place of the ids of evidence, measures, components and periods, months by name.
 * An id that may be another word is one only where the calculation writes it; of `anywhere` it is one wherever it stands.
 */
export function inTitles(
  text: string,
  scheme: Scheme,
  say: (of: Titled, kind: Kind) => string,
  anywhere: readonly Kind[] = [],
): string {
  const known = knownIn(scheme);
  const titled = text.replace(words, (word, at: number) => {
    const named = known.get(word)?.find(({ kind, isDistinct }) => {
      if (isDistinct || anywhere.includes(kind)) return true;
      const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
      return places[kind].some(([left, right]) => left.test(before) && right.test(after));
    });
    return named ? say(named.of, named.kind) : word;
  });
  return withNamedMonths(titled);
}

/** What each id of a scheme stands for; one may stand for several things. */
const knownIds = new WeakMap<Scheme, ReadonlyMap<string, readonly Known[]>>();

function knownIn(scheme: Scheme): ReadonlyMap<string, readonly Known[]> {
  const found = knownIds.get(scheme);
  if (found) return found;
  const known = new Map<string, Known[]>();
  const add = (kind: Kind, all: readonly (Titled & { readonly id: string })[]) => {
    for (const of of all) {
      const isDistinct = of.id.includes('-') || /^(?=.*[a-z])(?=.*\d)/i.test(of.id);
      known.set(of.id, [...(known.get(of.id) ?? []), { kind, of, isDistinct }]);
    }
  };
  add('evidence', scheme.evidence);
  add('measure', scheme.measures);
  add('component', scheme.components);
  add('period', scheme.periods);
  knownIds.set(scheme, known);
  return known;
}
