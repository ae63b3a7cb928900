import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { quarterday } from '../make/host.ts';
import { fuzzing } from './fuzzing.ts';
import { changed, steps } from './mutate.ts';

// A run folder and a ledger are spoilt at random. Verify always sees it, nothing can be posted, and no command falls over.

const dorset = fileURLToPath(new URL('../../fixtures/dorset-ccip-2015-16/data/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'quarterday-fuzz-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const [runs, ledger, kept] = [join(work, 'runs'), join(work, 'ledger'), join(work, 'kept')];

async function make(period: string, asAt: string): Promise<string> {
  const args = ['--period', period, '--as-at', asAt, '--data', dorset, '--ledger', ledger, '--out', runs];
  const { exit, stdout } = await quarterday(['run', 'dorset-ccip-2015-16', ...args, '--format', 'json']);
  expect(exit).toBe(0);
  return JSON.parse(stdout).folder;
}

function post(run: string) {
  const { totals } = JSON.parse(readFileSync(join(kept, 'summary.json'), 'utf8'));
  return quarterday(['post', run, '--ledger', ledger, '--approved-by', 'A. Name', '--confirm-total', totals.net]);
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => statSync(join(folder, name)).isFile());
}

describe('a spoilt run folder', () => {
  it('is seen by verify, cannot be posted, and makes no command fall over', async () => {
    const run = await make('Q2', '2015-11-15');
    const other = await make('Q3', '2016-02-15');
    cpSync(run, kept, { recursive: true });
    const files = filesIn(run);
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.nat(1000), steps, async (which, another, [step]) => {
        const file = files[which % files.length] ?? '';
        const bytes = readFileSync(join(kept, file));
        const spoilt = step && changed(bytes, step, readFileSync(join(kept, files[another % files.length] ?? '')));
        fc.pre(spoilt !== undefined && !spoilt.equals(bytes));
        writeFileSync(join(run, file), spoilt);
        try {
          expect(await quarterday(['verify', run])).toMatchObject({ exit: 3 });
          expect((await post(run)).exit).toBe(3);
          for (const args of [
            ['explain', run, '--practice', 'Z10003'],
            ['diff', run, other],
            ['diff', other, run],
            ['verify', run, '--recompute'],
          ]) {
            const { exit, stderr } = await quarterday(args);
            expect([0, 1, 2, 3], `${file}: ${stderr}`).toContain(exit);
          }
        } finally {
          writeFileSync(join(run, file), bytes);
        }
      }),
      fuzzing(60),
    );
  });
});

describe('a spoilt ledger', () => {
  it('is seen by verify, and neither run nor post builds on it', async () => {
    const run = join(runs, readdirSync(runs).find((name) => name.includes('-Q2-')) ?? '');
    expect((await post(run)).exit).toBe(0);
    const [posting = ''] = filesIn(ledger);
    const bytes = readFileSync(join(ledger, posting));
    await fc.assert(
      fc.asyncProperty(steps, async ([step]) => {
        const spoilt = step && changed(bytes, step, readFileSync(join(run, 'run.json')));
        fc.pre(spoilt !== undefined && !spoilt.equals(bytes));
        writeFileSync(join(ledger, posting), spoilt);
        expect(await quarterday(['verify', '--ledger', ledger])).toMatchObject({ exit: 3 });
        expect((await post(run)).exit).toBe(4);
        const args = ['--period', 'Q3', '--as-at', '2016-02-15', '--data', dorset, '--ledger', ledger];
        expect((await quarterday(['run', 'dorset-ccip-2015-16', ...args])).exit).toBe(4);
        writeFileSync(join(ledger, posting), bytes);
      }),
      fuzzing(150),
    );
  });
});
