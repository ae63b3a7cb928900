import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { grammar } from '../../src/cli/grammar.ts';
import { whereToBegin } from '../../src/cli/where-to-begin.ts';
import { day } from '../../src/domain/day.ts';

const wholeRun = ['run', 'a-scheme', '--period', 'Q2', '--as-at', '2019-10-15', '--data', 'in'];

function mistakesIn(...args: string[]) {
  const line = readCommandLine(args);
  if (line.kind !== 'mistakes') throw new Error(`not a mistake: ${line.kind}`);
  return line.findings.map(({ code, field, value, message, hint }) => ({ code, field, value, message, hint }));
}

describe('a command line that can be read', () => {
  it('asks for a run, with what holds where nothing is said', () => {
    expect(readCommandLine(wholeRun)).toMatchObject({
      kind: 'request',
      request: {
        command: 'run',
        scheme: 'a-scheme',
        period: 'Q2',
        asAt: day('2019-10-15'),
        data: 'in',
        ledger: null,
        out: null,
        encoding: 'utf-8',
      },
      manner: { format: 'text', color: 'auto', strict: false, quiet: false },
    });
  });

  it('takes options joined with =, in any order, and a path that begins with dashes after --', () => {
    const args = [
      'check',
      '--data=--in',
      '--format=json',
      '--strict',
      '--color=never',
      '--encoding=windows-1252',
      '--',
      '-s.json',
    ];
    expect(readCommandLine(args)).toMatchObject({
      kind: 'request',
      request: { command: 'check', scheme: '-s.json', data: '--in', encoding: 'windows-1252' },
      manner: { format: 'json', color: 'never', strict: true, quiet: false },
    });
  });

  it.each(['check', 'run', 'explain', 'diff', 'show', 'template', 'schemes', 'help'])(
    'gives %s help with two examples',
    (command) => {
      const line = readCommandLine([command, '--help']);
      if (line.kind !== 'help') throw new Error(line.kind);
      expect(line.text.match(/^ {2}\$ quarterday /gm)).toHaveLength(2);
      expect(line.text).toMatch(new RegExp(`^Usage: quarterday ${command} `));
    },
  );

  it('says where to begin if it is empty', () => {
    expect(readCommandLine([])).toMatchObject({ kind: 'help', text: whereToBegin });
  });

  it('gives help on the program, with two examples', () => {
    const line = readCommandLine(['--help']);
    expect(line.kind === 'help' && line.text.match(/^ {2}\$ quarterday /gm)).toHaveLength(2);
  });
});

describe('a mistake on the command line', () => {
  it('is a command that is not there', () => {
    expect(mistakesIn('chek', 'x')).toEqual([
      {
        code: 'unknown-command',
        field: undefined,
        value: 'chek',
        message: 'there is no such command',
        hint: 'did you mean check?',
      },
    ]);
  });

  it('is an option that is not there', () => {
    expect(mistakesIn(...wholeRun, '--perod', 'Q3')).toEqual([
      {
        code: 'unknown-option',
        field: undefined,
        value: '--perod',
        message: 'there is no such option here',
        hint: 'did you mean --period?',
      },
    ]);
  });

  it('is a misspelt option, told beside the one that it leaves missing', () => {
    const mistakes = mistakesIn('run', 'x', '--perod', 'Q3', '--as-at=2019-10-15', '--data', 'd');
    expect(mistakes.map(({ code, field, value, hint }) => ({ code, field, value, hint }))).toEqual([
      { code: 'unknown-option', field: undefined, value: '--perod', hint: 'did you mean --period?' },
      { code: 'missing-argument', field: '--period', value: undefined, hint: 'add --period <id>' },
    ]);
  });

  it('is an option before the command', () => {
    expect(mistakesIn('--format', 'json', 'schemes')).toMatchObject([{ code: 'unknown-option', value: '--format' }]);
  });

  it('is an option that swallows the next one: both are told, and what is missing', () => {
    expect(mistakesIn('run', 'x', '--period', '--as-at', '2019-10-15', '--out=')).toEqual([
      {
        code: 'option-without-value',
        field: '--period',
        value: undefined,
        message: '--period has no value',
        hint: 'write it as --period <id>',
      },
      {
        code: 'option-without-value',
        field: '--out',
        value: undefined,
        message: '--out has no value',
        hint: 'write it as --out <dir>',
      },
      {
        code: 'missing-argument',
        field: '--data',
        value: undefined,
        message: 'run needs --data: data folder',
        hint: 'add --data <dir>',
      },
    ]);
  });

  it.each([
    ['in two words', ['--period', 'Q3']],
    ['joined', ['--period=Q3']],
  ])('is an option given twice, %s', (_, again) => {
    expect(mistakesIn(...wholeRun, ...again)).toEqual([
      {
        code: 'option-twice',
        field: '--period',
        value: 'Q3',
        message: '--period is given more than once',
        hint: 'keep the one that you mean',
      },
    ]);
  });

  it('is a switch given twice', () => {
    expect(mistakesIn(...wholeRun, '--strict', '--strict')).toMatchObject([
      { code: 'option-twice', field: '--strict' },
    ]);
  });

  it('is an option at the end without a value', () => {
    expect(mistakesIn('show', 'x', '--format')).toMatchObject([{ code: 'option-without-value', field: '--format' }]);
  });

  it('is a date that the calendar does not have', () => {
    expect(mistakesIn('run', 'x', '--period', 'Q2', '--as-at', "2019-02-30'", '--data', 'in')).toEqual([
      {
        code: 'option-value',
        field: '--as-at',
        value: "2019-02-30'",
        message: '--as-at does not take this value',
        hint: 'a date of the calendar is written YYYY-MM-DD, as 2018-05-01',
      },
    ]);
  });

  it('is - in place of the path of any folder or file: none of that name is made by accident', () => {
    const program = grammar(
      () => {},
      () => {},
    );
    const paths = program.commands.flatMap((command) =>
      command.options.flatMap(({ long, flags }) =>
        /<(dir|file)>/.test(flags) ? [[command.name(), long ?? ''] as const] : [],
      ),
    );
    expect(paths.length).toBeGreaterThan(30);
    const dash = (flag: string) => ({
      code: 'option-value',
      field: flag,
      value: '-',
      message: `${flag} takes a path, and no stream`,
    });
    for (const [name, flag] of paths) {
      expect(mistakesIn(name, flag, '-'), `${name} ${flag}`).toContainEqual(expect.objectContaining(dash(flag)));
      const line = readCommandLine([name, flag, './-']);
      const found = line.kind === 'mistakes' ? line.findings : [];
      expect(found.filter(({ field, code }) => field === flag && code === 'option-value')).toEqual([]);
    }
  });

  it('is a word that an option does not take', () => {
    expect(mistakesIn('schemes', '--format', 'xml')).toEqual([
      {
        code: 'option-value',
        field: '--format',
        value: 'xml',
        message: '--format does not take this value',
        hint: 'allowed choices are text, json',
      },
    ]);
  });

  it('is a scheme that is not named, and one word too many', () => {
    expect(mistakesIn('show')).toMatchObject([{ code: 'missing-argument', message: 'the scheme is missing' }]);
    expect(mistakesIn('show', 'a', 'b')).toMatchObject([
      { code: 'extra-argument', message: 'the command takes 1 besides its options, but 2 are given' },
    ]);
  });

  it('may be very long, and hold what the parser of commands says itself', () => {
    const long = "argument '".repeat(10_000);
    expect(mistakesIn(long)).toMatchObject([{ code: 'unknown-command', value: long }]);
    expect(mistakesIn('schemes', '--format', long)).toMatchObject([{ code: 'option-value', value: long }]);
  });

  it.each(['--help', '-h', '--version', '--data'])(
    'with %s after a command that is not there, tells of the command',
    (flag) => {
      expect(mistakesIn('chek', flag)).toMatchObject([
        { code: 'unknown-command', value: 'chek', hint: 'did you mean check?' },
      ]);
    },
  );

  it('is spoken of as JSON where the line asks for it', () => {
    expect(readCommandLine(['chek', '--format', 'json']).manner.format).toBe('json');
    expect(readCommandLine(['json', 'x']).manner.format).toBe('text');
  });
});

describe('whatever is typed', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'run',
      'check',
      'show',
      'template',
      'schemes',
      'help',
      '--',
      '-',
      '-h',
      '-V',
      '--help',
      '--version',
    ),
    fc.constantFrom('--period', '--as-at', '--as-at=2019-10-15', '--data', '--out', '--out=', '--strict', '--strict=1'),
    fc.constantFrom(
      '--format',
      '--format=json',
      'json',
      '--color',
      '--encoding',
      'utf-8',
      '-hx',
      '--no-strict',
      '--perid',
    ),
    fc.string(),
  );

  it('is something to do, or help, or a mistake that is told', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (args) => {
        const line = readCommandLine(args);
        if (line.kind === 'mistakes') expect(line.findings.length).toBeGreaterThan(0);
        if (line.kind === 'help') expect(line.text).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the grammar', () => {
  const named = (first?: string) =>
    grammar(
      () => {},
      () => {},
      first,
    ).commands.map((command) => command.name());

  it('declares the command that is asked for and no other, or all where none is known', () => {
    expect(named()).toEqual(
      'schemes show new schema check template import run explain publish post hand-off settle ledger verify diff due forecast accrue batch completion help __complete'.split(
        ' ',
      ),
    );
    for (const name of named()) expect(named(name)).toEqual([name]);
    for (const other of ['--help', 'runs', '', 'toString']) expect(named(other)).toEqual(named());
  });
});
