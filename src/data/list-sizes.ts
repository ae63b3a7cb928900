import { type Day, formatDay } from '../domain/day.ts';
import type { ListSize, Practice } from '../domain/facts.ts';
import { finding } from '../domain/finding.ts';
import type { Scheme } from '../domain/scheme.ts';
import { date } from './dates.ts';
import { Fault } from './fault.ts';
import { isNational, readNationalLists } from './national-list-sizes.ts';
import type { Note } from './note.ts';
import { number, wholeNumber } from './numbers.ts';
import { practiceAmong } from './practice-code.ts';
import type { PracticesRead } from './practices.ts';
import { readTable, type TableEnd, type TableSource } from './table.ts';
import { listSizesTable } from './tables.ts';
import { asItStands, name, optional } from './text.ts';

/** The lists of the scheme's population as they are gathered: by practice and date. */
export interface Lists {
  readonly byPractice: Map<string, Map<Day, ListSize>>;
  /** Practices of which a row could not be read: no list of theirs is missed on top of that. */
  readonly spoilt: Set<string>;
  readonly ignored: Map<string, number>;
}

/** Reads list-sizes.csv, in its own form or as published, and takes of each practice the list at the scheme's date. */
export function readListSizes(
  source: TableSource,
  scheme: Scheme,
  who: PracticesRead,
  listSizes: Map<string, ListSize>,
): TableEnd {
  const lists: Lists = { byPractice: new Map(), spoilt: new Set(), ignored: new Map() };
  const read = isNational(source) ? readNationalLists : readOwnLists;
  const end = read(source, scheme, who.named, lists);
  for (const practice of who.practices) {
    const dated = lists.byPractice.get(practice.code) ?? new Map<Day, ListSize>();
    const list = listAt(dated, scheme);
    if (list !== null) listSizes.set(practice.code, list);
    else if (end.readable && !lists.spoilt.has(practice.code)) noteMissing(practice, dated, scheme, source.note);
    for (const { asAt } of dated.values())
      if (asAt !== list?.asAt) ignore(lists, 'at another date than the scheme counts');
  }
  return { ...end, ignored: [...lists.ignored].map(([why, rows]) => ({ why, rows })) };
}

/** Counts a row that takes no part. */
export function ignore(lists: Lists, why: string): void {
  lists.ignored.set(why, (lists.ignored.get(why) ?? 0) + 1);
}

/** Keeps a list; two of one practice and date are a mistake. */
export function keepList(lists: Lists, practice: string, list: ListSize): Fault | null {
  const dated = lists.byPractice.get(practice) ?? new Map<Day, ListSize>();
  lists.byPractice.set(practice, dated);
  const first = dated.get(list.asAt);
  if (first !== undefined) return listTwice(first.line);
  dated.set(list.asAt, list);
  return null;
}

function readOwnLists(source: TableSource, scheme: Scheme, known: ReadonlySet<string> | null, lists: Lists): TableEnd {
  const readers = {
    practice_code: practiceAmong(known),
    as_at: date,
    patients: asItStands,
    population: optional(name),
  };
  return readTable(listSizesTable, readers, source, {
    row({ line, values, fault }) {
      const population = values.population ?? 'registered';
      const patients = population === 'registered' ? wholeNumber(values.patients) : number(values.patients);
      if (patients instanceof Fault) {
        lists.spoilt.add(values.practice_code);
        return fault('patients', patients);
      }
      if (population !== scheme.population.kind) return ignore(lists, 'of another population than the scheme counts');
      const twice = keepList(lists, values.practice_code, { patients, asAt: values.as_at, line });
      if (twice) fault('practice_code', twice);
    },
    refused: (cell) => lists.spoilt.add(cell('practice_code')),
  });
}

/** The list at the scheme's date, or else at the first of the dates that it accepts instead. */
function listAt(dated: ReadonlyMap<Day, ListSize>, { population }: Scheme): ListSize | null {
  for (const date of [population.at, ...population.acceptedInstead]) {
    const list = dated.get(date);
    if (list !== undefined) return list;
  }
  return null;
}

function listTwice(first: number): Fault {
  return new Fault(
    'list-size-twice',
    `line ${first} has a list of this practice at this date already; expected one`,
    'remove the one that is wrong',
  );
}

function noteMissing(practice: Practice, dated: ReadonlyMap<Day, ListSize>, { population }: Scheme, note: Note): void {
  const expected = [population.at, ...population.acceptedInstead].map(formatDay).join(' or ');
  const found = [...dated.keys()].sort((a, b) => a - b).map(formatDay);
  const dates = found.length === 0 ? 'no row of this practice was found' : `dates found: ${found.join(', ')}`;
  const of = population.kind === 'registered' ? '' : ` of the population ${population.kind}`;
  note(
    finding(
      'list-size-missing',
      { file: listSizesTable.file, field: 'practice_code' },
      {
        message: `there is no list${of} of the practice at ${expected}, when the scheme counts it; ${dates}`,
        hint: `add the list of ${practice.code} at ${formatDay(population.at)}, or take the practice out of practices.csv if it does not take part`,
        value: practice.code,
      },
    ),
  );
}
