import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { emptyFolder, quarterday, written } from '../make/host.ts';

const data = 'fixtures/west-hampshire-qps-2019-20/data';
let run = '';

beforeAll(async () => {
  const out = emptyFolder();
  const period = ['--period', 'Q4', '--as-at', '2020-07-15'];
  await quarterday(['run', 'west-hampshire-qps-2019-20', ...period, '--data', data, '--out', out]);
  run = join(out, readdirSync(out)[0] ?? '');
});

/** What a command counts on a terminal whose clock goes on by a second at each look: of each kind, what is last said. */
async function counted(args: readonly string[]): Promise<string[]> {
  let time = 0;
  const clock = () => {
    time += 1000;
    return time;
  };
  const stderr = written({ isTerminal: true });
  expect((await quarterday(args, { stderr, clock })).exit).toBe(0);
  const last = new Map<string, string>();
  for (const line of stderr.text().split('\r\u001b[K')) {
    const [says, what = ''] = /^[\d,]+(?: of [\d,]+)? ([a-z. ]+)/.exec(line) ?? [];
    if (says !== undefined) last.set(what, says);
  }
  return [...last.values()];
}

it('is said by verify of the rows that it adds up, and of those that it holds against one another', async () => {
  expect(await counted(['verify', run])).toEqual([
    '636 of 636 rows of reports added up',
    '511 of 511 rows of workings held against the reports',
  ]);
});

it('is said by publish of the practices and of the files', async () => {
  expect(await counted(['publish', run, '--out', join(emptyFolder(), 'papers')])).toEqual([
    '12 of 12 practices read',
    '12 of 12 practices told',
    '18 of 18 files written',
  ]);
});
