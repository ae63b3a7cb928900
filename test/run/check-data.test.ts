import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapters } from '../../src/domain/findings/codes.ts';
import { call, type Finding } from '../cases/program.ts';
import { fuzzing } from '../fuzz/fuzzing.ts';
import { type Folder, mutated, steps } from '../fuzz/mutate.ts';
import { emptyFolder } from '../make/host.ts';
import { fixtureData } from '../make/runs.ts';

// `check --data` finds whatever a run would find that depends on the data alone: held against runs as at the last day there is.

const lastDay = '2199-12-31';

/** What a run finds beside the data: its own period and day, and to whom the money went that comes back in it. */
const ofTheRun = ['as-at-before-period', 'as-at-before-period-end', 'payee-changed'];
const ofTheData = new Set(chapters.slice(1, 4).flatMap(({ codes }) => Object.keys(codes)));

describe.each([
  ['cambridgeshire-qef-2017-18', 'third'],
  ['dorset-ccip-2015-16', 'Q4'],
  ['west-hampshire-qps-2019-20', 'Q4'],
])('a spoilt folder of %s', (scheme, period) => {
  const good = readFolder(fixtureData(scheme));

  it('is checked as it is run', async () => {
    const data = join(emptyFolder(), 'data');
    mkdirSync(data);
    let told = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const spoilt = mutated(good, changes);
        for (const [file, bytes] of spoilt) writeFileSync(join(data, file), bytes);
        const run = await call(['run', scheme, '--period', period, '--as-at', lastDay, '--data', data]);
        const check = await call(['check', scheme, '--data', data]);
        const found = run.findings.filter(({ code }) => ofTheData.has(code) && !ofTheRun.includes(code));
        const checked = new Set(check.findings.map(inOneLine));
        expect(found.map(inOneLine).filter((each) => !checked.has(each))).toEqual([]);
        told += found.length;
      }),
      fuzzing(60),
    );
    expect(told).toBeGreaterThan(40);
  });
});

function readFolder(dir: string): Folder {
  return new Map(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file))]));
}

function inOneLine({ code, file, line, field, value, message }: Finding): string {
  return [code, file, line, field, value, message].join(' | ');
}

describe('a folder in which every cell is well formed', () => {
  const errors = fileURLToPath(new URL('../../fixtures/errors/', import.meta.url));
  const codes = ['accepted-claim-missing', 'notice-without-period', 'paid-below-zero', 'pool-without-patients'];
  const others = ['practice-without-group', 'event-in-two-spellings', 'list-size-zero', 'paid-row-twice'];

  it.each([...codes, ...others])('is found to hold %s', async (code) => {
    const [, scheme = ''] = / (\S+\.json)/.exec(readFileSync(join(errors, code, 'command.sh'), 'utf8')) ?? [];
    const { findings } = await call(['check', join(errors, code, scheme), '--data', join(errors, code, 'data')]);
    expect(findings.map((each) => each.code)).toContain(code);
  });
});
