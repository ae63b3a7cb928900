import type { Glyph, GlyphRun } from 'fontkit';

/** A word as the pages of every file show it, made once. Glyphs go by their numbers in the whole font, whichever part of it a file holds. */
export interface SetWord {
  /** In thousandths of the size. */
  readonly width: number;
  /** What the operator TJ takes: glyphs, and how far the next one is drawn to the left. */
  readonly shown: string;
  readonly glyphs: readonly Glyph[];
}

export function setWord({ glyphs, positions, advanceWidth }: GlyphRun): SetWord {
  const line = new ShownLine();
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    line.raise(yOffset);
    line.back(-xOffset);
    line.show(glyph);
    line.back(glyph.advanceWidth + xOffset - xAdvance);
  }
  line.raise(0);
  return { width: advanceWidth, shown: line.end(), glyphs };
}

/** What is shown so far: `<00210034>-12<0012>`. */
class ShownLine {
  #text = '';
  #glyphs = '';
  #back = 0;
  #raised = 0;

  show({ id }: Glyph): void {
    if (this.#back !== 0) this.#endGlyphs();
    this.#glyphs += id.toString(16).padStart(4, '0');
  }

  /** Moves to the left. */
  back(thousandths: number): void {
    this.#back += thousandths;
  }

  /** Letters are a unit high where a page shows them, so that this is right for every size. */
  raise(thousandths: number): void {
    if (thousandths === this.#raised) return;
    this.#text = `${this.end()}]TJ ${thousandths / 1000} Ts[`;
    this.#raised = thousandths;
  }

  end(): string {
    this.#endGlyphs();
    return this.#text;
  }

  #endGlyphs(): void {
    if (this.#glyphs !== '') this.#text += `<${this.#glyphs}>`;
    if (this.#back !== 0) this.#text += this.#back;
    [this.#glyphs, this.#back] = ['', 0];
  }
}
