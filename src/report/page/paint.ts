/** How a page marks its words; the terminal gives colours, everyone else gets the words alone. */
export interface Paint {
  /** How many characters of prose stand in a line. */
  readonly width: number;
  /** How many characters a table has room for; null in files and pipes, where it is as wide as it is. */
  readonly room: number | null;
  heading(text: string): string;
  strong(text: string): string;
  /** The names of columns above them. */
  head(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

export type Tone = Exclude<keyof Paint, 'width' | 'room'>;

/** The width of a page that nobody's terminal bounds: the same bytes in every file and pipe. */
export const pageWidth = 100;

const asItStands = (text: string): string => text;

/** No marks at all. */
export const plain: Paint = {
  width: pageWidth,
  room: null,
  heading: asItStands,
  strong: asItStands,
  head: asItStands,
  good: asItStands,
  bad: asItStands,
};
