import { type Day, formatDay, type Span } from '../../domain/day.ts';
import type { OtherList } from '../../domain/facts.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { compare, formatExact, isZero, multiply, ratio } from '../../domain/money/ratio.ts';
import { sayPatients } from '../../domain/words/say.ts';
import { ours } from '../../domain/words/sentence.ts';
import { farFromTheTerm, nearTheTerm } from './days.ts';

const file = 'list-sizes.csv';

/** Looks at all lists of a practice, at whatever dates. */
export type ListsOfPractice = (practice: string, lists: readonly OtherList[]) => void;

/** Tells what is hard to believe of lists. A date far from the term is told once: one file of another year has a row for every practice. */
export function watchLists(term: Span, tell: (finding: MadeFinding) => void): ListsOfPractice {
  const near = nearTheTerm(term);
  const seen = new Set<Day>();
  return (practice, lists) => {
    for (const { asAt, line } of lists) {
      const far = seen.has(asAt) ? null : near(asAt);
      seen.add(asAt);
      if (far !== null) tell(farFromTheTerm({ file, line, field: 'as_at' }, far, asAt));
    }
    for (const finding of [...noListIsZero(practice, lists), ...listsAreAlike(practice, lists)]) tell(finding);
  };
}

/** A list of nobody earns nothing. */
function noListIsZero(practice: string, lists: readonly OtherList[]): MadeFinding[] {
  return lists
    .filter(({ patients }) => isZero(patients))
    .map(({ asAt, line }) => {
      const message = `the list of ${practice} at ${formatDay(asAt)} is 0; expected patients`;
      const hint = ours`check against the publication; a practice that has closed has its last day in left_on`;
      return finding('list-size-zero', { file, line, field: 'patients' }, { message, value: '0', hint });
    });
}

const oneAndAHalf = ratio(3, 2);

/** Of a population the smallest and the largest list, where one is more than half as large again: told once, at the later of the two. */
function listsAreAlike(practice: string, lists: readonly OtherList[]): MadeFinding[] {
  if (lists.length < 2) return [];
  const kinds = [...new Set(lists.map(({ population }) => population))];
  return kinds.flatMap((kind) => {
    const own = lists.filter(({ population, patients }) => population === kind && !isZero(patients));
    const [smallest] = own.toSorted((a, b) => compare(a.patients, b.patients));
    const [largest] = own.toSorted((a, b) => compare(b.patients, a.patients));
    if (!smallest || !largest) return [];
    if (compare(largest.patients, multiply(smallest.patients, oneAndAHalf)) <= 0) return [];
    const [first, later] = smallest.asAt < largest.asAt ? [smallest, largest] : [largest, smallest];
    const before = `${sayPatients(first.patients)} at ${formatDay(first.asAt)} (line ${first.line})`;
    const message = `the list of ${practice} at ${formatDay(later.asAt)} differs by more than half from ${before}`;
    const hint = ours`check both against the publications: a digit may be missing, or the row may be that of another practice`;
    const value = formatExact(later.patients);
    return [finding('list-sizes-differ', { file, line: later.line, field: 'patients' }, { message, value, hint })];
  });
}
