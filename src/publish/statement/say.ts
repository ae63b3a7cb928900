import { type Day, sayDay } from '../../domain/day.ts';
import type { OfCurrency } from '../../domain/money/currency.ts';
import { formatPounds, noPence, type Pence } from '../../domain/money/money.ts';
import type { Component, EvidenceKind, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { eventTitled, shortTitleOf } from '../../domain/scheme/titles.ts';
import { sayList } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { inTitles } from '../in-titles.ts';

/** Money in a table: a dash where there is none. */
export function sayMoney(words: OfCurrency, amount: Pence): string {
  return amount === noPence ? '–' : formatPounds(words, amount);
}

const weekdays = ['Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday'];

/** A day that matters, with its weekday: `Thursday 31 March 2016`. */
export function sayLastDay(day: Day): string {
  return `${weekdays[day % 7]} ${sayDay(day)}`;
}

/** A period in a narrow column: `Sep 2015` for a month of that name, anything else as it is called. */
export function sayShortMonth(title: string): string {
  return title.replace(/^([A-Z][a-z]{2})[a-z]* (\d{4})$/, '$1 $2');
}

/** A day in a narrow column: `31 Mar 2016`. */
export function sayShortDay(day: Day): string {
  return sayDay(day).replace(/ ([A-Z][a-z]{2})[a-z]* /, ' $1 ');
}

/** Periods in order, those beside one another as from the first to the last: `Quarter 1 to Quarter 3`. */
export function sayPeriods(periods: readonly Period[]): string {
  const runs: Period[][] = [];
  for (const period of [...new Set(periods)].sort((a, b) => a.index - b.index)) {
    const last = runs.at(-1);
    if (last?.at(-1)?.index === period.index - 1) last.push(period);
    else runs.push([period]);
  }
  const names = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return run.length > 2 ? [`${first?.title} to ${last?.title}`] : run.map(({ title }) => title);
  });
  return sayList(names);
}

/** Components by their short titles, in the scheme's order. */
export function sayComponents(components: readonly Component[]): string {
  return sayList([...new Set(components)].sort((a, b) => a.index - b.index).map(shortTitleOf));
}

/** A reason of the calculation as a payee reads it: titles in place of ids, dates with their months. */
export function sayReason(reason: string, scheme: Scheme): string {
  const titled = inTitles(reason, scheme, ({ title }, kind) => (kind === 'period' ? title : `“${title}”`));
  return titled.replace(/(\d) × ([a-z]+-[a-z-]+)/g, (_, number: string, id: string) => {
    return `${number} × ${shortTitleOf(eventTitled(id, scheme))}`;
  });
}

/** Evidence by its title, with the component or the period that it is for where it is asked for each by itself. */
export function sayAskedFor(evidence: EvidenceKind, components: readonly Component[], periods: readonly Period[]) {
  const of = evidence.perComponent ? ` for ${sayComponents(components)}` : '';
  const when = evidence.perPeriod ? ` for ${sayPeriods(periods)}` : '';
  return `“${evidence.title}”${of}${when}`;
}

/** `1 visit`, `2 visits`. */
export function sayNumberOf(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** `1 practice`, `2 practices`. */
export function sayPractices(words: Words, number: number): string {
  return `${number} ${inWords(words, number === 1 ? 'practice' : 'practices')}`;
}
