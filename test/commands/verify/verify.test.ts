import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../../src/record/verify/check-folder.ts';
import { version } from '../../../src/terminal/version.ts';
import { edit, hide, hideAll, hideInput, madeByVersion } from '../../make/hide.ts';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { netOf, post, runOfWestHampshire, threePractices } from '../../make/posted-runs.ts';
import { fixtureData, runFolder } from '../../make/runs.ts';

let root: string;
let ledger: string;
beforeEach(() => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
});

function smallRun(...more: readonly string[]): Promise<string> {
  return runOfWestHampshire(folderOf(threePractices), join(root, 'runs'), ...more);
}

function dorsetRun(): Promise<string> {
  return runFolder('dorset-ccip-2015-16', {
    period: 'Q4',
    asAt: '2016-07-31',
    data: fixtureData('dorset-ccip-2015-16'),
  });
}

/** The differences that verify tells, as `file:line message`. */
async function differences(...args: readonly string[]): Promise<string[]> {
  const { exit, stderr } = await quarterday(['verify', ...args, '--format', 'json']);
  const found = stderr
    .split('\n')
    .filter(Boolean)
    .map((each) => JSON.parse(each));
  expect(exit).toBe(found.some(({ severity }) => severity === 'error') ? 3 : 0);
  return found.map(
    ({ file, line, message }) => `${file && basename(file)}${line === null ? '' : `:${line}`} ${message}`,
  );
}

describe('a run folder as it was made', () => {
  it('is verified, and says what was proved', async () => {
    const run = await smallRun();
    const runId = createHash('sha256')
      .update(readFileSync(join(run, 'run.json')))
      .digest('hex');
    expect(await quarterday(['verify', run, '--recompute'])).toEqual({
      exit: 0,
      stdout: [
        `verified ${run}`,
        `  run id ${runId}, made with calculation 3 by quarterday ${version}`,
        '  14 files, each as it was written',
        '  the reports foot to the control totals and to the workings: payments £147,342.00, clawbacks due £0.00, net £147,342.00',
        '  made again from its own inputs: every report is the same, byte for byte',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('is verified with the ledger that it was made with, however much was posted since', async () => {
    const runs: string[] = [];
    for (const [period, asAt] of [
      ['Q2', '2019-10-15'],
      ['Q3', '2020-01-15'],
      ['Q4', '2020-04-30'],
    ]) {
      const run = await smallRun('--ledger', ledger, '--period', period ?? '', '--as-at', asAt ?? '');
      expect((await post(run, ledger)).exit).toBe(0);
      runs.push(run);
    }
    for (const [at, run] of runs.entries()) {
      const { exit, stdout } = await quarterday(['verify', run, '--ledger', ledger, '--recompute']);
      expect(exit).toBe(0);
      expect(stdout).toContain('  3 postings, each following the one before, each adding up to its control totals\n');
      expect(stdout).toContain(
        `  the run is posted in it as ${at + 1}: every line, payee and sum is that of the run folder\n`,
      );
    }
  });

  it('is told as data with --format json', async () => {
    const run = await smallRun('--ledger', ledger);
    await post(run, ledger);
    const [name = ''] = readdirSync(ledger);
    const newest = createHash('sha256')
      .update(readFileSync(join(ledger, name)))
      .digest('hex');
    const { stdout } = await quarterday(['verify', run, '--ledger', ledger, '--newest', newest, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      format: 'quarterday/verify/1',
      verified: true,
      differences: 0,
      run: {
        path: run,
        run_id: expect.stringMatching(/^[0-9a-f]{64}$/),
        calculation: '3',
        made_by: version,
        files: 14,
        recomputed: false,
        same_to_the_byte: null,
        payments: '147342.00',
        clawbacks_due: '0.00',
        net: '147342.00',
      },
      ledger: {
        path: ledger,
        records: 1,
        postings: 1,
        hand_offs: 0,
        settlements: 0,
        head: newest,
        left_behind: [],
        lock: null,
        newest_as_noted: true,
        run_posted_as: 1,
      },
    });
  });

  it('is made again to the byte with clawbacks, refused rows, warnings and files that it had no use for', async () => {
    const data = join(emptyFolder(), 'data');
    cpSync(fixtureData('dorset-ccip-2015-16'), data, { recursive: true });
    writeFileSync(join(data, 'letters.csv'), 'not,mine\n');
    writeFileSync(join(data, 'measures.csv'), 'practice_code,measure,as_at,numerator,denominator\n');
    edit(join(data, 'claims.csv'), (text) => `\ufeff${text}\n,,,\n`);
    const run = await runFolder('dorset-ccip-2015-16', { period: 'Q2', asAt: '2015-09-15', data });
    expect(readFileSync(join(run, 'summary.json'), 'utf8')).toContain('"code": "as-at-before-period-end"');
    expect(await differences(run, '--recompute')).toEqual([]);
  });
});

describe('any byte of a run folder', () => {
  it('is noticed when it changes: all of every small file, a sample of the others', async () => {
    const run = await smallRun('--ledger', ledger);
    for (const name of readdirSync(run, { recursive: true, encoding: 'utf8' })) {
      if (name === 'inputs') continue;
      const bytes = readFileSync(join(run, name));
      const stride = bytes.length < 1500 ? 1 : Math.ceil(bytes.length / 100);
      for (let at = 0; at < bytes.length; at += stride) {
        const byte = bytes[at] ?? 0;
        bytes[at] = byte ^ 1;
        writeFileSync(join(run, name), bytes);
        expect(checkFolder(run).differences, `${name}, byte ${at}`).not.toEqual([]);
        bytes[at] = byte;
      }
      writeFileSync(join(run, name), bytes);
    }
    expect(checkFolder(run).differences).toEqual([]);
  });
});

describe('a run folder that was changed', () => {
  it.each<[string, (run: string) => void, string[]]>([
    [
      'a file removed',
      (run) => rmSync(join(run, 'withheld.csv')),
      ['withheld.csv is missing, though SHA256SUMS lists it'],
    ],
    [
      'a file removed together with its checksum',
      (run) => {
        rmSync(join(run, 'withheld.csv'));
        hide(run);
      },
      ['withheld.csv is missing from the folder'],
    ],
    [
      'an input removed together with its checksum',
      (run) => {
        rmSync(join(run, 'inputs', 'list-sizes.csv'));
        hide(run);
      },
      ['list-sizes.csv is missing from the folder'],
    ],
    [
      'a table added',
      (run) => writeFileSync(join(run, 'inputs', 'paid.csv'), ''),
      ['paid.csv was added: SHA256SUMS does not list it', 'paid.csv is no input of the run: run.json does not name it'],
    ],
    [
      'a file renamed',
      (run) => renameSync(join(run, 'refused.csv'), join(run, 'Refused.csv')),
      ['Refused.csv is no part of the run, and is not read', 'refused.csv is missing, though SHA256SUMS lists it'],
    ],
    [
      'a link in place of a file',
      (run) => {
        renameSync(join(run, 'refused.csv'), join(dirname(run), 'r.csv'));
        symlinkSync(join(dirname(run), 'r.csv'), join(run, 'refused.csv'));
      },
      ['refused.csv is missing, though SHA256SUMS lists it', 'refused.csv is no plain file, but a link or a folder'],
    ],
    [
      'no checksums',
      (run) => rmSync(join(run, 'SHA256SUMS')),
      ['SHA256SUMS is missing: the folder is incomplete, and no run'],
    ],
    [
      'checksums out of order',
      (run) => edit(join(run, 'SHA256SUMS'), (text) => `${text.split('\n').slice(0, -1).reverse().join('\n')}\n`),
      ['SHA256SUMS is not a list of checksums and names in order of name, each once'],
    ],
    [
      'a checksum that leads out of the folder',
      (run) => edit(join(run, 'SHA256SUMS'), (text) => text.replace('run.json', '../run.json')),
      ['SHA256SUMS is not a list of checksums and names in order of name, each once'],
    ],
    ['no run.json', (run) => rmSync(join(run, 'run.json')), ['run.json is missing, though SHA256SUMS lists it']],
  ])('is told of %s', async (_, change, says) => {
    const run = await smallRun();
    change(run);
    expect(await differences(run)).toEqual(says);
  });

  it('is told of a file cut short, by its checksum and by what it comes to', async () => {
    const run = await smallRun();
    edit(join(run, 'payments.csv'), (text) => `${text.split('\r\n').slice(0, -2).join('\r\n')}\r\n`);
    expect(await differences(run)).toEqual(
      [
        expect.stringMatching(/^payments\.csv was changed: expected the checksum [0-9a-f]{64}$/),
        'payments.csv has 8 rows; run.json counts 9',
        'payments.csv has amounts of 128293.46; expected the control total 147342.00',
        expect.stringMatching(/^workings\.csv:\d+ settles Z00003 locality-plans Q2 with \d+\.\d\d; in payments\.csv/),
      ].map((each, at) => (at === 2 || at === 3 ? expect.anything() : each)),
    );
  });

  it('is told of files swapped with those of another run', async () => {
    const run = await smallRun();
    const other = await smallRun('--period', 'Q3', '--as-at', '2020-01-15');
    for (const name of ['payments.csv', 'SHA256SUMS']) {
      const [one, two] = [readFileSync(join(run, name)), readFileSync(join(other, name))];
      writeFileSync(join(run, name), two);
      expect((await quarterday(['verify', run])).exit, name).toBe(3);
      writeFileSync(join(run, name), one);
    }
    expect(await differences(run)).toEqual([]);
  });
});

describe('a change that was hidden by new checksums', () => {
  it('in an amount is told by the totals and the workings', async () => {
    const run = await dorsetRun();
    edit(join(run, 'payments.csv'), (text) => text.replace(/(\r\nZ10001.*),250\.00\r\n/, '$1,350.00\r\n'));
    hide(run);
    const [row, total, working] = await differences(run);
    expect(row).toMatch(/^payments\.csv:\d+ has amounts that do not follow from one another$/);
    expect(total).toMatch(/^payments\.csv has amounts of [\d.]+; expected the control total [\d.]+$/);
    expect(working).toMatch(
      /^workings\.csv:\d+ settles Z10001 [a-z-]+ Q\d with 250\.00; in payments\.csv line \d+ has /,
    );
  });

  it('in two amounts that make up for one another is told by the workings', async () => {
    const run = await smallRun();
    edit(join(run, 'payments.csv'), (text) =>
      text
        .replace('7453.84,0.00,7453.84', '7453.85,0.00,7453.85')
        .replace('4472.30,0.00,4472.30', '4472.29,0.00,4472.29'),
    );
    hide(run);
    const [only, ...others] = await differences(run);
    expect(only).toMatch(
      /^workings\.csv:\d+ settles Z00001 education-target Q2 with 7453\.84; in payments\.csv line \d+ has Z00001 education-target Q2, 7453\.85$/,
    );
    expect(others).toEqual([]);
  });

  it('in the summary, the statements or what is withheld is told by the control totals', async () => {
    const run = await dorsetRun();
    edit(join(run, 'summary.json'), (text) => text.replace(/"net": "(\d+)/, '"net": "1$1'));
    edit(join(run, 'statements.csv'), (text) =>
      text.replace(/,(\d+\.\d\d),(\d+\.\d\d),(-?\d+\.\d\d)\r\nZ10002/, ',1$1,1$2,$3\r\nZ10002'),
    );
    edit(join(run, 'withheld.csv'), (text) => text.replace(/,(\d+\.\d\d),/, ',1$1,'));
    hide(run);
    const files = (await differences(run)).map((each) => each.split(/[ :]/)[0]);
    expect(new Set(files)).toEqual(new Set(['summary.json', 'statements.csv', 'withheld.csv']));
  });

  it('in the workings alone is found by --recompute, which names the step', async () => {
    const run = await smallRun();
    edit(join(run, 'workings.csv'), (text) => text.replace('380977', '380978'));
    hide(run);
    expect(await differences(run)).toEqual([]);
    const [only, ...others] = await differences(run, '--recompute');
    expect(only).toMatch(
      /^workings\.csv:\d+ Z00001 locality-plans [a-z]+, [a-z]+: recorded .*380978.*, made again .*380977/,
    );
    expect(others).toEqual([]);
  });

  it('in run.json itself is found by --recompute', async () => {
    const run = await smallRun();
    edit(join(run, 'run.json'), (text) => text.replace('"paid_ahead": "0.00"', '"paid_ahead": "0.01"'));
    const hidden = hideAll(run);
    expect(await differences(hidden)).toEqual([]);
    expect(await differences(hidden, '--recompute')).toEqual([
      expect.stringMatching(/^run\.json:\d+ recorded "paid_ahead": "0\.01",, made again "paid_ahead": "0\.00",$/),
    ]);
  });

  it('all through the folder is found by --recompute, which names practice, component, period and figure', async () => {
    const run = await smallRun();
    edit(join(run, 'run.json'), (text) => text.replaceAll('"147342.00"', '"147343.00"'));
    edit(join(run, 'payments.csv'), (text) => text.replace('7453.84,0.00,7453.84', '7463.84,0.00,7463.84'));
    const [first] = await differences(hideAll(run), '--recompute').then((all) =>
      all.filter((each) => each.includes('made again')),
    );
    expect(first).toBe('payments.csv:4 Z00001 education-target Q2, entitlement: recorded 7463.84, made again 7453.84');
  });

  it('in an input is found by --recompute', async () => {
    const run = await smallRun();
    edit(join(run, 'inputs', 'list-sizes.csv'), (text) => text.replace('5000', '5001'));
    const hidden = hideInput(run, 'list-sizes.csv');
    expect(await differences(hidden)).toEqual([]);
    expect((await differences(hidden, '--recompute'))[0]).toMatch(
      /^payments\.csv:2 Z00001 locality-plans Q2, entitlement: recorded 57146\.50, made again 57152\.21$/,
    );
  });

  it('in an input that makes no run any more is told as such', async () => {
    const run = await smallRun();
    edit(join(run, 'inputs', 'list-sizes.csv'), (text) => text.replace('5000', 'many'));
    const all = await differences(run, '--recompute');
    expect(all.at(-1)).toMatch(/^list-sizes\.csv makes no run any more: /);
  });
});

describe('a run made by another version of the program', () => {
  const [major = ''] = version.split('.');
  const sibling = `${major}.99.0`;

  it('of the same major version comes out the same, whatever its words', async () => {
    const run = await dorsetRun();
    edit(join(run, 'withheld.csv'), (text) =>
      text.replace(/withheld,(\d+\.\d\d),[^,"]+,/, 'withheld,$1,in other words,'),
    );
    edit(join(run, 'workings.csv'), (text) => text.replace(/,entitlement,[^,"]+,/, ',entitlement,in other words,'));
    edit(join(run, 'summary.json'), (text) => text.replace(/"reason": "[^"]*"/, '"reason": "in other words"'));
    hide(run);
    expect((await differences(run, '--recompute')).map((each) => each.split(/[ :]/)[0])).toEqual([
      'withheld.csv',
      'workings.csv',
      'summary.json',
    ]);
    madeByVersion(run, sibling);
    const { exit, stdout, stderr } = await quarterday(['verify', run, '--recompute']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(`made with calculation 3 by quarterday ${sibling}\n`);
    expect(stdout).toContain(`every code, date, amount and row is the same; ${version} may word them otherwise\n`);
  });

  it.each<[string, string, (text: string) => string]>([
    ['a figure in the workings', 'workings.csv', (text) => text.replace('380977', '380978')],
    ['a row that is gone', 'workings.csv', (text) => text.replace(/\r\n[^\r]*\r\n$/, '\r\n')],
    ['a payee', 'payments.csv', (text) => text.replace('Z00001,Z00001', 'Z00001,Z00009')],
    ['an amount in the summary', 'summary.json', (text) => text.replace('"patients": "10000"', '"patients": "10001"')],
  ])('is told of %s all the same', async (_, file, change) => {
    const run = await smallRun();
    edit(join(run, file), change);
    madeByVersion(run, sibling);
    const told = await differences(run, '--recompute');
    expect(told.some((each) => each.startsWith(file) && each.includes('made again'))).toBe(true);
  });

  it('of another major version is proved by a release of that one, which is named', async () => {
    const run = await smallRun();
    madeByVersion(run, '7.1.2');
    for (const more of [[], ['--recompute']]) {
      const { exit, stdout, stderr } = await quarterday(['verify', run, ...more]);
      expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
      expect(stderr).toContain(
        `quarterday 7.1.2 made the run; this is ${version}, which makes again the runs of version ${major}`,
      );
      expect(stderr).toContain('verify it with quarterday 7.1.2, or a later release of version 7');
    }
  });

  it('that does not say which is held to the byte', async () => {
    const run = await smallRun();
    madeByVersion(run, 'unknown');
    expect(await differences(run, '--recompute')).toEqual([]);
    edit(join(run, 'workings.csv'), (text) => text.replace(/,entitlement,[^,"]+,/, ',entitlement,in other words,'));
    hide(run);
    expect(await differences(run, '--recompute')).toHaveLength(1);
  });
});

describe('a ledger', () => {
  it('is verified, and says what a killed program left behind', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    writeFileSync(join(ledger, '.record-000002-0123456789abcdef'), '');
    writeFileSync(join(ledger, '000002.record'), '');
    const { exit, stdout } = await quarterday(['verify', '--ledger', ledger]);
    expect(exit).toBe(0);
    expect(stdout.replace(/sha256 [0-9a-f]{64}/, 'sha256 …')).toBe(
      [
        `verified ${ledger}`,
        '  1 posting, each following the one before, each adding up to its control totals',
        '  newest record 1, sha256 …',
        '  note: .record-000002-0123456789abcdef was left behind by a program that was killed, and does no harm',
        '  note: 000002.record was left behind by a program that was killed, and does no harm',
        '  note: 000002.record locks the ledger: somebody is at work on it, or was killed meanwhile',
        '',
      ].join('\n'),
    );
  });

  it('is told of what does not hold', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const [name = ''] = readdirSync(ledger);
    edit(join(ledger, name), (text) => text.replace('A. Smith', 'B. Smith'));
    expect(await differences('--ledger', ledger)).toEqual([
      `${name} was changed, or is no record: its bytes are not as they were sealed`,
    ]);
  });

  it('is not the one that a run was made with', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const run = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    const other = join(root, 'other');
    mkdirSync(other);
    expect(await differences(run, '--ledger', other)).toEqual([
      'posted.csv comes from a ledger of which this is not a later state',
      expect.stringMatching(/^null no posting of the ledger is of this run, [0-9a-f]{64}$/),
    ]);
  });

  it('is not one with the same lines that somebody else approved', async () => {
    const first = await smallRun('--ledger', ledger);
    await post(first, ledger);
    const run = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    const other = join(root, 'other');
    const args = ['post', first, '--ledger', other, '--approved-by', 'B. Smith', '--confirm-total', netOf(first)];
    expect((await quarterday(args)).exit).toBe(0);
    expect((await differences(run, '--ledger', other))[0]).toBe(
      'posted.csv comes from a ledger of which this is not a later state',
    );
  });

  it('is not what a run says that it took from it', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const run = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    expect(netOf(run)).toBe('147342.00');
    edit(join(run, 'inputs', 'posted.csv'), (text) => text.replace('7453.84', '7453.83'));
    expect(await differences(run, '--ledger', ledger)).toContain(
      'posted.csv:2 has 1,2019-10-15,Z00001,Z00001,education-target,Q2,7453.83 where the ledger has 1,2019-10-15,Z00001,Z00001,education-target,Q2,7453.84',
    );
  });
});

describe('verify', () => {
  it.each([
    [[], 'verify needs a run folder or --ledger'],
    [['--recompute'], '--recompute needs a run folder'],
    [['--ledger', '.', '--recompute'], '--recompute needs a run folder'],
    [['/nowhere/at/all'], 'there is no folder at this path'],
    [['--ledger', '/nowhere/at/all'], 'there is no folder at this path'],
    [['--newest', 'a'.repeat(64)], '--newest needs a ledger'],
    [['--ledger', '.', '--newest', 'abc'], 'a sha256 is 64 digits and letters from a to f'],
  ])('%j is wrong usage', async (args, says) => {
    const { exit, stdout, stderr } = await quarterday(['verify', ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

describe('what lies beside a run', () => {
  it('is told and changes nothing; what the system left is not even told', async () => {
    const run = await smallRun();
    for (const name of ['.DS_Store', 'Thumbs.db', 'inputs/desktop.ini', '~$payments.csv']) {
      writeFileSync(join(run, name), '');
    }
    expect(await differences(run, '--recompute')).toEqual([]);
    writeFileSync(join(run, 'note.txt'), 'ours');
    writeFileSync(join(run, 'inputs', 'letter.docx'), 'theirs');
    mkdirSync(join(run, 'old'));
    expect(await differences(run, '--recompute')).toEqual([
      'letter.docx is no part of the run, and is not read',
      'note.txt is no part of the run, and is not read',
      'old is no part of the run, and is not read',
    ]);
  });

  it('is a difference where it would be read with the run', async () => {
    const run = await smallRun();
    symlinkSync(join(run, 'payments.csv'), join(run, 'inputs', 'decisions.csv'));
    expect(await differences(run)).toEqual(['decisions.csv is no plain file, but a link or a folder']);
  });

  it('is no name: a run folder may be renamed, and be reached by a link', async () => {
    const run = await smallRun();
    const [other, link] = [join(dirname(run), 'copy of it'), join(dirname(run), 'link')];
    renameSync(run, other);
    symlinkSync(other, link);
    for (const path of [other, link]) expect(await differences(path, '--recompute')).toEqual([]);
    expect((await post(link, ledger)).exit).toBe(0);
    expect((await quarterday(['verify', other, '--ledger', ledger])).exit).toBe(0);
  });
});

describe('a posting, held against the run that it posted', () => {
  async function posted(): Promise<string> {
    const run = await smallRun('--ledger', ledger);
    await post(run, ledger);
    return run;
  }

  /** Changes the only posting and seals it again, as somebody would who hides a change. */
  function forge(change: (text: string) => string): string {
    const [name = ''] = readdirSync(ledger);
    const path = join(ledger, name);
    edit(path, (text) => {
      const sealed = change(text.slice(0, text.indexOf('  "seal"')));
      return `${sealed}  "seal": "${createHash('sha256').update(sealed).digest('hex')}"\n}\n`;
    });
    return name;
  }

  it.each<[string, (text: string) => string, string[]]>([
    [
      'a payee',
      (text) => text.replace('"Z00001,Z00001,education-target', '"Z00001,Z00009,education-target'),
      [
        'has nothing for Z00001,education-target,Q2,Z00001; the run folder has 7453.84',
        'has 7453.84 for Z00001,education-target,Q2,Z00009; the run folder has nothing',
      ],
    ],
    [
      'two amounts that make up for one another',
      (text) => text.replace('Q2,7453.84', 'Q2,7453.83').replace('Q2,4472.30', 'Q2,4472.31'),
      [
        'has 7453.83 for Z00001,education-target,Q2,Z00001; the run folder has 7453.84',
        'has 4472.31 for Z00002,education-target,Q2,Z00002; the run folder has 4472.30',
      ],
    ],
    [
      'a sum',
      (text) => text.replace('"not_paid": "', '"not_paid": "1'),
      ['has other control totals than the run folder'],
    ],
    [
      'the as-at date',
      (text) => text.replace('2019-10-15', '2019-10-16'),
      ['is of another scheme, period or as-at date than the run folder'],
    ],
    [
      'the scheme file',
      (text) => text.replace(/"scheme_sha256": "[0-9a-f]{64}"/, `"scheme_sha256": "${'0'.repeat(64)}"`),
      ['names another scheme file than the run folder'],
    ],
  ])('is told of %s', async (_, change, says) => {
    const run = await posted();
    const name = forge(change);
    expect(await differences('--ledger', ledger)).toEqual([]);
    expect(await differences(run, '--ledger', ledger)).toEqual(says.map((each) => `${name} ${each}`));
  });

  it('is none where the run is not posted', async () => {
    await posted();
    const other = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    const { exit, stdout, stderr } = await quarterday(['verify', other, '--ledger', ledger]);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain('error not-posted The run is not posted (1)');
  });
});

describe('the newest posting, held against a hash that was noted', () => {
  it('is the one, or an earlier one, or none', async () => {
    const notes: string[] = [];
    for (const [period, asAt] of [
      ['Q2', '2019-10-15'],
      ['Q3', '2020-01-15'],
    ]) {
      const run = await smallRun('--ledger', ledger, '--period', period ?? '', '--as-at', asAt ?? '');
      const { stdout } = await post(run, ledger, netOf(run), '--format', 'json');
      notes.push(JSON.parse(stdout).newest.sha256);
    }
    const [first = '', second = ''] = notes;
    const told = await quarterday(['verify', '--ledger', ledger, '--newest', second.toUpperCase()]);
    expect(told.exit).toBe(0);
    expect(told.stdout).toContain('  the newest record is the one that was noted\n');
    expect(await differences('--ledger', ledger, '--newest', first)).toEqual([
      `ledger the newest record is 2, with the sha256 ${second}; the one that was noted is posting 1 (west-hampshire-qps-2019-20, Q2, as at 2019-10-15, approved by A. Smith, 2018-05-02)`,
    ]);
    expect(await differences('--ledger', ledger, '--newest', 'a'.repeat(64))).toEqual([
      `ledger the newest record is 2, with the sha256 ${second}; no record has the one that was noted`,
    ]);
    rmSync(join(ledger, readdirSync(ledger)[1] ?? ''));
    expect(await differences('--ledger', ledger, '--newest', second)).toEqual([
      `ledger the newest record is 1, with the sha256 ${first}; no record has the one that was noted`,
    ]);
  });
});
