import { readFileSync } from 'node:fs';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import { claimCellsOf } from '../../src/domain/scheme/claim-cells.ts';
import { dependenciesOf, quantitiesOf } from '../../src/domain/scheme/depends-on.ts';
import { otherListsNeeded } from '../../src/domain/scheme/lists-needed.ts';
import { blocksIn } from '../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { readSchemeBytes } from '../../src/scheme/read.ts';

/** Rows of a data folder, by file, each without its header. */
export type Rows = Readonly<Record<string, readonly string[]>>;

const headers: Readonly<Record<string, string>> = {
  'practices.csv': 'practice_code,practice_name,locality,pcn_code',
  'list-sizes.csv': 'practice_code,as_at,patients,population',
  'evidence.csv': 'practice_code,evidence,received_on,quantity',
  'measures.csv': 'practice_code,measure,x_item,as_at,numerator,denominator',
  'claims.csv': 'practice_code,event,event_id,event_date,claimed_on,x_person,x_amount',
};

const practices = [
  ['Z00001', 9000],
  ['Z00002', 6000],
  ['Z00003', 3001],
] as const;

export function schemeIn(path: string): Scheme {
  const { value, findings } = readSchemeBytes(readFileSync(path), path);
  if (!value) throw new Error(`${path} is no scheme: ${findings[0]?.message}`);
  return value;
}

/** A data folder for whatever scheme: three practices with every list, every piece of evidence, every figure and three events of each kind a period. */
export function anyData(scheme: Scheme): Rows {
  const { term, population, evidence, measures, periods, components } = scheme;
  const lists = [
    { population: population.kind, on: population.at },
    ...otherListsNeeded(scheme).flatMap((list) => list.dates.map((on) => ({ population: list.population, on }))),
  ];
  const events = new Set(components.flatMap((component) => [...dependenciesOf(component, scheme).events]));
  const days = figureDays(scheme);
  return {
    'practices.csv': practices.map(([code], index) => `${code},Practice ${index + 1},North,U00001`),
    'list-sizes.csv': each(([code, patients]) =>
      once(lists.map(({ population: whose, on }) => `${code},${formatDay(on)},${patients},${whose}`)),
    ),
    'evidence.csv': each(([code]) =>
      evidence.map(({ id, minimum }) => `${code},${id},${formatDay(term.start)},${minimum ? '1000' : ''}`),
    ),
    'measures.csv': each(([code], index) =>
      measures.flatMap(({ id, denominator }) =>
        days.map(
          (on, at) =>
            `${code},${id},Line ${at % 2},${formatDay(on)},${(92 + index + Math.min(at, 5)) * 100},${denominator === undefined ? '' : 10000}`,
        ),
      ),
    ),
    'claims.csv': each(([code]) =>
      [...events].flatMap((event) =>
        periods.flatMap(({ start, index }) =>
          [1, 2, 3].map((nth) => {
            const on = addDays(start, nth);
            return `${code},${event},${event}-${index}-${nth},${formatDay(on)},${formatDay(addDays(on, 7))},Person ${nth},${nth * 700}.50`;
          }),
        ),
      ),
    ),
  };
}

/** The files of a data folder that a scheme has a use for. A person and an amount stand under their names where it asks for them. */
export function filesOf(rows: Rows, scheme: Scheme): Record<string, string> {
  const cells = claimCellsOf(scheme);
  const named = (written: string) => {
    const header = scheme.measures.some(({ lines }) => lines) ? written.replace('x_item', 'item') : written;
    const person = cells.person.size > 0 ? header.replace('x_person', 'person') : header;
    return cells.amount.size > 0 ? person.replace('x_amount', 'amount') : person;
  };
  const used = Object.entries(rows).filter(([, lines]) => lines.length > 0);
  return Object.fromEntries(
    used.map(([file, lines]) => [file, `${[named(headers[file] ?? ''), ...lines].join('\n')}\n`]),
  );
}

/** Every day for which some block asks a figure, and the end of each period. */
function figureDays({ components, periods }: Scheme): readonly Day[] {
  const blocks = components.flatMap((component) =>
    quantitiesOf(component).flatMap((quantity) => blocksIn(quantity).map(({ block }) => block)),
  );
  const asked = blocks.flatMap((block): Day[] => {
    if (block.kind === 'change') return [block.from, block.to];
    return block.kind === 'measure' && typeof block.at === 'number' ? [block.at] : [];
  });
  return once([...asked, ...periods.map(({ end }) => end)].sort((a, b) => a - b));
}

function each(rows: (practice: (typeof practices)[number], index: number) => readonly string[]): readonly string[] {
  return practices.flatMap(rows);
}

function once<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
