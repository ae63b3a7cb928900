import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../../src/record/verify/check-folder.ts';
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
  expect(exit).toBe(found.length > 0 ? 3 : 0);
  return found.map(({ file, line, message }) => `${basename(file)}${line === null ? '' : `:${line}`} ${message}`);
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

/** Writes SHA256SUMS anew, as somebody would who hides a change. */
function hide(run: string): void {
  const names = readdirSync(run, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !['SHA256SUMS', 'inputs'].includes(name),
  );
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(run, name)))
      .digest('hex');
  writeFileSync(
    join(run, 'SHA256SUMS'),
    names
      .sort()
      .map((name) => `${sum(name)}  ${name}\n`)
      .join(''),
  );
}

/** The same, with a run.json that was edited too: its sha256 names the folder. Answers its new path. */
function hideAll(run: string): string {
  hide(run);
  const id = createHash('sha256')
    .update(readFileSync(join(run, 'run.json')))
    .digest('hex');
  const path = join(dirname(run), basename(run).replace(/[0-9a-f]{12}$/, id.slice(0, 12)));
  renameSync(run, path);
  return path;
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
        `  run id ${runId}, made with calculation version 2`,
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
      expect(stdout).toContain(`  the run is posted in it as ${at + 1}\n`);
    }
  });

  it('is told as data with --format json', async () => {
    const run = await smallRun('--ledger', ledger);
    mkdirSync(ledger);
    const { stdout } = await quarterday(['verify', run, '--ledger', ledger, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      verified: true,
      differences: 0,
      run: {
        path: run,
        run_id: expect.stringMatching(/^[0-9a-f]{64}$/),
        calculation: '2',
        files: 14,
        recomputed: false,
        net: '147342.00',
      },
      ledger: { path: ledger, postings: 0, head: null, left_behind: [], lock: null, run_posted_as: null },
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
      'a file added',
      (run) => writeFileSync(join(run, 'inputs', 'paid.csv'), ''),
      ['paid.csv was added: SHA256SUMS does not list it', 'paid.csv is no input of the run: run.json does not name it'],
    ],
    [
      'a file renamed',
      (run) => renameSync(join(run, 'refused.csv'), join(run, 'Refused.csv')),
      ['refused.csv is missing, though SHA256SUMS lists it', 'Refused.csv was added: SHA256SUMS does not list it'],
    ],
    [
      'a link in place of a file',
      (run) => {
        renameSync(join(run, 'refused.csv'), join(dirname(run), 'r.csv'));
        symlinkSync(join(dirname(run), 'r.csv'), join(run, 'refused.csv'));
      },
      [
        'refused.csv is a link or a special file; expected a plain file',
        'refused.csv is missing, though SHA256SUMS lists it',
      ],
    ],
    ['a folder added', (run) => mkdirSync(join(run, 'inputs', 'old')), ['old is a folder; expected a plain file']],
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

  it('is told of a folder with another name', async () => {
    const run = await smallRun();
    const other = join(dirname(run), 'copy of it');
    renameSync(run, other);
    expect(await differences(other)).toEqual([
      `run.json makes the run ${basename(run)}; expected the folder to have this name`,
    ]);
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
    edit(join(run, 'run.json'), (text) => text.replace('"paid_ahead": "0"', '"paid_ahead": "1"'));
    const hidden = hideAll(run);
    expect(await differences(hidden)).toEqual([]);
    expect(await differences(hidden, '--recompute')).toEqual([
      expect.stringMatching(/^run\.json:\d+ recorded "paid_ahead": "1",, made again "paid_ahead": "0",$/),
    ]);
  });

  it('all through the folder is found by --recompute, which names practice, component, period and figure', async () => {
    const run = await smallRun();
    edit(join(run, 'run.json'), (text) => text.replaceAll('"14734200"', '"14734300"'));
    edit(join(run, 'payments.csv'), (text) => text.replace('7453.84,0.00,7453.84', '7463.84,0.00,7463.84'));
    const [first] = await differences(hideAll(run), '--recompute').then((all) =>
      all.filter((each) => each.includes('made again')),
    );
    expect(first).toBe('payments.csv:4 Z00001 education-target Q2, entitlement: recorded 7463.84, made again 7453.84');
  });

  it('in an input is found by --recompute', async () => {
    const run = await smallRun();
    const input = join(run, 'inputs', 'list-sizes.csv');
    const hideInput = () => {
      const bytes = readFileSync(input);
      edit(join(run, 'run.json'), (text) =>
        text.replace(
          /("file": "list-sizes\.csv",\s*"sha256": ")[0-9a-f]+(",\s*"bytes": )\d+/,
          `$1${createHash('sha256').update(bytes).digest('hex')}$2${bytes.length}`,
        ),
      );
      return hideAll(run);
    };
    edit(input, (text) => text.replace('5000', '5001'));
    const hidden = hideInput();
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

describe('a run made by another version of the calculation', () => {
  it('is verified, and made again under the version that it names', async () => {
    const run = await smallRun();
    edit(join(run, 'run.json'), (text) => text.replace('"calculation": "2"', '"calculation": "0"'));
    const { exit, stdout } = await quarterday(['verify', hideAll(run), '--recompute']);
    expect(exit).toBe(0);
    expect(stdout).toContain('made with calculation version 0; this program has version 2\n');
  });

  it('is told of with every difference', async () => {
    const run = await smallRun();
    edit(join(run, 'run.json'), (text) =>
      text.replace('"calculation": "2"', '"calculation": "0"').replace('"paid_ahead": "0"', '"paid_ahead": "1"'),
    );
    const { exit, stderr } = await quarterday(['verify', hideAll(run), '--recompute']);
    expect(exit).toBe(3);
    expect(stderr).toContain('this run was made with calculation version 0, this program has 2');
  });
});

describe('a ledger', () => {
  it('is verified, and says what a killed program left behind', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    writeFileSync(join(ledger, '.posting-000002-0123456789abcdef'), '');
    writeFileSync(join(ledger, '000002.posting'), '');
    const { exit, stdout } = await quarterday(['verify', '--ledger', ledger]);
    expect(exit).toBe(0);
    expect(stdout.replace(/sha256 [0-9a-f]{64}/, 'sha256 …')).toBe(
      [
        `verified ${ledger}`,
        '  1 posting, each following the one before, each adding up to its control totals',
        '  newest posting 1, sha256 …',
        '  note: .posting-000002-0123456789abcdef was left behind by a program that was killed, and does no harm',
        '  note: 000002.posting was left behind by a program that was killed, and does no harm',
        '  note: 000002.posting locks the ledger: somebody is posting, or was killed while posting',
        '',
      ].join('\n'),
    );
  });

  it('is told of what does not hold', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const [name = ''] = readdirSync(ledger);
    edit(join(ledger, name), (text) => text.replace('A. Smith', 'B. Smith'));
    expect(await differences('--ledger', ledger)).toEqual([
      `${name} was changed, or is no posting: its bytes are not as they were sealed`,
    ]);
  });

  it('is not the one that a run was made with', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const run = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    const other = join(root, 'other');
    mkdirSync(other);
    expect(await differences(run, '--ledger', other)).toEqual([
      'posted.csv comes from a ledger of which this is not a later state',
    ]);
  });

  it('is not what a run says that it took from it', async () => {
    await post(await smallRun('--ledger', ledger), ledger);
    const run = await smallRun('--ledger', ledger, '--period', 'Q3', '--as-at', '2020-01-15');
    expect(netOf(run)).toBe('147342.00');
    edit(join(run, 'inputs', 'posted.csv'), (text) => text.replace('7453.84', '7453.83'));
    expect(await differences(run, '--ledger', ledger)).toContain(
      'posted.csv is not what the ledger had paid when the run was made',
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
  ])('%j is wrong usage', async (args, says) => {
    const { exit, stdout, stderr } = await quarterday(['verify', ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});
