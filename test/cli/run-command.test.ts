import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { codes } from '../../src/domain/findings/codes.ts';
import { emptyFolder, quarterday, written } from '../make/host.ts';

const ids = ['bury-qinpc-phase-5', 'cambridgeshire-qef-2017-18', 'dorset-ccip-2015-16', 'west-hampshire-qps-2019-20'];

describe('help and the version', () => {
  it('go to stdout and end well', async () => {
    expect(await quarterday(['--version'])).toEqual({ exit: 0, stdout: `${manifest.version}\n`, stderr: '' });
    const help = await quarterday(['--help']);
    expect(help).toMatchObject({ exit: 0, stderr: '' });
    expect(help.stdout).toContain('  run            work out the payments and clawbacks of a period\n');
    const { stdout } = await quarterday(['run', '--help']);
    expect(stdout).toContain('run SCHEME --period ID --as-at DATE --data DIR [--ledger DIR] [--out DIR]');
    expect(await quarterday(['help', 'run'])).toEqual({
      exit: 0,
      stdout,
      stderr: 'Next: quarterday help start, quarterday help quarter, quarterday help decisions\n',
    });
  });

  it('say in ten lines where to begin, to who types the name alone', async () => {
    const alone = await quarterday([]);
    expect(alone).toMatchObject({ exit: 0, stderr: '' });
    expect(alone.stdout.split('\n').length).toBeLessThanOrEqual(11);
    expect(await quarterday(['--'])).toEqual(alone);
    const lines = [...alone.stdout.matchAll(/^ {2}quarterday (.*?) {2,}/gm)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect([line, (await quarterday(line.split(' '))).exit]).toEqual([line, 0]);
  });

  it('list every code with its title', async () => {
    const { exit, stdout } = await quarterday(['help', 'codes']);
    expect(exit).toBe(0);
    expect(stdout.startsWith('The scheme file\n')).toBe(true);
    for (const [code, { title }] of Object.entries(codes)) {
      expect(stdout).toMatch(new RegExp(`^  ${code} +${title}$`, 'm'));
    }
    const json = await quarterday(['help', 'codes', '--format', 'json']);
    expect(JSON.parse(json.stdout).codes).toHaveLength(Object.keys(codes).length);
  });

  it('explain a code as the manual has it', async () => {
    expect(await quarterday(['help', 'draft-scheme'])).toEqual({
      exit: 0,
      stdout:
        'draft-scheme (error)\n\n' +
        'A draft scheme cannot be run\n\n' +
        'The scheme is not agreed yet: a draft can be checked and shown, but no money can be worked out from it.\n\n' +
        'What to do: Agree the values that are listed, write them into the scheme file, and set its status to "agreed".\n',
      stderr: '',
    });
    const { stdout } = await quarterday(['help', 'draft-scheme', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'draft-scheme', severity: 'error' });
  });

  it('know what was probably meant', async () => {
    const { exit, stderr } = await quarterday(['help', 'drft-scheme']);
    expect(exit).toBe(2);
    expect(stderr).toContain('did you mean "draft-scheme"?');
  });
});

describe('a mistake on the command line', () => {
  it('is told on stderr, with the fix, and ends with 2', async () => {
    expect(await quarterday(['shwo', 'x'])).toEqual({
      exit: 2,
      stdout: '',
      stderr:
        'error unknown-command There is no such command (1)\n' +
        '  "shwo"\n' +
        '    there is no such command\n' +
        '    fix: did you mean show?\n' +
        '\n' +
        '1 error. Nothing was written.\n',
    });
  });

  it('is one line of JSON where the line asks for it', async () => {
    const { exit, stderr } = await quarterday(['schemes', '--format', 'json', '--strict', '--strict']);
    expect(exit).toBe(2);
    expect(stderr).toBe(
      '{"format":"quarterday/finding/1","code":"option-twice","severity":"error","message":"--strict is given more than once","file":null,"line":null,' +
        '"column":null,"field":"--strict","value":null,"hint":"keep the one that you mean"}\n',
    );
  });

  it('lets no control character of an argument through', async () => {
    const { stderr } = await quarterday(['show', 'x\u001b[31m\u202e']);
    expect(stderr).toContain('"x\\u{001B}[31m\\u{202E}"');
    const json = await quarterday(['show', 'x\u009b\u202e', '--format', 'json']);
    expect(json.stderr).toContain('"value":"x\\u009b\\u202e"');
  });
});

describe('schemes', () => {
  it('lists the schemes that come with the program', async () => {
    const { exit, stdout } = await quarterday(['schemes', '--format', 'json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).schemes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(JSON.parse(stdout).schemes[2]).toEqual({
      id: 'dorset-ccip-2015-16',
      title: 'Clinical Commissioning Local Improvement Plan 2015-16',
      commissioner: 'NHS Dorset Clinical Commissioning Group',
      status: 'agreed',
      start: '2015-04-01',
      end: '2016-03-31',
    });
  });

  it('says what to do next, to a person', async () => {
    const { stdout, stderr } = await quarterday(['schemes']);
    expect(stdout).toContain('bury-qinpc-phase-5 draft\n');
    expect(stderr).toBe('Next: quarterday show SCHEME, with one of these ids.\n');
  });
});

describe('show', () => {
  it.each(ids)('prints %s in plain English and as data', async (id) => {
    const text = await quarterday(['show', id]);
    expect(text).toMatchObject({ exit: 0, stderr: '' });
    const json = await quarterday(['show', id, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ id });
  });

  it('colours a terminal, and only a terminal', async () => {
    const args = ['show', 'dorset-ccip-2015-16'];
    const plain = await quarterday(args);
    expect(plain.stdout).not.toContain('\u001b');
    const terminal = written({ isTerminal: true });
    await quarterday(args, { stdout: terminal });
    expect(terminal.text()).toContain('\u001b[1m');
    expect(stripVTControlCharacters(terminal.text())).toBe(plain.stdout);
  });

  it('does not know a scheme that is not there', async () => {
    const near = await quarterday(['show', 'dorset-ccip-2015']);
    expect(near).toMatchObject({ exit: 2, stdout: '' });
    expect(near.stderr).toContain('did you mean "dorset-ccip-2015-16"?');
    expect(await quarterday(['show', './no-such.json'])).toMatchObject({ exit: 2, stdout: '' });
    expect(await quarterday(['show', emptyFolder()])).toMatchObject({ exit: 2, stdout: '' });
  });

  it('tells every mistake of a scheme file with its place', async () => {
    const path = join(emptyFolder(), 'spoilt.json');
    writeFileSync(path, '{\n  "language": 1,\n  "language": 1,\n}\n');
    const { exit, stdout, stderr } = await quarterday(['show', path]);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('spoilt.json:3:3');
    expect(stderr).toMatch(/errors in 1 file\. Nothing was written\.\n$/);
  });
});

describe('a scheme file of gigabytes', () => {
  it('is refused on account of its size, without being read', async () => {
    const path = join(emptyFolder(), 'large.json');
    writeFileSync(path, '{');
    truncateSync(path, 5_000_000_000);
    const { exit, stderr } = await quarterday(['check', path]);
    expect(exit).toBe(1);
    expect(stderr).toContain('error json-too-large ');
  });
});

describe('check', () => {
  it('says what was proved', async () => {
    const { exit, stdout } = await quarterday(['check', 'west-hampshire-qps-2019-20']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /^good west-hampshire-qps-2019-20: \d+ checks, \d+ examples? to the penny, \d+ headline figures tie\n$/,
    );
  });

  it('passes a draft, and says that it is one', async () => {
    const { exit, stdout } = await quarterday(['check', 'bury-qinpc-phase-5', '--format', 'json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scheme: 'bury-qinpc-phase-5', status: 'draft', examples: 0 });
    expect(JSON.parse(stdout).to_be_confirmed).toBeGreaterThan(0);
  });
});

describe('a stdout that cannot be written', () => {
  it('ends with 5', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    const told = await quarterday(['schemes'], { stdout: written({ finished: async () => full }) });
    expect(told).toEqual({
      exit: 5,
      stdout: '',
      stderr:
        'error system-failure The system refused a file (1)\n' +
        '  stdout  "ENOSPC"\n' +
        '    what was asked for could not be printed: there is no space left on the device\n' +
        '    fix: send the output somewhere else\n' +
        '\n' +
        '1 error in 1 file. Nothing was written.\n',
    });
  });
});
