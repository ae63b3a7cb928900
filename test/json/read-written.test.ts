import { expect, it } from 'vitest';
import * as z from 'zod';
import { block } from '../../src/json/block.ts';
import { readWritten, readWrittenBytes } from '../../src/json/read-written.ts';

const grammar = block({ sender: z.string(), days: z.int().optional() });

it('reads what a grammar makes of a text, with the document of it', () => {
  const { value, findings } = readWritten('{ "sender": "Finance", "days": 14 }', 'letter.json', grammar);
  expect(findings).toEqual([]);
  expect(value?.written).toEqual({ sender: 'Finance', days: 14 });
  expect(value?.document.file).toBe('letter.json');
});

it('tells every mistake with its place, and names the key that was meant', () => {
  const text = '{\n  "sendr": "Finance",\n  "days": "14"\n}';
  const { value, findings } = readWritten(text, 'letter.json', grammar);
  expect(value).toBe(null);
  expect(findings.map(({ code, line, column, field, hint }) => ({ code, line, column, field, hint }))).toEqual([
    { code: 'json-unknown-key', line: 2, column: 3, field: 'sendr', hint: 'did you mean "sender"?' },
    { code: 'json-bad-value', line: 3, column: 11, field: 'days', hint: expect.stringContaining('write ') },
  ]);
});

it('goes on beside a key that is written twice, so that checks can tell theirs', () => {
  const { value, findings } = readWritten('{ "sender": "A", "sender": "B" }', 'letter.json', grammar);
  expect(value?.written).toEqual({ sender: 'A' });
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['json-duplicate-key', 'error']]);
});

it('refuses bytes that are not UTF-8', () => {
  const { value, findings } = readWrittenBytes(Uint8Array.of(0x7b, 0xa3, 0x7d), 'letter.json', grammar);
  expect(value).toBe(null);
  expect(findings.map(({ code }) => code)).toEqual(['json-not-utf-8']);
});
