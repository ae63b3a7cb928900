import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import * as fontkit from 'fontkit';
import { expect, it } from 'vitest';
import { openQuickLayout } from '../../../src/publish/paper/quick-layout.ts';
import { setWord } from '../../../src/publish/paper/set-word.ts';

it.each(['Regular', 'SemiBold'])('codes and sums are set as the library sets them, in %s', (weight) => {
  const font = fontkit.create(readFileSync(`fonts/SourceSans3-${weight}.ttf`));
  const quickly = openQuickLayout(font);
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789£−,.');
  const word = fc.tuple(fc.string({ unit: letter, minLength: 1, maxLength: 14 }), fc.constantFrom('', ' '));
  fc.assert(
    fc.property(word, ([text, space]) => {
      const quick = quickly(text + space);
      expect(quick && setWord(quick)).toEqual(setWord(font.layout(text + space)));
    }),
    { numRuns: 500 },
  );
});

it('leaves every other word to the library', () => {
  const quickly = openQuickLayout(fontkit.create(readFileSync('fonts/SourceSans3-Regular.ttf')));
  for (const word of ['Quarter', '', ' ', 'A B', 'Ŵ1', '1/2']) expect(quickly(word), word).toBeNull();
});
