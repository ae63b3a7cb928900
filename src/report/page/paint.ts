/** How a page marks its words; the terminal gives colours, everyone else gets the words alone. */
export interface Paint {
  heading(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

export type Tone = keyof Paint;

const asItStands = (text: string): string => text;

/** No marks at all. */
export const plain: Paint = {
  heading: asItStands,
  strong: asItStands,
  dim: asItStands,
  good: asItStands,
  bad: asItStands,
};
