import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '../../../src/terminal/version.ts';
import { edit, hide, hideAll, madeByVersion } from '../../make/hide.ts';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { netOf, post, rowsIn, runOfWestHampshire, threePractices } from '../../make/posted-runs.ts';
import { sha256 } from '../../record/sample.ts';

let root: string;
let ledger: string;
let runs: string;
beforeEach(() => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
  runs = join(root, 'runs');
});

const paidOnce = 'practice_code,component,period,amount,paid_on\nZ00001,patient-safety,Q2,100.00,2019-10-01\n';

function runOf(files: Readonly<Record<string, string>> = threePractices, ...more: readonly string[]): Promise<string> {
  return runOfWestHampshire(folderOf(files), runs, '--ledger', ledger, ...more);
}

const third = ['--period', 'Q3', '--as-at', '2020-01-15'];

function postings(): string[] {
  return readdirSync(ledger).sort();
}

describe('a run that is posted', () => {
  it('stands in the ledger with every line, and is said to be posted', async () => {
    const run = await runOf();
    const told = await post(run, ledger);
    expect(told).toEqual({
      exit: 0,
      stdout: [
        `posted as 1: ${basename(run)}`,
        '  payments     £147,342.00',
        '  recoveries   £0.00',
        '  net          £147,342.00',
        '  approved by  A. Smith',
        `  newest       record 1, sha256 ${sha256(readFileSync(join(ledger, postings()[0] ?? ''), 'utf8'))}`,
        '',
      ].join('\n'),
      stderr: [
        'Next: note the sha256 in the minutes, for verify --newest, and keep a copy of the ledger elsewhere. The letters with their references, and the file that pays it:',
        `  quarterday publish ${run} --ledger ${ledger} --out DIR`,
        `  quarterday hand-off --ledger ${ledger} --posting 1 --channel FILE --finance DIR --pay-on DATE --by NAME --out DIR`,
        `quarterday help bank says what the channel and the finance folder hold. Make later runs with --ledger ${ledger}, so that this counts as paid.`,
        '',
      ].join('\n'),
    });
    const [name = ''] = postings();
    expect(name).toBe(`000001-${basename(run).slice(-12)}.json`);
    const { lines, ...header } = JSON.parse(readFileSync(join(ledger, name), 'utf8'));
    expect(header).toMatchObject({
      serial: 1,
      previous: null,
      format: 'quarterday/posting/1',
      scheme: 'west-hampshire-qps-2019-20',
      scheme_sha256: sha256(readFileSync(join(run, 'inputs', 'scheme.json'), 'utf8')),
      period: 'Q2',
      as_at: '2019-10-15',
      approved_by: 'A. Smith',
      posted_at: '2018-05-02T09:00:00.000Z',
    });
    const paid = rowsIn(run, 'payments.csv').map(([practice, payee, component, period, , , amount = '']) =>
      [practice, payee, component, period, amount].join(','),
    );
    expect(lines).toEqual(paid.sort());
    expect(lines[0]).toBe('Z00001,Z00001,education-target,Q2,7453.84');
  });

  it('is told as data with --format json', async () => {
    const run = await runOf();
    const { stdout } = await post(run, ledger, '147342.00', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      format: 'quarterday/post/1',
      serial: 1,
      already_posted: false,
      run_id: expect.stringMatching(/^[0-9a-f]{64}$/),
      run: expect.stringMatching(/^west-hampshire-qps-2019-20-Q2-[0-9a-f]{12}$/),
      folder: run,
      scheme: 'west-hampshire-qps-2019-20',
      period: 'Q2',
      as_at: '2019-10-15',
      payments: '147342.00',
      clawbacks_due: '0.00',
      net: '147342.00',
      approved_by: 'A. Smith',
      posted_at: '2018-05-02T09:00:00.000Z',
      newest: { serial: 1, sha256: sha256(readFileSync(join(ledger, postings()[0] ?? ''), 'utf8')) },
    });
  });

  it('is posted once, however often it is posted, and its total is asked for each time', async () => {
    const run = await runOf();
    await post(run, ledger);
    const before = readFileSync(join(ledger, postings()[0] ?? ''), 'utf8');
    expect(await post(run, ledger, '147342.00')).toEqual({
      exit: 0,
      stdout: `already posted as 1: posting 1 (west-hampshire-qps-2019-20, Q2, as at 2019-10-15, approved by A. Smith, 2018-05-02)\n  newest       record 1, sha256 ${sha256(before)}\n`,
      stderr: '',
    });
    expect(await post(run, ledger, '1.00')).toMatchObject({ exit: 2, stdout: '' });
    expect(postings()).toHaveLength(1);
    expect(readFileSync(join(ledger, postings()[0] ?? ''), 'utf8')).toBe(before);
  });

  it.each(['£147,342.00', '147,342.00', '147342'])('is confirmed with %s, as the program prints it', async (total) => {
    expect((await post(await runOf(), ledger, total)).exit).toBe(0);
  });

  it('may have been made without a ledger, as long as nothing was posted', async () => {
    const [one, other] = [emptyFolder(), emptyFolder()];
    const first = await runOfWestHampshire(folderOf(threePractices), one);
    const second = await runOfWestHampshire(folderOf({ ...threePractices, 'paid.csv': paidOnce }), other);
    expect((await post(first, ledger)).exit).toBe(0);
    const told = await post(second, ledger);
    expect(told.exit).toBe(4);
    expect(told.stderr).toContain('posted-otherwise');
    expect(postings()).toHaveLength(1);
  });

  it('may be a net recovery', async () => {
    await post(await runOf(), ledger);
    const wrong = 'practice_code,component,period,amount,paid_on\nZ00001,patient-safety,Q2,12.50,2019-10-01\n';
    const run = await runOf({ ...threePractices, 'paid.csv': wrong });
    expect(netOf(run)).toBe('-12.50');
    expect((await post(run, ledger, '£12.50')).exit).toBe(2);
    expect((await post(run, ledger, '−£12.50')).exit).toBe(0);
    expect((await post(run, ledger, '-12.50')).stdout).toContain('already posted as 2');
    expect(JSON.parse(readFileSync(join(ledger, postings()[1] ?? ''), 'utf8')).lines).toEqual([
      'Z00001,Z00001,patient-safety,Q2,-12.50',
    ]);
  });
});

describe('a run that is made with a ledger', () => {
  it('pays nothing that was posted, then the next quarter, then only what a correction changes', async () => {
    await post(await runOf(), ledger);
    const again = await runOf();
    expect(netOf(again)).toBe('0.00');
    const next = await runOf(threePractices, ...third);
    expect(netOf(next)).toBe('147342.00');
    expect((await post(next, ledger)).exit).toBe(0);
    const larger = { ...threePractices, 'list-sizes.csv': threePractices['list-sizes.csv'].replace('2000', '2500') };
    const correction = await runOf(larger, ...third);
    const amounts = rowsIn(correction, 'payments.csv').concat(rowsIn(correction, 'clawbacks.csv'));
    expect(new Set(amounts.map(([practice]) => practice))).toEqual(new Set(['Z00001', 'Z00002', 'Z00003']));
    expect(netOf(correction)).toBe('0.00');
    expect((await post(correction, ledger)).exit).toBe(0);
    expect(netOf(await runOf(larger, ...third))).toBe('0.00');
    expect((await quarterday(['verify', '--ledger', ledger])).exit).toBe(0);
  });

  it('keeps what it took from the ledger among its inputs, and the head in run.json', async () => {
    const first = await runOf();
    expect(JSON.parse(readFileSync(join(first, 'run.json'), 'utf8')).newest_posting).toEqual({
      serial: 0,
      sha256: null,
      scheme_sha256: null,
    });
    expect(readFileSync(join(first, 'inputs', 'posted.csv'), 'utf8')).toBe(
      'serial,as_at,practice_code,payee_code,component,period,amount\r\n',
    );
    await post(first, ledger);
    const second = await runOf();
    const { newest_posting: newest, inputs } = JSON.parse(readFileSync(join(second, 'run.json'), 'utf8'));
    expect(newest).toEqual({
      serial: 1,
      sha256: sha256(readFileSync(join(ledger, postings()[0] ?? ''), 'utf8')),
      scheme_sha256: sha256(readFileSync(join(first, 'inputs', 'scheme.json'), 'utf8')),
    });
    expect(inputs.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([
      ['list-sizes.csv', 3],
      ['posted.csv', 9],
      ['practices.csv', 3],
      ['scheme.json', null],
    ]);
    const posted = readFileSync(join(second, 'inputs', 'posted.csv'), 'utf8').split('\r\n');
    expect(posted.slice(0, 2)).toEqual([
      'serial,as_at,practice_code,payee_code,component,period,amount',
      '1,2019-10-15,Z00001,Z00001,education-target,Q2,7453.84',
    ]);
  });

  it('warns where the ledger is not there yet, and leaves that out of its record', async () => {
    const [data, out] = [folderOf(threePractices), emptyFolder()];
    const args = ['run', 'west-hampshire-qps-2019-20', '--period', 'Q2', '--as-at', '2019-10-15', '--data', data];
    const told = await quarterday([...args, '--ledger', ledger, '--out', out]);
    expect(told.exit).toBe(0);
    expect(told.stderr).toContain('warning new-ledger There is no ledger yet (1)');
    mkdirSync(ledger);
    const quiet = await quarterday([...args, '--ledger', ledger, '--out', out]);
    expect(quiet.exit).toBe(4);
    expect(quiet.stderr).toContain('target-exists');
    expect(quiet.stderr).not.toContain('new-ledger');
  });

  it('is refused where the ledger has paid a practice, or a component, that is not there any more', async () => {
    await post(await runOf(), ledger);
    const gone = { ...threePractices, 'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\n' };
    await expect(
      runOf({ ...gone, 'list-sizes.csv': threePractices['list-sizes.csv'].replace(/Z00003.*\n/, '') }),
    ).rejects.toThrow(
      /posted-practice-missing.*the ledger has paid Z00003 2981\.53 for education-target in Q2, but practices\.csv does not list the practice/,
    );
  });

  it('is refused where the ledger does not verify', async () => {
    await post(await runOf(), ledger);
    const [name = ''] = postings();
    writeFileSync(
      join(ledger, name),
      readFileSync(join(ledger, name), 'utf8').replace('education-target,Q2,7453.84', 'education-target,Q2,7453.85'),
    );
    const data = folderOf(threePractices);
    const args = ['run', 'west-hampshire-qps-2019-20', '--period', 'Q2', '--as-at', '2019-10-15', '--data', data];
    const told = await quarterday([...args, '--ledger', ledger]);
    expect(told.exit).toBe(4);
    expect(told.stderr).toContain('was changed, or is no record: its bytes are not as they were sealed');
    expect(told.stdout).toBe('');
  });

  it('does not write into the ledger', async () => {
    const data = folderOf(threePractices);
    const args = ['run', 'west-hampshire-qps-2019-20', '--period', 'Q2', '--as-at', '2019-10-15', '--data', data];
    const told = await quarterday([...args, '--ledger', ledger, '--out', join(ledger, 'runs')]);
    expect(told.exit).toBe(2);
    expect(told.stderr).toContain('the run folder would lie inside the ledger');
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('a run that may not be posted', () => {
  it('is one whose net total is not confirmed to the penny', async () => {
    const run = await runOf();
    const told = await post(run, ledger, '147342.01');
    expect(told).toMatchObject({ exit: 2, stdout: '' });
    expect(told.stderr).toContain('this is not the net total of the run');
    expect(told.stderr).not.toContain('147342.00');
    expect(readdirSync(root)).toEqual(['runs']);
  });

  it.each(['1,00.00', '12.345', '£', '1,0000', '$5', '−-5', 'all'])(
    'is one confirmed with %s, which is no amount',
    async (total) => {
      const told = await post(await runOf(), ledger, total);
      expect(told.exit).toBe(2);
      expect(told.stderr).toContain('an amount is written as 1234.50, £1,234.50, -12.50 or −£12.50');
    },
  );

  it('is one that another run for the period came before', async () => {
    const [one, other] = [await runOf(), await runOf({ ...threePractices, 'paid.csv': paidOnce })];
    await post(one, ledger);
    const told = await post(other, ledger);
    expect(told.exit).toBe(4);
    expect(told.stderr).toContain(
      'a different run for this scheme and period is posted already, as posting 1 (west-hampshire-qps-2019-20, Q2, as at 2019-10-15, approved by A. Smith, 2018-05-02)',
    );
    expect(postings()).toHaveLength(1);
  });

  it('is one made before the newest posting, and is told what came between', async () => {
    const [one, other] = [await runOf(), await runOf(threePractices, ...third)];
    await post(one, ledger);
    const told = await post(other, ledger);
    expect(told.exit).toBe(4);
    expect(told.stderr).toContain(
      'more of this scheme was posted since the run was made: posting 1 (west-hampshire-qps-2019-20, Q2, as at 2019-10-15, approved by A. Smith, 2018-05-02)',
    );
    expect(told.stderr).toContain('run again with --ledger, and post the new run');
    expect((await post(await runOf(threePractices, ...third), ledger)).exit).toBe(0);
  });

  it('is one made with another ledger', async () => {
    await post(await runOf(), ledger);
    const run = await runOf(threePractices, ...third);
    const told = await post(run, join(root, 'other'));
    expect(told.exit).toBe(4);
    expect(told.stderr).toContain('the posting that it follows is none of this one');
    expect(readdirSync(root)).toEqual(['ledger', 'runs']);
  });

  it.each([
    ['without its checksums', (run: string) => rmSync(join(run, 'SHA256SUMS')), 'SHA256SUMS'],
    ['with a file changed', (run: string) => writeFileSync(join(run, 'payments.csv'), ''), 'was changed'],
    ['with a table added', (run: string) => writeFileSync(join(run, 'inputs', 'paid.csv'), ''), 'was added'],
    ['with a file renamed', (run: string) => renameSync(join(run, 'refused.csv'), join(run, 'r.csv')), 'is missing'],
  ])('is one %s', async (_, damage, says) => {
    const run = await runOf();
    damage(run);
    const told = await post(run, ledger, '147342.00');
    expect(told.exit).toBe(3);
    expect(told.stderr).toContain('run-difference');
    expect(told.stderr).toContain(says);
    expect(readdirSync(root)).toEqual(['runs']);
  });

  it('is none at all', async () => {
    expect((await post(join(root, 'nowhere'), ledger, '1.00')).exit).toBe(2);
    writeFileSync(join(root, 'file'), '');
    expect((await post(await runOf(), join(root, 'file'))).exit).toBe(2);
  });

  it('is one for a ledger that does not verify, or is locked', async () => {
    const run = await runOf();
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001.record'), '');
    const locked = await post(run, ledger);
    expect(locked.exit).toBe(4);
    expect(locked.stderr).toContain('ledger-locked');
    expect(locked.stderr).toContain(join(ledger, '000001.record'));
    rmSync(join(ledger, '000001.record'));
    writeFileSync(join(ledger, '000001-aaaaaaaaaaaa.json'), '');
    const unsound = await post(run, ledger);
    expect(unsound.exit).toBe(4);
    expect(unsound.stderr).toContain('was changed, or is no record');
    expect(postings()).toEqual(['000001-aaaaaaaaaaaa.json']);
  });
});

describe('a run that is made again before it is posted', () => {
  it.each<[string, string, (text: string) => string, string]>([
    [
      'a payee',
      'payments.csv',
      (text) => text.replace('Z00001,Z00001,education-target', 'Z00001,Z00009,education-target'),
      'Z00001 education-target Q2, payee_code: recorded Z00009, made again Z00001',
    ],
    ['the workings', 'workings.csv', (text) => text.replace('380977', '380978'), 'made again'],
    ['the summary', 'summary.json', (text) => text.replace('"warnings": []', '"warnings": [1]'), 'made again'],
  ])('is refused where %s was changed and the change hidden', async (_, file, change, says) => {
    const run = await runOf();
    edit(join(run, file), change);
    hide(run);
    const told = await post(run, ledger);
    expect(told).toMatchObject({ exit: 3, stdout: '' });
    expect(told.stderr).toContain(says);
    expect(readdirSync(root)).toEqual(['runs']);
  });

  it('is refused where it says other lines of the ledger than there are', async () => {
    await post(await runOf(), ledger);
    const made = await runOf(threePractices, ...third);
    // Whoever says that nothing was posted is paid all of it again: the run itself comes out as it says.
    const forged = await runOfWestHampshire(folderOf(threePractices), join(root, 'forged'), ...third);
    const newest = readFileSync(join(made, 'run.json'), 'utf8').match(/"newest_posting": \{[^}]*\}/)?.[0] ?? '';
    edit(join(forged, 'run.json'), (text) => text.replace('"newest_posting": null', newest));
    edit(join(forged, 'summary.json'), (text) => text.replace(/"warnings": \[[\s\S]*?\n {2}\]/, '"warnings": []'));
    const path = hideAll(forged);
    expect(netOf(path)).toBe('294684.00');
    expect((await quarterday(['verify', path, '--recompute'])).exit).toBe(0);
    const told = await post(path, ledger);
    expect(told).toMatchObject({ exit: 3, stdout: '' });
    expect(told.stderr).toContain(
      'has no such line where the ledger has 1,2019-10-15,Z00001,Z00001,education-target,Q2,7453.84',
    );
    expect(postings()).toHaveLength(1);
  });

  it('is to be made again where another version made it', async () => {
    const run = await runOf();
    const [major = ''] = version.split('.');
    for (const other of [`${major}.99.0`, '7.0.0']) {
      madeByVersion(run, other);
      const told = await post(run, ledger);
      expect(told).toMatchObject({ exit: 4, stdout: '' });
      expect(told.stderr).toContain(
        `quarterday ${other} made the run; this is ${version}, which posts what it made itself`,
      );
    }
    expect(readdirSync(root)).toEqual(['runs']);
  });

  it('leaves nothing behind', async () => {
    const temporary = join(root, 'temporary');
    mkdirSync(temporary);
    const run = await runOf();
    const args = ['post', run, '--ledger', ledger, '--approved-by', 'A. Smith', '--confirm-total', '147342.00'];
    expect((await quarterday(args, { temporary })).exit).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('runs of several schemes', () => {
  it('are made side by side and posted one after another', async () => {
    const scheme = join(root, 'other.json');
    const builtin = readFileSync(new URL('../../../schemes/west-hampshire-qps-2019-20.json', import.meta.url), 'utf8');
    writeFileSync(scheme, builtin.replaceAll('west-hampshire-qps-2019-20', 'another-scheme'));
    const runOfOther = async (...more: readonly string[]) => {
      const args = ['run', scheme, '--data', folderOf(threePractices), '--ledger', ledger, '--out', runs];
      const told = await quarterday([...args, '--format', 'json', ...more]);
      expect(told.exit, told.stderr).toBe(0);
      return JSON.parse(told.stdout).folder;
    };
    const [one, other] = [await runOf(), await runOfOther('--period', 'Q2', '--as-at', '2019-10-15')];
    expect((await post(one, ledger)).exit).toBe(0);
    expect((await post(other, ledger)).exit).toBe(0);
    const [next, after] = [await runOf(threePractices, ...third), await runOfOther(...third)];
    expect((await post(after, ledger)).exit).toBe(0);
    expect((await post(next, ledger)).exit).toBe(0);
    expect(postings()).toHaveLength(4);
    for (const run of [one, other, next, after]) {
      expect((await quarterday(['verify', run, '--ledger', ledger, '--recompute'])).exit).toBe(0);
    }
  });
});

describe('who approved a posting', () => {
  it.each(['a\u202Eb', 'x'.repeat(201), 'a\nb'])('is a name that can be read: not %j', async (name) => {
    const run = await runOf();
    const args = ['post', run, '--ledger', ledger, '--approved-by', name, '--confirm-total', '147342.00'];
    const told = await quarterday(args);
    expect(told.exit).toBe(2);
    expect(told.stderr).toContain('a name is at most 200 characters on one line, all of them visible');
  });
});
