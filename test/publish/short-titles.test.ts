import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../make/host.ts';
import { readPdf } from '../make/papers.ts';
import { dorsetQ4 } from '../make/publications.ts';
import { runFolder } from '../make/runs.ts';
import { schemeInShort, titles } from '../make/short-titles.ts';

const { component, another, evidence } = titles;

describe('a short title in what is published', () => {
  const out = join(emptyFolder(), 'papers');
  beforeAll(async () => {
    const run = await runFolder(schemeInShort(), dorsetQ4);
    const { exit, stderr } = await quarterday(['publish', run, '--out', out]);
    expect(exit, stderr).toBe(0);
  }, 180_000);

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

  it('stands in the lines of a letter, and the whole title where the sums are followed', async () => {
    const { pages } = await readPdf(join(out, 'statements', 'Z10001.pdf'));
    const [letter = '', annex = ''] = pages;
    expect(letter).toContain('LOCALITY IN SHORT\n6 × £250.00 for MEETING IN SHORT\n£1,500.00 £500.00 £1,000.00\n');
    expect(letter).toContain('LOCALITY IN SHORT, Quarter 4 £250.00\n');
    expect(letter).toContain('1 × MEETING IN SHORT over the cap of 6. So £250.00 is not');
    expect(annex).toContain(`${component.title}\nlocality-meetings\n£500.00`);
    expect(annex).toContain(`\n${evidence.title}: Quarter 1\nclaim-sheet\n`);
    expect(annex).toContain('\nLM-2015-04-21 MEETING IN SHORT 21 Apr 2015 30 Jun 2015 yes\n');
  });

  it('stands over the whole title where a letter has no annex', async () => {
    const { pages } = await readPdf(join(out, 'statements', 'Z10002.pdf'));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(`\nCARE\n${another.title}: 7,387 patients × £0.25\n£1,846.75\n`);
  });
});
