import { describe, expect, it } from 'vitest';
import { wordsToBreakAt } from '../../src/report/page/words-together.ts';
import { fitted } from '../../src/terminal/fitted.ts';
import { quarterday, written } from '../make/host.ts';

const prose =
  'The sum of £1,250.25 a quarter falls due on 30 June 2026 for 5,801 patients [14 item 6], as --period Q1 says; of 80 % of them about £0.50 a patient is withheld until 1 October 2026 (clause 4.3), and --approved-by "A. Name" says by whom.';

describe('what reads as one word', () => {
  it('is a reference, a date, a sum with its unit, a number with what it counts, an option with its value', () => {
    expect(wordsToBreakAt(prose, 100).filter((word) => word.includes(' '))).toEqual([
      '£1,250.25 a quarter',
      '30 June 2026',
      '5,801 patients',
      '[14 item 6],',
      '--period Q1',
      '80 %',
      'about £0.50 a patient',
      '1 October 2026',
      '(clause 4.3),',
      '--approved-by "A. Name"',
    ]);
  });

  it('is none that takes more than half of a line, nor a mark of a terminal', () => {
    expect(wordsToBreakAt('see [the letter of the commissioner] there', 60)).toContain('[the');
    expect(wordsToBreakAt('see [the letter of the commissioner] there', 80)).toContain(
      '[the letter of the commissioner]',
    );
    expect(wordsToBreakAt('\u001b[31mno one\u001b[39m here]', 80)).toEqual(['\u001b[31mno', 'one\u001b[39m', 'here]']);
  });

  it.each([
    [
      60,
      [
        '  The sum of £1,250.25 a quarter falls due on 30 June 2026',
        '    for 5,801 patients [14 item 6], as --period Q1 says; of',
        '    80 % of them about £0.50 a patient is withheld until',
        '    1 October 2026 (clause 4.3), and --approved-by "A. Name"',
        '    says by whom.',
      ],
    ],
    [
      80,
      [
        '  The sum of £1,250.25 a quarter falls due on 30 June 2026 for 5,801 patients',
        '    [14 item 6], as --period Q1 says; of 80 % of them about £0.50 a patient is',
        '    withheld until 1 October 2026 (clause 4.3), and --approved-by "A. Name" says',
        '    by whom.',
      ],
    ],
    [
      100,
      [
        '  The sum of £1,250.25 a quarter falls due on 30 June 2026 for 5,801 patients [14 item 6], as',
        '    --period Q1 says; of 80 % of them about £0.50 a patient is withheld until 1 October 2026',
        '    (clause 4.3), and --approved-by "A. Name" says by whom.',
      ],
    ],
  ])('stands on one line of %d columns', (columns, lines) => {
    expect(fitted(`  ${prose}`, columns)).toBe(lines.join('\n'));
  });
});

describe('a page on a terminal', () => {
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  const broken = new RegExp(
    `\\[[^\\][]{1,16}$|\\b\\d{1,2}$(?=\\n *(${months}))|\\b(${months})$(?=\\n *20\\d\\d)| --[a-z-]+$(?=\\n *[A-Z]{2})`,
    'gm',
  );

  it.each([60, 80, 100])('of %d columns ends no line within a reference, a date or an option', async (columns) => {
    for (const args of [
      ['show', 'dorset-ccip-2015-16'],
      ['show', 'cambridgeshire-qef-2017-18'],
      ['check', 'fixtures/other-schemes/farms.json', '--examples'],
      ['hand-off', '--help'],
    ]) {
      const stdout = written({ isTerminal: true, columns });
      await quarterday([...args, '--color', 'never'], { stdout });
      const lines = stdout
        .text()
        .split('\n')
        .filter((line) => !/\S {2,}\S/.test(line.trim()))
        .join('\n');
      expect(lines.length).toBeGreaterThan(100);
      expect([...lines.matchAll(broken)].map(({ index }) => lines.slice(Math.max(0, index - 20), index + 40))).toEqual(
        [],
      );
    }
  });
});
