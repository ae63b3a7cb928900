import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { grammar } from '../../../src/cli/grammar.ts';
import { emptyFolder } from '../../make/host.ts';
import { type Ran, runLines } from '../../make/script.ts';
import { leavesOf, unsaid } from './said.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command says as text and not as data, on stdout and on stderr. */
export interface Missing {
  readonly line: string;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/**
 * Takes lines of shell twice, in folders of the same path: once told as text, and once as JSON. Answers what is said in the text alone.
 * The fixtures and schemes stand in the folder.
 */
export async function takeStory(lines: readonly string[]): Promise<Missing[]> {
  const home = process.cwd();
  const folder = join(emptyFolder(), 'story');
  const take = async (format: 'text' | 'json'): Promise<Ran[]> => {
    mkdirSync(folder);
    for (const name of ['fixtures', 'schemes']) symlinkSync(join(repository, name), join(folder, name));
    process.chdir(folder);
    const asked = lines.map((line) => line.replace(/^quarterday .*?(?= \|\||$)/, `$& --format ${format}`));
    try {
      return await runLines(asked, { now: () => '2027-06-01T09:00:00.000Z' });
    } finally {
      process.chdir(home);
      rmSync(folder, { recursive: true });
    }
  };
  const [texts, data] = [await take('text'), await take('json')];
  return texts.map((text, at) => missingIn(text, data[at]));
}

/** Holds what a command prints as JSON against what its help says of `--format`. */
function holdAsSaid(command: string, text: string, stdout: string, stderr: string): void {
  const says = formatSaid(command);
  if (says.includes('a finding in each line of stderr')) {
    for (const line of stderr.split('\n')) if (line !== '') expect(JSON.parse(line)).toMatchObject({ format: finding });
  }
  if (says.includes('the same in both') && !stdout.startsWith('{\n  "format"')) expect(stdout).toBe(text);
  else if (stdout !== '') expect(JSON.parse(stdout)).toMatchObject({ format: expect.stringMatching(/^quarterday\//) });
  expect(says).toMatch(/one document on stdout|the same in both/);
}

const finding = 'quarterday/finding/1';

/** What the help of a command says of `--format`. */
export function formatSaid(name: string): string {
  const program = grammar(
    () => {},
    () => {},
  );
  const command = program.commands.find((each) => each.name() === name);
  const option = command?.options.find(({ long }) => long === '--format');
  if (!option) throw new Error(`${name} has no --format`);
  return option.description;
}

function missingIn({ line, told: text }: Ran, data: Ran | undefined): Missing {
  if (!data || data.told.exit !== text.exit) throw new Error(`${line} ends otherwise as JSON`);
  const { stdout, stderr } = data.told;
  holdAsSaid(line.split(' ')[1] ?? '', text.stdout, stdout, stderr);
  const documents = isJson(stdout) ? [JSON.parse(stdout)] : [stdout];
  const findings: Finding[] = stderr.split('\n').flatMap((each) => (each === '' ? [] : [JSON.parse(each)]));
  const printed = documents.flatMap(leavesOf);
  const noted = [...findings.flatMap(leavesOf), ...countsOf(findings)];
  return {
    line: line.replace(' --format text', ''),
    stdout: unsaid(shown(text.stdout), printed, ids),
    // What a person typed is known to who reads the answer.
    stderr: unsaid(shown(text.stderr), [...printed, ...noted, ...line.split(' ')], ids),
  };
}

function isJson(text: string): boolean {
  return text.startsWith('{');
}

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly file: string | null;
}

/** What a person is told of findings as numbers: how many of each code, in how many files. Each is a line of its own here. */
function countsOf(findings: readonly Finding[]): string[] {
  const keys: ((finding: Finding) => string | null)[] = [({ code }) => code, ({ severity }) => severity];
  const counts = keys.flatMap((key) => {
    const tally = new Map<string | null, number>();
    for (const each of findings) tally.set(key(each), (tally.get(key(each)) ?? 0) + 1);
    return [...tally.values()];
  });
  return [...counts, new Set(findings.flatMap(({ file }) => file ?? [])).size].map(String);
}

/** A text without what it has as a text alone: the numbers of a list, the names of options, and what it says of that which it leaves out. */
function shown(text: string): string {
  return text
    .replaceAll(/^ +\d+\. /gm, '')
    .replaceAll(/--[a-z-]+|\bsha256\b/g, '')
    .replaceAll(/\band [\d,]+ more\b/g, '')
    .replaceAll(/[\d,]+ other reasons?, £[\d,.]+: see/g, '');
}

const ids = new Set<string>();
for (const folder of ['schemes', 'fixtures/year', 'fixtures/other-schemes']) {
  for (const name of readdirSync(join(repository, folder))) {
    if (name.endsWith('.json')) addIds(JSON.parse(readFileSync(join(repository, folder, name), 'utf8')));
  }
}

/** The ids of schemes and of all that is in them. */
function addIds(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if ((key === 'id' || key === 'event') && typeof value === 'string') ids.add(value);
    addIds(value);
  }
}
