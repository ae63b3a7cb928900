import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { ours, type Said } from '../../domain/words/sentence.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { eventsPaid } from './events.ts';

/** A mistake where a name is not among the known ones, or none. `what` is the kind of thing named: `period`. */
export function isKnown(what: Said, name: string, known: readonly string[], at: Path): JsonMistake[] {
  if (known.includes(name)) return [];
  const all = [...new Set(known)];
  const message = ours`no ${what} is called ${JSON.stringify(name)}; expected ${oneOf(all)}`;
  return [{ code: 'scheme-unknown-name', at, message, hint: didYouMean(name, all) }];
}

function oneOf(names: readonly string[]): string {
  if (names.length === 0) return 'it to be written first';
  const more = names.length > 20 ? ` or ${names.length - 20} more` : '';
  return `one of ${names.slice(0, 20).join(', ')}${more}`;
}

/** The same for a list of names, or the word that stands for all of them. */
export function areKnown(
  what: string,
  names: readonly string[] | string,
  known: readonly string[],
  at: Path,
): JsonMistake[] {
  if (typeof names === 'string') return [];
  return names.flatMap((name, index) => isKnown(what, name, known, [...at, index]));
}

/** The ids that blocks may refer to. */
export function idsOf(scheme: WrittenScheme) {
  const components = leavesOf(scheme).map(({ component }) => component);
  return {
    periods: scheme.periods.map(({ id }) => id),
    evidence: scheme.evidence.map(({ id }) => id),
    measures: scheme.measures.map(({ id }) => id),
    components: components.map(({ id }) => id),
    adjustments: components.flatMap(({ adjustments }) => adjustments.map(({ id }) => id)),
    events: eventsPaid(scheme).map(({ event }) => event),
  };
}

/** A value with the place where it is written. */
export interface Placed<T> {
  readonly it: T;
  readonly at: Path;
}

/** A block of one key of the scheme, and of the same key of each component that has its own. */
export function wherever<T>(
  scheme: WrittenScheme,
  key: string,
  ofScheme: T | undefined,
  ofComponent: (component: ReturnType<typeof leavesOf>[number]['component']) => T | undefined,
): Placed<T>[] {
  const whole = ofScheme === undefined ? [] : [{ it: ofScheme, at: [key] }];
  const own = leavesOf(scheme).flatMap(({ component, at }) => {
    const block = ofComponent(component);
    return block === undefined ? [] : [{ it: block, at: [...at, key] }];
  });
  return [...whole, ...own];
}
