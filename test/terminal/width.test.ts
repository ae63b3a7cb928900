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
