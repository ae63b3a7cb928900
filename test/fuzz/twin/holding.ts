import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { fuzzing } from '../fuzzing.ts';
import { Chance } from './chance.ts';
import { drawCase } from './draw-data.ts';
import { drawScheme } from './draw-scheme.ts';
import { program } from './program.ts';
import { said } from './said.ts';
import type { Case, Row } from './written.ts';

// What is tried of whatever scheme with whatever data, and what its runs say.

const folder = mkdtempSync(join(tmpdir(), 'quarterday-twin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Property = (run: Case, lines: readonly string[], chance: Chance) => Promise<void>;

/** Tries a property on runs of schemes drawn by chance. */
export async function holds(property: Property, together: 'shared' | 'alone' = 'shared'): Promise<void> {
  const told = { held: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
      const chance = new Chance(seed);
      const run = drawCase(chance, drawScheme(chance, together));
      const lines = await linesOf(run);
      if (lines) await property(run, lines, chance);
      told[lines ? 'held' : 'refused'] += 1;
    }),
    fuzzing(100),
  );
  expect(told.refused).toBeLessThan(told.held / 10);
}

/** What a run says, with whatever it tells of what is not paid, but for the lines of the files; null where it is refused. */
export async function linesOf(run: Case): Promise<string[] | null> {
  const { reports } = await program(run, folder);
  if (!reports) return null;
  const lost = (reports.get('withheld.csv') ?? []).map(({ practice_code, component, period, status, amount }) => {
    return `${practice_code} ${component} ${period} lost ${status} ${amount}`;
  });
  return [...said(reports).map((line) => line.replace(/ refused \d+/, ' refused')), ...lost].sort();
}

/** What a run would post, dated as at its day; null where it is refused. */
export async function postedBy(run: Case): Promise<Row[] | null> {
  const { reports } = await program(run, folder);
  const rows = (file: string, sign: string) =>
    (reports?.get(file) ?? [])
      .filter(({ status = 'due' }) => status === 'due')
      .map(({ practice_code = '', payee_code = '', component = '', period = '', amount }): Row => {
        return { practice_code, payee_code, component, period, amount: `${sign}${amount}`, paid_on: run.asAt };
      });
  return reports && [...rows('payments.csv', ''), ...rows('clawbacks.csv', '-')];
}
