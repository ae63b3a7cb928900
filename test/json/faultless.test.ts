import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { plainValue } from '../../src/json/document.ts';
import { faultlessValue } from '../../src/json/faultless.ts';

describe('a text without fault', () => {
  it('has the value that the careful reading finds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = faultlessValue(text);
        const tree = parseTree(text);
        if (value !== undefined) expect(value).toEqual(tree && JSON.parse(JSON.stringify(plainValue(tree))));
        else expect(text).toMatch(/__proto__|constructor|prototype/);
      }),
    );
  });

  it('may hold anything in its texts', () => {
    const text = JSON.stringify({ 'a"': 'b": "c', '{': '\\', '\\': ['":', '"', 'x'.repeat(1_000_000)] });
    expect(faultlessValue(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a key twice', '{ "a": 1, "a": 2 }'],
    ['a key twice, once by its code', '{ "a": 1, "\\u0061": 2 }'],
    ['a reserved key', '{ "__proto__": 1 }'],
    ['a reserved key and one twice', '{ "constructor": 1, "a": 1, "a": 1 }'],
    ['a comment', '{ "a": 1 // one\n}'],
    ['a trailing comma', '[1, ]'],
    ['65 lists in one another', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['a million lists in one another', `${'['.repeat(1e6)}${']'.repeat(1e6)}`],
    ['nothing', ''],
  ])('has not %s', (_, text) => {
    expect(faultlessValue(text)).toBeUndefined();
  });

  it('may have 64 lists in one another', () => {
    expect(faultlessValue(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeDefined();
  });
});
