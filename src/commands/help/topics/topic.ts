/** A page of the manual: written once, and shown by `help`, by the man pages and, in part, by the README. */
export interface Topic {
  /** What is typed after `help`. */
  readonly id: string;
  readonly title: string;
  /** Whom it is for. */
  readonly reader: Reader;
  /** What it says: paragraphs, `- ` items, and `$ ` lines of shell, with empty lines between; see `topicParts`. */
  readonly says: string;
  /** What to read next, by id. */
  readonly next: readonly string[];
}

/** The three kinds of readers, and what all of them need. */
export const readers = {
  all: 'For everyone',
  analyst: 'For those who work out a quarter',
  auditor: 'For those who prove it',
  author: 'For those who write schemes and scripts',
} as const;
type Reader = keyof typeof readers;

/** A piece of what a topic says. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** Lines of shell as they are typed, a note behind `#`; one that ends in `\` goes on in the next. */
  | { readonly kind: 'commands'; readonly lines: readonly string[] };

/** Cuts what a topic says into its parts. Lines of a paragraph, or of an item, are one text. */
export function topicParts({ says }: Topic): Part[] {
  return says
    .trim()
    .split('\n\n')
    .map((block): Part => {
      const lines = block.split('\n');
      if (block.startsWith('$ ')) return { kind: 'commands', lines: lines.map((line) => line.replace(/^\$ /, '')) };
      if (!block.startsWith('- ')) return { kind: 'paragraph', text: lines.join(' ') };
      const items = block.slice(2).split('\n- ');
      return { kind: 'items', items: items.map((item) => item.replaceAll(/\n */g, ' ')) };
    });
}
