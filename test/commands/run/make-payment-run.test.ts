import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday, written } from '../../make/host.ts';

/** The practices of golden.md that share West Hampshire's pools. */
const three = {
  'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\nZ00003,Cedar\n',
  'list-sizes.csv':
    'practice_code,as_at,patients\nZ00001,2019-07-01,5000\nZ00002,2019-07-01,3000\nZ00003,2019-07-01,2000\n',
};

const meetings = {
  'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\n',
  'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2015-03-31,8000\nZ00002,2015-03-31,4000\n',
  'evidence.csv': 'practice_code,evidence,component,period,received_on,quantity,reference\n',
  'claims.csv':
    'practice_code,event,event_id,event_date,claimed_on\n' +
    'Z00002,locality-meeting,M1,2015-05-01,2015-05-02\n' +
    'Z00002,locality-meeting,M1,2015-05-01,2015-05-03\n' +
    'Z00001,locality-meeting,M1,2015-05-01,2015-12-01\n' +
    'Z00002,garden-party,G1,2015-05-01,2015-05-02\n' +
    'Z00001,locality-meeting,M2,2016-02-01,2016-02-02\n',
};

const otherScheme = (id: string) =>
  fileURLToPath(new URL(`../../../fixtures/other-schemes/${id}.json`, import.meta.url));

function runOf(scheme: string, period: string, asAt: string, data: string, ...more: readonly string[]): string[] {
  return ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, ...more];
}

function westHampshire(data: string, ...more: readonly string[]): string[] {
  return runOf('west-hampshire-qps-2019-20', 'Q2', '2019-10-15', data, ...more);
}

function onlyEntry(folder: string): string {
  const [entry, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, entry ?? '');
}

describe('a payment too small to be made', () => {
  it('is carried to a later run, and the run foots and verifies', async () => {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2020-04-01,5000\n',
      'evidence.csv': 'practice_code,evidence,received_on\n',
      'claims.csv':
        'practice_code,event,event_id,event_date,claimed_on\nZ00001,repeat-visit,R1,2020-07-06,2020-08-05\n',
    });
    const out = emptyFolder();
    const { exit } = await quarterday(runOf(otherScheme('tariffs'), 'Q3', '2020-12-01', data, '--out', out));
    expect(exit).toBe(0);
    const run = onlyEntry(out);
    expect(readFileSync(join(run, 'payments.csv'), 'utf8').split('\r\n').slice(1)).toEqual(['']);
    const reason = 'carried to a later run: £10.00 in all is below £50.00';
    expect(readFileSync(join(run, 'withheld.csv'), 'utf8')).toContain(`Z00001,visits,Q2,carried,10.00,${reason},5\r\n`);
    expect((await quarterday(['verify', run, '--recompute'])).exit).toBe(0);
  });
});

describe('data that makes no run', () => {
  it('is none of a scheme that counts no patients and finds no list', async () => {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\n',
      'evidence.csv': 'practice_code,evidence,received_on\nZ00001,register-report,2020-06-01\n',
      'measures.csv': 'practice_code,measure,as_at,numerator,denominator\nZ00001,register,2020-05-01,100,1000\n',
      'claims.csv': 'practice_code,event,event_id,event_date,claimed_on\nZ00001,referral,R1,2020-07-06,2020-08-05\n',
    });
    const { exit, stdout } = await quarterday(runOf(otherScheme('referral-cap'), 'Q3', '2021-02-01', data));
    expect([exit, stdout.includes('£11.50')]).toEqual([0, true]);
  });

  it('is told before anything is made of --out', async () => {
    const data = folderOf({
      ...three,
      'paid.csv': 'practice_code,component,period,amount,paid_on\nZ00001,locality-plans,Q2,-5.00,2019-08-01\n',
    });
    const file = join(emptyFolder(), 'no-folder');
    writeFileSync(file, '');
    const { exit, stderr } = await quarterday(westHampshire(data, '--out', join(file, 'runs')));
    expect([exit, stderr.includes('paid-below-zero')]).toEqual([1, true]);
  });
});

describe('a rehearsal', () => {
  it('prints the run and writes nothing', async () => {
    const data = folderOf(three);
    const { exit, stdout, stderr } = await quarterday(westHampshire(data));
    expect(exit).toBe(0);
    expect(stdout).toContain('Quarter 2 (Q2), as at 15 October 2019');
    expect(stdout).toContain('3 practices, 10,000 patients');
    expect(stdout).toContain('£147,342.00');
    expect(stderr).toBe('Next: nothing was written; to write the run folder, add --out DIR.\n');
    expect(readdirSync(dirname(data))).toEqual(['data']);
  });

  it('answers one object with --format json, and has the run id that the run would have', async () => {
    const data = folderOf(three);
    const out = emptyFolder();
    const rehearsal = JSON.parse((await quarterday(westHampshire(data, '--format', 'json'))).stdout);
    const run = JSON.parse((await quarterday(westHampshire(data, '--format', 'json', '--out', out))).stdout);
    expect(rehearsal.folder).toBe(null);
    expect(run.folder).toBe(join(out, `west-hampshire-qps-2019-20-Q2-${run.run_id.slice(0, 12)}`));
    expect(rehearsal.run_id).toBe(run.run_id);
    expect(rehearsal.summary).toEqual(run.summary);
    expect(run.summary.totals.net).toBe('147342.00');
  });
});

describe('a run with --out', () => {
  it('writes the run folder, whose checksums hold, and prints where it is', async () => {
    const out = join(emptyFolder(), 'not', 'there yet');
    const { exit, stdout, stderr } = await quarterday(westHampshire(folderOf(three), '--out', out));
    expect(exit).toBe(0);
    const folder = onlyEntry(out);
    expect(stdout).toContain(folder);
    expect(stderr).toMatch(/^Next: .* Then:\n(.*\n){3}$/);
    expect(readdirSync(folder).sort()).toEqual([
      'SHA256SUMS',
      'clawbacks.csv',
      'inputs',
      'payments.csv',
      'provenance.json',
      'refused.csv',
      'run.json',
      'statements.csv',
      'summary.json',
      'withheld.csv',
      'workings.csv',
    ]);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
    expect(readFileSync(join(folder, 'statements.csv'), 'utf8')).toBe(
      'practice_code,practice_name,payee_code,payments,clawbacks,net\r\n' +
        'Z00001,Ash,Z00001,73671.00,0.00,73671.00\r\n' +
        'Z00002,Beech,Z00002,44202.60,0.00,44202.60\r\n' +
        'Z00003,Cedar,Z00003,29468.40,0.00,29468.40\r\n',
    );
  });

  it('gives the same bytes wherever the data and the scheme file lie', async () => {
    const scheme = join(emptyFolder(), 'my copy.json');
    writeFileSync(scheme, readFileSync(new URL('../../../schemes/west-hampshire-qps-2019-20.json', import.meta.url)));
    const [one, other] = [emptyFolder(), emptyFolder()];
    await quarterday(westHampshire(folderOf(three), '--out', one));
    await quarterday(runOf(scheme, 'Q2', '2019-10-15', folderOf(three), '--out', other));
    const sums = (out: string) =>
      readFileSync(join(onlyEntry(out), 'SHA256SUMS'), 'utf8').replace(/.*provenance.*/, '');
    expect(sums(one)).toBe(sums(other));
  });

  it('is refused with 4 where the run was made before, and leaves it alone', async () => {
    const [data, out] = [folderOf(three), emptyFolder()];
    await quarterday(westHampshire(data, '--out', out));
    const folder = onlyEntry(out);
    const again = await quarterday(westHampshire(data, '--out', out));
    expect(again).toMatchObject({ exit: 4, stdout: '' });
    expect(again.stderr).toContain(folder);
    expect(again.stderr).toMatch(/1 error\. Nothing was written\.\n$/);
    expect(onlyEntry(out)).toBe(folder);
  });

  it('lists refused claims by practice and line, and counts what came later', async () => {
    const out = emptyFolder();
    const args = runOf('dorset-ccip-2015-16', 'Q2', '2015-12-15', folderOf(meetings), '--out', out, '--format', 'json');
    const { summary } = JSON.parse((await quarterday(args)).stdout);
    const rows = readFileSync(join(onlyEntry(out), 'refused.csv'), 'utf8')
      .split('\r\n')
      .slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(0, 4).join(' '))).toEqual([
      'claims.csv 4 Z00001 late',
      'claims.csv 3 Z00002 duplicate',
      'claims.csv 5 Z00002 unknown-event',
    ]);
    expect(summary.inputs.find(({ file }: { file: string }) => file === 'claims.csv')).toEqual({
      file: 'claims.csv',
      rows: 5,
      not_used: [
        { reason: 'refused: see refused.csv', rows: 3 },
        { reason: 'later than the as-at date', rows: 1 },
      ],
    });
  });

  it('tells of every row of the data that has no effect where it stands', async () => {
    const evidence = [
      'practice_code,evidence,period,received_on',
      'Z00001,claim-sheet,Q1,2015-07-10',
      'Z00001,claim-sheet,Q1,2015-07-11',
      'Z00001,claim-sheet,Q3,2015-11-10',
      'Z00001,claim-sheet,Q2,2015-12-16',
    ];
    const data = folderOf({ ...meetings, 'evidence.csv': `${evidence.join('\n')}\n` });
    const run = runOf('dorset-ccip-2015-16', 'Q2', '2015-12-15', data);
    const { summary } = JSON.parse((await quarterday([...run, '--format', 'json'])).stdout);
    const [notYet, idle] = [
      'not asked for up to this period',
      'without effect: another row stood in its place, or nothing turned on it',
    ];
    expect(summary.inputs.find(({ file }: { file: string }) => file === 'evidence.csv')).toEqual({
      file: 'evidence.csv',
      rows: 4,
      not_used: [
        { reason: 'later than the as-at date', rows: 1 },
        { reason: notYet, rows: 1, lines: [4] },
        { reason: idle, rows: 1, lines: [3] },
      ],
    });
    const told = `4  1 later than the as-at date; 1 ${notYet} (line 4); 1 ${idle} (line 3)`;
    expect((await quarterday(run)).stdout).toContain(told);
  });
});

describe('a run that cannot be made', () => {
  it('tells the errors of every file, and writes nothing', async () => {
    const out = emptyFolder();
    const data = folderOf({
      ...meetings,
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nz00002,Beech\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2015-03-31,"8,000"\n',
      'claims.csv': `${meetings['claims.csv']}Z00001,locality-meeting,M3,01/05/2015,2015-05-02\n`,
    });
    const args = runOf('dorset-ccip-2015-16', 'Q2', '2015-12-15', data, '--out', out, '--format', 'json');
    const { exit, stdout, stderr } = await quarterday(args);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    const findings = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const places = findings.map(({ file, line, field, value }) => [file, line, field, value]);
    expect(places).toContainEqual(['practices.csv', 3, 'practice_code', 'z00002']);
    expect(places).toContainEqual(['list-sizes.csv', 2, 'patients', '8,000']);
    expect(places).toContainEqual(['claims.csv', 7, 'event_date', '01/05/2015']);
    expect(Object.keys(findings[0])).toEqual([
      'format',
      'code',
      'severity',
      'message',
      'file',
      'line',
      'column',
      'field',
      'value',
      'hint',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  it('is one of a draft: every value to be confirmed is listed', async () => {
    const { exit, stderr } = await quarterday(runOf('bury-qinpc-phase-5', 'year', '2020-07-15', folderOf(three)));
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error draft-scheme A draft scheme cannot be run \(\d+\)\n {2}bury-qinpc-phase-5\.json\n/);
    expect(stderr).toContain('still to be confirmed (clause 6.1, 4.3.3)');
    const fix =
      '  fix of each: a draft can be checked and shown; agree the values, write them into the scheme and set its status to "agreed"\n';
    expect(stderr.split(' fix')).toHaveLength(2);
    expect(stderr).toContain(fix);
    const shown = await quarterday(['check', 'bury-qinpc-phase-5', '--format', 'json']);
    expect(stderr).toContain(`\n${JSON.parse(shown.stdout).to_be_confirmed} errors in 1 file. Nothing was written.\n`);
  });

  it('is one for a period that the scheme does not have, from a folder that is not there', async () => {
    const { exit, stderr } = await quarterday(
      runOf('west-hampshire-qps-2019-20', 'Q9', '2019-10-15', '/no/such/folder'),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('  --period  "Q9"\n    the scheme has no such period\n');
    expect(stderr).toContain('  --data  "/no/such/folder"\n    there is no folder at this path\n');
  });

  it('is one with a warning, with --strict', async () => {
    const data = folderOf({ ...three, 'measures.csv': 'practice_code,measure,as_at,numerator,denominator\n' });
    const out = emptyFolder();
    expect(await quarterday(westHampshire(data))).toMatchObject({ exit: 0 });
    const strict = await quarterday(westHampshire(data, '--strict', '--out', out));
    expect(strict).toMatchObject({ exit: 1, stdout: '' });
    expect(strict.stderr).toMatch(/\n1 warning in 1 file, which --strict counts as errors\. Nothing was written\.\n$/);
    expect(readdirSync(out)).toEqual([]);
  });

  it('is one before the period starts', async () => {
    const early = runOf('west-hampshire-qps-2019-20', 'Q3', '2019-09-30', folderOf(three));
    const { exit, stderr } = await quarterday(early);
    expect(exit).toBe(1);
    expect(stderr).toContain('error as-at-before-period ');
  });
});

describe('the output folder', () => {
  it.each(['.', 'runs', 'runs/2019'])('cannot lie inside the data folder: %s', async (inside) => {
    const data = folderOf(three);
    const { exit, stderr } = await quarterday(westHampshire(data, '--out', join(data, inside)));
    expect(exit).toBe(2);
    expect(stderr).toContain('error output-inside-data ');
    expect(readdirSync(data)).toEqual(['list-sizes.csv', 'practices.csv']);
  });

  it.each(['ledger', 'ledgers/2019'])('and the ledger cannot either: %s', async (inside) => {
    const data = folderOf(three);
    const { exit, stderr } = await quarterday(westHampshire(data, '--ledger', join(data, inside)));
    expect(exit).toBe(2);
    expect(stderr).toContain('error output-inside-data ');
    expect(stderr).toContain('the ledger would lie inside the data folder');
  });

  it('cannot be reached inside it by a link', async () => {
    const data = folderOf(three);
    const link = join(emptyFolder(), 'link');
    symlinkSync(data, link);
    expect(await quarterday(westHampshire(data, '--out', join(link, 'runs')))).toMatchObject({ exit: 2 });
  });

  it('may hold the data folder, or have a name that begins alike', async () => {
    const data = folderOf(three);
    expect(await quarterday(westHampshire(data, '--out', dirname(data)))).toMatchObject({ exit: 0 });
    expect(await quarterday(westHampshire(data, '--out', `${data}-runs`))).toMatchObject({ exit: 0 });
  });

  it('that is a file ends with 5', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    const { exit, stderr } = await quarterday(westHampshire(folderOf(three), '--out', join(file, 'runs')));
    expect(exit).toBe(5);
    expect(stderr).toContain('error system-failure ');
  });
});

describe('a run that ends early', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('by %s ends with %i and leaves nothing', async (signal, exit) => {
    const out = emptyFolder();
    const interrupted = AbortSignal.abort(signal);
    const told = await quarterday(westHampshire(folderOf(three), '--out', out), { interrupted });
    expect(told).toEqual({ exit, stdout: '', stderr: 'Interrupted. Nothing was written.\n' });
    expect(readdirSync(out)).toEqual([]);
  });

  it('by a fault of ours ends with 70, says where it was and how to report it, and leaves nothing', async () => {
    const out = emptyFolder();
    const now = () => {
      throw new Error('the clock stands still');
    };
    const { exit, stdout, stderr } = await quarterday(westHampshire(folderOf(three), '--out', out), { now });
    expect({ exit, stdout }).toEqual({ exit: 70, stdout: '' });
    expect(stderr).toContain(
      'error fault A fault of this program (1)\n  the clock stands still\n    fix: report the message',
    );
    expect(stderr).toMatch(/\nError: the clock stands still\n {4}at /);
    expect(readdirSync(out)).toEqual([]);
  });

  it('after the run folder was written says that it stands', async () => {
    const out = emptyFolder();
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const stdout = written({ finished: async () => full });
    const { exit, stderr } = await quarterday(westHampshire(folderOf(three), '--out', out), { stdout });
    expect(exit).toBe(5);
    expect(stderr).toContain(`1 error in 1 file. The run folder ${onlyEntry(out)} is written and whole.\n`);
  });
});

describe('paths', () => {
  it('may have spaces, leading dashes and letters of any language', async () => {
    const home = emptyFolder();
    const data = join(home, '-données 診');
    mkdirSync(data);
    for (const [name, text] of Object.entries(three)) writeFileSync(join(data, name), text);
    const out = join(home, '--out put');
    expect(await quarterday(westHampshire(data, `--out=${out}`))).toMatchObject({ exit: 0 });
  });
});
