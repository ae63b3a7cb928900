import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { grammar } from '../src/cli/grammar.ts';
import { topicParts } from '../src/commands/help/topics/topic.ts';
import { topics } from '../src/commands/help/topics/topics.ts';
import { emptyFolder, quarterday } from './make/host.ts';
import { shellLines, takeLines } from './make/shell-lines.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** Blocks that show a command and what it prints; a line `…` stands for lines left out. */
const shown = [...readme.matchAll(/```console\n\$ quarterday (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', output = '']) => ({
    command,
    output: output.trimEnd().split('\n'),
  }),
);

describe('the README', () => {
  it('shows commands with their real output', async () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const { command, output } of shown) {
      const args = command.split(' ').map((arg) => (arg.startsWith('fixtures/') ? `${root}${arg}` : arg));
      const { exit, stdout } = await quarterday(args);
      const lines = stdout.split('\n');
      let at = 0;
      let skipping = false;
      for (const line of output) {
        if (line === '…') {
          skipping = true;
          continue;
        }
        const found = skipping ? lines.indexOf(line, at) : at;
        expect(lines[found], command).toBe(line);
        at = found + 1;
        skipping = false;
      }
      expect(exit).toBe(0);
    }
  });

  it('takes a quarter through the program by lines that do what it says of them', async () => {
    const section = readme.slice(readme.indexOf("## A quarter's work"), readme.indexOf('## The data folder'));
    const folder = emptyFolder();
    const taken = await takeLines(shellLines(section), folder, () => '2015-11-16T09:00:00.000Z');
    expect(taken.length).toBe(15);
    const said = (words: string) => taken.filter(({ told }) => told.stdout.includes(words)).length;
    expect(said('to pay       £24,062.79 to 9 payees')).toBe(1);
    expect(said('in all      £9,525.00  £9,525.00')).toBe(1);
    expect(said('Net: payments less clawbacks due              £500.00')).toBe(1);
    const next = taken.filter(({ told }) => told.stderr.includes('Next: nothing is open any more; note the sha256'));
    expect(next).toHaveLength(1);
    const open = await quarterday(['ledger', join(folder, 'q2/ledger'), '--open']);
    expect(open.stdout).toContain('Nothing: all that was posted is settled.');
  });

  // After a change that is meant: EXPECTED=write npx vitest run test/readme.test.ts.
  it('has the commands as their help has them', () => {
    const program = grammar(
      () => {},
      () => {},
    );
    const rows = program
      .createHelp()
      .visibleCommands(program)
      .map((command) => {
        const usage = `${command.name()} ${command.usage()}`.replace(' [options]', '').replaceAll('|', '\\|');
        return `| \`quarterday ${usage}\` | ${command.description()} |`;
      });
    const [before = '', after = ''] = readme.split(/(?:^\| `quarterday .*\n)+/m);
    const expected = `${before}${rows.join('\n')}\n${after}`;
    if (process.env.EXPECTED === 'write') writeFileSync(`${root}README.md`, expected);
    expect(readme).toBe(expected);
  });

  it('says of a quarter, the files, the run folder and the ledger what the manual says, in the same words', () => {
    const manual = topics.flatMap(topicParts).flatMap((part) => {
      if (part.kind === 'paragraph') return [part.text];
      return part.kind === 'items' ? part.items : part.lines;
    });
    const sections = readme
      .split(/^##+ /m)
      .filter((section) => /^(A quarter|The data|The files|The run f|For aud)/.test(section));
    expect(sections).toHaveLength(5);
    const exits = readme.split('\n\n').filter((block) => /^(SCHEME is|Exit codes:)/.test(block));
    expect(exits).toHaveLength(2);
    const told = [...sections.flatMap((section) => section.split('\n\n').slice(1)), ...exits]
      .flatMap(saidIn)
      .filter((each) => each !== '');
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter((each) => !manual.includes(each))).toEqual([]);
  });

  it('names commands that there are', async () => {
    const named = new Set([...readme.matchAll(/quarterday ([a-z]+) /g)].map(([, name = '']) => name));
    const { stdout } = await quarterday(['--help']);
    const known = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
    expect([...named].filter((name) => !['is', 'works'].includes(name) && !known.includes(name))).toEqual([]);
  });

  it('names files and folders that there are', () => {
    const paths = [...readme.matchAll(/`((?:src|test|schemes|fixtures)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  it('is no longer than a person reads', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(151);
  });

  it('names scripts that package.json has', () => {
    const scripts: unknown = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).scripts;
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(scripts ?? {})).toEqual(expect.arrayContaining(named));
  });
});

/** What a block of the README says, as the manual writes it: without marks, the cells of a row after one another. */
function saidIn(block: string): string[] {
  if (block.startsWith('```')) return block.split('\n').slice(1, -1);
  const plain = (text: string) => text.replaceAll(/`|\*\*/g, '').trim();
  if (!block.startsWith('|')) return [plain(block.replaceAll('\n', ' '))];
  const rows = block.trim().split('\n').slice(2);
  return rows.map((row) => {
    const [what = '', ...says] = row.split(' | ').map((cell) => plain(cell.replaceAll(/^\| | \|$/g, '')));
    return says.length === 1 ? `${what}: ${says[0]}` : `${what} (${says[0]}): ${says[1]}`;
  });
}

const otherPapers = ['src/README.md', 'src/calculate/RULES.md', 'test/bench/README.md', 'test/mutants/README.md'];

describe.each(otherPapers)('%s', (name) => {
  const text = readFileSync(`${root}${name}`, 'utf8');

  it('names files and folders that there are', () => {
    const paths = [...text.matchAll(/`((?:src|test|schemes|fixtures)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    const inside = [...text.matchAll(/`((?:domain|terminal|report|data|calculate|run)\/[\w./-]*)`/g)].map(
      ([, path = '']) => `src/${path}`,
    );
    expect([...paths, ...inside].filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });
});

describe('the rules of the arithmetic', () => {
  const rules = readFileSync(`${root}src/calculate/RULES.md`, 'utf8');
  const headings = [...rules.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  const cited = sources().flatMap((text) => [...text.matchAll(/\(RULES, ([^)]*)\)/g)].map(([, named = '']) => named));

  it('are cited by headings that they have', () => {
    expect(cited.length).toBeGreaterThan(10);
    const unknown = cited.flatMap((named) => named.split('; ')).filter((heading) => !headings.includes(heading));
    expect(unknown).toEqual([]);
  });

  it('are the only rules that the code cites', () => {
    expect(sources().filter((text) => /\bcontract [0-9]/.test(text))).toEqual([]);
  });

  function sources(): string[] {
    const names = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' });
    return names.filter((each) => each.endsWith('.ts')).map((each) => readFileSync(`${root}src/${each}`, 'utf8'));
  }
});
