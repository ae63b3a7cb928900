import { type Day, formatDay } from '../../domain/day.ts';
import type { ListSize, OtherList, Practice } from '../../domain/facts.ts';
import { finding } from '../../domain/findings/finding.ts';
import { type ListNeeded, otherListsNeeded } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { number, wholeNumber } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { asItStands, name, optional } from '../cells/text.ts';
import type { Note } from '../csv/note.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { ignore, keepList, type Lists, listTwice } from './lists.ts';
import { isNational, readNationalLists } from './national-list-sizes.ts';
import type { PracticesRead } from './practices.ts';
import { listSizesTable } from './tables.ts';

/** Reads list-sizes.csv, in its own form or as published, and takes of each practice the list at the scheme's date. */
export async function readListSizes(
  source: TableSource,
  scheme: Scheme,
  who: PracticesRead,
  listSizes: Map<string, ListSize>,
  others: ByPractice<OtherList> = new Map(),
): Promise<TableEnd> {
  const lists: Lists = { byPractice: new Map(), others, spoilt: new Set(), ignored: new Map() };
  const named = otherListsNeeded(scheme);
  const read = isNational(source) ? readNationalLists : readOwnLists;
  const end = await read(source, scheme, who.named, lists);
  for (const practice of who.practices) {
    const dated = lists.byPractice.get(practice.code) ?? new Map<Day, ListSize>();
    const list = listAt(dated, scheme);
    if (list !== null) listSizes.set(practice.code, list);
    else if (end.readable && !lists.spoilt.has(practice.code)) noteMissing(practice, dated, scheme, source.note);
    for (const other of dated.values()) {
      if (other.asAt === list?.asAt) continue;
      if (isNamed(named, scheme.population.kind, other.asAt)) {
        gather(others, practice.code, { ...other, population: scheme.population.kind });
      } else ignore(lists, 'at another date than the scheme counts');
    }
    if (end.readable && !lists.spoilt.has(practice.code))
      noteOthersMissing(practice, named, others, list, scheme.population.kind, source.note);
  }
  return { ...end, ignored: [...lists.ignored].map(([why, rows]) => ({ why, rows })) };
}

function readOwnLists(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  lists: Lists,
): Promise<TableEnd> {
  const named = otherListsNeeded(scheme);
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
      const list = { patients, asAt: values.as_at, line };
      if (population !== scheme.population.kind) {
        if (!isNamed(named, population, list.asAt))
          return ignore(lists, 'of another population than the scheme counts');
        const first = firstOf(lists.others.get(values.practice_code), population, list.asAt);
        return first
          ? mistake('practice_code', listTwice(first.line))
          : gather(lists.others, values.practice_code, { ...list, population });
      }
      const twice = keepList(lists, values.practice_code, list);
      if (twice) mistake('practice_code', twice);
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

function isNamed(named: readonly ListNeeded[], population: string, at: Day): boolean {
  return named.some((list) => list.population === population && list.dates.includes(at));
}

function firstOf(lists: readonly OtherList[] | undefined, population: string, at: Day): OtherList | undefined {
  return lists?.find((list) => list.population === population && list.asAt === at);
}

/** Lists that the scheme names beside its own are missed like its own; those counted anew in each period only when it is their turn. */
function noteOthersMissing(
  { code }: Practice,
  named: readonly ListNeeded[],
  others: ByPractice<OtherList>,
  own: ListSize | null,
  ownKind: string,
  note: Note,
): void {
  const missed = new Set<string>();
  for (const { population, dates, isNeeded } of named) {
    const there = dates.some(
      (date) => (population === ownKind && date === own?.asAt) || firstOf(others.get(code), population, date),
    );
    const when = dates.map(formatDay).join(' or ');
    if (!isNeeded || there || missed.has(`${population} ${when}`)) continue;
    missed.add(`${population} ${when}`);
    const message = `there is no list of the population ${population} of the practice at ${when}, which the scheme counts`;
    const hint = `add the ${population} list of ${code} at ${when}, with its population in the column population`;
    note(
      finding(
        'list-size-missing',
        { file: listSizesTable.file, field: 'practice_code' },
        { message, hint, value: code },
      ),
    );
  }
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
