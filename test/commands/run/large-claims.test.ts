import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';

const codes = Array.from({ length: 30 }, (_, index) => `Z000${index + 10}`);
const practices = codes.map((code) => `${code},Surgery\n`).join('');
const lists = codes.map((code) => `${code},2015-03-31,8000\n`).join('');

/** More claims than are sorted in memory, in no order of practice. */
function manyClaims(last: string): string {
  const rows = Array.from({ length: 150_000 }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `${codes[(index * 7) % 30]},locality-meeting,M${Math.floor(index / 7)},2015-05-${day},2015-06-${day},Dr ${index}\n`;
  });
  return `practice_code,event,event_id,event_date,claimed_on,attendee\n${rows.join('')}${last}`;
}

function dataWith(last: string): string {
  return folderOf({
    'practices.csv': `practice_code,practice_name\n${practices}`,
    'list-sizes.csv': `practice_code,as_at,patients\n${lists}`,
    'evidence.csv': 'practice_code,evidence,component,period,received_on,quantity,reference\n',
    'claims.csv': manyClaims(last),
  });
}

async function runOn(data: string, out: string) {
  return quarterday([
    'run',
    'dorset-ccip-2015-16',
    '--period',
    'Q1',
    '--as-at',
    '2015-07-31',
    '--data',
    data,
    '--out',
    out,
  ]);
}

describe('more claims than are held', () => {
  it('are refused in order of practice and line, and leave nothing but the run', async () => {
    const out = emptyFolder();
    const { exit } = await runOn(dataWith(''), out);
    expect(exit).toBe(0);
    const [run = '', ...others] = readdirSync(out);
    expect(others).toEqual([]);
    const rows = readFileSync(join(out, run, 'refused.csv'), 'utf8')
      .split('\r\n')
      .slice(1, -1);
    // Each practice has six events that count.
    expect(rows).toHaveLength(150_000 - 30 * 6);
    const places = rows
      .map((row) => row.split(',').slice(1, 3))
      .map(([line, code]) => `${code} ${line?.padStart(6, '0')}`);
    expect(places).toEqual([...places].sort());
  });

  it('leave nothing at all where one of them is wrong', async () => {
    const out = emptyFolder();
    const { exit, stderr } = await runOn(dataWith('Z00010,locality-meeting,M1,2015-05-32,2015-06-01,\n'), out);
    expect(exit).toBe(1);
    expect(stderr).toContain('claims.csv:150002:4');
    expect(readdirSync(out)).toEqual([]);
  });
});
