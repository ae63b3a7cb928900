import { expect, it } from 'vitest';
import { setWord } from '../../../src/publish/paper/set-word.ts';

const glyph = (id: number, advanceWidth = 500) => ({ id, advanceWidth, codePoints: [id] });
const plain = { xAdvance: 500, xOffset: 0, yOffset: 0 };

it('shows glyphs beside one another as one text', () => {
  const run = { glyphs: [glyph(1), glyph(0x2a)], positions: [plain, plain], advanceWidth: 1000 };
  expect(setWord(run)).toEqual({ width: 1000, shown: '<0001002a>', glyphs: run.glyphs });
});

it('draws a pair closer, and what stands behind the word too', () => {
  const closer = { ...plain, xAdvance: 460 };
  const run = { glyphs: [glyph(1), glyph(2)], positions: [closer, closer], advanceWidth: 920 };
  expect(setWord(run).shown).toBe('<0001>40<0002>40');
});

it('sets a mark above the letter before it, and comes back', () => {
  const mark = { xAdvance: 0, xOffset: -223, yOffset: 120 };
  const run = { glyphs: [glyph(1), glyph(9, 0), glyph(2)], positions: [plain, mark, plain], advanceWidth: 1000 };
  expect(setWord(run).shown).toBe('<0001>]TJ 0.12 Ts[223<0009>-223]TJ 0 Ts[<0002>');
});
