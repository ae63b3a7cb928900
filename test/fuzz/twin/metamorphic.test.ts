import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fuzzing } from '../fuzzing.ts';
import { dayOf, textOf } from './calendar.ts';
import { Chance } from './chance.ts';
import { drawCase } from './draw-data.ts';
import { drawScheme } from './draw-scheme.ts';
import { penceOf } from './fraction.ts';
import { leavesOf } from './leaves.ts';
import { program } from './program.ts';
import { said } from './said.ts';
import { cutInTwo } from './split.ts';
import { worldOf } from './world.ts';
import type { Case, Node, Recovery, Row, Tables } from './written.ts';

// What must hold between two runs, whatever the scheme and its data are.

const folder = mkdtempSync(join(tmpdir(), 'quarterday-twin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Property = (run: Case, lines: readonly string[], chance: Chance) => Promise<void>;

async function holds(property: Property, together: 'shared' | 'alone' = 'shared'): Promise<void> {
  const told = { held: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
      const chance = new Chance(seed);
      const run = drawCase(chance, drawScheme(chance, together));
      const lines = await linesOf(run);
      if (lines) await property(run, lines, chance);
      told[lines ? 'held' : 'refused'] += 1;
    }),
    fuzzing(25),
  );
  expect(told.refused).toBeLessThan(told.held / 10);
}

/** What a run says, but for the lines of the files; null where it is refused. */
async function linesOf(run: Case): Promise<string[] | null> {
  const { reports } = await program(run, folder);
  return (
    reports &&
    said(reports)
      .map((line) => line.replace(/ refused \d+/, ' refused'))
      .sort()
  );
}

function everyTable({ tables }: Case, change: (rows: readonly Row[], file: string) => readonly Row[]): Tables {
  return Object.fromEntries(Object.entries(tables).map(([file, rows]) => [file, change(rows, file)]));
}

function underOtherCodes(run: Case, renamed: (text: string) => string): Case {
  const tables = everyTable(run, (rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, renamed(cell)]))),
  );
  return { ...run, tables };
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

  it('takes a payment that was given back on the same day as if it had never been', async () => {
    await holds(async (run, lines, chance) => {
      const [practice_code = '', { id: component }, { id: period }] = [
        run.tables['practices.csv']?.[0]?.practice_code,
        chance.of(leavesOf(run.scheme.components)),
        chance.of(run.scheme.periods.slice(0, run.period + 1)),
      ];
      // What recoveries took uses up what was decided, whatever it was.
      const uses = [...(run.tables['decisions.csv'] ?? []), ...(run.tables['plans.csv'] ?? [])];
      if (uses.some(({ decision, instalments }) => decision === 'recover' || instalments)) return;
      const row = { practice_code, component, period, paid_on: run.asAt, payee_code: 'FED9' };
      const both = [
        { ...row, amount: '77.70' },
        { ...row, amount: '-77.70' },
      ];
      const tables = { ...run.tables, 'paid.csv': [...(run.tables['paid.csv'] ?? []), ...both] };
      expect(await linesOf({ ...run, tables })).toEqual(lines);
    });
  });

  it('says of the periods of an earlier run what that run says of them, as at the same day', async () => {
    const ofWorth = (line: string) => /entitlement|unpaid (withheld|forfeited|proportion|below-nothing)/.test(line);
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

  it('comes to the same whether runs were posted one after another or one is made from nothing', async () => {
    await holds(async (drawn) => {
      const run = atOnce(drawn);
      const fromNothing = await linesOf({ ...run, tables: { ...run.tables, 'paid.csv': [] } });
      const posted: Row[] = [];
      const { periods } = worldOf(run, () => new Map());
      for (const { place, end } of periods.slice(0, run.period + 1)) {
        const asAt = place === run.period || textOf(end + 9) > run.asAt ? run.asAt : textOf(end + 9);
        const { reports } = await program(
          { ...run, period: place, asAt, tables: { ...run.tables, 'paid.csv': posted } },
          folder,
        );
        for (const [file, sign] of [
          ['payments.csv', ''],
          ['clawbacks.csv', '-'],
        ] as const)
          for (const { practice_code = '', payee_code = '', component = '', period = '', amount } of reports?.get(
            file,
          ) ?? [])
            posted.push({ practice_code, payee_code, component, period, amount: `${sign}${amount}`, paid_on: asAt });
      }
      expect(sumsOf(posted)).toEqual(entitledIn(fromNothing ?? []));
    });
  });
});

/** The same run where recoveries are made at once and nothing is carried or was decided on. */
function atOnce(run: Case): Case {
  const { smallestPayment: _, ...scheme } = run.scheme;
  const recovery = { clause: '1' };
  const components = scheme.components.map((node) => recovered(node, recovery));
  const decisions = (run.tables['decisions.csv'] ?? []).filter(({ decision = '' }) => !decision.includes('recover'));
  const tables = { ...run.tables, 'decisions.csv': decisions };
  return { ...run, scheme: { ...scheme, recovery, components }, tables };
}

function recovered(node: Node, recovery: Recovery): Node {
  if (!('group' in node)) return { ...node, recovery };
  return { ...node, components: node.components.map((each) => recovered(each, recovery)) };
}

function sumsOf(rows: readonly Row[]): Record<string, bigint> {
  return added(rows.map((row) => [`${row.practice_code} ${row.component}`, penceOf(row.amount ?? '')]));
}

/** What each component is worth to date: what it is entitled to, and what is not paid of it for conditions and decisions. */
function worthIn(lines: readonly string[]): Record<string, bigint> {
  const ofWorth = /^(\S+ \S+) \S+ (?:entitlement|unpaid (?:withheld|forfeited|proportion|below-nothing)) (-?\d+)$/g;
  const found = lines.flatMap((line) => [...line.matchAll(ofWorth)]);
  return added(found.map(([, line = '', pence = '']) => [line, BigInt(pence)]));
}

function entitledIn(lines: readonly string[]): Record<string, bigint> {
  const found = lines.flatMap((line) => [...line.matchAll(/^(\S+ \S+) \S+ entitlement (-?\d+)$/g)]);
  return added(found.map(([, line = '', pence = '']) => [line, BigInt(pence)]));
}

function added(parts: readonly (readonly [string, bigint])[]): Record<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [key, pence] of parts) sums.set(key, (sums.get(key) ?? 0n) + pence);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).sort());
}
