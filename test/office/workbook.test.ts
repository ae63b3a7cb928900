import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { emptyFolder } from '../make/host.ts';
import { papersOf } from '../make/papers.ts';
import { dorset, dorsetQ4 } from '../make/publications.ts';
import { runFolder } from '../make/runs.ts';

// On demand, with `npm run office`: the workbook of publish, worked out and saved by another program, comes to the control totals.

const { OFFICE: office } = process.env;

it.runIf(office !== undefined)(
  'is opened, worked out and saved by LibreOffice, and comes to the control totals',
  async () => {
    const papers = await papersOf('workbook', [await runFolder(dorset, dorsetQ4)]);
    const folder = emptyFolder();
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'saved'),
    ];
    execFileSync(office ?? '', [...args, join(papers, 'workbook.xlsx')], { stdio: 'ignore' });
    const book = read(readFileSync(join(folder, 'saved', 'workbook.xlsx')));
    const about = book.Sheets.About ?? {};
    const controls = Array.from({ length: 10 }, (_, place) => place + 8);
    expect(controls.map((row) => about[`F${row}`]?.v)).toEqual(controls.map(() => 'yes'));
    for (const row of controls) expect(about[`D${row}`]?.v).toBe(about[`E${row}`]?.v);
    expect(book.Sheets.Statements?.F18?.v).toBe(111154.89);
  },
);
