import type { Day } from '../../domain/day.ts';
import type { ListSize, OtherList } from '../../domain/facts.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import type { ByPractice } from './by-practice.ts';

/** The lists of the scheme's population as they are gathered: by practice and date. */
export interface Lists {
  readonly byPractice: Map<string, Map<Day, ListSize>>;
  /** Lists of other populations that the scheme names. */
  readonly others: ByPractice<OtherList>;
  /** Practices of which a row could not be read: no list of theirs is missed on top of that. */
  readonly spoilt: Set<string>;
  readonly ignored: Map<string, number>;
}

/** Counts a row that takes no part. */
export function ignore(lists: Lists, why: string): void {
  lists.ignored.set(why, (lists.ignored.get(why) ?? 0) + 1);
}

/** Keeps a list; two of one practice and date are a mistake. */
export function keepList(lists: Lists, practice: string, list: ListSize): CellMistake | null {
  const dated = lists.byPractice.get(practice) ?? new Map<Day, ListSize>();
  lists.byPractice.set(practice, dated);
  const first = dated.get(list.asAt);
  if (first !== undefined) return listTwice(first.line);
  dated.set(list.asAt, list);
  return null;
}

/** What is wrong with a second list of one practice and date. */
export function listTwice(first: number): CellMistake {
  return new CellMistake(
    'list-size-twice',
    `line ${first} has a list of this practice at this date already; expected one`,
    'remove the one that is wrong',
  );
}
