import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { grammar } from '../../../src/cli/grammar.ts';
import { offeringFor } from '../../../src/commands/completion/by-placeholder.ts';
import { placeholderOf } from '../../../src/commands/completion/complete-line.ts';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pastRuns = join(root, 'fixtures/past-runs');
const bury = join(pastRuns, readdirSync(pastRuns).find((name) => name.startsWith('bury-')) ?? 'no past run of Bury');

/** What the program answers a shell that asks: its lines. */
async function answer(line: string, shell = 'bash'): Promise<string[]> {
  const { exit, stdout, stderr } = await quarterday(['__complete', shell, '--', line]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

/** The words of an answer, without what they are. */
async function words(line: string): Promise<string[]> {
  return (await answer(line)).slice(0, -1).map((each) => each.split('\t')[0] ?? '');
}

describe('what may stand next', () => {
  it('are the commands, each with what it does, but for those that nobody types', async () => {
    const all = await answer('quarterday ');
    const program = grammar(
      () => {},
      () => {},
    );
    const told = program.commands
      .filter((command) => command.name() !== '__complete')
      .map((command) => `${command.name()}\t${command.summary()}`);
    expect(all).toEqual([...told, '--help\tprint help', '--version\tprint the version', ':none']);
    expect(await answer('quarterday che')).toEqual([
      'check\tprove a scheme file, and read a data folder against it',
      ':none',
    ]);
    expect(await answer('LANG=C quarterday sett')).toEqual([expect.stringMatching(/^settle\t/), ':none']);
  });

  it('are the schemes that come with the program, and files', async () => {
    expect(await answer('quarterday run dor')).toEqual([
      'dorset-ccip-2015-16\tClinical Commissioning Local Improvement Plan 2015-16',
      ':files',
    ]);
    expect((await answer('quarterday import a.csv --scheme ')).at(-1)).toBe(':files');
    expect(await words('quarterday import a.csv --scheme ')).toHaveLength(4);
  });

  it('are the periods of the scheme that is typed already', async () => {
    expect(await answer('quarterday run cambridgeshire-qef-2017-18 --period ')).toEqual([
      'first\tFirst instalment',
      'second\tSecond instalment',
      'third\tThird instalment',
      ':none',
    ]);
    expect(await words('quarterday run dorset-ccip-2015-16 --period=')).toEqual(
      ['Q1', 'Q2', 'Q3', 'Q4'].map((id) => `--period=${id}`),
    );
    expect(await words('quarterday run --period Q1 --data x dorset-ccip-2015-16 --period ')).toContain('Q4');
    expect(await answer('quarterday run --period ')).toEqual([':none']);
  });

  it('are periods that a scheme file counts out, in a folder with blanks', async () => {
    const folder = join(emptyFolder(), "it's mine");
    mkdirSync(folder);
    const scheme = { term: { start: '2027-04-01', end: '2027-09-30' }, periods: { every: 'quarter' } };
    writeFileSync(join(folder, 'a b.json'), JSON.stringify(scheme));
    expect(await answer(`quarterday run "${folder}/a b.json" --period `)).toEqual([
      'Q1\t1 April 2027 to 2027-06-30',
      'Q2\t1 July 2027 to 2027-09-30',
      ':none',
    ]);
  });

  it('are the practices and components of the run that is typed already', async () => {
    const practices = await answer(`quarterday explain ${bury} --practice Z3000`);
    expect(practices.slice(0, 2)).toEqual(['Z30001\tAlder Surgery', 'Z30002\tBeech Practice']);
    expect(practices).toHaveLength(10);
    expect(await words(`quarterday explain ${bury} --practice Z30001 --component `)).toEqual([
      'blood-pressure',
      'diabetes-care',
      'flu-vaccination',
      'antibiotics',
      'care-plans',
    ]);
  });

  it('are the practices of a data folder, and those and the postings of a ledger', async () => {
    const data = folderOf({ 'practices.csv': '\ufeffpractice_name,practice_code\n"A, B",Z00001\n$(x),Z00002\n' });
    expect(await answer(`quarterday due x --data ${data} --practice `)).toEqual([
      'Z00001\tA, B',
      'Z00002\t$(x)',
      ':none',
    ]);
    const ledger = folderOf({
      '000001-0123456789ab.json': JSON.stringify({ scheme: 'one', lines: ['Z00003,Z00003,a,Q1,5'] }),
      '000002-hand-off-0123456789ab.json': '{}',
      '000003-0123456789ac.json': JSON.stringify({ scheme: 'two', lines: ['Z00004,Z00003,a,Q1,5'] }),
      'other.txt': '',
    });
    expect(await answer(`quarterday ledger ${ledger} --practice `)).toEqual(['Z00004', ':none']);
    expect(await answer(`quarterday hand-off --ledger ${ledger} --posting `)).toEqual(['1\tone', '3\ttwo', ':none']);
    expect(await answer(`quarterday hand-off --ledger ${ledger} --posting 1 3`)).toEqual(['3\ttwo', ':none']);
  });

  it('are files where a file is asked for, folders where a folder is, and nothing where nobody can know', async () => {
    expect(await answer('quarterday settle --from ')).toEqual([':files']);
    expect(await answer('quarterday batch jo')).toEqual([':files']);
    expect(await answer('quarterday run x --data=')).toEqual([':folders']);
    expect(await answer('quarterday diff a ')).toEqual([':folders']);
    expect(await answer('quarterday publish a b ')).toEqual([':folders']);
    expect(await answer('quarterday run x --as-at ')).toEqual([':none']);
    expect(await answer('quarterday nosuch ')).toEqual([':none']);
    expect(await answer('quarterday run x --nosuch=')).toEqual([':none']);
    expect(await answer('quarterday run -- --d')).toEqual([':files']);
  });

  it('are options that are not there yet, what is needed first, and their choices', async () => {
    const all = await words('quarterday run dorset-ccip-2015-16 ');
    expect(all.slice(0, 3)).toEqual(['--period', '--as-at', '--data']);
    const left = await words('quarterday run dorset-ccip-2015-16 --period Q1 --data=x --strict -');
    expect(left[0]).toBe('--as-at');
    expect(left).toContain('--help');
    expect(left).not.toContain('--strict');
    expect(await words('quarterday import a.csv --sheet A=b --sh')).toEqual(['--sheet']);
    expect(await words('quarterday show x --format ')).toEqual(['text', 'json']);
    expect(await words('quarterday completion ')).toEqual(['bash', 'zsh', 'fish', 'powershell']);
    expect(await words('quarterday publish a --only report,')).toEqual([
      'report,workbook',
      'report,statements',
      'report,recoveries',
    ]);
    expect(await words('quarterday hand-off --ledger l --posting 1 --ch')).toEqual(['--channel']);
  });

  it('are kinds of files, and what help explains', async () => {
    expect(await answer('quarterday schema suppl')).toEqual([
      'suppliers.csv\thow a payee is known to the payment system',
      ':none',
    ]);
    expect(await answer('quarterday help draft')).toEqual(['draft-scheme\tA draft scheme cannot be run', ':none']);
    expect(await answer('quarterday help joining')).toEqual([
      'joining\tJoining, leaving, moving and merging',
      expect.stringMatching(/^joining-not-in-scheme\t/),
      ':none',
    ]);
    expect(await words('quarterday help ha')).toEqual(['hand-off', 'handed-over-before']);
  });

  it('is told to PowerShell as to the others, which sends the line in base64', async () => {
    const line = Buffer.from('quarterday run "dorset-ccip-2015-16" --period ').toString('base64');
    expect((await answer(line, 'powershell')).slice(0, 2)).toEqual(['Q1\tQuarter 1', 'Q2\tQuarter 2']);
  });
});

describe('what is in the files of others', () => {
  it('is offered only where no shell finds anything to run in it, and shows no control character', async () => {
    const run = emptyFolder();
    mkdirSync(join(run, 'inputs'));
    const ids = [
      'good',
      '$(touch x)',
      '`x`',
      'a;b',
      "it's",
      '-x',
      '--strict',
      'a b',
      ':files',
      'tab\tx',
      'line\nx',
      '',
    ];
    const components = [...ids.map((id) => ({ id, title: 'x\u001b[31m\ny\tz' })), 7, null, { id: 3 }];
    writeFileSync(join(run, 'inputs', 'scheme.json'), JSON.stringify({ components }));
    expect(await answer(`quarterday explain ${run} --component `)).toEqual([
      'good\tx\\u{001B}[31m\\u{000A}y\\u{0009}z',
      ':none',
    ]);
  });

  it('may be missing, broken, or never end', async () => {
    const run = emptyFolder();
    expect(await answer(`quarterday explain ${run} --component `)).toEqual([':none']);
    mkdirSync(join(run, 'inputs'));
    writeFileSync(join(run, 'inputs', 'scheme.json'), '[');
    execFileSync('mkfifo', [join(run, 'statements.csv')]);
    expect(await answer(`quarterday explain ${run} --component `)).toEqual([':none']);
    expect(await answer(`quarterday explain ${run} --practice `)).toEqual([':none']);
    expect(await answer(`quarterday run ${run} --period `)).toEqual([':none']);
  });
});

it('knows what may stand for each value that a command declares', () => {
  const program = grammar(
    () => {},
    () => {},
  );
  const unknown = program.commands
    .filter((command) => command.name() !== '__complete')
    .flatMap((command) => [
      ...command.options
        .filter(({ required, argChoices }) => required && !argChoices)
        .filter((option) => offeringFor(option.long ?? null, placeholderOf(option)) === null)
        .map(({ flags }) => `${command.name()} ${flags}`),
      ...command.registeredArguments
        .filter(({ argChoices }) => !argChoices)
        .filter((argument) => offeringFor(null, placeholderOf(argument)) === null)
        .map((argument) => `${command.name()} ${argument.name()}`),
    ]);
  expect(unknown).toEqual([]);
});
