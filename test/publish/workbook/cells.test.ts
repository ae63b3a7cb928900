import { expect, it } from 'vitest';
import { cellStarts, rowXml, textCell } from '../../../src/publish/workbook/cells.ts';

/** The XML of a cell of text, without the row around it. */
function cellOf(text: string): string {
  return rowXml(2, [textCell(text)], cellStarts([3]))
    .replace('<row r="2"><c r="A2" s="3" t="inlineStr"><is>', '')
    .replace('</is></c></row>', '');
}

it.each([
  ['£1,234.56 – as it stands: 2 × “x” = y', '<t>£1,234.56 – as it stands: 2 × “x” = y</t>'],
  ['a & b <c>', '<t>a &amp; b &lt;c&gt;</t>'],
  [' ends matter ', '<t xml:space="preserve"> ends matter </t>'],
  ['_x0041_', '<t>_x005F_x0041_</t>'],
  ['Llŷn', '<t>Llŷn</t>'],
])('writes %s so that it is read as it is', (text, xml) => {
  expect(cellOf(text)).toBe(xml);
});

it('shows what XML cannot hold', () => {
  expect(cellOf('a\u0007b')).toMatch(/^<t>a\\.*b<\/t>$/);
});
