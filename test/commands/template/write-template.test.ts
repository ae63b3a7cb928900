import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/import/files/unpack.ts';
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
      'plans.csv',
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
    expect(stderr).toBe(`Next: quarterday run dorset-ccip-2015-16 --period Q1 --as-at 2015-07-01 --data ${out}\n`);
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

  it('never writes where a file stands, and says what else is wrong', async () => {
    const out = join(emptyFolder(), 'form');
    writeFileSync(out, 'mine');
    const { exit, stderr } = await quarterday(['template', 'no-such-scheme', '--out', out]);
    expect([exit, readFileSync(out, 'utf8')]).toEqual([2, 'mine']);
    expect(stderr).toContain('error unknown-scheme ');
    expect(stderr).toContain('this is not a folder');
  });

  it('writes one workbook to fill in: ids as lists, rules as notes, dates as dates, and import takes it back', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'form');
    const { exit, stdout, stderr } = await quarterday(['template', 'dorset-ccip-2015-16', '--out', out, '--xlsx']);
    expect(exit).toBe(0);
    const path = join(out, 'dorset-ccip-2015-16.xlsx');
    expect(stdout).toBe(`${out}\n  dorset-ccip-2015-16.xlsx\n`);
    expect(stderr).toBe(
      `Next: fill in the workbook, then quarterday import ${path} --scheme dorset-ccip-2015-16 --out DIR\n`,
    );
    const { parts } = unpack('form.xlsx', readFileSync(path));
    const names = /<sheet name="([^"]+)"/g;
    const sheets = [...(parts.get('xl/workbook.xml')?.toString('utf8') ?? '').matchAll(names)].map(([, name]) => name);
    expect(sheets).toEqual(
      'how to fill in,practices,memberships,successions,list-sizes,evidence,claims,decisions,plans,paid,payees,ids'.split(
        ',',
      ),
    );
    const evidence = parts.get(`xl/worksheets/sheet${sheets.indexOf('evidence') + 1}.xml`)?.toString('utf8') ?? '';
    const lists = [...evidence.matchAll(/<dataValidation type="(\w+)" sqref="([^"]+)"[^>]*><formula1>([^<]+)</g)];
    expect(lists.map(([, ...found]) => found.join(' ').replaceAll('&apos;', "'"))).toEqual([
      "list A2:A2000 'practices'!$A$2:$A$2000",
      "list B2:B2000 'ids'!$E$2:$E$10",
      "list C2:C2000 'ids'!$A$2:$A$7",
      "list D2:D2000 'ids'!$C$2:$C$5",
      'date E2:E2000 36526',
    ]);
    const imported = await quarterday([
      'import',
      path,
      '--scheme',
      'dorset-ccip-2015-16',
      '--out',
      join(folder, 'data'),
    ]);
    expect(imported.exit).toBe(0);
    // Sheets that were left empty say nothing, but for the tables that the scheme needs.
    expect(readdirSync(join(folder, 'data')).sort()).toEqual([
      'claims.csv',
      'evidence.csv',
      'import.json',
      'list-sizes.csv',
      'practices.csv',
    ]);
  });

  it('notes on each name of the form what its column holds', async () => {
    const out = join(emptyFolder(), 'form');
    await quarterday(['template', 'dorset-ccip-2015-16', '--out', out, '--xlsx']);
    const bytes = readFileSync(join(out, 'dorset-ccip-2015-16.xlsx'));
    const sheet = read(bytes, { type: 'buffer' }).Sheets.evidence;
    expect(sheet?.E1?.c?.[0]?.t).toBe('Always: the day on which it was received');
    expect(sheet?.F1?.c?.[0]?.t).toBe('May be blank: how many cases it covers, where the scheme asks for a number');
  });
});
