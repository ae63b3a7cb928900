export const formats = ['text', 'json'] as const;
export type Format = (typeof formats)[number];

export const colours = ['auto', 'always', 'never'] as const;
type Colour = (typeof colours)[number];

/** How a command is to speak: the options that every command takes. */
export interface Manner {
  readonly format: Format;
  readonly color: Colour;
  /** A warning counts as an error. */
  readonly strict: boolean;
  /** Nothing is told to a person on stderr unless something is wrong; findings as JSON stay. */
  readonly quiet: boolean;
}
