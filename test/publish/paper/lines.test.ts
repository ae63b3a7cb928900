import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Drawing } from '../../../src/publish/paper/chunk.ts';
import { readFonts } from '../../../src/publish/paper/fonts.ts';
import { setLines } from '../../../src/publish/paper/lines.ts';

const fonts = readFonts(readFileSync('fonts/SourceSans3-Regular.ttf'), readFileSync('fonts/SourceSans3-SemiBold.ttf'));

/** The lines of a text of an element, or of what is no part of the story. */
function linesOf(text: string, width: number, element: number | null = 0): string[] {
  const { lines } = setLines(new Drawing(fonts), [{ text }], width, element);
  return lines.map((line) => line.map((each) => each.text).join('|'));
}

it('ends each line with a space, so that words are read apart, but within a word that is torn', () => {
  expect(linesOf('We pay you on Monday', 60)).toEqual(['We pay you ', 'on Monday ']);
  expect(linesOf(`So ${'W'.repeat(8)}`, 60)).toEqual(['So ', 'WWWWWW', 'WW ']);
});

it('gives what is no part of the story no space', () => {
  expect(linesOf('Page 1 of 2', 200, null)).toEqual(['Page 1 of 2']);
});

it('sets a sum to the right by what is seen of it', () => {
  const { lines } = setLines(new Drawing(fonts), [{ text: '£1.00' }], 100, 0);
  expect(lines[0]?.[0]).toMatchObject({ text: '£1.00 ', x: 0 });
});
