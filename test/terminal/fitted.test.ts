import { describe, expect, it } from 'vitest';
import { fitted, fittedStep } from '../../src/terminal/fitted.ts';

const lines = (...all: readonly string[]) => all.join('\n');

describe('lines on a narrow terminal', () => {
  it('stand as they are in files and pipes, and where they fit', () => {
    const text = `  ${'word '.repeat(40)}\n`;
    expect(fitted(text, null)).toBe(text);
    expect(fitted('exactly ten', 11)).toBe('exactly ten');
  });

  it('are broken at their spaces, and no amount, code or path is', () => {
    const text =
      '  payments £24,062.79 of dorset-ccip-2015-16 are in /a/very/long/path/that/is/wider/than/the/terminal';
    expect(fitted(text, 30)).toBe(
      lines(
        '  payments £24,062.79 of',
        '    dorset-ccip-2015-16 are in',
        '    /a/very/long/path/that/is/wider/than/the/terminal',
      ),
    );
  });

  it('hang under what is said of a name, under a list and under Usage', () => {
    expect(fitted('  run         work out the payments of a period', 34)).toBe(
      lines('  run         work out the', '              payments of a period'),
    );
    expect(fitted('  - received on 30 June 2015, in time', 24)).toBe(
      lines('  - received on', '    30 June 2015, in', '    time'),
    );
    expect(fitted('Usage: quarterday diff RUN RUN', 24)).toBe(lines('Usage: quarterday diff', '       RUN RUN'));
    expect(fitted('Next: open report.html in a browser', 24)).toBe(lines('Next: open report.html', 'in a browser'));
  });

  it('do not hang so far in that a hash would be broken', () => {
    const hash = 'f'.repeat(20);
    expect(fitted(`  newest     record 2, sha256 ${hash}`, 30)).toBe(
      lines('  newest     record 2, sha256', `    ${hash}`),
    );
  });

  it('that are commands go on as a shell takes them, an option with its value, and their note stands above', () => {
    const typed = '  $ quarterday post runs/* --ledger ledger --approved-by "A. Name" --confirm-total 750.00';
    expect(fitted(`${typed}   # the total is typed`, 50)).toBe(
      lines(
        '  # the total is typed',
        '  $ quarterday post runs/* --ledger ledger \\',
        '      --approved-by "A. Name" \\',
        '      --confirm-total 750.00',
      ),
    );
  });

  it('that are one command already are broken as a whole, and stand as they are where all of them fit', () => {
    const typed = lines(
      '  $ quarterday hand-off --ledger ledger \\',
      '      --posting 1 --again QD1PZ10003 --reason "account closed"   # it is sent again',
      '  - a list',
    );
    expect(fitted(typed, 90)).toBe(typed);
    expect(fitted(typed, 44)).toBe(
      lines(
        '  # it is sent again',
        '  $ quarterday hand-off --ledger ledger \\',
        '      --posting 1 --again QD1PZ10003 \\',
        '      --reason "account closed"',
        '  - a list',
      ),
    );
  });

  it('hang under what stands behind a word that says how something is', () => {
    expect(fitted('good dorset: 61 checks, 6 examples', 24)).toBe(lines('good dorset: 61 checks,', '     6 examples'));
    expect(fitted('warning last-day-passed The day was over', 30)).toBe(
      lines('warning last-day-passed The', '        day was over'),
    );
  });

  it('that only begin with the name of the program are prose', () => {
    expect(fitted('quarterday works out what is owed', 24)).toBe(lines('quarterday works out', 'what is owed'));
  });

  it('are measured without their marks', () => {
    const marked = '\u001b[32mverified\u001b[39m q2/ledger';
    expect(fitted(marked, 18)).toBe(marked);
    expect(fitted(marked, 17)).toBe('\u001b[32mverified\u001b[39m\n  q2/ledger');
  });
});

describe('a step to take on a narrow terminal', () => {
  const step = 'Next: fill it in, then quarterday check mine.json --data ./data';

  it('keeps a command at its end whole, on a line of its own', () => {
    expect(fittedStep(step, null)).toBe(step);
    expect(fittedStep(step, step.length)).toBe(step);
    expect(fittedStep(step, step.length - 1)).toBe(
      lines('Next: fill it in, then', '  quarterday check mine.json --data ./data'),
    );
    expect(fittedStep('Next: quarterday check mine.json --data ./data', 30)).toBe(
      lines('Next:', '  quarterday check mine.json \\', '      --data ./data'),
    );
  });

  it('is prose where more is said after the command', () => {
    expect(fittedStep('Next: quarterday show mine.json says what it pays.', 40)).toBe(
      lines('Next: quarterday show mine.json says', 'what it pays.'),
    );
  });
});
