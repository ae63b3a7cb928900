import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { grammar } from '../../../src/cli/grammar.ts';
import { commandsIn } from '../../../src/commands/help/pages.ts';
import { topicParts } from '../../../src/commands/help/topics/topic.ts';
import { topics } from '../../../src/commands/help/topics/topics.ts';
import { quarterday } from '../../make/host.ts';
import { runLines } from '../../make/script.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const home = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'quarterday-pages-'));
afterAll(() => {
  process.chdir(home);
  rmSync(work, { recursive: true, force: true });
});

/** What the lines of a page must say somewhere, where the page says of them that they do. */
const said: Readonly<Record<string, readonly string[]>> = {
  start: [
    '1 example to the penny',
    'posted as 1: visits-2027-28-Q1-',
    'Net: payments less clawbacks due         £750.00',
  ],
  files: ['claims.csv, 47 rows taken', 'every file can be read for this scheme'],
  decisions: ['Clawbacks proposed                   10   −£20,450.10', 'waive', 'S. Dyer'],
  recoveries: ['recoveries.csv', '£1,750.00'],
  joining: ['after 69 of the 92 days of Q2', 'for Z10002 too'],
  bank: ['to pay       £24,062.79 to 9 payees', 'in all      £9,525.00  £9,525.00'],
  proof: ['made again from its own inputs', 'payments.csv'],
  posting: ['already posted as 1', 'Net: payments less clawbacks due                £0.00'],
  scheme: ['3 examples to the penny'],
  scripts: ['made before', 'quarterday for bash'],
};

// The README's own test walks through the quarter, by the same lines.
describe.each(topics.filter(({ id }) => id !== 'quarter').map((topic) => [topic.id, topic] as const))(
  'the page %s',
  (id, topic) => {
    it('has commands that do what it says of them', async () => {
      const folder = mkdtempSync(join(work, `${id}-`));
      for (const name of ['fixtures', 'schemes']) symlinkSync(join(root, name), join(folder, name));
      process.chdir(folder);
      const lines = topicParts(topic).flatMap((part) => (part.kind === 'commands' ? part.lines : []));
      const ran = await runLines(lines, {});
      expect(ran.length).toBeGreaterThan(3);
      const all = ran.map(({ told }) => told.stdout).join('');
      expect(said[id]?.filter((words) => !all.includes(words))).toEqual([]);
    });
  },
);

describe.each(topics.map((topic) => [topic.id, topic] as const))('the page %s', (id, topic) => {
  it('names others to read next', () => {
    expect(topic.next.length).toBeGreaterThan(0);
    expect(topic.next).not.toContain(id);
    const known = topics.map((other) => other.id);
    expect(topic.next.filter((next) => !known.includes(next))).toEqual([]);
  });

  it('is shown by help, at most as wide as a page but for what is there to be copied', async () => {
    const { exit, stdout, stderr } = await quarterday(['help', id]);
    expect([exit, stderr]).toEqual([0, `The fixtures/ and schemes/ of this page are in ${root}\n`]);
    expect(stdout.startsWith(`${topic.title}\n\n  `)).toBe(true);
    const copied = topicParts(topic).flatMap((part) => (part.kind === 'commands' ? part.lines : []));
    for (const line of copied) expect(stdout).toContain(line);
    const wide = stdout.split('\n').filter((line) => line.length > 100 && !copied.some((each) => line.endsWith(each)));
    expect(wide).toEqual([]);
    const json = JSON.parse((await quarterday(['help', id, '--format', 'json'])).stdout);
    expect(json).toMatchObject({ format: 'quarterday/topic/1', topic: id, title: topic.title, next: topic.next });
    expect(json.parts).toEqual(topicParts(topic));
  });
});

it('all that a person types is shown at work on some page', () => {
  const shown = new Set(topics.flatMap((topic) => [...commandsIn(topic)]));
  const program = grammar(
    () => {},
    () => {},
  );
  const commands = program.createHelp().visibleCommands(program);
  const left = commands.map((command) => command.name()).filter((name) => !shown.has(name));
  expect(left).toEqual(['help']);
});

describe('help without a word', () => {
  it('lists the pages by their readers, and the commands', async () => {
    const { exit, stdout, stderr } = await quarterday(['help']);
    expect(exit).toBe(0);
    expect(stdout).toContain('For those who prove it\n  proof       Prove a figure\n');
    for (const { id, title } of topics) expect(stdout).toContain(`\n  ${id.padEnd(10)}  ${title}\n`);
    expect(stdout).toContain('\nCommands\n  schemes     list the schemes that come with the program\n');
    expect(stdout).not.toContain('__complete');
    expect(stderr).toMatch(/^Next: quarterday help TOPIC/);
    const json = JSON.parse((await quarterday(['help', '--format', 'json'])).stdout);
    expect(json.topics).toHaveLength(topics.length);
    expect(json.commands).toContainEqual({
      command: 'run',
      does: 'work out the payments and clawbacks of a period',
    });
  });
});

describe('a word that is no page, command or code', () => {
  it('is looked for in all of them, and in the columns of tables', async () => {
    const merger = await quarterday(['help', 'merger']);
    expect(merger).toMatchObject({ exit: 0 });
    expect(merger.stdout).toContain('Pages\n');
    expect(merger.stdout).toContain('  joining     Joining, leaving, moving and merging\n');
    expect(merger.stdout).toContain('  successions.csv  a code that stands for another from a day on');
    expect(merger.stderr).toBe(
      'Next: quarterday help joining\n      quarterday schema successions.csv\n      quarterday help merged-cells\n',
    );
    const column = await quarterday(['help', 'at_most']);
    expect(column.stdout).toContain('  plans.csv at_most  the share of what a run pays the practice');
    const several = await quarterday(['help', 'late', 'claims']);
    expect(several.stdout).toContain('accepted-claim-missing');
    expect(several.stdout).not.toContain('successions');
    const json = JSON.parse((await quarterday(['help', 'MERGERS', '--format', 'json'])).stdout);
    expect(json.format).toBe('quarterday/found/1');
    expect(json.found).toContainEqual({
      kind: 'column',
      name: 'successions.csv',
      see: 'quarterday schema successions.csv',
      says: 'a code that stands for another from a day on: a new code, or a merger of several',
    });
  });

  it('is told as unknown where nothing speaks of it', async () => {
    for (const words of [['xyzzy'], [''], ['late', 'xyzzy']]) {
      expect(await quarterday(['help', ...words])).toMatchObject({ exit: 2, stdout: '' });
    }
  });
});
