import { type Day, formatDay } from '../../domain/day.ts';
import type { ListSize, OtherList, Practice } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { countsOwnList, datesFor, type ListNeeded, otherListsNeeded } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { earnsByNoList, joiningDay, leftBeforeTheTerm } from '../../domain/scheme/stay.ts';
import type { Successions } from '../../domain/successions.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import type { Words } from '../../domain/words/words.ts';
import { listSizesTable } from './tables.ts';

/** Which lists of a practice a scheme counts, and which of them are missed where they are not there. */
export interface ListChoice {
  /** The list at the scheme's date, or of a practice that joins later its earliest from that day on. */
  readonly own: ListSize | null;
  /** For each population the earliest list from the day on which a practice, or a code, began. */
  readonly first: readonly OtherList[];
  /** Whether the practice joined late, and earns nothing by any list that is found without a day. */
  readonly earnsByNone: boolean;
  readonly missing: readonly Finding[];
}

/** The lists of a practice by population: those of the scheme's own among them. */
export type ListsOf = (code: string) => readonly OtherList[];

/** Chooses the lists of one practice after another. */
export function openListChoice(
  scheme: Scheme,
  successions: Successions,
  listsOf: ListsOf,
): (practice: Practice) => ListChoice {
  const { population: own } = scheme;
  const ownDates = datesFor(own, own.at);
  const needed = otherListsNeeded(scheme);
  const isOwnCounted = countsOwnList(scheme);

  function choose(row: Practice): ListChoice {
    const practice = successions.withoutCodeDays(row);
    const { code } = practice;
    const [joins, beginning] = [joiningDay(scheme, practice), successions.beginningOf(code)];
    const earnsByNone = earnsByNoList(scheme, { joinedOn: successions.joinedOn(row) });
    const from = earnsByNone ? null : (joins ?? beginning);
    const lists = joins === null ? listsOf(code) : listsOn(code).filter((each) => !isOfOthersToo(code, each.asAt));
    const first = earliestFrom(lists, from);
    const atScheme = listAt(listsOf(code), own.kind, ownDates);
    const list = joins === null ? atScheme : (first.find((each) => isOwn(each)) ?? atScheme);
    // A code that came after another may have no account, and one that left before the term takes no part.
    const isAsked = beginning === null && !leftBeforeTheTerm(scheme, practice);
    const missesOwn = isOwnCounted && joins === null && list === null && !isListedUnderFollower(code);
    return {
      own: earnsByNone ? null : list,
      first,
      earnsByNone,
      missing: isAsked ? [...(missesOwn ? [ownMissing(code)] : []), ...othersMissing(code, joins)] : [],
    };
  }

  function isOwn({ population }: OtherList): boolean {
    return population === own.kind;
  }

  /** The lists under a code, and those under a new code that stood for it alone by then. */
  function listsOn(code: string): readonly OtherList[] {
    const end = successions.endOf(code);
    if (end === null || isListed(end.newCode)) return listsOf(code);
    const into = successions.into(end.newCode);
    const isAlone = ({ asAt }: OtherList) =>
      asAt >= end.from && into.every(({ oldCode, from }) => oldCode === code || from > asAt);
    return [...listsOf(code), ...listsOn(end.newCode).filter(isAlone)];
  }

  /** Whether a list of a code holds the patients of another that ended by then, and that has a list of its own. */
  function isOfOthersToo(code: string, on: Day): boolean {
    return successions
      .into(code)
      .some(({ oldCode, from }) => from <= on && (listsOf(oldCode).some(isOwn) || isOfOthersToo(oldCode, on)));
  }

  function isListed(code: string): boolean {
    return listAt(listsOf(code), own.kind, ownDates) !== null;
  }

  /** Whether the code had ended when the list was counted, and another has it by which something is earned. */
  function isListedUnderFollower(code: string): boolean {
    const followers = successions.followers(code, own.at).slice(1);
    return followers.some((each) => {
      const practice = successions.practiceOf(each);
      const joinedOn = practice && successions.joinedOn(practice);
      return isListed(each) && !earnsByNoList(scheme, { joinedOn });
    });
  }

  /** Lists that the scheme names beside its own are missed like its own; those counted anew in each period only when it is their turn. */
  function othersMissing(code: string, joins: Day | null): Finding[] {
    const missed = new Map<string, Finding>();
    for (const { population, dates, isNeeded } of needed) {
      if (!isNeeded || (joins !== null && dates.every((date) => date < joins))) continue;
      const isThere = dates.some((date) =>
        successions.followers(code, date).some((each) => listAt(listsOf(each), population, [date]) !== null),
      );
      const when = dates.map(formatDay).join(' or ');
      if (!isThere) missed.set(`${population} ${when}`, otherMissing(scheme.words, code, population, when));
    }
    return [...missed.values()];
  }

  function ownMissing(code: string): Finding {
    const say = sayIn(scheme.words);
    const expected = ownDates.map(formatDay).join(' or ');
    const found = listsOf(code).filter(isOwn);
    const days = found.map(({ asAt }) => asAt).sort((a, b) => a - b);
    const [merged] = successions.followers(code, own.at).slice(1).filter(isListed);
    const none =
      merged === undefined
        ? say`no row of this practice was found`
        : `${merged}, which stood for it by then, joined after the term began and earns nothing by its list`;
    const dates = days.length === 0 ? none : `dates found: ${days.map(formatDay).join(', ')}`;
    const of = own.kind === 'registered' ? '' : ` of the population ${own.kind}`;
    const message = say`there is no list${of} of the practice at ${expected}, when the scheme counts it; ${dates}`;
    const hint = say`add the list of ${code} at ${formatDay(own.at)}, or take the practice out of practices.csv if it does not take part`;
    return missing(code, message, hint);
  }

  return choose;
}

/** The list at the first of these dates that has one. */
function listAt(lists: readonly OtherList[], population: string, dates: readonly Day[]): OtherList | null {
  for (const date of dates) {
    const found = lists.find((list) => list.population === population && list.asAt === date);
    if (found) return found;
  }
  return null;
}

/** Whether a scheme names a list of a population at a date. */
export function isNamed(named: readonly ListNeeded[], population: string, at: Day): boolean {
  return named.some((list) => list.population === population && list.dates.includes(at));
}

function earliestFrom(lists: readonly OtherList[], from: Day | null): readonly OtherList[] {
  const earliest = new Map<string, OtherList>();
  if (from === null) return [];
  for (const list of lists) {
    const known = earliest.get(list.population);
    if (list.asAt >= from && (known === undefined || list.asAt < known.asAt)) earliest.set(list.population, list);
  }
  return [...earliest.values()];
}

function otherMissing(words: Words, code: string, population: string, when: string): Finding {
  // A list without a population is a registered one: nobody is asked to fill in a column for it.
  const message = sayIn(words)`there is no ${population} list of the practice at ${when}, which the scheme counts`;
  const column = population === 'registered' ? '' : ', with its population in the column population';
  return missing(code, message, `add the ${population} list of ${code} at ${when}${column}`);
}

function missing(code: string, message: string, hint: string): Finding {
  const place = { file: listSizesTable.file, field: 'practice_code' };
  return finding('list-size-missing', place, { message, hint, value: code });
}
