import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Texts, unpacked } from '../../../src/publish/report-page/details/texts.ts';

describe('packed texts', () => {
  it('keep the words once, and the numbers beside them', () => {
    const texts = new Texts();
    expect(texts.pack('7,001 patients × £2.00')).toEqual([0, '7,001', '2.00']);
    expect(texts.pack('45 patients × £0.50')).toEqual([0, '45', '0.50']);
    expect(texts.pack('released')).toBe(1);
    expect(texts.all.length).toBe(2);
  });

  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string({ unit: 'binary' }),
            fc.string({ unit: fc.constantFrom('1', ',', '.', ' ', '£', '\u0001', 'a') }),
          ),
        ),
        (all) => {
          const texts = new Texts();
          const packed = all.map((text) => texts.pack(text));
          expect(packed.map((each) => unpacked(texts.all, each))).toEqual(all);
        },
      ),
    );
  });
});
