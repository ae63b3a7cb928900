import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/domain/findings/finding.ts';
import { readScheme, readSchemeBytes } from '../../src/scheme/read.ts';
import { type Change, smallScheme } from './small-scheme.ts';

const texts = [
  smallScheme(),
  readFileSync(new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url), 'utf8'),
  readFileSync(new URL('../../schemes/bury-qinpc-phase-5.json', import.meta.url), 'utf8'),
];

/** Every place of the small scheme, as a change names it. */
const places = placesIn(JSON.parse(smallScheme()), []);

describe('whatever stands in a scheme file', () => {
  it('is read or refused with findings that stand in the file: texts with a piece exchanged', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '//',
        '/*',
        '\n',
        '-',
        '1e999',
        'null',
        '"clause"',
        '\u0000',
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    );
    const edited = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.nat(),
      takes: fc.nat(60),
      piece,
    });
    fc.assert(
      fc.property(edited, ({ text, at, takes, piece }) => {
        const from = at % text.length;
        holds(text.slice(0, from) + piece + text.slice(from + takes));
      }),
      { numRuns: 300 },
    );
  });

  it('is read or refused with findings that stand in the file: values exchanged for others', () => {
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', '0', '1', '100%', '2020-04-01', 'every', 'H1', 'plan', 'rate', 'to-be-confirmed', 1e308, []),
    );
    const change = fc.tuple(fc.constantFrom(...places), other);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 1 }), (changes) => {
        holds(smallScheme(...changes.map(([path, becomes]): Change => [path, becomes])));
      }),
      { numRuns: 600 },
    );
  });

  it('is read or refused with findings: bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { value, findings } = readSchemeBytes(bytes, 'bytes.json');
        expect(value).toBe(null);
        expect(hasErrors(findings)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function holds(text: string): void {
  const { value, findings } = readScheme(text, 'small.json');
  expect(value === null).toBe(hasErrors(findings));
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line = 0, column = 0, message, hint } of findings) {
    expect(column).toBeGreaterThan(0);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
    expect(message.length * hint.length).toBeGreaterThan(0);
  }
}

function placesIn(value: unknown, path: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  const inner = Object.entries(value).flatMap(([key, held]) => placesIn(held, [...path, key]));
  return path.length === 0 ? inner : [path.join('.'), ...inner];
}
