import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { changed, fixtureData, runFolder } from '../../make/runs.ts';

const dorset = 'dorset-ccip-2015-16';

/** Every claim of the fixture, attended by one person. */
function attended(claims: string): string {
  const [header = '', ...rows] = claims.trimEnd().split('\n');
  const at = header.split(',').indexOf('attendee');
  const named = rows.map((row) =>
    row
      .split(',')
      .map((cell, place) => (place === at ? 'Dr Zebedee Quill' : cell))
      .join(','),
  );
  return `${[header, ...named].join('\n')}\n`;
}

it('tells who attended in refused.csv alone', async () => {
  const data = changed(fixtureData(dorset), { 'claims.csv': attended });
  const run = await runFolder(dorset, { period: 'Q4', asAt: '2016-07-31', data });
  const telling = readdirSync(run)
    .filter((name) => name !== 'inputs')
    .filter((name) => readFileSync(join(run, name), 'utf8').includes('Quill'));
  expect(telling).toEqual(['refused.csv']);
  for (const format of ['text', 'json']) {
    const out = join(emptyFolder(), 'stories');
    expect((await quarterday(['explain', run, '--all', '--out', out, '--format', format])).exit).toBe(0);
    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), 'utf8')).not.toContain('Quill');
    const fewer = changed(data, { 'claims.csv': (text) => text.replace(/^Z10001,locality-meeting.*\n/m, '') });
    const other = await runFolder(dorset, { period: 'Q4', asAt: '2016-07-31', data: fewer });
    const { exit, stdout } = await quarterday(['diff', run, other, '--format', format]);
    expect(exit).toBe(3);
    expect(stdout).toContain('claim removed: locality-meeting');
    expect(stdout).not.toContain('Quill');
  }
});
