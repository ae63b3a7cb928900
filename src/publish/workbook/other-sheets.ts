import { clawbackStatuses } from '../../domain/account.ts';
import { addPence, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { shortTitleOf } from '../../domain/scheme/titles.ts';
import { inWords } from '../../domain/words/words.ts';
import type { Publication, PublishedPractice, RunPublished } from '../publication.ts';
import { figureCell, moneyCell, type SheetCell, textCell } from './cells.ts';
import type { SheetColumn } from './mould.ts';
import { nowOf } from './practice-rows.ts';

const text = (head: string, width: number): SheetColumn => ({ head, holds: 'text', width });
const money = (head: string): SheetColumn => ({ head, holds: 'money', width: 14, summed: true });

/** The sums of each component; where titles are short, the full ones stand last. */
export function byComponentColumns(publication: Publication): readonly SheetColumn[] {
  const sums = ['entitlement', 'already_paid', 'payments', ...clawbackStatuses.map((status) => `clawbacks_${status}`)];
  return [
    text('component', 34),
    text('title', 34),
    text('scheme', 26),
    text('period', 13),
    ...[...sums, 'net'].map(money),
    ...(hasFullTitles(publication) ? [text('full_title', 60)] : []),
  ];
}

export function byComponentRows(publication: Publication): SheetCell[][] {
  const hasFull = hasFullTitles(publication);
  return publication.runs.flatMap(({ scheme, totals }) =>
    totals.components.flatMap(({ component, periods }) =>
      periods.map(({ period, sums }) => [
        textCell(component.id),
        textCell(shortTitleOf(component)),
        textCell(scheme.id),
        textCell(period.id),
        moneyCell(sums.entitlement),
        moneyCell(sums.alreadyPaid),
        moneyCell(sums.payments.amount),
        ...clawbackStatuses.map((status) => moneyCell(sums.clawbacks[status].amount)),
        moneyCell(sums.net),
        ...(hasFull ? [textCell(component.title)] : []),
      ]),
    ),
  );
}

/** Whether the title of a component is another one than what stands in columns of names. */
function hasFullTitles({ runs }: Publication): boolean {
  return runs.some(({ scheme }) => scheme.components.some(({ shortTitle }) => shortTitle !== undefined));
}

/** A column for each component of each scheme, then the net of the practice. */
export function acrossColumns({ runs }: Publication): readonly SheetColumn[] {
  const components = runs.flatMap(({ scheme }) =>
    namesOf(scheme).map((name) => money(runs.length === 1 ? name : `${scheme.id}: ${name}`)),
  );
  return [text('practice_code', 10), text('practice_name', 32), text('locality', 20), ...components, money('net')];
}

/** The short title of each component, or its id: no two heads are the same. */
function namesOf({ components }: Scheme): string[] {
  const names = components.map(({ id, shortTitle }) => shortTitle ?? id);
  return components.map(({ id }, place) => {
    const name = names[place] ?? id;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : id;
  });
}

/** What practices come to now, by component: gathered run by run, told in order of code. */
export class Across {
  readonly #runs: readonly RunPublished[];
  readonly #practices = new Map<
    string,
    { readonly named: readonly SheetCell[]; readonly amounts: Map<string, Pence> }
  >();

  constructor({ runs }: Publication) {
    this.#runs = runs;
  }

  add({ scheme }: RunPublished, { story }: PublishedPractice): void {
    const { code, name, locality } = story.account.practice;
    const named = [textCell(code), textCell(name), textCell(locality ?? '')];
    const known = this.#practices.get(code) ?? { named, amounts: new Map<string, Pence>() };
    this.#practices.set(code, known);
    for (const component of story.components) {
      const amount = sumPence(nowOf(component));
      known.amounts.set(`${scheme.id} ${component.line.component.id}`, amount);
    }
  }

  *rows(): Generator<readonly SheetCell[]> {
    const components = this.#runs.flatMap(({ scheme }) => scheme.components.map(({ id }) => `${scheme.id} ${id}`));
    for (const code of [...this.#practices.keys()].sort()) {
      const { named = [], amounts } = this.#practices.get(code) ?? {};
      const all = components.map((key) => amounts?.get(key) ?? noPence);
      yield [...named, ...all.map(moneyCell), moneyCell(all.reduce(addPence, noPence))];
    }
  }
}

export const readingColumns: readonly SheetColumn[] = [
  text('clause', 16),
  text('scheme', 26),
  { head: 'reading', holds: 'reason', width: 100 },
];

export function readingRows({ runs }: Publication): SheetCell[][] {
  return runs.flatMap(({ scheme }) =>
    scheme.assumptions.map(({ clause, reading }) => [textCell(clause), textCell(scheme.id), textCell(reading)]),
  );
}

export const controlColumns: readonly SheetColumn[] = [
  text('control', 34),
  text('scheme', 26),
  { head: 'sum', holds: 'money', width: 16 },
  { head: 'count', holds: 'figure', width: 13 },
];

export function controlRows({ words, runs }: Publication): SheetCell[][] {
  return runs.flatMap(({ scheme, controls }): SheetCell[][] => {
    const sum = (name: string, amount: Pence) => [textCell(name), textCell(scheme.id), moneyCell(amount)];
    const count = (name: string, number: number) => [
      textCell(name),
      textCell(scheme.id),
      null,
      figureCell(String(number)),
    ];
    return [
      count(inWords(words, 'practices'), controls.practices),
      sum('entitlement', controls.entitlement),
      sum('already_paid', controls.alreadyPaid),
      sum('payments', controls.payments),
      ...clawbackStatuses.map((status) => sum(`clawbacks_${status}`, controls.clawbacks[status])),
      sum('clawbacks', sumPence(Object.values(controls.clawbacks))),
      sum('net', controls.net),
      sum('not_paid', controls.notPaid),
      sum('paid_ahead', controls.paidAhead),
      ...Object.entries(controls.rows).map(([file, rows]) => count(`rows of ${file}`, rows)),
    ];
  });
}
