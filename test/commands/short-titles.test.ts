import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../make/host.ts';
import { fixtureData, runFolder } from '../make/runs.ts';
import { schemeInShort, titles } from '../make/short-titles.ts';

const data = fixtureData('dorset-ccip-2015-16');

/** What a command prints. */
async function printed(...args: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await quarterday(args);
  expect(exit, stderr).toBe(0);
  return stdout;
}

/** The lines that hold a text, without the space around them. */
function linesWith(text: string, part: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.includes(part) ? [line.trim()] : []));
}

describe('a short title', () => {
  it('stands in the lists of due', async () => {
    const text = await printed('due', schemeInShort(), '--data', data, '--as-at', '2016-06-25', '--practice', 'Z10005');
    expect(linesWith(text, 'SHORT')).toEqual([
      '- No last day: SHEET IN SHORT for Quarter 2: late, needs a decision. Worth £269.37. Unless it is',
      '- No last day: claim LM-2015-04-21 for MEETING IN SHORT of 21 April 2015 for LOCALITY IN SHORT,',
    ]);
  });

  it('stands in the names of the calendar, which says the whole title below', async () => {
    const folder = join(emptyFolder(), 'due');
    const due = ['due', schemeInShort(), '--data', data, '--as-at', '2015-06-25', '--practice', 'Z10009'];
    await printed(...due, '--out', folder);
    const calendar = readFileSync(join(folder, 'due.ics'), 'utf8').replaceAll('\r\n ', '');
    expect(linesWith(calendar, 'SHORT')).toEqual(
      [1, 2, 3, 4].map((quarter) => `SUMMARY:Ibberton Surgery Z10009: SHEET IN SHORT (Quarter ${quarter})`),
    );
    expect(linesWith(calendar, 'claim sheet for the quarter (Quarter 1)')).toHaveLength(1);
    const rows = JSON.parse(await printed(...due, '--format', 'json')).rows;
    expect(rows.find(({ id }: { id: string }) => id === 'claim-sheet')).toMatchObject({
      title: titles.evidence.title,
      short_title: titles.evidence.shortTitle,
    });
  });

  it('stands in the tables of a forecast, and the whole title in its sentences', async () => {
    const text = await printed('forecast', schemeInShort(), '--data', data, '--as-at', '2016-06-25');
    expect(linesWith(text, 'SHORT').map((line) => line.split(/ {2,}/)[0])).toEqual(['LOCALITY IN SHORT']);
    expect(linesWith(text, titles.component.title)).toHaveLength(1);
  });

  it('stands beside the title in what show and explain say as data; show reads the titles aloud', async () => {
    const scheme = schemeInShort();
    const { components, evidence, events } = JSON.parse(await printed('show', scheme, '--format', 'json'));
    const { shortTitle: short_title, ...event } = titles.event;
    expect(events).toEqual([{ ...event, short_title }]);
    expect(components[0]).toMatchObject({ title: titles.component.title, short_title: 'LOCALITY IN SHORT' });
    expect(evidence[0]).toMatchObject({ title: titles.evidence.title, short_title: 'SHEET IN SHORT' });
    const text = await printed('show', scheme);
    expect(linesWith(text, 'IN SHORT')).toEqual([]);
    expect(linesWith(text, titles.event.title)).toEqual(['- locality-meeting: A meeting of the locality [10]']);
    const run = await runFolder(scheme, { period: 'Q4', asAt: '2016-06-25', data });
    const told = JSON.parse(await printed('explain', run, '--practice', 'Z10005', '--format', 'json'));
    expect(told.components[0]).toMatchObject({ title: titles.component.title, short_title: 'LOCALITY IN SHORT' });
    expect(told.components[0].periods[0].conditions).toEqual([]);
    expect(told.components[2].periods[0].conditions[0]).toMatchObject({ short_title: 'SHEET IN SHORT' });
  });
});
