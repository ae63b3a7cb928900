import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { addDays, formatDay } from '../../../src/domain/day.ts';
import { readScheme } from '../../../src/scheme/read.ts';
import { anyData, filesOf } from '../../make/any-data.ts';
import { fuzzing } from '../fuzzing.ts';
import { Chance } from './chance.ts';
import { drawCase } from './draw-data.ts';
import { drawScheme } from './draw-scheme.ts';
import { program } from './program.ts';
import type { Case, Tables } from './written.ts';

// Schemes drawn by chance are broken by chance. What `check` passes of them no run refuses for the scheme's sake, and none falls over.

const folder = mkdtempSync(join(tmpdir(), 'quarterday-twin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a scheme that was broken and passes the checks can be run', async () => {
  const told = { passed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
      const chance = new Chance(seed);
      const run = drawCase(chance, drawScheme(chance));
      for (let times = chance.from(1, 3); times > 0; times -= 1) breakOnce(run.scheme, chance);
      const { value, findings } = readScheme(JSON.stringify(run.scheme), 'scheme.json');
      told[value ? 'passed' : 'refused'] += 1;
      if (!value) expect(findings).not.toEqual([]);
      else expect(await refusals(run), `seed ${seed}: ${JSON.stringify(run.scheme)}`).toEqual([]);
    }),
    fuzzing(300),
  );
  expect(told.passed).toBeGreaterThan(told.refused / 20);
  expect(told.refused).toBeGreaterThan(told.passed / 20);
});

const shelf = new URL('../../../fixtures/other-schemes/', import.meta.url);
const shelved = readdirSync(shelf).filter((name) => name.endsWith('.json'));

it('so can a real one', async () => {
  const told = { passed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
      const chance = new Chance(seed);
      const name = chance.of(shelved);
      const written = JSON.parse(readFileSync(new URL(name, shelf), 'utf8'));
      for (let times = chance.from(1, 2); times > 0; times -= 1) breakOnce(written, chance);
      const { value } = readScheme(JSON.stringify(written), name);
      told[value ? 'passed' : 'refused'] += 1;
      if (value?.status !== 'agreed') return;
      const tables = mappedTables(filesOf(anyData(value), value));
      const period = value.periods.length - 1;
      const asAt = formatDay(addDays(value.term.end, chance.from(0, 400)));
      expect(await refusals({ scheme: written, tables, period, asAt }), `seed ${seed}: ${name}`).toEqual([]);
    }),
    fuzzing(150),
  );
  expect(told.passed).toBeGreaterThan(told.refused / 20);
  expect(told.refused).toBeGreaterThan(told.passed / 20);
});

function mappedTables(files: Readonly<Record<string, string>>): Tables {
  const rowsOf = (text: string) => {
    const [header = [], ...rows] = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    return rows.map((cells) => Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ''])));
  };
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, rowsOf(text)]));
}

/** What a run says against the scheme; the data may not be what a broken scheme asks for. */
async function refusals(run: Case): Promise<readonly string[]> {
  const { scheme } = run;
  const isListed = Array.isArray(scheme.periods);
  const period = isListed ? Math.min(run.period, scheme.periods.length - 1) : run.period;
  const asAt = isListed ? ([run.asAt, scheme.periods[period]?.start ?? ''].sort().at(-1) ?? '') : run.asAt;
  const { errors } = await program({ ...run, period, asAt }, folder);
  return errors.filter((error) => /^(scheme|json)-/.test(error));
}

type Spot = { readonly tree: object; readonly key: string };

function spotsIn(tree: object): Spot[] {
  return Object.entries(tree).flatMap(([key, part]) => [
    { tree, key },
    ...(typeof part === 'object' && part !== null ? spotsIn(part) : []),
  ]);
}

const nasty = [
  '0',
  '0%',
  '100%',
  '1/3',
  '999999999999999',
  '-1',
  '',
  'each-period',
  'latest',
  'period',
  'all',
  'zero',
  1,
  0,
  true,
  null,
];

/** Takes something out, puts one thing where another was, or writes what does not belong there. */
function breakOnce(scheme: object, chance: Chance): void {
  const spots = spotsIn(scheme);
  const { tree, key } = chance.of(spots);
  const other = chance.of(spots);
  const copy: unknown = structuredClone(Reflect.get(other.tree, other.key));
  chance.way([
    [3, () => (Array.isArray(tree) ? tree.splice(Number(key), 1) : Reflect.deleteProperty(tree, key))],
    [3, () => Reflect.set(tree, key, copy)],
    [2, () => Reflect.set(tree, key, chance.of([...nasty.filter((each) => each !== null), 'to-date']))],
    [2, () => Reflect.set(tree, other.key, copy)],
  ]);
}
