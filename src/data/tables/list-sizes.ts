import type { ListSize, OtherList } from '../../domain/facts.ts';
import { otherListsNeeded } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { Successions } from '../../domain/successions.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { number, wholeNumber } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { asItStands, name, optional } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { watchLists } from '../plausible/lists.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { isNamed, openListChoice } from './chosen-lists.ts';
import { ignore, keepList, type Lists } from './lists.ts';
import { isNational, readNationalLists } from './national-list-sizes.ts';
import type { PracticesRead } from './practices.ts';
import { listSizesTable } from './tables.ts';

/** The lists that a scheme counts, by practice, as far as they have been read. */
export interface CountedLists {
  readonly listSizes: Map<string, ListSize>;
  readonly others: ByPractice<OtherList>;
  /** For each population the earliest from the day on which a practice, or a code, began. */
  readonly first: ByPractice<OtherList>;
}

/** Reads list-sizes.csv, in its own form or as published, and takes of each practice the lists that the scheme counts. */
export async function readListSizes(
  source: TableSource,
  scheme: Scheme,
  who: PracticesRead,
  successions: Successions,
  counted: CountedLists,
): Promise<TableEnd> {
  const lists: Lists = { byPractice: new Map(), spoilt: new Set(), ignored: new Map() };
  const named = otherListsNeeded(scheme);
  const { kind } = scheme.population;
  const read = isNational(source) ? readNationalLists : readOwnLists;
  const end = await read(source, scheme, who.named, lists);
  const choose = openListChoice(scheme, successions, (code) => lists.byPractice.get(code) ?? []);
  const listsAreLikely = watchLists(scheme.term, source.note);
  const choices = who.practices.map((practice) => ({ code: practice.code, ...choose(practice) }));
  // The first list of one that joins may come under the code that stands for it by then.
  const firsts = new Set(choices.flatMap(({ first }) => first));
  for (const { code, own, first, earnsByNone, missing } of choices) {
    listsAreLikely(code, lists.byPractice.get(code) ?? []);
    if (own !== null) counted.listSizes.set(code, own);
    for (const list of first) gather(counted.first, code, list);
    for (const list of lists.byPractice.get(code) ?? []) {
      if (list === own) continue;
      if (isNamed(named, list.population, list.asAt)) gather(counted.others, code, list);
      else if (firsts.has(list)) continue;
      else if (earnsByNone) ignore(lists, 'of one that joined after the term began, and earns nothing by its list');
      else if (list.population === kind) ignore(lists, 'at another date than the scheme counts');
      else ignore(lists, 'of another population than the scheme counts');
    }
    if (end.readable && !lists.spoilt.has(code)) for (const finding of missing) source.note(finding);
  }
  return { ...end, ignored: [...lists.ignored].map(([why, rows]) => ({ why, rows })) };
}

function readOwnLists(
  source: TableSource,
  _: Scheme,
  known: ReadonlySet<string> | null,
  lists: Lists,
): Promise<TableEnd> {
  const readers = {
    practice_code: practiceAmong(known),
    as_at: date,
    patients: asItStands,
    population: optional(name),
  };
  return readTable(listSizesTable, readers, source, {
    row({ line, values, mistake }) {
      const population = values.population ?? 'registered';
      const patients = population === 'registered' ? wholeNumber(values.patients) : number(values.patients);
      if (patients instanceof CellMistake) {
        lists.spoilt.add(values.practice_code);
        return mistake('patients', patients);
      }
      const twice = keepList(lists, values.practice_code, { population, patients, asAt: values.as_at, line });
      if (twice) mistake('practice_code', twice);
    },
    refused: (cell) => lists.spoilt.add(cell('practice_code')),
  });
}
