import type { OtherList } from '../../domain/facts.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { type ByPractice, gather } from './by-practice.ts';

/** The lists as they are gathered, of every population and date. */
export interface Lists {
  readonly byPractice: ByPractice<OtherList>;
  /** Practices of which a row could not be read: no list of theirs is missed on top of that. */
  readonly spoilt: Set<string>;
  readonly ignored: Map<string, number>;
}

/** Counts a row that takes no part. */
export function ignore(lists: Lists, why: string): void {
  lists.ignored.set(why, (lists.ignored.get(why) ?? 0) + 1);
}

/** Keeps a list; two of one practice, population and date are a mistake. */
export function keepList({ byPractice }: Lists, practice: string, list: OtherList): CellMistake | null {
  const first = byPractice
    .get(practice)
    ?.find(({ population, asAt }) => population === list.population && asAt === list.asAt);
  if (first !== undefined) return listTwice(first.line);
  gather(byPractice, practice, list);
  return null;
}

/** What is wrong with a second list of one practice and date. */
function listTwice(first: number): CellMistake {
  return new CellMistake(
    'list-size-twice',
    ours`line ${first} has a list of this practice at this date already; expected one`,
    'remove the one that is wrong',
  );
}
