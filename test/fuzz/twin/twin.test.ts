import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fuzzing } from '../fuzzing.ts';
import { Chance } from './chance.ts';
import { differences } from './differences.ts';
import { drawCase } from './draw-data.ts';
import { drawScheme } from './draw-scheme.ts';
import { blocksOfTheLanguage, Drawn } from './drawn.ts';
import { notDrawn } from './not-drawn.ts';
import { reduced } from './reduce.ts';
import type { Case } from './written.ts';

// Schemes of all blocks by chance, with data by chance. What a run comes to is what a second evaluator makes of it, which was written from
// schemes/README.md and RULES.md alone: every entitlement, payment, clawback and reason, to the penny.

const folder = mkdtempSync(join(tmpdir(), 'quarterday-twin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a scheme drawn by chance', () => {
  it('comes to what the rules say, and every block is drawn', async () => {
    const drawn = new Drawn();
    const told = { same: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        const chance = new Chance(seed);
        const run = drawCase(chance, drawScheme(chance));
        const { lines } = await differences(run, folder);
        if (lines === null) {
          told.refused += 1;
          return;
        }
        // A mutant is noticed by any difference: nobody reads which.
        const tells = process.env.MUTANTS ? async () => lines : smallest;
        if (lines.length > 0) expect(await tells(run), `seed ${seed}`).toBe('no difference');
        drawn.count(run.scheme);
        told.same += 1;
      }),
      fuzzing(250),
    );
    expect(told.refused).toBeLessThan(told.same / 10);
    const never = blocksOfTheLanguage().filter((name) => !drawn.counts.has(name));
    expect(never).toEqual(notDrawn);
    if (process.env.FUZZ_RUNS) process.stdout.write(`${JSON.stringify(told)}\n`);
  });
});

/** The smallest case like it that differs too, as text, with what differs. */
async function smallest(run: Case): Promise<string> {
  const differs = async (each: Case) => ((await differences(each, folder)).lines ?? []).length > 0;
  const small = await reduced(run, differs);
  const { lines } = await differences(small, folder);
  return `${JSON.stringify(small, null, 1).replace(/\n\s*/g, ' ')}\n${lines?.join('\n')}`;
}
