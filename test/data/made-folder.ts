import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CellMistake, type Reader } from '../../src/data/cells/cell-mistake.ts';
import { type DataFolder, type Encoding, type ReadAgain, readDataFolder } from '../../src/data/folder.ts';
import { day } from '../../src/domain/day.ts';
import type { Claim } from '../../src/domain/facts.ts';
import { type Finding, type MadeFinding, saidFinding } from '../../src/domain/findings/finding.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { say } from '../../src/domain/words/sentence.ts';
import { visible } from '../../src/domain/words/visible.ts';
import { plainWords } from '../../src/domain/words/words.ts';
import { component, evidence, scheme } from '../make/scheme.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A scheme that asks for every kind of table. */
export const everyTable: Scheme = scheme(
  [
    component('meetings', { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 6, clause: '11' }),
    component('audits', { kind: 'per-patient', pounds: ratio(1, 4), clause: '13' }),
  ],
  {
    population: { kind: 'registered', at: day('2015-03-31'), acceptedInstead: [day('2015-04-01')], clause: '5' },
    evidence: [
      evidence('plan'),
      evidence('audit-report', { perComponent: true }),
      evidence('claim-sheet', { perPeriod: true }),
    ],
    measures: [{ id: 'smokers-asked', title: '', numerator: '', denominator: '', clause: '14' }],
  },
);

/** A scheme that asks for practices and list sizes only. */
export const listsOnly: Scheme = scheme([component('audits', { kind: 'fixed', pounds: ratio(100), clause: '13' })]);

/** A sound file of each kind, for the scheme above. */
export const sound: Files = {
  'practices.csv': 'practice_code,practice_name\nZ00001,One\nZ00042,Two\n',
  'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2015-03-31,5801\nZ00042,2015-03-31,7387\n',
  'evidence.csv': 'practice_code,evidence,received_on\n',
  'claims.csv': 'practice_code,event,event_id,event_date,claimed_on\n',
  'measures.csv': 'practice_code,measure,as_at,numerator,denominator\n',
};

export interface ReadFolder {
  readonly folder: DataFolder;
  readonly claims: readonly { readonly claim: Claim; readonly row: string }[];
  readonly findings: readonly Finding[];
}

interface Options {
  readonly scheme?: Scheme;
  readonly encoding?: Encoding;
  readonly again?: ReadAgain;
}

/** Reads the sound files with these in place of some, claims too. */
export function readFiles(files: Files, options: Options = {}): Promise<ReadFolder> {
  return withFolder({ ...sound, ...files }, (dir) => readAll(dir, options));
}

/** What is wrong with these files, a line each: `file:line:column field "value" code: message -> hint`. */
export async function tell(files: Files, options: Options = {}): Promise<string> {
  const { findings } = await readFiles(files, options);
  return findings.map(inOneLine).join('\n');
}

export function inOneLine({ file, line, column, field, value, severity, code, message, hint }: Finding): string {
  const place = [file ?? '-', line, column].filter((part) => part !== undefined).join(':');
  const cell = [field, value === undefined ? undefined : JSON.stringify(value)].filter((part) => part !== undefined);
  const mark = severity === 'warning' ? ' (warning)' : '';
  return visible(`${[place, ...cell].join(' ')} ${code}${mark}: ${message} -> ${hint}`);
}

/** Reads everything of a folder that stands on the disk. */
export async function readAll(
  dir: string,
  { scheme: asked = everyTable, encoding = 'utf-8', again }: Options = {},
): Promise<ReadFolder> {
  const findings: Finding[] = [];
  const note = (finding: MadeFinding) => findings.push(saidFinding(asked.words, finding));
  const folder = await readDataFolder(dir, asked, { encoding, note, pause: async () => {} }, again);
  const claims: { claim: Claim; row: string }[] = [];
  await folder.claims?.readEach((claim, row) => {
    claims.push({ claim, row });
  }, note);
  return { folder, claims, findings };
}

/** Does something with a folder of these files, which is gone afterwards. */
export async function withFolder<T>(files: Files, what: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'quarterday-data-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
    return await what(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What a reader says of texts that it refuses, a line each; of one that it takes, what it read. */
export function toldOf(reader: Reader<unknown>, texts: readonly string[]): string {
  const lines = texts.map((text) => {
    const read = reader(text);
    const says =
      read instanceof CellMistake
        ? `${read.code}: ${say(plainWords, read.message)} -> ${say(plainWords, read.hint)}`
        : `read as ${String(read)}`;
    return `${JSON.stringify(text.length > 40 ? `${text.length} characters` : text)} ${says}`;
  });
  return visible(lines.join('\n')).replaceAll('\\u{000A}', '\n');
}
