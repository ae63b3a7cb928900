import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../../src/domain/findings/finding.ts';
import { plain } from '../../src/report/page/paint.ts';
import { findingJson } from '../../src/terminal/finding-json.ts';
import { findingsSummary, findingsText } from '../../src/terminal/finding-text.ts';
import { Findings } from '../../src/terminal/findings.ts';

const below = finding(
  'paid-below-zero',
  { file: 'paid.csv', line: 3, column: 4, field: 'amount' },
  { message: 'the rows add up to less than nothing', value: '-1.00', hint: 'add the row of the payment' },
);
const notice = finding(
  'notice-without-period',
  { file: 'practices.csv', line: 2 },
  { message: 'the notice does nothing', hint: 'give left_on' },
);

function findings(strict: boolean, all: readonly Finding[]): Findings {
  const taken = new Findings(strict, () => {});
  taken.noteAll(all);
  return taken;
}

describe('findings', () => {
  it('are grouped by code, errors first, each with its place, value and fix', () => {
    expect(
      findingsText(
        findings(false, [notice, below, { ...notice, line: 3, hint: 'give left_on in both' }]).groups,
        plain,
      ),
    ).toBe(
      'error paid-below-zero Paid total below zero (1)\n' +
        '  paid.csv:3:4  amount  "-1.00"\n' +
        '    the rows add up to less than nothing\n' +
        '    fix: add the row of the payment\n' +
        '\n' +
        'warning notice-without-period Notice in a scheme without a notice period (2)\n' +
        '  practices.csv:2\n' +
        '    the notice does nothing\n' +
        '    fix: give left_on\n' +
        '  practices.csv:3\n' +
        '    the notice does nothing\n' +
        '    fix: give left_on in both\n' +
        '\n',
    );
  });

  it('that have one fix say it once, below all of them', () => {
    expect(findingsText(findings(false, [notice, { ...notice, line: 3 }]).groups, plain)).toBe(
      'warning notice-without-period Notice in a scheme without a notice period (2)\n' +
        '  practices.csv:2\n' +
        '    the notice does nothing\n' +
        '  practices.csv:3\n' +
        '    the notice does nothing\n' +
        '  fix of each: give left_on\n' +
        '\n',
    );
  });

  it('of one column of a file are told as one, with the count and the first three places', () => {
    const lines = [...Array(1_476).keys()].map((line) => ({ ...below, line: line + 2 }));
    expect(findingsText(findings(false, lines).groups, plain)).toBe(
      'error paid-below-zero Paid total below zero (1,476)\n' +
        '  paid.csv:2:4  amount  "-1.00"\n' +
        '    the rows add up to less than nothing\n' +
        '    fix: add the row of the payment\n' +
        '    likewise in line 3 "-1.00", line 4 "-1.00" and 1,473 more\n' +
        '\n',
    );
  });

  it('of one code are counted exactly and shown for up to twenty causes', () => {
    const files = [...Array(10_000).keys()].map((number) => ({ ...below, file: `${number}.csv` }));
    const text = findingsText(findings(false, files).groups, plain);
    expect(text).toContain('Paid total below zero (10,000)\n');
    expect(text.match(/the rows add up to less than nothing/g)).toHaveLength(20);
    expect(text).toContain('19.csv:3:4');
    expect(text).toContain('  … and 9,980 more; --format json lists all\n  fix of each: add the row of the payment\n');
  });

  it('are told one by one as they come', () => {
    const told: Finding[] = [];
    const taken = new Findings(false, (each) => told.push(each));
    for (let count = 0; count < 30; count += 1) taken.note(below);
    expect(told).toHaveLength(30);
  });

  it.each([
    [[below], false, '1 error in 1 file. Nothing was written.\n', 1],
    [[below, below, { ...below, file: 'x.csv' }], false, '3 errors in 2 files. Nothing was written.\n', 1],
    [[below, notice], false, '1 error and 1 warning in 2 files. Nothing was written.\n', 1],
    [[notice], false, '1 warning in 1 file.\n', 0],
    [[notice], true, '1 warning in 1 file, which --strict counts as errors. Nothing was written.\n', 1],
  ])('come to one line and an exit code (%#)', (all, strict, line, exit) => {
    const taken = findings(strict, all);
    expect(findingsSummary(taken, 'Nothing was written.')).toBe(line);
    expect(taken.exit).toBe(exit);
  });

  it('end with the gravest of their exit codes', () => {
    const place = { field: '--period' };
    const usage = finding('period-not-in-scheme', place, { message: 'no such period', hint: 'use another' });
    expect(findings(false, [below, usage]).exit).toBe(2);
  });

  it('keep a long value to a line or two', () => {
    const text = findingsText(findings(false, [{ ...below, value: '9'.repeat(5000) }]).groups, plain);
    expect(text).toContain(`"${'9'.repeat(120)}…"\n`);
  });

  it('spell out what a terminal would obey, wherever it stands', () => {
    const hostile = { file: 'a\u001b.csv', field: 'b\u202e', value: 'c\u0000', message: 'd\u009b', hint: 'e\n' };
    const text = findingsText(findings(false, [{ ...below, ...hostile }]).groups, plain);
    expect(text).toContain('  a\\u{001B}.csv:3:4  b\\u{202E}  "c\\u{0000}"\n    d\\u{009B}\n    fix: e\\u{000A}\n');
    expect(findingJson({ ...below, ...hostile })).toContain('"file":"a\\u001b.csv"');
  });
});
