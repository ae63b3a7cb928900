/** A column as a person fills it in. */
export interface ColumnDescription {
  readonly name: string;
  /** The column may be left out. */
  readonly optional: boolean;
  readonly holds: string;
}

/** A column that has to be there. */
export function column<const N extends string>(name: N, holds: string) {
  return { name, holds, optional: false };
}

/** A column that may be left out. */
export function maybe<const N extends string>(name: N, holds: string) {
  return { name, holds, optional: true };
}
