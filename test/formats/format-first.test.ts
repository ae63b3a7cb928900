import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../make/host.ts';
import { fixtureData, runFolder } from '../make/runs.ts';

const scheme = 'cambridgeshire-qef-2017-18';
const data = fixtureData(scheme);
const third = { period: 'third', asAt: '2018-05-01', data };

describe('a JSON document begins with its kind and number', () => {
  it.each([
    ['schemes', ['schemes']],
    ['show', ['show', scheme]],
    ['check', ['check', scheme, '--data', data]],
    ['template', ['template', scheme, '--out', join(emptyFolder(), 'data')]],
    ['payment-run', ['run', scheme, '--period', 'third', '--as-at', '2018-05-01', '--data', data]],
    ['codes', ['help', 'codes']],
    ['help', ['help']],
    ['topic', ['help', 'quarter']],
    ['found', ['help', 'merger']],
    ['code', ['help', 'draft-scheme']],
  ])('%s, as printed', async (kind, args) => {
    const { exit, stdout } = await quarterday([...args, '--format', 'json']);
    expect([exit, begins(stdout)]).toEqual([0, `  "format": "quarterday/${kind}/1",`]);
  });

  it.each([
    ['summary', 'summary.json'],
    ['run', 'run.json'],
    ['provenance', 'provenance.json'],
  ])('%s, as written', async (kind, file) => {
    const folder = await runFolder(scheme, third);
    expect(begins(readFileSync(join(folder, file), 'utf8'))).toBe(`  "format": "quarterday/${kind}/1",`);
  });

  it('and so does every line of findings', async () => {
    const unsound = folderOf({ 'practices.csv': 'practice_code,practice_name\nZ1,Ash\nZ2,Oak\n' });
    const { exit, stderr } = await quarterday(['check', scheme, '--data', unsound, '--format', 'json']);
    const lines = stderr.trimEnd().split('\n');
    expect([exit, lines.length >= 2]).toEqual([1, true]);
    for (const line of lines) expect(line).toMatch(/^\{"format":"quarterday\/finding\/1","code":"/);
  });
});

/** The line after the brace. */
function begins(text: string): string | undefined {
  return text.split('\n')[1];
}
