import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quarterday } from './host.ts';

/** The practices of golden.md that share West Hampshire's pools. */
export const threePractices = {
  'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\nZ00003,Cedar\n',
  'list-sizes.csv':
    'practice_code,as_at,patients\nZ00001,2019-07-01,5000\nZ00002,2019-07-01,3000\nZ00003,2019-07-01,2000\n',
};

/** A run of West Hampshire that must succeed; answers its folder. */
export async function runOfWestHampshire(data: string, out: string, ...more: readonly string[]): Promise<string> {
  const period = more.includes('--period') ? [] : ['--period', 'Q2', '--as-at', '2019-10-15'];
  const args = ['run', 'west-hampshire-qps-2019-20', ...period, '--data', data, '--out', out, '--format', 'json'];
  const told = await quarterday([...args, ...more]);
  if (told.exit !== 0) throw new Error(`${told.exit}: ${told.stderr}`);
  return JSON.parse(told.stdout).folder;
}

/** Posts a run, confirmed by its own net total unless another is given. */
export function post(run: string, ledger: string, total = netOf(run), ...more: readonly string[]) {
  return quarterday(['post', run, '--ledger', ledger, '--approved-by', 'A. Smith', '--confirm-total', total, ...more]);
}

export function netOf(run: string): string {
  return JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')).totals.net;
}

/** The rows of a report as lists of cells that need no quotes. */
export function rowsIn(run: string, report: string): string[][] {
  const lines = readFileSync(join(run, report), 'utf8').split('\r\n').slice(1, -1);
  return lines.map((line) => line.split(','));
}
