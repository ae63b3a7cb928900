import { describe, expect, it } from 'vitest';
import { dayOf, textOf } from './calendar.ts';
import { holds, linesOf } from './holding.ts';
import { cutInTwo } from './split.ts';
import { entitledIn, worthIn } from './sums.ts';
import type { Case, Row, Tables } from './written.ts';

// What must hold between two runs, whatever the scheme and its data are.

function everyTable({ tables }: Case, change: (rows: readonly Row[], file: string) => readonly Row[]): Tables {
  return Object.fromEntries(Object.entries(tables).map(([file, rows]) => [file, change(rows, file)]));
}

function underOtherCodes(run: Case, renamed: (text: string) => string): Case {
  const tables = everyTable(run, (rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, renamed(cell)]))),
  );
  return { ...run, tables };
}

/** Whether a person counts for one member alone, and so for nobody else. */
function goesByPersonsOfAll({ scheme }: Case): boolean {
  return JSON.stringify(scheme).includes('personOver');
}

/** Whether several codes become one, of which the lowest then stands for them. */
function mergesCodes({ tables }: Case): boolean {
  const codes = (tables['successions.csv'] ?? []).map(({ new_code }) => new_code);
  const isListed = (code: string | undefined) =>
    (tables['list-sizes.csv'] ?? []).some(({ practice_code }) => practice_code === code);
  return new Set(codes).size < codes.length || codes.some(isListed);
}

describe('a run of whatever scheme', () => {
  it('does not go by the order of rows, but of those that were paid or claimed on one day', async () => {
    await holds(async (run, lines) => {
      const inOrder = ['paid.csv', 'claims.csv'];
      const byPractice = (a: Row, b: Row) => ((a.practice_code ?? '') < (b.practice_code ?? '') ? 1 : -1);
      const turned = everyTable(run, (rows, file) =>
        inOrder.includes(file)
          ? [...rows].sort((a, b) => (a.practice_code === b.practice_code ? 0 : byPractice(a, b)))
          : rows.toReversed(),
      );
      expect(await linesOf({ ...run, tables: turned })).toEqual(lines);
    });
  });

  it('does not go by the codes of members, where nothing is shared', async () => {
    await holds(async (run, lines) => {
      if (goesByPersonsOfAll(run) || mergesCodes(run)) return;
      const renamed = (text: string) => text.replace(/Z0000(\d)/g, (_, digit) => `Z0000${9 - Number(digit)}`);
      expect((await linesOf(underOtherCodes(run, renamed)))?.map(renamed).sort()).toEqual(lines);
    }, 'alone');
  });

  it('does not go by the codes of members, where their order stays: to it go the pennies of a shared sum', async () => {
    await holds(async (run, lines) => {
      const renamed = (text: string) => text.replace(/Z0000(\d)/g, 'Z0700$1');
      expect(await linesOf(underOtherCodes(run, renamed))).toEqual(lines.map(renamed).sort());
    });
  });

  it('says the same of everybody when one more is there, where nothing is shared', async () => {
    await holds(async (run, lines) => {
      const one = 'Z00001';
      if (goesByPersonsOfAll(run)) return;
      if ((run.tables['successions.csv'] ?? []).some((row) => Object.values(row).includes(one))) return;
      const tables = everyTable(run, (rows) => rows.filter((row) => row.practice_code !== one));
      if (tables['practices.csv']?.length === 0) return;
      expect(await linesOf({ ...run, tables })).toEqual(lines.filter((line) => !line.startsWith(one)));
    }, 'alone');
  });

  it('says the same of everybody when one more is there that left before the term', async () => {
    await holds(async (run, lines) => {
      const [first] = run.tables['practices.csv'] ?? [];
      const { start } = run.scheme.term;
      const left_on = textOf(dayOf(start) - 1);
      const more = { ...first, practice_code: 'A00000', practice_name: 'Gone', joined_on: '', notice_on: '', left_on };
      const tables = { ...run.tables, 'practices.csv': [more, ...(run.tables['practices.csv'] ?? [])] };
      const all = await linesOf({ ...run, tables });
      expect(all?.filter((line) => !line.startsWith('A00000'))).toEqual(lines);
    });
  });

  it('says of the periods of an earlier run what that run says of them, as at the same day', async () => {
    const ofWorth = (line: string) => /entitlement|(unpaid|lost) (?!set-off|carried)/.test(line);
    await holds(async (run, lines) => {
      if (run.period === 0) return;
      const earlier = await linesOf({ ...run, period: run.period - 1 });
      const own = run.scheme.periods[run.period]?.id ?? '';
      expect(earlier?.filter(ofWorth)).toEqual(lines.filter((line) => ofWorth(line) && !line.includes(` ${own} `)));
    });
  });

  it('has come to the same by the end of a period that is cut in two', async () => {
    const told = { worth: 0, entitled: 0 };
    await holds(async (drawn, _, chance) => {
      const run = { ...drawn, tables: { ...drawn.tables, 'paid.csv': [] } };
      const cut = cutInTwo(run, chance);
      if (!cut) return;
      const [before, after] = [await linesOf(run), await linesOf(cut.run)];
      if (!before || !after) return;
      const of = (ids: ReadonlySet<string>) => (line: string) => ids.has(line.split(' ')[1] ?? '');
      const [isWorth, isEntitled] = [of(cut.components), of(cut.entitled)];
      expect(worthIn(after.filter(isWorth))).toEqual(worthIn(before.filter(isWorth)));
      expect(entitledIn(after.filter(isEntitled))).toEqual(entitledIn(before.filter(isEntitled)));
      told.worth += cut.components.size;
      told.entitled += cut.entitled.size;
    });
    expect(Math.min(told.worth, told.entitled)).toBeGreaterThan(0);
  });
});
