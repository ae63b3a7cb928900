import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/record/verify/check-folder.ts';
import { type Bank, handOff, handOffArgs, postedQuarters, settleArgs } from '../make/bank.ts';
import { dorsetQ4, type Ended, runBuilt } from '../make/built.ts';
import { emptyFolder, folderOf, quarterday } from '../make/host.ts';
import { post, runOfWestHampshire, threePractices } from '../make/posted-runs.ts';
import { fixtureData } from '../make/runs.ts';
import { walk } from '../record/ledger/sample.ts';

// The program as it is built, in processes of its own, killed without a chance to clear up (SIGKILL).

const kills = 20;

/** Where the processes make their temporary files, so that what a killed one leaves is told to no other test. */
const ownTemporary = mkdtempSync(join(tmpdir(), 'quarterday-test-'));
afterAll(() => rmSync(ownTemporary, { recursive: true, force: true }));

/** Runs the program, and kills it after so many milliseconds where a time is given. */
function start(args: readonly string[], killAfter: number | null = null, temporary = ownTemporary): Promise<Ended> {
  const env = { ...process.env, TMPDIR: temporary };
  return runBuilt(args, killAfter === null ? { env } : { env, killAfter });
}

/** Moments spread over the whole time that a command takes, and a little beyond, each at random within its own part. */
function moments(milliseconds: number): number[] {
  return Array.from({ length: kills }, (_, part) => ((part + Math.random()) / kills) * milliseconds * 1.1);
}

describe('a run that is killed', () => {
  it('is there whole, or not at all', async () => {
    const parent = join(emptyFolder(), 'runs');
    const data = fixtureData('dorset-ccip-2015-16');
    const args = dorsetQ4(data, parent);
    const whole = await start(args);
    expect(whole.exit, whole.stderr).toBe(0);
    const [name = ''] = readdirSync(parent);
    for (const moment of moments(whole.milliseconds)) {
      rmSync(parent, { recursive: true, force: true });
      await start(args, moment);
      const there = existsSync(parent) ? readdirSync(parent) : [];
      const runs = there.filter((each) => !/^\.quarterday-\d+-[0-9a-f]{16}$/.test(each));
      expect([[], [name]], `killed after ${moment} ms`).toContainEqual(runs);
      for (const run of runs)
        expect(checkFolder(join(parent, run)).differences, `killed after ${moment} ms`).toEqual([]);
    }
    expect((await start(args)).exit).toBeOneOf([0, 4]);
    expect(checkFolder(join(parent, name)).differences).toEqual([]);
  });
});

describe('a posting that is killed', () => {
  it('stands whole, or not at all, the ledger verifies, and the run can be posted once more', async () => {
    const [out, root] = [emptyFolder(), emptyFolder()];
    const run = await runOfWestHampshire(folderOf(threePractices), out, '--ledger', join(root, 'empty'));
    const argsFor = (ledger: string) => [
      'post',
      run,
      '--ledger',
      ledger,
      '--approved-by',
      'A',
      '--confirm-total',
      '147342.00',
    ];
    const whole = await start(argsFor(join(root, 'whole')));
    expect(whole.exit, whole.stderr).toBe(0);
    for (const [at, moment] of moments(whole.milliseconds).entries()) {
      const ledger = join(root, String(at));
      await start(argsFor(ledger), moment);
      const { differences, head } = walk(ledger);
      expect(differences, `killed after ${moment} ms`).toEqual([]);
      const again = await post(run, ledger);
      expect(again.exit, again.stderr).toBe(0);
      expect(again.stdout.startsWith(head.serial === 1 ? 'already posted as 1' : 'posted as 1')).toBe(true);
      expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 }, lock: null });
      expect((await quarterday(['verify', '--ledger', ledger])).exit).toBe(0);
    }
  });
});

describe('a hand-off that is killed', () => {
  it('is recorded or not, its folder is seen only where it is, and the same command finishes it, once', async () => {
    const posted = await postedQuarters();
    const inFolder = (at: string): Bank => {
      const root = join(posted.root, at);
      cpSync(posted.ledger, join(root, 'ledger'), { recursive: true });
      return { ...posted, root, ledger: join(root, 'ledger') };
    };
    const whole = await start(handOffArgs(inFolder('whole'), [1], 'pay'));
    expect(whole.exit, whole.stderr).toBe(0);
    for (const [at, moment] of moments(whole.milliseconds).entries()) {
      const bank = inFolder(String(at));
      const where = `killed after ${moment} ms`;
      await start(handOffArgs(bank, [1], 'pay'), moment);
      const { differences, head } = walk(bank.ledger);
      expect(differences, where).toEqual([]);
      const isSeen = existsSync(join(bank.root, 'pay'));
      if (isSeen) expect(head.serial, where).toBe(3);
      const again = await handOff(bank, [1], 'pay');
      expect(again.exit, `${where}: ${again.stderr}`).toBe(isSeen ? 4 : 0);
      expect(readdirSync(join(bank.root, 'pay')).sort(), where).toEqual([
        'control.txt',
        'payments.csv',
        'to-recover.csv',
      ]);
      // What it was writing when it was killed stays hidden, and is told.
      const left = readdirSync(bank.root).filter((name) => name.startsWith('.'));
      const told = left.filter((name) => again.stderr.includes(join(bank.root, name)));
      expect([left, again.stderr.includes('warning temporary-folder-left')], where).toEqual([told, left.length > 0]);
      expect(readdirSync(bank.root).sort(), where).toEqual([...left, 'ledger', 'pay']);
      expect(walk(bank.ledger), where).toMatchObject({ differences: [], head: { serial: 3 }, lock: null });
      expect((await handOff(bank, [1], 'once-more')).exit, where).toBe(4);
    }
  });
});

describe('a settlement that is killed', () => {
  it('stands whole, or not at all, and the same command goes on from there', async () => {
    const posted = await postedQuarters();
    await handOff(posted, [1], 'pay');
    const args = settleArgs(posted, ['QD1PZ00001,25/05/2018,Paid,73671.00', 'QD1PZ00002,25/05/2018,Rejected,']);
    const argsFor = (ledger: string) => args.map((arg) => (arg === posted.ledger ? ledger : arg));
    const copied = (at: string) => {
      const ledger = join(posted.root, at);
      cpSync(posted.ledger, ledger, { recursive: true });
      return ledger;
    };
    const whole = await start(argsFor(copied('whole')));
    expect(whole.exit, whole.stderr).toBe(0);
    for (const [at, moment] of moments(whole.milliseconds).entries()) {
      const ledger = copied(String(at));
      await start(argsFor(ledger), moment);
      const { differences, head } = walk(ledger);
      expect(differences, `killed after ${moment} ms`).toEqual([]);
      const again = await quarterday(argsFor(ledger));
      expect(again.exit, again.stderr).toBe(0);
      expect(again.stdout.startsWith(head.serial === 4 ? 'nothing new' : 'recorded as 4')).toBe(true);
      expect((await quarterday(['verify', '--ledger', ledger])).exit).toBe(0);
    }
  });
});

describe('at once', () => {
  it('five hand-offs of one posting: one wins, and the others say that it was handed over', async () => {
    const bank = await postedQuarters();
    const ended = await Promise.all([1, 2, 3, 4, 5].map((at) => start(handOffArgs(bank, [1], `pay-${at}`))));
    expect(ended.map(({ exit }) => exit).sort()).toEqual([0, 4, 4, 4, 4]);
    for (const { exit, stderr } of ended) if (exit === 4) expect(stderr).toContain('handed-over-before');
    expect(readdirSync(bank.root).filter((name) => name.includes('pay') || name.startsWith('.'))).toHaveLength(1);
    expect(walk(bank.ledger)).toMatchObject({ differences: [], head: { serial: 3 }, lock: null, leftBehind: [] });
  });

  it('two hand-offs and a settlement of one file twice: all are done, one after another, and each row once', async () => {
    const bank = await postedQuarters();
    await handOff(bank, [1], 'pay');
    const settling = settleArgs(bank, ['QD1PZ00001,25/05/2018,Paid,73671.00']);
    const ended = await Promise.all([start(handOffArgs(bank, [2], 'pay-2')), start(settling), start(settling)]);
    expect(ended.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(walk(bank.ledger)).toMatchObject({ differences: [], head: { serial: 5 }, lock: null });
    expect((await quarterday(['verify', '--ledger', bank.ledger])).exit).toBe(0);
  });
});

describe('what a killed program leaves in the temporary folder', () => {
  it('can be looked into by nobody else, and is named by the next run', async () => {
    const [out, ledger, temporary] = [emptyFolder(), join(emptyFolder(), 'ledger'), emptyFolder()];
    const run = await runOfWestHampshire(folderOf(threePractices), out);
    const args = ['post', run, '--ledger', ledger, '--approved-by', 'A', '--confirm-total', '147342.00'];
    const whole = await start(args, null, temporary);
    expect(whole.exit, whole.stderr).toBe(0);
    // What V8 made of the program stays, and is nobody's data.
    const leftBehind = () => readdirSync(temporary).filter((name) => !name.startsWith('quarterday-code-'));
    expect(leftBehind()).toEqual([]);
    for (const moment of moments(whole.milliseconds)) await start(args, moment, temporary);
    const left = leftBehind();
    expect(left).not.toEqual([]);
    for (const name of left) expect(statSync(join(temporary, name)).mode & 0o777).toBe(0o700);
    const data = folderOf(threePractices);
    const again = ['run', 'west-hampshire-qps-2019-20', '--period', 'Q2', '--as-at', '2019-10-15', '--data', data];
    const { exit, stderr } = await start(again, null, temporary);
    expect(exit).toBe(0);
    for (const name of left) expect(stderr).toContain(join(temporary, name));
  });
});

describe('ten postings at once', () => {
  const paidOn = (day: string) =>
    `practice_code,component,period,amount,paid_on\nZ00001,patient-safety,Q2,100.00,${day}\n`;

  async function tenAtOnce(runs: readonly string[], ledger: string): Promise<Ended[]> {
    const posts = runs.map((run) => [
      'post',
      run,
      '--ledger',
      ledger,
      '--approved-by',
      'A',
      '--confirm-total',
      '147242.00',
    ]);
    return Promise.all(posts.map((args) => start(args)));
  }

  it('of different runs: exactly one wins', async () => {
    const [out, ledger] = [emptyFolder(), join(emptyFolder(), 'ledger')];
    mkdirSync(ledger);
    const runs: string[] = [];
    for (let day = 10; day < 20; day += 1) {
      const data = folderOf({ ...threePractices, 'paid.csv': paidOn(`2019-09-${day}`) });
      runs.push(await runOfWestHampshire(data, out, '--ledger', ledger));
    }
    const ended = await tenAtOnce(runs, ledger);
    const exits = ended.map(({ exit }) => exit).sort();
    expect(exits, ended.map(({ stderr }) => stderr).join('')).toEqual([0, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    for (const { exit, stderr } of ended) if (exit === 4) expect(stderr).toContain('error posted-otherwise');
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 }, lock: null, leftBehind: [] });
  });

  it('of ten schemes: each is posted, one after another', async () => {
    const [out, root] = [emptyFolder(), emptyFolder()];
    const ledger = join(root, 'ledger');
    const builtin = readFileSync(new URL('../../schemes/west-hampshire-qps-2019-20.json', import.meta.url), 'utf8');
    const data = folderOf({ ...threePractices, 'paid.csv': paidOn('2019-09-10') });
    const runs: string[] = [];
    for (let at = 0; at < 10; at += 1) {
      const scheme = join(root, `${at}.json`);
      writeFileSync(scheme, builtin.replaceAll('west-hampshire-qps-2019-20', `scheme-${at}`));
      const args = ['run', scheme, '--period', 'Q2', '--as-at', '2019-10-15', '--data', data, '--ledger', ledger];
      const told = await quarterday([...args, '--out', out, '--format', 'json']);
      expect(told.exit, told.stderr).toBe(0);
      runs.push(JSON.parse(told.stdout).folder);
    }
    const ended = await tenAtOnce(runs, ledger);
    expect(
      ended.map(({ exit }) => exit),
      ended.map(({ stderr }) => stderr).join(''),
    ).toEqual(ended.map(() => 0));
    const { differences, head, lock, postings } = walk(ledger);
    expect({ differences, head: head.serial, lock }).toEqual({ differences: [], head: 10, lock: null });
    expect(new Set(postings.map(({ scheme }) => scheme)).size).toBe(10);
  });

  it('of the same run: it is posted once, and the others say so', async () => {
    const [out, ledger] = [emptyFolder(), join(emptyFolder(), 'ledger')];
    const data = folderOf({ ...threePractices, 'paid.csv': paidOn('2019-09-10') });
    const run = await runOfWestHampshire(data, out, '--ledger', ledger);
    const ended = await tenAtOnce(
      Array.from({ length: 10 }, () => run),
      ledger,
    );
    expect(ended.map(({ exit }) => exit)).toEqual(ended.map(() => 0));
    expect(ended.filter(({ stdout }) => stdout.startsWith('posted as 1:'))).toHaveLength(1);
    expect(ended.filter(({ stdout }) => stdout.startsWith('already posted as 1:'))).toHaveLength(9);
    expect(walk(ledger)).toMatchObject({ differences: [], head: { serial: 1 }, lock: null });
  });
});
