import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsUnprintable, isPlain, visible, visibleJson } from '../../../src/domain/words/visible.ts';

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u009b',
      '\u202e',
      '\u2066',
      '\u200b',
      '\ufeff',
      '\u007f',
      '\0',
      '\r',
      '\n',
      '\t',
      '\ud800',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
/** Written out apart from the source: C0, DEL, C1, marks of direction, zero widths, line ends of Unicode, lone surrogates. */
const forbidden = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
] as const;

function isRaw(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.some((code) => forbidden.some(([first, last]) => code >= first && code <= last));
}

describe('visible', () => {
  it('spells out what a terminal would obey or hide', () => {
    expect(visible('a\u001b[31mb\u202Ec\u0000\n\u{E0041}')).toBe(
      'a\\u{001B}[31mb\\u{202E}c\\u{0000}\\u{000A}\\u{E0041}',
    );
  });

  it('leaves letters of every language as they are', () => {
    const text = 'Y Feddygfa Tŷ £1,234.50 – Ärzte 診療所 😀';
    expect(visible(text)).toBe(text);
  });

  it('lets no control, two-way or zero-width character through', () => {
    fc.assert(fc.property(hostile, (text) => !isRaw(visible(text))));
  });
});

describe('isPlain', () => {
  it('holds of no character that cannot be seen, is no plain space, or may stand for one that was lost', () => {
    const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]|(?! )\p{Zs}/u;
    const wrong = [...Array(0x10ffff).keys()]
      .map((point) => String.fromCodePoint(point))
      .filter((character) => {
        return isPlain(character) && unseen.test(character);
      });
    expect(wrong).toEqual([]);
  });

  it('holds of what nearly every cell, and every sentence of ours, is made of', () => {
    expect(isPlain('Dr Müller, 50% of £2,878.00 − £1.00 × 2 – “all”')).toBe(true);
    expect(isPlain('two\nlines')).toBe(false);
    expect(isPlain('診療所')).toBe(false);
  });
});

describe('holdsUnprintable', () => {
  it('is told by the classes of Unicode wherever a text is not plain', () => {
    expect(holdsUnprintable('Ŵylfa 診療所 😀')).toBe(false);
    for (const character of ['\u0007', '\u00ad', '\u200b', '\u202e', '\u2028', '\ud800']) {
      expect(holdsUnprintable(`a${character}b`)).toBe(true);
    }
  });
});

describe('visibleJson', () => {
  it('lets none through either, and still says the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = visibleJson(JSON.stringify({ text }));
        expect(isRaw(json)).toBe(false);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });

  it('keeps the line ends of JSON in lines', () => {
    expect(visibleJson('{\n  "a": "\u202e"\n}')).toBe('{\n  "a": "\\u202e"\n}');
  });
});
