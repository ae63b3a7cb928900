import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Paper } from '../../../src/publish/paper/blocks.ts';
import { readFonts } from '../../../src/publish/paper/fonts.ts';
import { layOut } from '../../../src/publish/paper/lay-out.ts';
import { draw } from '../../../src/publish/paper/page-content.ts';
import { fileFontsOf, PdfFile } from '../../../src/publish/paper/pdf-file.ts';
import { emptyFolder } from '../../make/host.ts';
import { readPdf } from '../../make/papers.ts';

const fonts = readFonts(readFileSync('fonts/SourceSans3-Regular.ttf'), readFileSync('fonts/SourceSans3-SemiBold.ttf'));
const fileFonts = fileFontsOf(fonts);

function paperOf(text: string): Paper {
  return {
    title: `To (${text})`,
    foot: 'A foot',
    blocks: [
      { kind: 'title', text, under: [] },
      { kind: 'heading', level: 2, text: 'Ẅ\u{308} x̂' },
      { kind: 'paragraph', words: [{ text }] },
      { kind: 'new-page' },
      { kind: 'list', items: [[{ text: 'on the second page' }]] },
    ],
  };
}

function fileWith(...texts: readonly string[]): Buffer {
  const pieces: Uint8Array[] = [];
  const file = new PdfFile({ title: 'Łetters & <all>', author: 'We', day: day('2016-07-31') }, fileFonts, (bytes) =>
    pieces.push(bytes),
  );
  for (const text of texts) file.add(draw(layOut(paperOf(text), fonts), fonts));
  file.end();
  return Buffer.concat(pieces);
}

/** The table of a file: for each object its kind, and where it is. */
function tableOf(bytes: Buffer): readonly (readonly [kind: number, where: number, index: number])[] {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1'))?.[1]);
  const told = streamAt(bytes, start);
  const rows: Buffer[] = [Buffer.alloc(7)];
  for (let at = 0; at < told.length; at += 8) {
    expect(told[at]).toBe(2);
    const above = rows.at(-1);
    rows.push(Buffer.from(told.subarray(at + 1, at + 8).map((byte, place) => byte + (above?.[place] ?? 0))));
  }
  return rows.slice(1).map((row) => [row.readUInt8(0), row.readUInt32BE(1), row.readUInt16BE(5)]);
}

function streamAt(bytes: Buffer, at: number): Buffer {
  const head = bytes.subarray(at, at + 400).toString('latin1');
  const [whole = '', length] = /^\d+ 0 obj\n<<.*?\/Length (\d+)>>stream\n/s.exec(head) ?? [];
  return inflateSync(bytes.subarray(at + whole.length, at + whole.length + Number(length)));
}

describe('a PDF file', () => {
  it('finds each of its objects where its table says', () => {
    const bytes = fileWith('one', 'two', 'Ŵŷ 3');
    const rows = tableOf(bytes);
    expect(rows[0]).toEqual([0, 0, 0]);
    for (const [number, [kind, where, index]] of rows.entries()) {
      if (number === 0) continue;
      if (kind === 1) {
        expect(bytes.subarray(where, where + 20).toString('latin1')).toMatch(new RegExp(`^${number} 0 obj\\n`));
        continue;
      }
      expect(kind).toBe(2);
      const pack = streamAt(bytes, rows[where]?.[1] ?? 0).toString('latin1');
      const places = pack.split('<<')[0]?.trim().split(' ').map(Number) ?? [];
      expect(places[index * 2]).toBe(number);
      expect(pack.slice(places.join(' ').length + 1 + (places[index * 2 + 1] ?? 0))).toMatch(/^<</);
    }
  });

  it('is read as it was written, with the titles of its papers as an outline', async () => {
    const path = join(emptyFolder(), 'all.pdf');
    writeFileSync(path, fileWith('one', 'Ŵŷ \\ (3'));
    const { pages, tags, title } = await readPdf(path);
    expect(title).toBe('Łetters & <all>');
    expect(pages).toEqual([
      'one\nẄ\u{308} x̂\none\nA foot Page 1 of 2',
      '• on the second page\nA foot Page 2 of 2',
      'Ŵŷ \\ (3\nẄ\u{308} x̂\nŴŷ \\ (3\nA foot Page 1 of 2',
      '• on the second page\nA foot Page 2 of 2',
    ]);
    expect(tags.slice(0, 2)).toEqual(['Root(Document(H1 H2 P))', 'Root(Document(L(LI(Lbl LBody))))']);
    const outline = await (await getDocumentProxy(new Uint8Array(readFileSync(path)))).getOutline();
    expect(outline.map((each) => each.title)).toEqual(['To (one)', 'To (Ŵŷ \\ (3)']);
  });

  it('has no outline where one paper is all', async () => {
    expect(await (await getDocumentProxy(new Uint8Array(fileWith('one')))).getOutline()).toBeNull();
  });

  it('has the same bytes whatever was written before it', () => {
    const alone = fileWith('one');
    fileWith('Ž š', 'two');
    expect(fileWith('one').equals(alone)).toBe(true);
  });
});
