import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';

// A quarter of eight schemes, one with data that are wrong: interrupted half-way, given again, mended, and told in one letter for each payee.

const plain = new URL('../../../fixtures/errors/plain.json', import.meta.url);
const ids = Array.from({ length: 8 }, (_, at) => `scheme-${at + 1}`);

function jobOfMany(): string {
  const folder = emptyFolder();
  const text = readFileSync(plain, 'utf8');
  for (const [at, id] of ids.entries())
    writeFileSync(join(folder, `${id}.json`), text.replace('"plain"', `"${id}"`).replace('"100"', `"${100 + at}"`));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'practices.csv'), 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\n');
  cpSync(join(folder, 'data'), join(folder, 'wrong'), { recursive: true });
  writeFileSync(join(folder, 'wrong', 'practices.csv'), 'practice_code,practice_name\nash,Ash\n');
  const runs = ids.map((id) => ({ scheme: `${id}.json`, ...(id === 'scheme-5' ? { data: 'wrong' } : {}) }));
  const defaults = { period: 'H1', as_at: '2020-10-01', data: 'data', out: 'runs' };
  writeFileSync(join(folder, 'job.json'), JSON.stringify({ defaults, runs }));
  return folder;
}

it('is a quarter of many schemes: interrupted, given again, mended, and published together', async () => {
  const folder = jobOfMany();
  const batch = ['batch', join(folder, 'job.json'), '--jobs', '2'];
  const interruption = new AbortController();
  let begun = 0;
  const again = (args: readonly string[]) => {
    begun += 1;
    if (begun === 4) interruption.abort('SIGINT');
    return quarterday(args);
  };
  expect((await quarterday(batch, { interrupted: interruption.signal, again })).exit).toBe(130);
  expect(existsSync(join(folder, 'batch.json'))).toBe(false);
  const before = readdirSync(join(folder, 'runs')).length;
  expect(before).toBeGreaterThan(1);
  expect(before).toBeLessThan(6);

  const second = await quarterday(batch);
  expect(second.exit).toBe(1);
  expect(second.stdout).toContain(`8 runs: ${7 - before} made, ${before} made before, 1 failed.`);

  rmSync(join(folder, 'wrong'), { recursive: true });
  cpSync(join(folder, 'data'), join(folder, 'wrong'), { recursive: true });
  const third = await quarterday(batch);
  expect(third.exit, third.stderr).toBe(0);
  expect(third.stdout).toContain('8 runs: 1 made, 7 made before.');

  const { runs } = JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8'));
  const folders: string[] = runs.map((run: { folder: string }) => join(folder, run.folder));
  const out = join(folder, 'papers');
  const published = await quarterday(['publish', ...folders, '--out', out, '--only', 'statements']);
  expect(published.exit, published.stderr).toBe(0);
  expect(readdirSync(join(out, 'statements')).filter((name) => /^Z\d+\.pdf$/.test(name))).toEqual([
    'Z00001.pdf',
    'Z00002.pdf',
  ]);
  const [, ...rows] = readFileSync(join(out, 'statements', 'index.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(rows).toHaveLength(16);
  // Half of 100.00 to 107.00 for each of two practices.
  const net = rows.reduce((sum, row) => sum + Math.round(Number(row.split(',')[6]) * 100), 0);
  expect(net).toBe(82_800);
});
