import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutByParser, cutCells } from '../../../src/data/csv/cut-cells.ts';

describe('the cells of a line', () => {
  it('are cut by hand as the parser cuts them, where there is no quote', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', ',', ' ', ';', "'", '\t', '\\', 'é', '\u00a0', '\ufeff', '🏥'),
    });
    fc.assert(
      fc.property(fc.oneof(line, fc.string()), (text) => {
        const unquoted = text.replace(/["\r\n]/g, '');
        expect(cutCells(unquoted)).toEqual(cutByParser(unquoted));
      }),
    );
  });

  it('come back from quotes as they went in', () => {
    const cells = fc.array(
      fc.string().map((text) => text.replace(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(cells, (texts) => {
        const line = texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        expect(cutCells(line)).toEqual(texts);
      }),
    );
  });

  it('are told of quotes out of place, with the cell', () => {
    expect(cutCells('a,"b')).toEqual({ column: 2, isOpen: true });
    expect(cutCells('a,b,c"')).toEqual({ column: 3, isOpen: false });
    expect(cutCells('"a" ,b')).toEqual({ column: 1, isOpen: false });
    expect(cutCells('"a","b"c",d')).toEqual({ column: 2, isOpen: false });
  });
});
