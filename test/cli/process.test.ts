import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dorsetQ4, runBuilt, shellBuilt, startBuilt } from '../make/built.ts';
import { emptyFolder } from '../make/host.ts';

// The program as it is built (`npm run bundle`), in a process of its own: its streams and signals.

const root = fileURLToPath(new URL('../../', import.meta.url));
const plain = join(root, 'fixtures', 'errors', 'plain.json');
const dorset = join(root, 'fixtures', 'dorset-ccip-2015-16', 'data');

/** A folder with the data of so many practices, each in a locality of its own. */
function practices(count: number): string {
  const folder = emptyFolder();
  const codes = Array.from({ length: count }, (_, index) => `Z${String(index).padStart(5, '0')}`);
  const write = (name: string, header: string, row: (code: string) => string) =>
    writeFileSync(join(folder, name), [header, ...codes.map(row), ''].join('\n'));
  write('practices.csv', 'practice_code,practice_name,locality', (code) => `${code},Surgery ${code},Locality ${code}`);
  write('list-sizes.csv', 'practice_code,as_at,patients', (code) => `${code},2020-04-01,1000`);
  return folder;
}

describe('what is printed', () => {
  const many = `quarterday run '${plain}' --period H1 --as-at 2020-10-31 --format json --data`;

  it('arrives whole through a pipe, more than a mebibyte of it', () => {
    const { exit, stdout } = shellBuilt(`${many} '${practices(6000)}' | cat`);
    expect(exit).toBe(0);
    expect(stdout.length).toBeGreaterThan(1 << 20);
    expect(JSON.parse(stdout).summary).toBeDefined();
  });

  it('may be read in part', () => {
    expect(shellBuilt(`${many} '${practices(6000)}' | head -1`)).toEqual({ exit: 0, stdout: '{\n', stderr: '' });
    expect(shellBuilt('quarterday help codes | true')).toMatchObject({ exit: 0, stderr: '' });
  });

  it.each([
    'schemes',
    'show dorset-ccip-2015-16',
    'schema show',
    `check dorset-ccip-2015-16 --examples`,
    `due dorset-ccip-2015-16 --as-at 2015-11-15 --data '${dorset}'`,
    `run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data '${dorset}'`,
  ])('may be left unread: %s', (asked) => {
    for (const format of ['text', 'json']) {
      expect(shellBuilt(`quarterday ${asked} --quiet --format ${format} 2>/dev/null | true`).exit).toBe(0);
      expect(shellBuilt(`quarterday ${asked} --quiet --format ${format} | true`).stderr).not.toContain('EPIPE');
    }
  });

  it('to a full device ends with 5, and says so', () => {
    const { exit, stderr } = shellBuilt('quarterday schemes > /dev/full');
    expect(exit).toBe(5);
    expect(stderr).toContain('there is no space left on the device');
  });

  it('beside the answer may go to a full device, and the answer stands', () => {
    expect(shellBuilt('quarterday schemes 2> /dev/full').exit).toBe(0);
    expect(shellBuilt('quarterday shwo 2> /dev/full').exit).toBe(2);
  });

  it('needs no open stream', () => {
    expect(shellBuilt('quarterday schemes <&-').exit).toBe(0);
    expect(shellBuilt('quarterday schemes >&-').exit).toBe(0);
    expect(shellBuilt('quarterday schemes 2>&-').exit).toBe(0);
  });
});

describe('paths', () => {
  it('may have spaces, leading dashes and letters of any language', () => {
    const folder = emptyFolder();
    cpSync(dorset, join(folder, '-données  診'), { recursive: true });
    const run = `quarterday run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data='-données  診' --out='--out put'`;
    expect(shellBuilt(run, folder).exit).toBe(0);
    const [made = ''] = readdirSync(join(folder, '--out put'));
    expect(shellBuilt(`quarterday verify -- './--out put/${made}'`, folder).exit).toBe(0);
    expect(shellBuilt(`cd -- '--out put/${made}' && sha256sum --check --strict --quiet SHA256SUMS`, folder).exit).toBe(
      0,
    );
  });

  it('that cannot be written to end with 5, and leave nothing', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    const run = `quarterday run '${plain}' --period H1 --as-at 2020-10-31 --data '${practices(1)}' --out`;
    for (const out of ['file/runs', '/proc/quarterday/runs', '/dev/null/runs']) {
      const { exit, stdout, stderr } = shellBuilt(`${run} '${out}'`, folder);
      expect({ exit, stdout }, stderr).toEqual({ exit: 5, stdout: '' });
      expect(stderr).toContain('error system-failure ');
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('a signal in the middle of a run', () => {
  /** Dorset's data with so many claims that the run takes a while. */
  function longRun(): string {
    const folder = emptyFolder();
    cpSync(dorset, join(folder, 'data'), { recursive: true });
    const claims = Array.from({ length: 400_000 }, (_, n) => `Z10001,locality-meeting,M${n},2015-05-01,2015-05-02`);
    const header = 'practice_code,event,event_id,event_date,claimed_on';
    writeFileSync(join(folder, 'data', 'claims.csv'), [header, ...claims, ''].join('\n'));
    return folder;
  }

  /** Starts the run, and waits until it is writing. */
  async function started(folder: string): Promise<ChildProcess> {
    const child = startBuilt(dorsetQ4('data', 'out'), { folder });
    const out = join(folder, 'out');
    while (!existsSync(out) || readdirSync(out).length === 0) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
      await wait(2);
    }
    return child;
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i and leaves nothing', async (signal, exit) => {
    const folder = longRun();
    const child = await started(folder);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([exit, null]);
    expect(stderr).toBe('Interrupted. Nothing was written.\n');
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('again, or %s, leaves nothing that has the name of a run', async (signal) => {
    const folder = longRun();
    const child = await started(folder);
    child.kill('SIGINT');
    child.kill(signal);
    await once(child, 'close');
    const left = existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : [];
    expect(left.filter((name) => !/^\.quarterday-\d+-[0-9a-f]{16}$/.test(name))).toEqual([]);
  });

  it('stops a job with the runs that it started, and the job goes on where it was when it is given again', async () => {
    const folder = longRun();
    const scheme = 'dorset-ccip-2015-16';
    const runs = [
      { period: 'Q1', as_at: '2015-08-15', data: dorset },
      { period: 'Q4', as_at: '2016-07-31', data: 'data' },
    ];
    writeFileSync(join(folder, 'job.json'), JSON.stringify({ defaults: { scheme, out: 'out' }, runs }));
    const child = startBuilt(['batch', 'job.json', '--jobs', '2'], { folder });
    const out = join(folder, 'out');
    const made = () => (existsSync(out) ? readdirSync(out).filter((name) => name.startsWith(scheme)) : []);
    while (made().length === 0) await wait(5);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(readdirSync(folder).sort()).toEqual(['data', 'job.json', 'out']);
    expect(readdirSync(out)).toEqual(made());
    const { exit, stdout } = shellBuilt('quarterday batch job.json --jobs 2 --format json', folder);
    const states = JSON.parse(stdout).runs.map(({ state }: { state: string }) => state);
    expect([exit, states, made().length]).toEqual([0, ['made-before', 'made'], 2]);
  }, 60_000);
});

it('needs nothing but node to be started', async () => {
  expect((await runBuilt(['--version'], { env: {} })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
