import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tables } from '../../src/data/tables/tables.ts';
import { formWorkbook } from '../../src/import/form/form.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { readSchemeBytes } from '../../src/scheme/read.ts';
import { anyTables, filledForm } from '../make/filled-form.ts';

const file = new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url);
const { value: scheme } = readSchemeBytes(readFileSync(file), 'dorset-ccip-2015-16.json');
if (!scheme) throw new Error('the scheme is not sound');

const said = { scheme, asAt: null, commissioner: null, dates: 'iso', encoding: 'utf-8', asked: new Map() } as const;

describe('a form that was filled in', () => {
  it('comes back as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyTables(scheme), async (filled) => {
        const bytes = await filledForm(scheme, filled);
        const { tables: read, findings } = importFiles([{ name: 'form.xlsx', bytes, sha256: '' }], said);
        expect(findings).toEqual([]);
        expect(read.map(({ file }) => file)).toEqual(Object.keys(filled));
        for (const { file, rows } of read) {
          const cells = rows.map((row) => row.cells);
          expect(cells).toEqual(filled[file]);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('has the same bytes whenever it is made', async () => {
    const [first, second] = [await formWorkbook(scheme, tables), await formWorkbook(scheme, tables)];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});
