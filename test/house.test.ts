import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** What each room may import from: imports run one way, and the five in the middle do not know one another; import reads what data reads. */
const mayImport: Record<string, readonly string[]> = {
  domain: ['domain'],
  // What is printed and written, as zod has it: the other rooms take the types of it alone, and the columns of the tables.
  formats: ['formats', 'domain'],
  json: ['json', 'domain'],
  scheme: ['scheme', 'json', 'domain'],
  data: ['data', 'domain'],
  import: ['import', 'data', 'formats', 'domain'],
  calculate: ['calculate', 'domain'],
  report: ['report', 'formats', 'domain'],
  record: ['record', 'formats', 'domain'],
  publish: ['publish', 'report', 'json', 'formats', 'domain'],
  outlook: ['outlook', 'calculate', 'report', 'formats', 'domain'],
  finance: ['finance', 'data', 'report', 'json', 'formats', 'domain'],
  terminal: ['terminal', 'report', 'record', 'formats', 'domain'],
  run: [
    'run',
    'terminal',
    'domain',
    'formats',
    'json',
    'scheme',
    'data',
    'calculate',
    'report',
    'record',
    'publish',
    'outlook',
    'finance',
  ],
  commands: [
    'commands',
    'run',
    'terminal',
    'domain',
    'formats',
    'json',
    'scheme',
    'data',
    'import',
    'calculate',
    'report',
    'record',
    'publish',
    'outlook',
    'finance',
  ],
  cli: ['cli', 'commands', 'terminal', 'domain'],
  '': ['', 'cli', 'terminal'],
};

/** In which room each package is at home. */
const homeOf: Record<string, readonly string[]> = {
  zod: ['json', 'formats', 'scheme', 'publish', 'finance', 'run'],
  'jsonc-parser': ['json'],
  'csv-parse': ['data'],
  '@e965': ['import'],
  // The script and the style of the report, which the build makes.
  'page-parts': ['publish'],
  hucre: ['import', 'publish'],
  fontkit: ['publish'],
  'csv-stringify': ['report'],
  'get-east-asian-width': ['report'],
  commander: ['cli', 'commands'],
  chalk: ['terminal'],
  'fastest-levenshtein': ['domain'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([\w@./:-]+)'/g)].map((found) => found[1] ?? '');
  return targets.map((target) => ({ file, room: roomOf(file), target }));
}

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function targetRoom({ file, target }: Import): string {
  return roomOf(relative('.', join(file, '..', target)));
}

describe('the house', () => {
  it('has imports to hold', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports in one direction', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.') && target.endsWith('.ts'))
      .filter((each) => !mayImport[each.room]?.includes(targetRoom(each)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('keeps each package in its room', () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ room, target }) => !homeOf[target.split('/')[0] ?? '']?.includes(room))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('loads the forms of documents for schema alone', () => {
    const wrong = files
      .filter((file) => roomOf(file) !== 'formats' && file !== 'commands/schema/kinds.ts')
      .filter((file) =>
        /import (?!type )[^;]*'[./]+\/formats\/(?!tables\/)/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(wrong).toEqual([]);
  });

  it('puts constants of ours alone into the words of a scheme: what holds a name is a sentence with parts', () => {
    const wrong = files.filter((file) =>
      /\binWords\(\s*[\w.]+,\s*`[^`]*\$\{/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps files, clocks and the process out of the pure rooms', () => {
    const pureRooms = [
      'domain',
      'formats',
      'calculate',
      'report',
      'json',
      'scheme',
      'import',
      'publish',
      'outlook',
      'finance',
    ];
    const pure = files.filter((file) => pureRooms.includes(roomOf(file)));
    // The libraries that write forms and papers want a day, which is not that of their making.
    const wantADay = ['import/form/form.ts', 'publish/workbook/mould.ts'];
    const wrong = pure
      .filter((file) => !wantADay.includes(file))
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return /'node:(fs|os|process|child_process)|\bnew Date\b|Date\.now|Math\.random|\bprocess\./.test(text);
      });
    expect(wrong).toEqual([]);
  });

  it('names the process in main alone', () => {
    const wrong = files.filter(
      (file) =>
        roomOf(file) !== '' &&
        /\bprocess\.(argv|env|exit|stdout|stderr|cwd)/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('counts money in no floating point', () => {
    const floats = /\b(parseFloat|Math\.(round|floor|ceil|trunc)|toFixed|toPrecision)\b/;
    const wrong = files
      .filter((file) => roomOf(file) === 'calculate' || file.startsWith('domain/money/'))
      .filter((file) => floats.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('keeps its files short enough to read', () => {
    const long = files
      .filter((file) => !file.startsWith('domain/findings/codes/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 260);
    expect(long).toEqual([]);
  });
});
