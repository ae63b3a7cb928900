import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { type CsvColumn, csvKinds, jsonKinds } from '../../src/commands/schema/kinds.ts';
import { breaksOf } from './breaks.ts';

// Every form that a version printed, wrote or read is kept here under that version, and never changed. A change that could break a reader
// fails until the number in the "format" goes up; then, and for a new kind, `KEEP=write npx vitest run test/formats/kept.test.ts` keeps it
// under the version that package.json names.

const root = fileURLToPath(new URL('./', import.meta.url));
const versions = readdirSync(root).filter((name) => /^\d/.test(name));

interface Kept {
  readonly version: string;
  readonly schema: { readonly properties?: { readonly format?: { readonly const?: string } } };
}

/** What is held to the byte: the run id and the chain of the ledger are made of it. */
const sealed = new Set(['run', 'posting', 'hand-off-record', 'settlement']);

function keptOf(file: string): Kept[] {
  const there = versions.filter((version) => existsSync(join(root, version, file)));
  return there.map((version) => ({ version, schema: JSON.parse(readFileSync(join(root, version, file), 'utf8')) }));
}

/** The format in which a document says of which kind and number it is; blank for what people write. */
function formatOf({ properties }: Kept['schema']): string {
  return properties?.format?.const ?? '';
}

function keep(file: string, content: unknown): void {
  const path = join(root, manifest.version, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** A schema without what it says for people. */
function bare(schema: unknown): string {
  return JSON.stringify(schema, (key, value) => (key === 'description' || key === 'id' ? undefined : value));
}

describe('a document', () => {
  it.each(jsonKinds.map((each) => [each.kind, each] as const))(
    '%s breaks no reader of its number',
    (kind, { by, schema }) => {
      const now: Kept['schema'] = JSON.parse(JSON.stringify(schema()));
      const same = keptOf(`${kind}.json`).filter((kept) => formatOf(kept.schema) === formatOf(now));
      if (same.length === 0 && process.env.KEEP === 'write') return keep(`${kind}.json`, now);
      expect(same.length, `keep ${formatOf(now) || kind}: see the head of this file`).toBeGreaterThan(0);
      for (const kept of same) {
        const found = by === 'people' ? breaksOf(kept.schema, now, false) : breaksOf(now, kept.schema, true);
        expect(found, `against ${kept.version}`).toEqual([]);
        if (sealed.has(kind)) expect(bare(now), `against ${kept.version}`).toBe(bare(kept.schema));
      }
    },
  );
});

describe('a table', () => {
  it.each(csvKinds.map((each) => [each.kind, each] as const))('%s keeps its columns', (kind, { by, columns }) => {
    const file = `${kind.replace('/', '-')}.json`;
    const kept = keptOf(file);
    const now = columns.map(columnKept);
    if (kept.length === 0 && process.env.KEEP === 'write') return keep(file, now);
    expect(kept.length, `keep ${kind}: see the head of this file`).toBeGreaterThan(0);
    for (const { schema: before } of kept) {
      if (!Array.isArray(before)) throw new Error(`${file} holds no columns`);
      if (by === 'program') expect(now.slice(0, before.length)).toEqual(before);
      else expect(brokenFor(before, now)).toEqual([]);
    }
  });
});

type KeptColumn = ReturnType<typeof columnKept>;

function columnKept({ name, optional, blank, form, choices = [], unit = '' }: CsvColumn) {
  return { name, optional, blank, form, choices, unit };
}

/** What people who filled a table in as it was would find broken. */
function brokenFor(before: readonly KeptColumn[], now: readonly KeptColumn[]): string[] {
  const gone = before
    .filter(({ name }) => !now.some((each) => each.name === name))
    .map(({ name }) => `${name} is gone`);
  const other = now.flatMap((each) => {
    const was = before.find(({ name }) => name === each.name);
    if (!was) return each.optional ? [] : [`${each.name} is asked for`];
    const words = was.choices.every((word) => each.choices.includes(word));
    const same = was.form === each.form && was.unit === each.unit && words;
    return same && (was.optional ? each.optional : true) ? [] : [`${each.name} is another`];
  });
  return [...gone, ...other];
}

describe('what could break a reader', () => {
  const text = { type: 'string' };
  const form = (properties: object, required: readonly string[]) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  const kept = form({ net: { type: 'string', pattern: '^a$' }, status: { enum: ['due', 'waived'] }, note: text }, [
    'net',
  ]);
  const { net, status, note } = kept.properties as { net: object; status: object; note: object };

  it.each([
    ['nothing changed', kept, []],
    ['a key more', form({ net, status, note, more: text }, ['net', 'more']), []],
    ['a key that is now always there', form({ net, status, note }, ['net', 'note']), []],
    ['a word less', form({ net, status: { enum: ['due'] }, note }, ['net']), []],
    ['a key gone', form({ net, status }, ['net']), ['/note is gone']],
    ['a key that is asked for gone', form({ status, note }, []), ['/net may be missing']],
    ['a key that may be missing', form({ net, status, note }, []), ['/net may be missing']],
    [
      'another type',
      form({ net: { type: 'number' }, status, note }, ['net']),
      ['/net may be of the type number', '/net: pattern'],
    ],
    [
      'null besides',
      form({ net: { anyOf: [net, { type: 'null' }] }, status, note }, ['net']),
      ['/net may be of the type null', '/net: pattern'],
    ],
    ['a word more', form({ net, status: { enum: ['due', 'waived', 'lost'] }, note }, ['net']), ['/status may be lost']],
    ['any word', form({ net, status: text, note }, ['net']), ['/status may be any string']],
    ['another pattern', form({ net: { type: 'string', pattern: '^b$' }, status, note }, ['net']), ['/net: pattern']],
  ])('in what is printed: %s', (_, now, found) => {
    expect(breaksOf(now, kept, true)).toEqual(found);
  });

  it.each([
    ['a key more that need not be there', form({ net, status, note, more: text }, ['net']), []],
    [
      'a key more that has to be there',
      form({ net, status, note, more: text }, ['net', 'more']),
      ['/more may be missing'],
    ],
    ['a key gone', form({ net, status }, ['net']), ['/note is not known']],
    ['a word less', form({ net, status: { enum: ['due'] }, note }, ['net']), ['/status may be waived']],
  ])('in what people write: %s', (_, now, found) => {
    expect(breaksOf(kept, now, false)).toEqual(found);
  });

  it('compares a block that holds itself', () => {
    const tree = (leaf: object) => ({
      $ref: '#/$defs/tree',
      $defs: { tree: form({ leaf, inner: { type: 'array', items: { $ref: '#/$defs/tree' } } }, ['leaf', 'inner']) },
    });
    expect(breaksOf(tree(text), tree(text), true)).toEqual([]);
    expect(breaksOf(tree({ type: 'number' }), tree(text), true)).toEqual([
      '/leaf may be of the type number',
      '/leaf may be of the type number',
    ]);
  });
});
