import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../make/host.ts';
import { dorsetQ4 } from '../make/publications.ts';
import { runFolder } from '../make/runs.ts';
import { schemeInShort, titles } from '../make/short-titles.ts';

const { component, evidence } = titles;

describe('a short title in what is published', () => {
  const out = join(emptyFolder(), 'papers');
  beforeAll(async () => {
    const run = await runFolder(schemeInShort(), dorsetQ4);
    const { exit, stderr } = await quarterday(['publish', run, '--out', out]);
    expect(exit, stderr).toBe(0);
  }, 60_000);

  it('heads the rows of the report, and the whole title is read out', () => {
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    const said = (of: RegExp) => [...new Set([...page.matchAll(of)].map(([found]) => found))];
    expect(said(/<th [^>]*>LOCALITY IN SHORT/g)).toEqual([
      `<th scope="row" title="${component.title}" aria-label="${component.title}">LOCALITY IN SHORT`,
    ]);
    expect(said(/<(abbr|span) [^>]*>LOCALITY IN SHORT/g)).toEqual([
      `<abbr title="${component.title}">LOCALITY IN SHORT`,
    ]);
    expect(said(/[^<>"]*(SHEET|MEETING) IN SHORT[^<>"]*/g)).toEqual([
      'SHEET IN SHORT: came on 4 January 2016; the last day was 31 December 2015',
      '1 × MEETING IN SHORT over the limit of 6',
      'SHEET IN SHORT: did not come by the last day, 31 March 2016',
      'MEETING IN SHORT',
    ]);
    expect(said(/[^<>"]*claim sheet for the quarter[^<>"]*/g)).toContain(evidence.title);
    expect(said(/\["locality-meetings"[^\]]*\]/g)).toEqual([
      `["locality-meetings","${component.title}","LOCALITY IN SHORT"]`,
    ]);
  });

  it('heads the columns of the workbook, with the whole title in the last column', () => {
    const book = read(readFileSync(join(out, 'workbook.xlsx')));
    const [across, sums] = ['Practices × components', 'By component'].map((name) => book.Sheets[name]);
    expect([across?.D1?.v, across?.E1?.v]).toEqual(['LOCALITY IN SHORT', 'cluster-events']);
    expect(['A', 'B', 'M'].map((column) => [sums?.[`${column}1`]?.v, sums?.[`${column}2`]?.v])).toEqual([
      ['component', component.id],
      ['title', component.shortTitle],
      ['full_title', component.title],
    ]);
  });
});
