import { dayOf, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Case, Row, Scheme, Tables } from './written.ts';

// Codes that change within the term: a new code, one after another, several that merge, with a new code or with one that was there.

interface Step {
  readonly old: string;
  readonly new: string;
  readonly from: number;
}

/** The same case with codes that changed, and rows that come under the new codes from then on. */
export function drawSuccessions(chance: Chance, run: Case): Case {
  const steps = drawSteps(chance, run);
  if (steps.length === 0) return run;
  const rowOf = ({ old, new: code, from }: Step): Row => ({ old_code: old, new_code: code, from: textOf(from) });
  const ofCodes = drawCodes(chance, run, steps);
  const moved = Object.entries(run.tables).map(([file, rows]) => {
    if (file === 'practices.csv') return [file, ofCodes] as const;
    if (file === 'list-sizes.csv') return [file, listsMoved(chance, rows, steps, run.scheme)] as const;
    if (file === 'paid.csv') return [file, moneyMoved(chance, rows, steps, dayOf(run.asAt))] as const;
    const own = rows.filter((row) => !isOneSumForSeveral(row, steps));
    return [file, onceEach(own.map((row) => underTheNewCode(chance, row, steps)))] as const;
  });
  const tables: Tables = { ...Object.fromEntries(moved), 'successions.csv': steps.map(rowOf) };
  return { ...run, tables };
}

/** Which codes follow which. A merger is none where patients are counted anew, and of one sum that is decided on for several. */
function drawSteps(chance: Chance, { scheme, tables }: Case): Step[] {
  const [first, second] = (tables['practices.csv'] ?? []).map(({ practice_code = '' }) => practice_code);
  if (!first || !chance.oneIn(2)) return [];
  const [start, end] = [dayOf(scheme.term.start), dayOf(scheme.term.end)];
  // Whose list counts of one that joined and had another code by the day of the lists is not known to the second evaluator.
  const joins = (tables['practices.csv'] ?? []).some(({ joined_on = '' }) => joined_on > scheme.term.start);
  const least = joins ? Math.max(start, dayOf(scheme.population.at) + 1) : start;
  const day = () => (!joins && chance.oneIn(8) ? start - chance.from(1, 40) : chance.from(least, end + 40));
  const from = day();
  const renamed = { old: first, new: chance.of(['Z00000', 'Z00009']), from };
  if (/"at":"each-(period|quarter)"/.test(JSON.stringify(scheme)) || !second)
    return chance.oneIn(2)
      ? [renamed]
      : [renamed, { old: renamed.new, new: 'Z00008', from: from + chance.from(0, 90) }];
  return chance.way<Step[]>([
    [2, () => [renamed]],
    [1, () => [renamed, { old: renamed.new, new: 'Z00008', from: from + chance.from(0, 90) }]],
    [2, () => [renamed, { old: second, new: renamed.new, from: chance.oneIn(2) ? from : day() }]],
    [2, () => [{ old: first, new: second, from }]],
    [1, () => [{ old: second, new: first, from }]],
  ]);
}

/** The rows of the codes: an old one may be said to have left as its code ended, a new one to have joined as it began. */
function drawCodes(chance: Chance, { scheme, tables }: Case, steps: readonly Step[]): Row[] {
  const rows = tables['practices.csv'] ?? [];
  const isThere = (code: string) => rows.some(({ practice_code }) => practice_code === code);
  const begun = [...new Set(steps.map((step) => step.new))].filter((code) => !isThere(code));
  const begins = (code: string) => Math.min(...steps.filter((step) => step.new === code).map(({ from }) => from));
  const old = rows.map((row): Row => {
    const ends = steps.find((step) => step.old === row.practice_code);
    // Where nobody's patients are counted, who was there before its code stood for another says so.
    const takesOver = steps.some((step) => step.new === row.practice_code) && !joinsBefore(row, begins);
    const wasThere = takesOver
      ? { joined_on: textOf(Math.min(begins(row.practice_code ?? ''), dayOf(scheme.term.start)) - 1) }
      : {};
    const ended =
      ends && !row.left_on ? chance.maybe(3, () => ({ left_on: textOf(ends.from + chance.of([-1, 0, 9])) })) : {};
    return { ...row, ...wasThere, ...ended };
  });
  const end = dayOf(scheme.term.end);
  return [
    ...old,
    ...begun.map(
      (code): Row => ({
        practice_code: code,
        practice_name: `Practice ${code}`,
        ...(rows.some(({ locality }) => locality) ? { locality: 'East', pcn_code: 'N1' } : {}),
        joined_on: textOf(begins(code)),
        ...chance.maybe(5, () => ({ left_on: textOf(chance.from(begins(code) + 1, end + 60)) })),
      }),
    ),
  ];
}

/** Whether it says already from what day it was there, before its code stood for another. */
function joinsBefore({ practice_code = '', joined_on }: Row, begins: (code: string) => number): boolean {
  return joined_on !== undefined && dayOf(joined_on) < begins(practice_code);
}

/** Codes that nobody had before. */
const fresh = ['Z00000', 'Z00009', 'Z00008'];

const dates = ['received_on', 'claimed_on', 'decided_on', 'agreed_on', 'as_at', 'from'];

/** A row of the old code that may come under the new one, once that stands for it. */
function underTheNewCode(chance: Chance, row: Row, steps: readonly Step[]): Row {
  const step = steps.find(({ old }) => old === row.practice_code);
  if (!step || chance.oneIn(3)) return row;
  const column = dates.find((each) => row[each]);
  if (dayOf((column && row[column]) ?? '') < step.from) return row;
  const moved = { ...row, practice_code: step.new };
  return isOneSumForSeveral(moved, steps) ? row : underTheNewCode(chance, moved, steps);
}

/** A sum that is decided on for several accounts together is not known to the second evaluator yet. */
function isOneSumForSeveral(
  { practice_code, decision, decided_on = '', instalments }: Row,
  steps: readonly Step[],
): boolean {
  const isSum = instalments !== undefined || decision === 'recover' || decision === 'waive-recovery';
  const isUnder = (code: string | undefined): boolean =>
    steps.some((step) => step.new === code && (mergesIn(step, steps) || isUnder(step.old)));
  return isSum && isUnder(practice_code) && steps.some(({ from }) => from <= dayOf(decided_on));
}

function mergesIn(step: Step, steps: readonly Step[]): boolean {
  return !fresh.includes(step.new) || steps.filter((each) => each.new === step.new).length > 1;
}

/** What was paid to either code is one sum, whenever it was paid; in a merger all of what was paid for a line stays where it was given back. */
function moneyMoved(chance: Chance, rows: readonly Row[], steps: readonly Step[], asAt: number): Row[] {
  const gaveBack = (code: string) =>
    rows.some(({ practice_code, amount = '' }) => practice_code === code && amount.startsWith('-'));
  const moved = (row: Row): Row => {
    const step = steps.find(({ old }) => old === row.practice_code);
    if (!step || step.from > asAt || chance.oneIn(3) || (mergesIn(step, steps) && gaveBack(step.old))) return row;
    return moved({ ...row, practice_code: step.new });
  };
  return rows.map(moved);
}

/** Lists after that of the scheme may come under the new code; its own too, where the new code stood for the old one by then. */
function listsMoved(chance: Chance, rows: readonly Row[], steps: readonly Step[], scheme: Scheme): Row[] {
  const { at, acceptedInstead = [] } = scheme.population;
  const own = [at, ...acceptedInstead];
  const [only, ...others] = steps;
  const isNewBefore = only !== undefined && others.length === 0 && fresh.includes(only.new) && only.from <= dayOf(at);
  const all = isNewBefore && JSON.stringify(scheme.components).includes('"per-patient"') && chance.oneIn(2);
  return onceEach(
    rows.map((row) => {
      if (all && row.practice_code === only.old && (row.as_at ?? '') >= at) return { ...row, practice_code: only.new };
      return own.includes(row.as_at ?? '') ? row : underTheNewCode(chance, row, steps);
    }),
  );
}

/** No two rows that would be one thing said twice. */
function onceEach(rows: readonly Row[]): Row[] {
  const told = new Set<string>();
  return rows.filter((row) => {
    const { practice_code, measure, item, as_at, population, from, agreed_on, component, decision, decided_on } = row;
    const isOnce = measure || population !== undefined || as_at || from || agreed_on || decision === 'proportion';
    if (!isOnce) return true;
    const key = [
      practice_code,
      measure,
      item,
      as_at,
      population,
      from,
      agreed_on,
      component,
      decision,
      decided_on,
    ].join();
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
