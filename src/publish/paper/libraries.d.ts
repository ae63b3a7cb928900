// What is used of the libraries that set and write a paper; the types that others made of them are of older versions.

declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    layout(text: string): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export interface GlyphRun {
    readonly advanceWidth: number;
  }
  export function create(bytes: Buffer): Font;
}

declare module 'pdfkit' {
  import type { Font } from 'fontkit';

  export interface Options {
    readonly autoFirstPage: false;
    readonly size: 'A4';
    readonly margin: 0;
    /** Without one of its own: the fonts that come with the library are not there where it is bundled. */
    readonly font: null;
    readonly pdfVersion: '1.7';
    readonly tagged: true;
    readonly displayTitle: true;
    readonly lang: string;
    readonly subset: 'PDF/UA';
    readonly info: {
      readonly Title: string;
      readonly Author: string;
      readonly Creator: string;
      readonly Producer: string;
      readonly CreationDate: Date;
    };
  }

  /** An element of the story: the tree of tags. */
  export interface StructureElement {
    add(child: StructureElement | MarkedContent): this;
    end(): void;
  }
  /** A piece of a page that belongs to an element. */
  export interface MarkedContent {
    readonly refs: readonly unknown[];
  }

  export interface StructureOptions {
    readonly title?: string;
    readonly scope?: 'Row' | 'Column';
    readonly actual?: string;
  }

  export default class PDFDocument {
    constructor(options: Options);
    on(event: 'data', take: (bytes: Uint8Array) => void): this;
    on(event: 'end', take: () => void): this;
    on(event: 'error', take: (error: unknown) => void): this;
    end(): void;
    addPage(): this;
    registerFont(name: string, font: Font): this;
    font(name: string, size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    stroke(): this;
    fill(): this;
    struct(tag: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact'): this;
    markStructureContent(tag: string): MarkedContent;
    endMarkedContent(): this;
    readonly page: { readonly structParentTreeKey: number };
    /** What the pieces of each page belong to, by the key of the page. */
    getStructParentTree(): { get(key: number): unknown; add(key: number, parents: unknown): void };
    /** An object of the file, written when it ends. */
    ref(data: unknown): { end(): void };
  }
}
