import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { dorset, dorsetAfterAPosting, dorsetQ4, post, reportOf } from '../../make/publications.ts';
import { fixtureData, runFolder } from '../../make/runs.ts';

const westHampshire = 'west-hampshire-qps-2019-20';

describe('publish', () => {
  it('writes a folder and says what is in it, in text and as JSON', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const out = join(emptyFolder(), 'papers');
    const told = await quarterday(['publish', run, '--only', 'report', '--out', out]);
    const stderr = 'Next: open report.html in a browser.\n';
    expect(told).toMatchObject({ exit: 0, stderr, stdout: `${out}\n  report.html\n` });
    const again = join(emptyFolder(), 'papers');
    const json = await quarterday(['publish', run, '--only', 'report', '--out', again, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'quarterday/published/1',
      runs: [{ scheme: dorset, period: 'Q4' }],
      files: [{ file: 'report.html', bytes: readFileSync(join(out, 'report.html')).length }],
    });
    expect(readFileSync(join(again, 'report.html')).equals(readFileSync(join(out, 'report.html')))).toBe(true);
  });

  it('says what the letters do not know without a ledger', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const only = ['--only', 'statements', '--out'];
    const without = await quarterday(['publish', run, ...only, join(emptyFolder(), 'papers')]);
    expect(without.stderr).toBe(
      'Next: look through what was made. Without --ledger the letters do not know whether their run is posted: make them again with it before they are sent.\n',
    );
    const ledger = join(emptyFolder(), 'ledger');
    mkdirSync(ledger);
    const within = await quarterday(['publish', run, '--ledger', ledger, ...only, join(emptyFolder(), 'papers')]);
    expect(within.stderr).toContain(
      'Next: look through what was made; statements/index.csv lists the letters, and statements.pdf holds all of them to print.\n',
    );
  });

  it('takes several schemes of one commissioner, one run of each', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const twice = await quarterday(['publish', run, run, '--out', join(emptyFolder(), 'papers')]);
    expect(twice.exit).toBe(2);
    expect(twice.stderr).toContain(`another run of ${dorset} is given already; expected one run of each scheme`);
    const other = await runFolder(westHampshire, {
      period: 'Q2',
      asAt: '2019-10-15',
      data: fixtureData(westHampshire),
    });
    const two = await quarterday(['publish', run, other, '--out', join(emptyFolder(), 'papers')]);
    expect(two.exit).toBe(2);
    expect(two.stderr).toContain('expected one commissioner');
  });

  it('writes nothing into a folder that holds anything, nor of a run that was changed', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const out = emptyFolder();
    writeFileSync(join(out, 'mine.txt'), '');
    expect((await quarterday(['publish', run, '--out', out])).exit).toBe(4);
    expect(readdirSync(out)).toEqual(['mine.txt']);
    const spoilt = join(emptyFolder(), 'run');
    cpSync(run, spoilt, { recursive: true });
    appendFileSync(join(spoilt, 'payments.csv'), 'x');
    const papers = join(emptyFolder(), 'papers');
    const told = await quarterday(['publish', spoilt, '--out', papers]);
    expect(told.exit).toBe(3);
    expect(existsSync(papers)).toBe(false);
  });

  it('refuses what is no kind of document, and a ledger that is not there', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const papers = join(emptyFolder(), 'papers');
    expect((await quarterday(['publish', run, '--only', 'report,poster', '--out', papers])).exit).toBe(2);
    expect((await quarterday(['publish', run, '--ledger', join(papers, 'none'), '--out', papers])).exit).toBe(2);
    mkdirSync(join(papers, 'sub'), { recursive: true });
    expect((await quarterday(['publish', run, '--out', papers])).exit).toBe(4);
  });

  it('sets budgets beside what is earned, and tells a component that the scheme has not', async () => {
    const run = await runFolder(dorset, dorsetQ4);
    const head = 'scheme,component,from,amount,reference\n';
    const rows = `${dorset},integrated-teams,2015-04-01,180000.00,\n${dorset},integrated-teams,2016-01-01,-40000.00,virement\n`;
    const others = `${dorset},integrated-teams,2016-08-01,5000.00,after the run\nanother,meetings,2015-04-01,1.00,\n`;
    const finance = folderOf({ 'budget.csv': head + rows + others });
    const report = readFileSync(await reportOf([run], '--finance', finance), 'utf8');
    expect(report).toContain('99.8% of the budget of £140,000.00 is earned; £343.37 is left.');
    expect(report).toContain('<td class="n" data-h="Left of budget">£343.37</td>');
    const wrong = folderOf({ 'budget.csv': `${head}${dorset},meetings,2015-04-01,1.00,\n` });
    const told = await quarterday(['publish', run, '--finance', wrong, '--out', join(emptyFolder(), 'papers')]);
    expect(told.exit).toBe(1);
    expect(told.stderr).toContain('budget.csv');
    expect(told.stderr).toContain('is no component of the scheme');
  });

  it('says whether the run is posted, and since when a sum has waited: with the ledger alone', async () => {
    const { run, ledger } = await dorsetAfterAPosting();
    const without = readFileSync(await reportOf([run]), 'utf8');
    expect(without).toContain('Whether this is posted is not known: no ledger was given.');
    expect(without).toContain('No ledger was given, so that nobody knows since when.');
    const before = readFileSync(await reportOf([run], '--ledger', ledger), 'utf8');
    expect(before).toContain('Nothing of this run has been paid.');
    expect(before).toContain('£5,005.00 of it has waited since 15 November 2015 or later.');
    const ages = [...before.matchAll(/data-h="Age, days">([^<]*)</g)].map(([, age]) => age);
    expect(ages).toEqual(['259', 'new', 'new', 'new', '259', '259']);
    await post(run, ledger, '87092.10');
    const after = readFileSync(await reportOf([run], '--ledger', ledger), 'utf8');
    expect(after).toContain('Approved by A. N. Other, posted on 2 May 2018 as posting 2.');
    expect(after).toContain('£87,092.10 is approved and posted.');
  });
});
