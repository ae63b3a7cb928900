import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

interface Exported {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
}

const exported = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file): Exported[] => {
    const text = readFileSync(join(root, file), 'utf8');
    const found = text.matchAll(/^export (?:async )?(function|const|class|interface|type) (\w+)/gm);
    return [...found].map(([, kind = '', name = '']) => ({ kind, name, file }));
  });

/** The grammar of a scheme, the cells of a table and what is printed speak alike: in each a day is a day. */
const readers = new Set([
  'scheme/grammar/words.ts',
  'scheme/grammar/quantity.ts',
  'data/cells/numbers.ts',
  'data/cells/text.ts',
  'domain/day.ts',
  'formats/words.ts',
]);

describe('the names that a file exports', () => {
  it('are there', () => {
    expect(exported.length).toBeGreaterThan(500);
  });

  it('mean one thing each', () => {
    const files = new Map<string, string[]>();
    for (const { name, file } of exported) files.set(name, [...(files.get(name) ?? []), file]);
    const twice = [...files].filter(([, where]) => where.length > 1 && !where.every((file) => readers.has(file)));
    expect(twice).toEqual([]);
  });

  it('are terms of the field, not of a workshop', () => {
    const vague = /manager|service|helper|util|common|shared?(?:code|stuff)|handler|processor|wrapper|misc|stuff/i;
    expect(exported.filter(({ name, file }) => vague.test(name) || vague.test(file)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('are whole words', () => {
    const short = /(?:^|[a-z])(?:Cfg|Ctx|Msg|Num|Str|Val|Tmp|Idx|Amt|Qty|Pct|Calc|Gen|Proc|Info|Obj|Arr|Fn)(?:$|[A-Z])/;
    expect(exported.filter(({ name }) => short.test(name)).map(({ name }) => name)).toEqual([]);
  });
});
