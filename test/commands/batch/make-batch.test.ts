import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { fixtureData } from '../../make/runs.ts';

const three = [
  { scheme: 'dorset-ccip-2015-16', period: 'Q2', as_at: '2015-11-15', data: 'dorset' },
  { scheme: 'west-hampshire-qps-2019-20', period: 'Q2', as_at: '2019-10-15', data: 'west' },
  { scheme: 'cambridgeshire-qef-2017-18', period: 'second', as_at: '2017-10-15', data: 'cambridgeshire' },
];

/** A folder with a job and the data of three schemes. */
function jobOf(job: unknown): string {
  const folder = emptyFolder();
  for (const [name, fixture] of [
    ['dorset', 'dorset-ccip-2015-16'],
    ['west', 'west-hampshire-qps-2019-20'],
    ['cambridgeshire', 'cambridgeshire-qef-2017-18'],
  ] as const)
    cpSync(fixtureData(fixture), join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'job.json'), typeof job === 'string' ? job : JSON.stringify(job, null, 2));
  return folder;
}

const batch = (folder: string, ...more: readonly string[]) => quarterday(['batch', join(folder, 'job.json'), ...more]);

const reportOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8'));

describe('a job', () => {
  it('makes every run and ends with one table', async () => {
    const folder = jobOf({ defaults: { out: 'runs' }, runs: three });
    const { exit, stdout, stderr } = await batch(folder, '--jobs', '2');
    expect(exit).toBe(0);
    expect(stdout.split('\n').slice(0, 8).join('\n')).toMatchInlineSnapshot(`
      "job.json
        3 runs: 3 made.

        scheme                      period  as at       outcome  warnings          net  exit
        dorset-ccip-2015-16         Q2      2015-11-15  made            1   £24,062.79     0
        west-hampshire-qps-2019-20  Q2      2019-10-15  made            1  £129,968.25     0
        cambridgeshire-qef-2017-18  second  2017-10-15  made           13   £38,434.25     0
      "
    `);
    expect(stderr).toContain('Next: look at each run with explain, then post each: quarterday post ');
    const id = expect.stringMatching(/^[0-9a-f]{64}$/);
    const made = { state: 'made', exit: 0, run_id: id };
    expect(reportOf(folder)).toEqual({
      format: 'quarterday/batch/1',
      job: 'job.json',
      exit: 0,
      counts: { runs: 3, made: 3, made_before: 0, rehearsed: 0, failed: 0 },
      runs: three.map(({ scheme, period, as_at }, at) => ({
        scheme,
        period,
        as_at,
        ...made,
        folder: expect.stringMatching(new RegExp(`^runs/${scheme}-${period}-[0-9a-f]{12}$`)),
        net: ['24062.79', '129968.25', '38434.25'][at],
        warnings: [1, 1, 13][at],
      })),
    });
  });

  it('leaves alone what was made before', async () => {
    const folder = jobOf({ defaults: { out: 'runs' }, runs: three });
    await batch(folder);
    const before = reportOf(folder);
    rmSync(join(folder, before.runs[1].folder), { recursive: true });
    const { exit, stdout, stderr } = await batch(folder);
    expect([exit, stderr.includes('error')]).toEqual([0, false]);
    expect(stdout).toContain('3 runs: 1 made, 2 made before.');
    const states = ['made-before', 'made', 'made-before'];
    const runs = before.runs.map((run: object, at: number) => ({ ...run, state: states[at] }));
    const counts = { runs: 3, made: 1, made_before: 2, rehearsed: 0, failed: 0 };
    expect(reportOf(folder)).toEqual({ ...before, counts, runs });
  });

  it('is not satisfied with a folder that is there and not whole', async () => {
    const folder = jobOf({ defaults: { out: 'runs' }, runs: three.slice(0, 1) });
    await batch(folder);
    writeFileSync(join(folder, reportOf(folder).runs[0].folder, 'payments.csv'), 'spoilt\n');
    const { exit, stdout, stderr } = await batch(folder);
    expect(exit).toBe(4);
    expect(stdout).toContain('1 run: 1 failed.');
    expect(stderr).toContain('error target-exists');
  });

  it('goes on over failures, and ends with the worst exit code', async () => {
    const folder = jobOf({ defaults: { out: 'runs' }, runs: three });
    const claims = join(folder, 'dorset', 'claims.csv');
    writeFileSync(claims, readFileSync(claims, 'utf8').replace('claimed_on', 'claimed'));
    const { exit, stdout, stderr } = await batch(folder);
    expect(exit).toBe(1);
    expect(stdout).toContain('3 runs: 2 made, 1 failed.');
    expect(stderr).toContain('dorset-ccip-2015-16 Q2 (1 of 3)\n');
    expect(stderr).toContain('Next: mend what the failed run told above, then give the job again: quarterday batch ');
    expect(reportOf(folder)).toMatchObject({
      exit: 1,
      runs: [{ state: 'failed', exit: 1, run_id: null, folder: null, net: null }, { exit: 0 }, { exit: 0 }],
    });
  });

  it('answers as JSON what batch.json says, and names the run of each finding', async () => {
    const folder = jobOf({ runs: three });
    const { exit, stdout, stderr } = await batch(folder, '--format', 'json');
    expect(exit).toBe(0);
    expect(stdout).toBe(readFileSync(join(folder, 'batch.json'), 'utf8'));
    expect(reportOf(folder).runs.map(({ state, folder: made }: Record<string, unknown>) => [state, made])).toEqual(
      three.map(() => ['rehearsed', null]),
    );
    const told = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ run }) => run.scheme)).toEqual(
      expect.arrayContaining(['dorset-ccip-2015-16', 'cambridgeshire-qef-2017-18']),
    );
  });

  it('counts a warning of any run as an error where it is asked to', async () => {
    const folder = jobOf({ defaults: { out: 'runs' }, runs: three });
    const { exit, stdout } = await batch(folder, '--strict');
    expect(exit).toBe(1);
    expect(stdout).toContain('failed.');
  });
});

describe('a job that is wrong', () => {
  async function refused(job: unknown): Promise<{ readonly exit: number; readonly stderr: string; folder: string }> {
    const folder = jobOf(job);
    const { exit, stdout, stderr } = await batch(folder);
    expect([stdout, existsSync(join(folder, 'runs')), existsSync(join(folder, 'batch.json'))]).toEqual([
      '',
      false,
      false,
    ]);
    return { exit, stderr, folder };
  }

  it('is told of whole, before the first run starts', async () => {
    const [dorset, west, cambridgeshire] = three;
    const { exit, stderr } = await refused({
      defaults: { out: 'runs' },
      runs: [
        { ...dorset, period: 'Q9' },
        { ...west, data: 'nowhere' },
        { ...cambridgeshire, as_at: '2016-01-01' },
        { ...dorset, scheme: 'bury-qinpc-phase-5' },
      ],
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('job.json:8:17  runs[0].period  "Q9"\n    the scheme has no such period');
    expect(stderr).toContain('job.json:16:15  runs[1].data  ');
    expect(stderr).toContain('job.json:21:16  runs[2].as_at  "2016-01-01"');
    expect(stderr).toContain('error draft-scheme');
    expect(stderr).toContain('Nothing was written.');
  });

  it('has every mistake of its grammar at its place', async () => {
    const { exit, stderr } = await refused(
      '{\n  "defualts": {},\n  "runs": [{ "scheme": "x", "as_at": "31/01/2020" }]\n}',
    );
    expect(exit).toBe(1);
    expect(stderr).toContain('job.json:2:3  defualts  "defualts"');
    expect(stderr).toContain('fix: did you mean "defaults"?');
    expect(stderr).toContain('job.json:3:38  runs[0].as_at  "31/01/2020"');
  });

  it('is one whose run does not say all that it needs', async () => {
    const { stderr } = await refused({ runs: [{ scheme: 'dorset-ccip-2015-16', period: 'Q2' }] });
    expect(stderr).toContain('this run does not say "as_at", "data", and nothing is said for all');
  });

  it('is not written over a batch.json that is another thing', async () => {
    const folder = jobOf({ runs: three });
    writeFileSync(join(folder, 'batch.json'), '{}\n');
    const { exit, stderr } = await batch(folder);
    expect(exit).toBe(4);
    expect(stderr).toContain('it is not the report of a job');
    expect(readFileSync(join(folder, 'batch.json'), 'utf8')).toBe('{}\n');
  });

  it('may not ask for none at a time', async () => {
    const { exit, stderr } = await batch(jobOf({ runs: three }), '--jobs', '0');
    expect(exit).toBe(2);
    expect(stderr).toContain('fix: runs at a time are a whole number from 1 to 99');
  });
});
