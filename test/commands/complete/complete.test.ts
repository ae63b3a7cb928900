import { describe, expect, it } from 'vitest';
import { grammar } from '../../../src/cli/grammar.ts';
import { manPages } from '../../../src/cli/man-pages.ts';
import { quarterday } from '../../make/host.ts';
import { unsaid } from './said.ts';
import { stories } from './stories.ts';
import { formatSaid, takeStory } from './take-story.ts';

const none = () => {};

describe('every command tells as JSON whatever its text says', () => {
  it.each(Object.entries(stories))(
    '%s',
    async (_name, lines) => {
      const missing = await takeStory(lines);
      expect(missing.filter(({ stdout, stderr }) => stdout.length + stderr.length > 0)).toEqual([]);
    },
    300_000,
  );

  it('leaves no command out', () => {
    const program = grammar(none, none);
    const declared = program.createHelp().visibleCommands(program);
    const lines = Object.values(stories).flat();
    const taken = new Set(lines.map((line) => line.split(' ')[1]));
    const without = declared.filter((command) => !taken.has(command.name()));
    expect(without.map((command) => command.name())).toEqual([]);
  });
});

it('is one document or the same lines in both, as the help of each command says under --format', async () => {
  const program = grammar(none, none);
  const kinds = new Map<string, string[]>();
  for (const command of program.createHelp().visibleCommands(program)) {
    const says = formatSaid(command.name());
    kinds.set(says, [...(kinds.get(says) ?? []), command.name()]);
    const { stdout } = await quarterday([command.name(), '--help']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`--format <format> ${says} (choices:`);
    const page = manPages().find(({ file }) => file.endsWith(`/quarterday-${command.name()}.1`));
    expect(page?.text).toContain(says);
  }
  const rare = [...kinds.values()].filter((names) => names.length === 1).flat();
  expect([kinds.size, rare.sort()]).toEqual([3, ['completion', 'schema']]);
});

describe('what a text says and its data do not', () => {
  const ids = new Set(['locality-meetings']);
  const data = ['2015-11-15', '24062.79', '0.5', '9', 'Z10003', 'locality-meetings', 'runs', 'payments.csv', '-12.00'];

  it('is nothing where each thing is there in the form that data have', () => {
    const text =
      'On 15 November 2015 £24,062.79 to 9 payees (50% of it), −£12.00 of locality-meetings, Z10003: runs/payments.csv';
    expect(unsaid(text, data, ids)).toEqual([]);
  });

  it.each([
    ['a sum', '£24,062.80', '24062.8'],
    ['a day', '16 November 2015', '2015-11-16'],
    ['a count', '10 payees', '10'],
    ['a share', 'about 51% of it', '51%'],
    ['a code', 'Z10004', 'Z10004'],
    ['a finding', 'draft-scheme', 'draft-scheme'],
    ['a file', 'runs/clawbacks.csv', 'runs/clawbacks.csv'],
  ])('is %s', (_what, text, word) => {
    expect(unsaid(text, data, ids)).toEqual([word]);
  });
});
