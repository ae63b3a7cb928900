import { describe, expect, it } from 'vitest';
import { quarterday, written } from '../make/host.ts';

/** The lines of a page that are prose: those of a table have their columns two blanks apart. */
function prose(page: string): string[] {
  return page.split('\n').filter((line) => !/\S {2,}\S/.test(line.trim()));
}

describe('a page on a terminal', () => {
  it.each([80, 200])('of %d columns is no wider than that, and has the same words as in a file', async (columns) => {
    const args = ['show', 'dorset-ccip-2015-16', '--color', 'never'];
    const stdout = written({ isTerminal: true, columns });
    await quarterday(args, { stdout });
    const file = await quarterday(args);
    const lines = prose(stdout.text());
    const longest = Math.max(...lines.map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(Math.min(columns, 120));
    expect(longest).toBeGreaterThan(Math.min(columns, 120) - 10);
    const words = (page: string) =>
      page
        .split(/\s+/)
        .filter((word) => !/^-+$/.test(word))
        .sort();
    expect(words(stdout.text())).toEqual(words(file.stdout));
  });
});

describe('help on a terminal', () => {
  it('of 80 columns is no wider but for lines to copy', async () => {
    const stdout = written({ isTerminal: true, columns: 80 });
    await quarterday(['publish', '--help'], { stdout });
    const lines = stdout.text().split('\n');
    const copied = (line: string) => /^(Usage: | {2}\$ )/.test(line);
    expect(lines.filter((line) => line.length > 80 && !copied(line))).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(70);
  });
});

describe('what is said on a terminal', () => {
  it('of 80 columns is no wider, stands apart from what was asked for, and breaks no code and no amount', async () => {
    const [stdout, stderr] = [80, 80].map((columns) => written({ isTerminal: true, columns }));
    if (!stdout || !stderr) throw new Error('two streams');
    const data = 'fixtures/dorset-ccip-2015-16/data';
    const args = ['run', 'dorset-ccip-2015-16', '--period', 'Q2', '--as-at', '2015-11-15', '--data', data];
    await quarterday([...args, '--color', 'never'], { stdout, stderr });
    expect(stderr.text()).toBe(
      [
        '',
        'warning unknown-event The scheme pays for no such event (1)',
        '  claims.csv:33:2  event  "cluster-dinner"',
        '    is no event that the scheme pays for; expected locality-meeting or',
        '      cluster-event; the claim is refused',
        '    fix: write one of these, in the same spelling',
        '',
        '1 warning in 1 file.',
        'Next: nothing was written; to write the run folder, add --out DIR.',
        '',
      ].join('\n'),
    );
    const lines = stdout.text().split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const at = lines.indexOf('By component and period');
    expect(lines.slice(at, at + 7)).toEqual([
      'By component and period',
      '  component',
      '      period  entitlement  already paid    payments  clawbacks due         net',
      '  locality-meetings',
      '      Q1        £3,250.00     £1,000.00   £2,250.00          £0.00   £2,250.00',
      '      Q2        £1,500.00         £0.00   £1,500.00          £0.00   £1,500.00',
      '  cluster-events',
    ]);
  });

  it('dims nothing, which a light ground would swallow, and says in words what a colour says', async () => {
    const stderr = written({ isTerminal: true, columns: 80 });
    await quarterday(['show', 'dorset', '--color', 'always'], { stderr });
    expect(stderr.text()).not.toContain('\u001b[2m');
    expect(stderr.text()).toContain('\u001b[31merror\u001b[39m \u001b[1munknown-scheme\u001b[22m There is no such');
  });
});
