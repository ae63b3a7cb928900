import { describe, expect, it } from 'vitest';
import { readScheme, readSchemeBytes } from '../../src/scheme/read.ts';
import { saidOf, smallScheme } from '../scheme/small-scheme.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('JSON', () => {
  it('is read with a byte-order mark, in a text or in bytes', () => {
    expect(saidOf(`\uFEFF${smallScheme()}`)).toBe('');
    expect(readSchemeBytes(bytes(`\uFEFF${smallScheme()}`), 'small.json').value?.id).toBe('small');
  });

  it('counts lines alike after LF, CR LF and CR', () => {
    const broken = smallScheme(['status', 'agred']);
    const places = ['\n', '\r\n', '\r'].map((end) => {
      const [finding] = readScheme(broken.replaceAll('\n', end), 'small.json').findings;
      return [finding?.line, finding?.column];
    });
    expect(places).toEqual([
      [6, 13],
      [6, 13],
      [6, 13],
    ]);
  });

  it('has no comments, and every one of them is told', () => {
    const text = smallScheme().replace('{', '{ // first').replace('"small"', '/* second */ "small"');
    expect(saidOf(text)).toMatchInlineSnapshot(`
      "error json-syntax at small.json:1:3 - [-]
        a comment stands here, and JSON has none
        take it out; a reading of the paper belongs into "assumptions"
      error json-syntax at small.json:3:9 - [-]
        a comment stands here, and JSON has none
        take it out; a reading of the paper belongs into "assumptions""
    `);
  });

  it('has no trailing commas, and every one of them is told beside the other mistakes', () => {
    const text = smallScheme(['status', 'agred'])
      .replace('"reading": "A reading."', '"reading": "A reading.",')
      .replace(/\}\s*\]\s*\}\s*$/, '}, ] }');
    expect(saidOf(text)).toMatchInlineSnapshot(`
      "error json-syntax at small.json:187:30 - [,]
        a comma stands here after the last entry; expected nothing more before the closing bracket
        take the comma out
      error json-syntax at small.json:224:6 - [,]
        a comma stands here after the last entry; expected nothing more before the closing bracket
        take the comma out
      error json-unknown-word at small.json:6:13 status [agred]
        "agred" is not known here; expected one of "agreed", "draft"
        did you mean "agreed"?"
    `);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['a text that is not closed', '{ "id": "small\n }'],
    ['a key without quotes', '{ id: "small" }'],
    ['single quotes', "{ 'id': 1 }"],
    ['a missing colon', '{ "id" "small" }'],
    ['a missing comma', '{ "id": "small"\n "title": "x" }'],
    ['a missing value', '{ "id": , "title": "x" }'],
    ['a block that is not closed', '{ "id": "small"'],
    ['a list that is not closed', '{ "id": ["small" }'],
    ['something after the end', '{ } { }'],
    ['an unknown escape', '{ "id": "\\x" }'],
    ['a broken escape', '{ "id": "\\u12" }'],
    ['a tab in a text', '{ "id": "a\tb" }'],
    ['a number that is none', '{ "id": 1. }'],
    ['a leading zero', '{ "id": 007 }'],
    ['a word that is none', '{ "id": NaN }'],
    ['a bracket where a value belongs', '{ "id": ] }'],
    ['a comment that is not closed', '{ } /* '],
  ])('tells the first break: %s', (_, text) => {
    expect(saidOf(text)).toMatchSnapshot();
  });

  it('tells a key that is written twice, and reads the first', () => {
    const text = smallScheme().replace('"id": "pot",', '"id": "pot",\n      "id": "pan",');
    expect(saidOf(text)).toMatchInlineSnapshot(`
      "error json-duplicate-key at small.json:139:7 components[2].id [id]
        the key "id" is written twice in this block, first in line 138; expected it once
        keep the one that is meant and take the other out"
    `);
  });

  it('tells keys that JavaScript reserves, and takes no harm', () => {
    const text = smallScheme().replace('{', '{ "__proto__": { "status": "draft" }, "constructor": 1,');
    expect(saidOf(text)).toMatchInlineSnapshot(`
      "error json-reserved-key at small.json:1:3 __proto__ [__proto__]
        the key "__proto__" has a meaning of its own in JavaScript and none here
        take it out
      error json-reserved-key at small.json:1:39 constructor [constructor]
        the key "constructor" has a meaning of its own in JavaScript and none here
        take it out"
    `);
    expect(Object.hasOwn(Object.prototype, 'status')).toBe(false);
  });

  it('refuses brackets 100,000 deep', () => {
    expect(saidOf('['.repeat(100_000))).toMatchInlineSnapshot(`
      "error json-too-deep at small.json:1:65 - [-]
        blocks and lists stand more than 64 deep here; nothing that people write is nested so far
        look for a bracket that is never closed, or written many times over"
    `);
    expect(saidOf('{"a":'.repeat(100_000))).toMatchInlineSnapshot(`
      "error json-too-deep at small.json:1:321 - [-]
        blocks and lists stand more than 64 deep here; nothing that people write is nested so far
        look for a bracket that is never closed, or written many times over"
    `);
  });

  it('reads brackets 64 deep, for the grammar to refuse', () => {
    const deep = `${'['.repeat(64)}${']'.repeat(64)}`;
    expect(saidOf(deep)).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:1:1 - [-]
        a list does not fit here; expected a block in { }
        write a block in { }"
    `);
  });

  it('refuses a number of 400 digits', () => {
    const text = smallScheme().replace('"days": 28', `"days": ${'9'.repeat(400)}`);
    expect(saidOf(text)).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:100:15 leaving.notice.days [99999999999999999999999999999999999999999999999999999999999999999999999999999999…]
        99999999999999999999999999999999999999999999999999999999999999999999999999999999… does not fit here; expected a whole number from 0 to 3660, outside quotes
        write a whole number from 0 to 3660, outside quotes"
    `);
  });

  it('refuses 100 MB by its size alone', () => {
    const large = new Uint8Array(100_000_000);
    expect(readSchemeBytes(large, 'large.json')).toEqual({
      value: null,
      findings: [
        {
          code: 'json-too-large',
          severity: 'error',
          file: 'large.json',
          message: 'the file is too large; expected at most 1048576 bytes',
          hint: 'check that this is the file that is meant and not a file of data',
        },
      ],
    });
    expect(readScheme(' '.repeat(1_048_577), 'large.json').findings).toHaveLength(1);
    expect(readScheme(`${smallScheme()}${' '.repeat(1_000_000)}`, 'large.json').findings).toEqual([]);
  });

  it('names another encoding and the place where it shows', () => {
    const latin = Uint8Array.from([...bytes('{\n  "title": "'), 0xa3, ...bytes('2" }')]);
    expect(readSchemeBytes(latin, 'latin.json').findings).toEqual([
      {
        code: 'json-not-utf-8',
        severity: 'error',
        file: 'latin.json',
        line: 2,
        column: 13,
        message: 'the file is written in another encoding; expected UTF-8',
        hint: 'save it again with the encoding UTF-8',
      },
    ]);
    const [utf16] = readSchemeBytes(Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]), 'wide.json').findings;
    expect(utf16?.message).toBe('the file is written in UTF-16; expected UTF-8');
  });
});
