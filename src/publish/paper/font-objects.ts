import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Font, Glyph } from 'fontkit';
import type { Face } from './fonts.ts';
import { arrayOf, hexOf, refTo } from './pdf-words.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** A part of a font, as the files that show its glyphs hold it. */
interface FontPart {
  readonly name: string;
  readonly program: Uint8Array;
  readonly programLength: number;
  /** From the numbers of glyphs in the whole font, by which pages name them, to those in the part. */
  readonly numbers: Uint8Array;
  /** What the glyphs stand for. */
  readonly characters: Uint8Array;
  readonly widths: string;
}

/** What nearly every letter is written with: each file holds that part of a font, and what it needs besides. */
const usual = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'£–−×‘’“”•…',
  // Two letters that are one glyph.
  'ff',
  'ft',
];

/** More parts than this are those of names, which hardly come again. */
const mostRemembered = 100;

/** The font of a file takes so many numbers in a row; it goes by the first. */
export const numbersOfAFont = 3;

/** Writes the part of a font that a file needs. Files that need the same hold the same bytes, which are made once. */
export class FontObjects {
  readonly #font: Font;
  readonly #usual: readonly Glyph[];
  readonly #parts = new Map<string, FontPart>();

  constructor({ font, words }: Face) {
    this.#font = font;
    this.#usual = usual.flatMap((text) => words(text)).flatMap((word) => word.glyphs);
  }

  write(writer: PdfWriter, first: number, used: Iterable<Glyph>): void {
    const { ascent, descent, capHeight, xHeight, bbox } = this.#font;
    const { name, program, programLength, numbers, characters, widths } = this.#partFor(used);
    const [file, map, unicode] = [writer.numbers(), writer.numbers(), writer.numbers()];
    writer.stream(file, `/Length1 ${programLength}/Filter/FlateDecode`, program);
    writer.stream(map, '/Filter/FlateDecode', numbers);
    writer.stream(unicode, '/Filter/FlateDecode', characters);
    const box = arrayOf([bbox.minX, bbox.minY, bbox.maxX, bbox.maxY]);
    const system = '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
    writer.objects(first, [
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${refTo(first + 1)}]/ToUnicode ${refTo(unicode)}>>`,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo${system}/FontDescriptor ${refTo(first + 2)}/CIDToGIDMap ${refTo(map)}/W${widths}>>`,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox${box}/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}/XHeight ${xHeight}/StemV 80/FontFile2 ${refTo(file)}>>`,
    ]);
  }

  #partFor(used: Iterable<Glyph>): FontPart {
    const glyphs = new Map([...this.#usual, ...used].map((glyph) => [glyph.id, glyph]));
    const key = arrayOf([...glyphs.keys()].sort((a, b) => a - b));
    const known = this.#parts.get(key);
    if (known) return known;
    const part = partOf(
      this.#font,
      [...glyphs.values()].sort((a, b) => a.id - b.id),
      key,
    );
    if (this.#parts.size < mostRemembered) this.#parts.set(key, part);
    return part;
  }
}

function partOf(font: Font, glyphs: readonly Glyph[], key: string): FontPart {
  const subset = font.createSubset();
  const numbers = Buffer.alloc(2 * ((glyphs.at(-1)?.id ?? 0) + 1));
  for (const { id } of glyphs) numbers.writeUInt16BE(subset.includeGlyph(id), 2 * id);
  const program = subset.encode();
  return {
    name: `${tagOf(key)}+${font.postscriptName}`,
    program: deflateSync(program),
    programLength: program.length,
    numbers: deflateSync(numbers),
    characters: deflateSync(charactersOf(glyphs)),
    widths: arrayOf(glyphs.map(({ id, advanceWidth }) => `${id}[${advanceWidth}]`)),
  };
}

/** Six letters for a part, by which it is told from others of its font. */
function tagOf(key: string): string {
  const bytes = createHash('sha256').update(key).digest().subarray(0, 6);
  return [...bytes].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** How many lines a table of characters may have before another begins. */
const mostLines = 100;

/** What each glyph stands for, so that its text can be found, copied and read aloud. */
function charactersOf(glyphs: readonly Glyph[]): string {
  const lines = glyphs
    .filter(({ codePoints }) => codePoints.length > 0)
    .map(
      ({ id, codePoints }) => `<${id.toString(16).padStart(4, '0')}><${hexOf(String.fromCodePoint(...codePoints))}>\n`,
    );
  let tables = '';
  for (let at = 0; at < lines.length; at += mostLines) {
    const table = lines.slice(at, at + mostLines);
    tables += `${table.length} beginbfchar\n${table.join('')}endbfchar\n`;
  }
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange<0000><ffff>endcodespacerange
${tables}endcmap CMapName currentdict/CMap defineresource pop end end`;
}
