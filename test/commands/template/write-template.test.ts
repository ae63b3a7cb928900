import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';

describe('template', () => {
  it('writes the tables of the scheme with their headers, and says what next', async () => {
    const out = join(emptyFolder(), 'new');
    const { exit, stdout, stderr } = await quarterday(['template', 'west-hampshire-qps-2019-20', '--out', out]);
    expect(exit).toBe(0);
    const names = [
      'README.md',
      'practices.csv',
      'memberships.csv',
      'successions.csv',
      'list-sizes.csv',
      'decisions.csv',
      'paid.csv',
      'payees.csv',
    ];
    expect(stdout).toBe(`${out}\n${names.map((name) => `  ${name}\n`).join('')}`);
    expect(stderr).toContain(`quarterday check west-hampshire-qps-2019-20 --data ${out}\n`);
    expect(readdirSync(out).sort()).toEqual([...names].sort());
    expect(readFileSync(join(out, 'paid.csv'), 'utf8')).toBe(
      'practice_code,component,period,amount,paid_on,payee_code,reference\r\n',
    );
  });

  it('makes a data folder that `check` reads once the practices are filled in', async () => {
    const out = emptyFolder();
    await quarterday(['template', 'dorset-ccip-2015-16', '--out', out]);
    writeFileSync(join(out, 'practices.csv'), 'practice_code,practice_name\nZ00001,Ash\n');
    writeFileSync(join(out, 'list-sizes.csv'), 'practice_code,as_at,patients\nZ00001,2015-03-31,5000\n');
    const { exit, stdout, stderr } = await quarterday(['check', 'dorset-ccip-2015-16', '--data', out]);
    expect(stderr).toBe(`Next: quarterday run dorset-ccip-2015-16 --period ID --as-at DATE --data ${out}\n`);
    expect(stdout).toContain(`good ${out}: every file can be read for this scheme\n`);
    expect(exit).toBe(0);
  });

  it('never writes into a folder with something in it', async () => {
    const out = emptyFolder();
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const { exit, stderr } = await quarterday(['template', 'dorset-ccip-2015-16', '--out', out]);
    expect(exit).toBe(4);
    expect(stderr).toContain('error target-exists ');
    expect(readdirSync(out)).toEqual(['mine.txt']);
  });
});
