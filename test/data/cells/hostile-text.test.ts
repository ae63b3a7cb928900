import { describe, expect, it } from 'vitest';
import { CellMistake, type Reader } from '../../../src/data/cells/cell-mistake.ts';
import { date, publishedDate } from '../../../src/data/cells/dates.ts';
import { amount, number, share, wholeNumber } from '../../../src/data/cells/numbers.ts';
import { practiceAmong, practiceCode } from '../../../src/data/cells/practice-code.ts';
import { anyWords, name, oneOf, optional, words } from '../../../src/data/cells/text.ts';
import { cutCells } from '../../../src/data/csv/cut-cells.ts';
import { guardFormula } from '../../../src/domain/words/formula-guard.ts';
import { nearest } from '../../../src/domain/words/nearest.ts';
import { visible, visibleJson } from '../../../src/domain/words/visible.ts';
import { csvRow } from '../../../src/report/csv/csv.ts';

// Texts on which a pattern that looks back over what it has seen would not come to an end: a quarter of a million characters each.

const many = 250_000;
const texts = [
  ...[' ', '9', 'a', '-', '.', '#', '(', "'", '\u200b', '\u00a0', '\u0000', '‐', '٣', 'é', '%', '/', 'O', 'Z'],
  ...['1,', '1 ', '1-', '12:', ' \t', '/1', '1.', 'ab ', '\u200b '],
].flatMap((piece) => {
  const text = piece.repeat(Math.ceil(many / piece.length));
  return [`${text}!`, `1${text}`];
});

const readers: Readonly<Record<string, Reader<unknown>>> = {
  ...{ amount, wholeNumber, number, share, date, publishedDate, practiceCode, name, words, anyWords },
  practiceAmong: practiceAmong(new Set(['Z00001'])),
  oneOf: oneOf('component', ['audits', 'integrated-teams']),
  optional: optional(date),
};

describe.each(Object.entries(readers))('the reader %s', (_, reader) => {
  it('comes to an end on a very long text of anything', () => {
    for (const text of texts) {
      const read = reader(text);
      expect(read instanceof CellMistake || read === text || read === null).toBe(true);
    }
  });
});

describe('what is done with any text', () => {
  it('comes to an end on a very long text', () => {
    for (const text of texts) {
      expect(nearest(text, ['audits', 'integrated-teams'])).toBeNull();
      expect(guardFormula(text).length - text.length).toBeLessThanOrEqual(1);
      expect(visible(text).length).toBeGreaterThanOrEqual(text.length);
      expect(visibleJson(text).length).toBeGreaterThanOrEqual(text.length);
      expect(csvRow([text, text]).length).toBeGreaterThan(2 * many);
      expect(cutCells(`"${text}`)).toMatchObject({ isOpen: true });
    }
  });
});
