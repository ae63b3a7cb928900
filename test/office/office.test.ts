import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { filledForm } from '../make/filled-form.ts';
import { emptyFolder } from '../make/host.ts';
import { dorset, filled } from './filled.ts';

// On demand, with `npm run office`: a form that another program opened and saved comes back as it was typed.

const { OFFICE: office } = process.env;

describe.runIf(office !== undefined)('LibreOffice', () => {
  it.each(['xlsx', 'ods', 'xls'])('saves a filled form as .%s, and import takes the rows back', async (format) => {
    const folder = emptyFolder();
    const form = join(folder, 'form.xlsx');
    writeFileSync(form, await filledForm(dorset, filled));
    const out = join(folder, 'out');
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      format,
      '--outdir',
      out,
      form,
    ];
    execFileSync(office ?? '', args, { stdio: 'ignore' });
    const bytes = readFileSync(join(out, `form.${format}`));
    const said = {
      scheme: dorset,
      asAt: null,
      commissioner: null,
      dates: 'iso',
      encoding: 'utf-8',
      asked: new Map(),
    } as const;
    const { tables, findings } = importFiles([{ name: `form.${format}`, bytes, sha256: '' }], said);
    expect(findings).toEqual([]);
    expect(Object.fromEntries(tables.map(({ file, rows }) => [file, rows.map(({ cells }) => cells)]))).toEqual(filled);
  });
});
